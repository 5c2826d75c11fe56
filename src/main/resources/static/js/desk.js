// The desk beside an article: what was said by whom, and saying whether that is right.

import { get, patch } from './api.js';
import { citation } from './citation.js';
import { announce, failure, h, plainKey, put, svg } from './dom.js';
import { saidWords } from './lists.js';
import { annotated, paint, quoteLabel, rangeOf, remark, selectedSpan } from './marks.js';
import { quoteForm } from './quoteform.js';
import { holding } from './unsaved.js';
import { count, KINDS, percent, short, STATUSES, TYPES } from './words.js';

/**
 * @param article with quotes and entities
 * @param place where the body goes
 * @param panel where the desk goes
 * @param reload gives the article as it is now
 * @param readOnly true where nothing is stored yet, so that nothing can be decided
 */
export function desk({ article, place, panel, context, reload, readOnly = false }) {
  const state = { article, quotes: article.quotes ?? [], chosen: null, pinned: false, form: null, body: null };

  const render = () => {
    state.body = annotated(state.article.body, state.quotes, state.article.entities ?? []);
    put(place, state.body.element);
    listen(state.body.element);
    if (!state.form) {
      showPanel();
    }
  };

  // ------------------------------------------------------------------------------------------------ choosing a quote

  const handles = () => state.body.element.querySelectorAll('[data-handle]');

  const choose = (number, { pin = true, scroll = false, focus = false } = {}) => {
    if (state.form || state.closing) {
      return;
    }
    const closed = number === null && panel.contains(document.activeElement) ? handleOf(state.chosen) : null;
    light(number);
    state.chosen = number;
    state.pinned = pin && number !== null;
    panel.classList.toggle('is-open', state.pinned);
    showPanel();
    if (closed) {
      // The focus goes back to where the panel was opened from, without opening it again.
      state.closing = true;
      closed.focus({ preventScroll: true });
      state.closing = false;
    }
    const handle = number === null ? null : handleOf(number);
    if (handle) {
      handles().forEach(each => { each.tabIndex = each === handle ? 0 : -1; });
      if (focus) {
        handle.focus({ preventScroll: true });
      }
      if (state.pinned && narrow()) {
        // The panel covers the lower half: the words belong above it.
        state.body.element.querySelector(`[data-quote="${number}"]`)?.scrollIntoView({ block: 'start' });
      } else if (scroll) {
        state.body.element.querySelector(`[data-quote="${number}"]`)
          ?.scrollIntoView({ block: 'center', behavior: calm() ? 'auto' : 'smooth' });
      }
    }
  };

  const handleOf = number => state.body.element.querySelector(`[data-handle="${number}"]`);

  const light = number => {
    const { element } = state.body;
    element.querySelectorAll('.is-chosen').forEach(each => each.classList.remove('is-chosen'));
    element.querySelectorAll('[aria-pressed="true"]').forEach(each => each.setAttribute('aria-pressed', 'false'));
    if (number === null) {
      paint('speaker', []);
      return;
    }
    element.querySelectorAll(`[data-quote="${number}"], [data-cue="${number}"]`)
      .forEach(each => each.classList.add('is-chosen'));
    handleOf(number)?.setAttribute('aria-pressed', 'true');
    const mention = state.quotes[number].speaker?.mention;
    const range = mention && rangeOf(element, state.body.text, mention);
    paint('speaker', range ? [range] : []);
  };

  const listen = element => {
    const quoteAt = event => {
      const hit = event.target.closest?.('[data-quote], [data-handle]');
      return hit ? Number(hit.dataset.quote ?? hit.dataset.handle) : null;
    };
    element.addEventListener('pointerover', event => {
      const number = quoteAt(event);
      if (event.pointerType === 'mouse' && number !== null && !state.pinned && number !== state.chosen) {
        choose(number, { pin: false });
      }
    });
    element.addEventListener('click', event => {
      if (event.target.closest('a') || !getSelection().isCollapsed) {
        return;
      }
      const number = quoteAt(event);
      choose(number === state.chosen && state.pinned && !event.target.closest('[data-handle]') ? null : number);
    });
    element.addEventListener('focusin', event => {
      const handle = event.target.closest('[data-handle]');
      if (handle && Number(handle.dataset.handle) !== state.chosen) {
        choose(Number(handle.dataset.handle));
      }
    });
    element.addEventListener('keydown', event => {
      if (event.target.closest('[data-handle]')) {
        keys(event);
      }
    });
  };

  const step = by => {
    const next = state.chosen === null ? 0 : state.chosen + by;
    if (next >= 0 && next < state.quotes.length) {
      choose(next, { scroll: true, focus: true });
      announce(quoteLabel(state.quotes[next], next));
    }
  };

  /** Single letters act only while a quote has the focus, so they are in nobody's way. */
  const keys = event => {
    if (!plainKey(event)) {
      return;
    }
    const act = {
      ArrowDown: () => step(1), j: () => step(1), ArrowUp: () => step(-1), k: () => step(-1),
      Enter: () => choose(state.chosen), ' ': () => choose(state.chosen), Escape: () => choose(null), y: () => copy(state.chosen),
      ...(readOnly ? {} : {
        c: () => decide(state.chosen, 'confirmed'), x: () => decide(state.chosen, 'rejected'),
        e: () => openForm(state.chosen),
      }),
    }[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  };

  // ------------------------------------------------------------------------------------------------------- the panel

  const showPanel = () => {
    put(panel, state.chosen === null ? overview() : details(state.chosen));
  };

  const overview = () => {
    const speakers = new Map();
    state.quotes.forEach((quote, number) => {
      if (quote.status !== 'rejected') {
        const name = quote.speaker?.name ?? 'Not named';
        speakers.set(name, [...(speakers.get(name) ?? []), number]);
      }
    });
    const ranked = [...speakers].sort((a, b) => b[1].length - a[1].length);
    return [
      h('h2', { class: 'panel-title' }, state.quotes.length === 0 ? 'No quotes found' : 'Who speaks'),
      h('ul', { class: 'speakers' }, ranked.map(([name, numbers]) => h('li', null,
        h('button', {
          type: 'button', class: 'plain', on: { click: () => choose(numbers[0], { scroll: true, focus: true }) },
        }, name), h('span', { class: 'count' }, count(numbers.length, 'quote'))))),
      state.quotes.length > 0 && legend(),
      ...named(),
      !readOnly && h('p', { class: 'actions' },
        h('button', { type: 'button', class: 'button', on: { click: () => openForm(null) } }, 'Add a missed quote')),
    ];
  };

  const named = () => Object.entries(TYPES).map(([type, [, many]]) => {
    const all = (state.article.entities ?? []).filter(entity => entity.type === type);
    return all.length > 0 && [
      h('h3', { class: 'panel-subtitle' }, many),
      h('ul', { class: 'names' }, all.map(entity => h('li', null,
        entity.id ? h('a', { href: `/entities/${entity.id}` }, entity.name) : h('span', null, entity.name),
        entity.mentions.length > 1 && h('span', { class: 'count' }, ` ${entity.mentions.length}`)))),
    ];
  });

  const legend = () => h('p', { class: 'legend' },
    Object.entries(KINDS).filter(([kind]) => state.quotes.some(quote => quote.kind === kind))
      .map(([kind, [name, meaning]]) => h('span', { class: `quote quote-${kind}`, title: meaning }, name)));

  const details = number => {
    const quote = state.quotes[number];
    const status = STATUSES[quote.status];
    const actions = [
      !readOnly && quote.status !== 'confirmed'
        && button('Confirm', 'c', () => decide(number, 'confirmed'), 'button-main'),
      !readOnly && quote.status !== 'rejected' && button('Not a quote', 'x', () => decide(number, 'rejected')),
      !readOnly && button('Correct', 'e', () => openForm(number)),
      button('Copy', 'y', () => copy(number)),
    ];
    return [
      h('div', { class: 'panel-head' },
        h('p', { class: 'fine' }, `Quote ${number + 1} of ${state.quotes.length}`),
        h('p', { class: 'panel-steps' },
          h('button', { type: 'button', class: 'plain', 'aria-label': 'Previous quote', on: { click: () => step(-1) } }, '↑'),
          h('button', { type: 'button', class: 'plain', 'aria-label': 'Next quote', on: { click: () => step(1) } }, '↓'),
          h('button', { type: 'button', class: 'plain', 'aria-label': 'Close', on: { click: () => choose(null) } }, '✕'))),
      h('h2', { class: 'panel-title' }, quote.speaker
        ? quote.speaker.entityId
          ? h('a', { href: `/entities/${quote.speaker.entityId}` }, quote.speaker.name)
          : quote.speaker.name
        : 'Speaker not named'),
      h('blockquote', { class: `words words-${quote.kind}` }, h('p', { dir: 'auto' }, short(saidWords(quote), 420))),
      h('dl', { class: 'facts' },
        fact('Kind', KINDS[quote.kind]?.[0], KINDS[quote.kind]?.[1]),
        quote.cue && fact('Cue', `“${quote.cue.text}”`),
        quote.speaker?.mention && fact('In the text', `“${quote.speaker.mention.text}”`),
        h('dt', null, 'Confidence'),
        h('dd', null, percent(quote.confidence), level(quote.confidence)),
        quote.reason && fact('Why', quote.reason),
        status && fact('Review', status[0], status[1])),
      h('p', { class: 'actions' }, actions),
      h('p', { class: 'fine keys' }, readOnly ? '↓ ↑ next, previous' : 'With a quote focused: ↓ ↑ next, previous; the letters act.'),
    ];
  };

  const level = share => svg('svg', { class: 'level', viewBox: '0 0 100 4', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('rect', { class: 'bar-ground', width: 100, height: 4 }), svg('rect', { width: share * 100, height: 4 }));

  const fact = (term, text, more) => text && [h('dt', null, term), h('dd', null, text, more && h('span', { class: 'fine' }, ` ${more}`))];

  const button = (text, key, action, kind = '') => h('button', {
    type: 'button', class: `button ${kind}`, 'aria-keyshortcuts': key, on: { click: action },
  }, text, ' ', h('kbd', { 'aria-hidden': 'true' }, key));

  const say = (...nodes) => {
    panel.querySelector('.panel-note')?.remove();
    panel.append(h('div', { class: 'panel-note', role: 'alert' }, nodes));
  };

  // -------------------------------------------------------------------------------------------------------- deciding

  const samePlace = (a, b) => JSON.stringify([a.segments, a.cue]) === JSON.stringify([b.segments, b.cue]);

  const same = (a, b) => samePlace(a, b)
    && JSON.stringify([a.kind, a.speaker, a.status]) === JSON.stringify([b.kind, b.speaker, b.status]);

  const replaceQuote = (number, quote) => {
    const focused = document.activeElement?.dataset?.handle === String(number)
      || panel.contains(document.activeElement);
    const stays = samePlace(quote, state.quotes[number]);
    state.quotes[number] = quote;
    if (stays) {
      remark(state.body.element, quote, number);
    } else {
      render();
    }
    choose(number, { focus: focused });
  };

  const decide = async (number, status) => {
    const shown = state.quotes[number];
    const path = `/quotes/${shown.id}`;
    if (shown.status === status) {
      return;
    }
    try {
      const { data: now, etag } = await get(path);
      const stored = same(now, shown) ? await patch(path, etag, { status }).then(answer => answer.data, unlessStale) : null;
      if (stored) {
        replaceQuote(number, stored);
        announce(`${STATUSES[status][0]}.`);
      } else {
        replaceQuote(number, (await get(path)).data);
        say(h('p', null, 'Somebody changed this quote since you opened the page. What you see now is theirs; '
          + 'nothing of yours was stored. Look again and decide.'));
      }
    } catch (problem) {
      say(failure(problem));
    }
  };

  // --------------------------------------------------------------------------------------------------------- copying

  const copy = async number => {
    const text = citation(state.article, state.quotes[number]);
    try {
      await navigator.clipboard.writeText(text);
      say(h('p', null, 'Copied, with where it was printed and a link to the words.'));
    } catch {
      // Without leave to write to the clipboard the reader can still take it by hand.
      const field = h('textarea', { rows: '6', readonly: true, 'aria-label': 'The quote with its citation' });
      field.value = text;
      say(h('p', null, 'Copy this:'), field);
      field.select();
    }
  };

  // -------------------------------------------------------------------------------------------------- the quote form

  const openForm = (number, span = null) => {
    const shown = number === null ? null : state.quotes[number];
    state.chosen = number;
    panel.classList.add('is-open');
    const form = quoteForm({
      shown, span, article: state.article, body: state.body,
      close: (result, message) => {
        state.form = null;
        paint('draft', []);
        bubble.hidden = true;
        if (result === undefined) {
          choose(number, { focus: true });
        } else {
          afterSaving(number, result, message);
        }
      },
    });
    state.form = form;
    put(panel, form.element);
    form.focus();
  };

  const afterSaving = async (number, quote, message) => {
    announce(message);
    if (number !== null) {
      replaceQuote(number, quote);
      handleOf(number)?.focus({ preventScroll: true });
      return;
    }
    try {
      state.article = await reload();
    } catch (problem) {
      showPanel();
      say(h('p', null, 'The quote is stored, but the article could not be shown again.'), failure(problem));
      return;
    }
    state.quotes = state.article.quotes;
    render();
    choose(state.quotes.findIndex(each => each.id === quote.id), { focus: true });
  };

  // A reader who selects words is offered to add them as a quote.
  const bubble = h('button', { type: 'button', class: 'button button-main bubble', hidden: true }, 'Add as a quote');
  if (!readOnly) {
    document.body.append(bubble);
    bubble.addEventListener('pointerdown', event => event.preventDefault());
    bubble.addEventListener('click', () => {
      const span = selectedSpan(state.body.element, state.body.text);
      bubble.hidden = true;
      if (span) {
        openForm(null, span);
      }
    });
    const onSelection = () => {
      const span = state.form ? null : selectedSpan(state.body.element, state.body.text);
      bubble.hidden = !span;
      if (span) {
        const box = getSelection().getRangeAt(0).getBoundingClientRect();
        bubble.style.left = `${Math.max(8, Math.min(innerWidth - 170, box.left + box.width / 2 - 75)) + scrollX}px`;
        bubble.style.top = `${box.bottom + 10 + scrollY}px`;
      }
    };
    document.addEventListener('selectionchange', onSelection, { signal: context.signal });
    addEventListener('hashchange', () => followAnchor(), { signal: context.signal });
    context.signal.addEventListener('abort', () => {
      bubble.remove();
      ['speaker', 'draft'].forEach(name => paint(name, []));
    });
    holding(() => state.form?.changed() ? 'The quote you are working on is not saved.' : null, context.signal);
  }
  panel.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !state.form && state.chosen !== null) {
      choose(null);
    }
  });

  const followAnchor = () => {
    const match = /^#quote-([0-9a-f-]{36})/.exec(location.hash);
    const number = match ? state.quotes.findIndex(quote => quote.id === match[1]) : -1;
    if (number >= 0) {
      choose(number, { scroll: true, focus: true });
    } else if (match) {
      put(panel, h('p', { class: 'notice' }, 'The quote this link leads to is no longer in this version of the article.'));
      panel.classList.add('is-open');
    }
  };

  return { render, followAnchor };
}

/** Lets a race that was lost be answered in its place; everything else stays a problem. */
function unlessStale(problem) {
  if (problem.status !== 412) {
    throw problem;
  }
  return null;
}

const narrow = () => matchMedia('(max-width: 59.99rem)').matches;

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
