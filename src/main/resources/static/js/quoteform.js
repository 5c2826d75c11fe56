// The form beside an article in which a quote is set right or added.

import { call, get, onceKey, patch } from './api.js';
import { announce, choice, failure, h, plainKey, put } from './dom.js';
import { suggesting } from './combobox.js';
import { paint, rangeOf, selectedSpan } from './marks.js';
import { KINDS, short, STATUSES, TYPES } from './words.js';

/** Where the words, kind and speaker of a quote are set right. Nothing leaves it but by saving or giving up. */
export function quoteForm({ shown, span, article, body, close }) {
  const draft = {
    kind: shown?.kind ?? 'direct',
    segments: shown ? shown.segments.map(({ start, end }) => ({ start, end })) : span ? [span] : [],
    cue: shown?.cue ? { start: shown.cue.start, end: shown.cue.end } : null,
    speaker: shown?.speaker ? { name: shown.speaker.name, entityId: shown.speaker.entityId, mention: shown.speaker.mention } : null,
  };
  const before = JSON.stringify(draft);
  const once = onceKey();
  let etag = null;
  const note = h('div', { class: 'panel-note', role: 'alert' });
  const words = h('div', { class: 'segments' });
  const cue = h('div', { class: 'segment-tools' });

  const paintDraft = () => paint('draft', draft.segments.map(each => rangeOf(body.element, body.text, each)).filter(Boolean));

  const nudge = (segment, side, by) => {
    const moved = body.text.toCodePoints(wordEdge(body.text.text, body.text.toUnits(segment[side]), side, by));
    const next = { ...segment, [side]: moved };
    if (next.start < next.end) {
      Object.assign(segment, next);
      drawWords();
      const list = body.text.slice(segment.start, segment.end).split(/\s+/);
      announce(side === 'start' ? `Starts with ${list[0]}` : `Ends with ${list[list.length - 1]}`);
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

  const plain = (text, action) => h('button', { type: 'button', class: 'plain', on: { click: action } }, text);

  const arrow = (text, label, action, id) => h('button', {
    type: 'button', class: 'plain', 'aria-label': label, data: { id }, on: { click: action },
  }, text);

  const drawWords = () => {
    const focused = document.activeElement?.dataset?.id;
    draft.segments.sort((a, b) => a.start - b.start);
    put(words,
      draft.segments.map((segment, i) => h('div', { class: 'segment', role: 'group', 'aria-label': `Part ${i + 1}` },
        h('p', { class: 'segment-text', dir: 'auto', tabindex: '-1' }, body.text.slice(segment.start, segment.end)),
        h('div', { class: 'segment-ends' },
          h('span', { class: 'fine', 'aria-hidden': 'true' }, 'Start'),
          arrow('←', 'Start one word earlier', () => nudge(segment, 'start', -1), `s-${i}`),
          arrow('→', 'Start one word later', () => nudge(segment, 'start', 1), `s+${i}`),
          h('span', { class: 'fine', 'aria-hidden': 'true' }, 'End'),
          arrow('←', 'End one word earlier', () => nudge(segment, 'end', -1), `e-${i}`),
          arrow('→', 'End one word later', () => nudge(segment, 'end', 1), `e+${i}`)),
        h('p', { class: 'segment-tools' },
          plain('Use selection', () => useSelection(chosen => Object.assign(segment, chosen))),
          draft.segments.length > 1 && plain('Remove', () => { draft.segments.splice(i, 1); drawWords(); })))),
      h('p', { class: 'segment-tools' }, plain(
        draft.segments.length === 0 ? 'Use the words selected in the article' : 'Add selected words as another part',
        () => useSelection(chosen => draft.segments.push(chosen)))));
    put(cue, draft.cue
      ? [h('span', null, `“${body.text.slice(draft.cue.start, draft.cue.end)}” `),
        plain('No cue', () => { draft.cue = null; drawWords(); })]
      : h('span', { class: 'fine' }, 'None '),
    plain('Use selection', () => useSelection(chosen => { draft.cue = chosen; })));
    if (focused) {
      words.querySelector(`[data-id="${focused}"]`)?.focus();
    }
    paintDraft();
  };

  const find = h('input', { type: 'text', id: 'find-words', 'aria-label': 'Words as printed', placeholder: 'type or paste them as printed' });
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
    if (event.key === 'Enter' && plainKey(event)) {
      event.preventDefault();
      findWords();
    }
  });
  const finding = h('details', { class: 'finding', open: !shown && !span }, h('summary', null, 'Find words by typing'),
    find, h('p', { class: 'segment-tools' }, plain('Find and take', findWords)));

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
      put(note, h('p', null, 'Say which words were said: select them in the article, or type them here.'));
      finding.open = true;
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
        await fromServer().then(explainConflict, again => put(note, failure(again)));
      } else {
        put(note, failure(problem));
      }
    } finally {
      submit.disabled = false;
    }
  };

  const explainConflict = theirs => put(note,
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
  h('div', { class: 'field' }, h('span', { class: 'label' }, 'Words'), words, finding),
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
      explainConflict(now);
    }
  });
  drawWords();
  return { element, changed, focus: () => (shown || span ? speaker : find).focus() };
}

/** Where a word begins or ends, one word on from a place in a text or back. */
function wordEdge(text, unit, side, by) {
  const isBlank = i => /\s/.test(text[i]);
  const isEdge = i => i <= 0 || i >= text.length
    || (side === 'start' ? isBlank(i - 1) && !isBlank(i) : !isBlank(i - 1) && isBlank(i));
  let at = unit + by;
  while (at > 0 && at < text.length && !isEdge(at)) {
    at += by;
  }
  return Math.max(0, Math.min(text.length, at));
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

