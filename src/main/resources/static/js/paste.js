// Taking in an article: paste it, watch it being read, then keep it.

import { call, onceKey, outletList } from './api.js';
import { head, removedList } from './article.js';
import { suggesting } from './combobox.js';
import { desk } from './desk.js';
import { announce, failure, h, loading, put, settled } from './dom.js';
import { count } from './words.js';

export const NAME = 'paste';

const DRAFT = 'onrecord.draft';

export async function show(main, context) {
  document.title = 'Add an article · OnRecord';
  const draft = JSON.parse(sessionStorage.getItem(DRAFT) ?? '{}');
  let once = onceKey();

  const text = h('textarea', {
    id: 'pasted', rows: '12', spellcheck: 'false', required: true,
    placeholder: 'The headline on the first line, then the article as it was printed. Advertisements and links between its paragraphs do no harm.',
  });
  text.value = draft.text ?? '';
  const outlet = h('input', { type: 'text', id: 'outlet', value: draft.outlet ?? '', maxlength: '200' });
  const url = h('input', { type: 'url', id: 'url', value: draft.url ?? '', maxlength: '2048', placeholder: 'https://' });
  const published = h('input', { type: 'datetime-local', id: 'published', value: draft.published ?? '' });
  const section = h('input', { type: 'text', id: 'section', value: draft.section ?? '', maxlength: '200' });
  const preview = h('div', { class: 'preview', 'aria-live': 'off' });
  const note = h('div', { role: 'alert' });
  const saveButton = h('button', { class: 'button button-main' }, 'Keep in the archive');

  const keepDraft = () => {
    once = onceKey();
    sessionStorage.setItem(DRAFT, JSON.stringify({
      text: text.value, outlet: outlet.value, url: url.value, published: published.value, section: section.value,
    }));
  };

  let running = null;
  const analyse = async () => {
    running?.abort();
    const pasted = text.value;
    if (pasted.trim() === '') {
      put(preview);
      return;
    }
    running = new AbortController();
    const { signal } = running;
    put(preview, h('p', { class: 'fine' }, 'Reading …'), loading(3));
    try {
      const { data } = await call('POST', '/extract', {
        body: pasted, type: typeOf(pasted), query: { explain: true }, signal,
      });
      showPreview(data);
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        put(preview, failure(problem, analyse));
      }
    }
  };

  const showPreview = data => {
    const place = h('div', { class: 'body-place' });
    const panel = h('aside', { class: 'panel', 'aria-label': 'What was found' });
    // Entities have no ids yet; a speaker points at a place in their list.
    const quotes = data.quotes;
    put(preview, h('div', { class: 'article-page' },
      h('article', { class: 'story story-preview' }, head({ ...data, outlet: null, section: null }),
        place, data.removed.length > 0 && h('details', { class: 'removed-details' },
          h('summary', null, `${count(data.removed.length, 'passage')} left out`), removedList(data.removed))),
      panel));
    const work = desk({
      article: { ...data, quotes }, place, panel, context, readOnly: true,
    });
    work.render();
    if (data.publishedAt && published.value === '') {
      published.value = localTime(new Date(data.publishedAt));
    }
    announce(`${count(quotes.length, 'quote')} and ${count(data.entities.length, 'name')} found.`);
  };

  const save = async () => {
    saveButton.disabled = true;
    put(note);
    try {
      const slug = await outletSlug(outlet.value);
      const { data } = await call('POST', '/articles', {
        body: text.value, type: typeOf(text.value), once,
        query: {
          outlet: slug, url: url.value.trim(), section: section.value.trim(),
          publishedAt: published.value ? new Date(published.value).toISOString() : '', refresh: 'wait',
        },
      });
      sessionStorage.removeItem(DRAFT);
      text.value = '';
      context.go(`/articles/${data.id}`);
      announce({ created: 'Kept.', unchanged: 'The archive had this article already.', versioned: 'Kept as a new version.' }[data.result] ?? 'Kept.');
    } catch (problem) {
      put(note, failure(problem), problem.body?.existing && h('p', null,
        h('a', { href: problem.body.existing.replace('/api/v1', '') }, 'The article that is there already')));
      note.scrollIntoView({ block: 'nearest' });
    } finally {
      saveButton.disabled = false;
    }
  };

  const later = settled(analyse, 500);
  const form = h('form', {
    class: 'paste', on: {
      submit: event => { event.preventDefault(); save(); },
      input: keepDraft,
      keydown: event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          save();
        }
      },
    },
  },
  h('div', { class: 'field field-wide' }, h('label', { for: 'pasted' }, 'Article'), text),
  h('div', { class: 'paste-about' },
    field('outlet', 'Outlet', outlet), field('section', 'Section', section),
    field('published', 'Published', published), field('url', 'Address', url)),
  note,
  h('p', { class: 'actions' }, saveButton,
    h('span', { class: 'fine' }, 'Nothing is stored before that. ', h('kbd', null, 'Ctrl ↵'))));
  text.addEventListener('input', later);

  put(main,
    h('div', { class: 'page-head' },
      h('h1', { tabindex: '-1' }, 'Add an article'),
      h('p', { class: 'standfirst' }, 'Paste it as it is. OnRecord takes out what does not belong to it and shows who says what.')),
    form, preview);
  suggesting(outlet, outletsLike, option => { outlet.value = option.label; keepDraft(); });
  if (text.value) {
    await analyse();
  }
}

const field = (id, label, input) => h('div', { class: 'field' }, h('label', { for: id }, label), input);

const typeOf = pasted => /^\s*<(?:!doctype|html)/i.test(pasted) ? 'text/html' : 'text/plain;charset=UTF-8';

/** The moment as a datetime-local field takes it: in the viewer's zone, without saying so. */
function localTime(date) {
  const two = value => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

async function outletsLike(typed) {
  const wanted = typed.trim().toLowerCase();
  return (await outletList()).filter(each => each.name.toLowerCase().includes(wanted) || each.slug.includes(wanted))
    .slice(0, 8).map(each => ({ label: each.name, detail: each.slug }));
}

/** The slug of the outlet somebody typed; one that is new is added under the name as typed. */
async function outletSlug(typed) {
  const name = typed.trim();
  if (name === '') {
    return '';
  }
  const there = (await outletList()).find(each => each.name.toLowerCase() === name.toLowerCase() || each.slug === name);
  if (there) {
    return there.slug;
  }
  const slug = name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
    .replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60);
  try {
    await call('POST', '/outlets', { body: { slug, name } });
  } catch (problem) {
    if (problem.status !== 409) {
      throw problem;
    }
  }
  outletList({ again: true });
  return slug;
}
