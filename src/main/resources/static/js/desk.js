// The desk beside an article: what was said by whom, and saying whether that is right.

import { call, get, onceKey, patch } from './api.js';
import { announce, choice, failure, h, plainKey, put, svg } from './dom.js';
import { suggesting } from './combobox.js';
import { saidWords } from './lists.js';
import { annotated, paint, quoteLabel, rangeOf, selectedSpan } from './marks.js';
import { textDirective } from './text.js';
import { count, dayText, KINDS, percent, short, STATUSES, TYPES } from './words.js';

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
    if (state.form) {
      return;
    }
    light(number);
    state.chosen = number;
    state.pinned = pin && number !== null;
    panel.classList.toggle('is-open', state.pinned);
    showPanel();
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
      h('blockquote', { class: `words words-${quote.kind}` }, h('p', null, short(saidWords(quote), 420))),
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

  const same = (a, b) => JSON.stringify([a.kind, a.segments, a.cue, a.speaker, a.status])
    === JSON.stringify([b.kind, b.segments, b.cue, b.speaker, b.status]);

  const replaceQuote = (number, quote) => {
    const focused = document.activeElement?.dataset?.handle === String(number)
      || panel.contains(document.activeElement);
    state.quotes[number] = quote;
    state.body && render();
    choose(number, { focus: focused });
  };

  const decide = async (number, status) => {
    const shown = state.quotes[number];
    if (shown.status === status) {
      return;
    }
    try {
      const { data: now, etag } = await get(`/quotes/${shown.id}`);
      if (!same(now, shown)) {
        replaceQuote(number, now);
        say(h('p', null, 'Somebody changed this quote since you opened the page. What you see now is theirs; '
          + 'nothing of yours was stored. Look again and decide.'));
        return;
      }
      const { data } = await patch(`/quotes/${shown.id}`, etag, { status });
      replaceQuote(number, data);
      announce(`${STATUSES[status][0]}.`);
    } catch (problem) {
      if (problem.status === 412) {
        const { data: now } = await get(`/quotes/${shown.id}`);
        replaceQuote(number, now);
        say(h('p', null, 'Somebody changed this quote at the same moment. What you see now is theirs.'));
      } else {
        say(failure(problem));
      }
    }
  };

  // --------------------------------------------------------------------------------------------------------- copying

  const copy = async number => {
    const quote = state.quotes[number];
    const link = quote.id
      ? `${location.origin}/articles/${state.article.id}#quote-${quote.id}${textDirective(quote.segments[0].text)}`
      : null;
    const source = state.article.url ? state.article.url.split('#')[0] + `#${textDirective(quote.segments[0].text)}` : null;
    const words = quote.kind === 'direct' ? `“${saidWords(quote)}”` : quote.content;
    const text = [
      `${words} — ${quote.speaker?.name ?? 'speaker not named'}`,
      [state.article.outlet?.name, state.article.headline && `“${state.article.headline}”`,
        dayText(state.article.publishedAt)].filter(Boolean).join(', '),
      source, link,
    ].filter(Boolean).join('\n');
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
    announce('Quote with citation copied.');
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
    state.article = await reload();
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
    document.addEventListener('selectionchange', onSelection);
    context.signal.addEventListener('abort', () => {
      document.removeEventListener('selectionchange', onSelection);
      bubble.remove();
      ['speaker', 'draft'].forEach(name => paint(name, []));
    });
    context.keep({ unsaved: () => state.form?.changed() ? 'The quote you are working on is not saved.' : null });
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

const narrow = () => matchMedia('(max-width: 59.99rem)').matches;

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Where the words, kind and speaker of a quote are set right. Nothing leaves it but by saving or giving up. */
function quoteForm({ shown, span, article, body, close }) {
  const draft = {
    kind: shown?.kind ?? 'direct',
    segments: shown ? shown.segments.map(({ start, end }) => ({ start, end })) : span ? [span] : [],
    cue: shown?.cue ? { start: shown.cue.start, end: shown.cue.end } : null,
    speaker: shown?.speaker ? { name: shown.speaker.name, entityId: shown.speaker.entityId, mention: shown.speaker.mention } : null,
  };
  const before = JSON.stringify(draft);
  const once = onceKey();
  let etag = null;
  let theirs = null;
  const note = h('div', { class: 'panel-note', role: 'alert' });
  const words = h('div', { class: 'segments' });
  const cue = h('div', { class: 'segment-tools' });

  const paintDraft = () => paint('draft', draft.segments.map(each => rangeOf(body.element, body.text, each)).filter(Boolean));

  const wordAt = (unit, by) => {
    const { text } = body.text;
    let at = unit + by;
    const isEdge = i => i <= 0 || i >= text.length || (/\s/.test(text[i - 1]) !== /\s/.test(text[i]) && !/\s/.test(text[by > 0 ? i - 1 : i]));
    while (at > 0 && at < text.length && !isEdge(at)) {
      at += by;
    }
    return Math.max(0, Math.min(text.length, at));
  };

  const nudge = (segment, side, by) => {
    const moved = body.text.toCodePoints(wordAt(body.text.toUnits(segment[side]), by));
    const next = { ...segment, [side]: moved };
    if (next.start < next.end) {
      Object.assign(segment, next);
      drawWords();
    }
  };

  const useSelection = action => {
    const chosen = selectedSpan(body.element, body.text);
    if (chosen) {
      action(chosen);
      drawWords();
    } else {
      put(note, h('p', null, 'Select the words in the article first.'));
    }
  };

  const arrow = (text, label, action, id) => h('button', {
    type: 'button', class: 'plain', 'aria-label': label, data: { id }, on: { click: action },
  }, text);

  const drawWords = () => {
    const focused = document.activeElement?.dataset?.id;
    draft.segments.sort((a, b) => a.start - b.start);
    put(words,
      draft.segments.map((segment, i) => h('div', { class: 'segment' },
        h('p', { class: 'segment-text', tabindex: '-1' }, body.text.slice(segment.start, segment.end)),
        h('p', { class: 'segment-tools' },
          h('span', { class: 'fine' }, 'Start'),
          arrow('←', 'Start one word earlier', () => nudge(segment, 'start', -1), `s-${i}`),
          arrow('→', 'Start one word later', () => nudge(segment, 'start', 1), `s+${i}`),
          h('span', { class: 'fine' }, 'End'),
          arrow('←', 'End one word earlier', () => nudge(segment, 'end', -1), `e-${i}`),
          arrow('→', 'End one word later', () => nudge(segment, 'end', 1), `e+${i}`),
          h('button', {
            type: 'button', class: 'plain', on: { click: () => useSelection(chosen => Object.assign(segment, chosen)) },
          }, 'Use selection'),
          draft.segments.length > 1 && h('button', {
            type: 'button', class: 'plain', on: { click: () => { draft.segments.splice(i, 1); drawWords(); } },
          }, 'Remove')))),
      h('p', { class: 'segment-tools' }, h('button', {
        type: 'button', class: 'plain', on: { click: () => useSelection(chosen => draft.segments.push(chosen)) },
      }, draft.segments.length === 0 ? 'Use the words selected in the article' : 'Add selected words as another part')));
    put(cue, draft.cue
      ? [h('span', null, `“${body.text.slice(draft.cue.start, draft.cue.end)}” `),
        h('button', { type: 'button', class: 'plain', on: { click: () => { draft.cue = null; drawWords(); } } }, 'No cue')]
      : h('span', { class: 'fine' }, 'None '),
    h('button', { type: 'button', class: 'plain', on: { click: () => useSelection(chosen => { draft.cue = chosen; }) } },
      'Use selection'));
    if (focused) {
      words.querySelector(`[data-id="${focused}"]`)?.focus();
    }
    paintDraft();
  };

  const find = h('input', { type: 'text', id: 'find-words', placeholder: 'type or paste the words as printed' });
  const findWords = () => {
    const wanted = find.value.trim();
    const at = wanted === '' ? -1 : article.body.indexOf(wanted);
    if (at < 0) {
      put(note, h('p', null, 'These words are not in the article, letter by letter.'));
      return;
    }
    put(note);
    draft.segments.push({ start: body.text.toCodePoints(at), end: body.text.toCodePoints(at + wanted.length) });
    find.value = '';
    drawWords();
    announce('Found and taken.');
  };
  find.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      findWords();
    }
  });

  const speaker = h('input', {
    type: 'text', id: 'speaker', value: draft.speaker?.name ?? '', placeholder: 'leave empty if nobody is named',
    maxlength: '300',
  });
  speaker.addEventListener('input', () => {
    draft.speaker = speaker.value.trim() === '' ? null : { name: speaker.value.trim() };
  });
  const speakerField = h('div', { class: 'field' }, h('label', { for: 'speaker' }, 'Speaker'), speaker);
  suggesting(speaker, (typed, signal) => speakersLike(article, typed, signal), option => {
    speaker.value = option.label;
    draft.speaker = { name: option.label, entityId: option.id };
  });

  const fromServer = async () => {
    if (shown) {
      const fresh = await get(`/quotes/${shown.id}`);
      etag = fresh.etag;
      return fresh.data;
    }
    return null;
  };

  const request = () => ({
    kind: draft.kind,
    segments: draft.segments,
    cue: draft.cue,
    speaker: draft.speaker && {
      ...(draft.speaker.entityId ? { entityId: draft.speaker.entityId } : { name: draft.speaker.name }),
      ...(draft.speaker.mention ? { mention: { start: draft.speaker.mention.start, end: draft.speaker.mention.end } } : {}),
    },
  });

  const changesOnly = () => {
    const all = request();
    const was = JSON.parse(before);
    const changed = {};
    for (const part of ['kind', 'segments', 'cue', 'speaker']) {
      if (JSON.stringify(draft[part]) !== JSON.stringify(was[part])) {
        changed[part] = all[part];
      }
    }
    return changed;
  };

  const save = async () => {
    if (draft.segments.length === 0) {
      put(note, h('p', null, 'Say which words were said: select them in the article, or type them below.'));
      find.focus();
      return;
    }
    submit.disabled = true;
    try {
      if (shown) {
        await opened;
        const { data } = await patch(`/quotes/${shown.id}`, etag, changesOnly());
        close(data, 'Saved.');
      } else {
        const { data } = await call('POST', '/quotes', {
          body: { articleId: article.id, ...withoutNulls(request()) }, once, query: { refresh: 'wait' },
        });
        close(data, 'Quote added.');
      }
    } catch (problem) {
      if (problem.status === 412) {
        theirs = await fromServer();
        explainConflict();
      } else {
        put(note, failure(problem));
      }
    } finally {
      submit.disabled = false;
    }
  };

  const explainConflict = () => put(note,
    h('p', null, h('strong', null, 'Somebody else changed this quote while you worked on it.'),
      ' What you entered is still here and not stored yet.'),
    h('p', null, 'It now reads: ', h('q', null, short(theirs.content, 200)), ` — ${theirs.speaker?.name ?? 'speaker not named'} (${
      STATUSES[theirs.status][0].toLowerCase()}).`),
    h('p', { class: 'actions' },
      h('button', { type: 'button', class: 'button button-main', on: { click: save } }, 'Save mine over it'),
      h('button', { type: 'button', class: 'button', on: { click: () => close(theirs, 'Theirs kept.') } }, 'Take theirs')));

  const submit = h('button', { class: 'button button-main' }, 'Save ', h('kbd', { 'aria-hidden': 'true' }, 'Ctrl ↵'));
  const element = h('form', {
    class: 'quote-form', 'aria-label': shown ? 'Correct this quote' : 'Add a quote',
    on: {
      submit: event => { event.preventDefault(); save(); },
      keydown: event => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.preventDefault();
          giveUp();
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          save();
        }
      },
    },
  },
  h('h2', { class: 'panel-title' }, shown ? 'Correct this quote' : 'Add a quote'),
  h('div', { class: 'field' }, h('span', { class: 'label' }, 'Words'), words,
    h('label', { for: 'find-words', class: 'fine' }, 'Or find them by typing'), find,
    h('p', { class: 'segment-tools' }, h('button', { type: 'button', class: 'plain', on: { click: findWords } }, 'Find and take'))),
  h('div', { class: 'field' }, h('span', { class: 'label' }, 'Kind'),
    choice('kind', 'Kind', Object.entries(KINDS).map(([kind, [name]]) => [kind, name]), draft.kind,
      kind => { draft.kind = kind; })),
  speakerField,
  h('div', { class: 'field' }, h('span', { class: 'label' }, 'Cue'), cue),
  note,
  h('p', { class: 'actions' }, submit,
    h('button', { type: 'button', class: 'button', on: { click: () => giveUp() } }, 'Cancel')));

  const changed = () => JSON.stringify(draft) !== before || find.value !== '';
  const giveUp = () => {
    if (!changed() || confirm('Throw away what you entered?')) {
      close();
    }
  };
  const opened = fromServer().catch(problem => put(note, failure(problem)));
  opened.then(now => {
    if (now && shown && now.status !== undefined && JSON.stringify([now.segments, now.speaker]) !== JSON.stringify([shown.segments, shown.speaker])) {
      theirs = now;
      explainConflict();
    }
  });
  drawWords();
  return { element, changed, focus: () => (shown || span ? speaker : find).focus() };
}

function withoutNulls(body) {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}

/** Those in the article first, then whom the archive knows. */
async function speakersLike(article, typed, signal) {
  const wanted = typed.trim().toLowerCase();
  const here = (article.entities ?? [])
    .filter(entity => entity.id && (entity.type === 'person' || entity.type === 'organisation')
      && entity.name.toLowerCase().includes(wanted))
    .slice(0, 6)
    .map(entity => ({ label: entity.name, detail: 'in this article', id: entity.id }));
  if (wanted.length < 2) {
    return here;
  }
  const { data } = await get('/suggest', { q: typed }, signal).catch(() => ({ data: { results: [] } }));
  const known = data.results
    .filter(each => each.id && !here.some(entity => entity.id === each.id))
    .map(each => ({ label: each.name, detail: TYPES[each.type]?.[0], id: each.id }));
  return [...here, ...known].slice(0, 8);
}

