// Articles and quotes as lists show them, and lists that go on as one reads.

import { get } from './api.js';
import { announce, empty, failure, h, loading, put } from './dom.js';
import { marked } from './text.js';
import { capital, count, day, KINDS, short, STATUSES } from './words.js';

const dotted = parts => parts.filter(Boolean).flatMap((part, i) => i === 0 ? [part] : [' · ', part]);

/** Where and when something was printed. */
export function printed(article) {
  return dotted([article.outlet?.name, article.publishedAt && day(article.publishedAt)]);
}

export function articleItem(article) {
  const { headline, fragments = [] } = article.highlights ?? {};
  return h('article', { class: 'item' },
    h('p', { class: 'kicker' }, printed(article), article.version > 1 && h('span', { class: 'tag' }, 'changed since')),
    h('h2', { class: 'item-title' },
      h('a', { href: `/articles/${article.id}`, dir: 'auto' }, headline ? marked(headline) : article.headline || 'Without headline')),
    fragments.length > 0
      ? h('p', { class: 'item-text' }, fragments.flatMap((fragment, i) => [i > 0 && ' … ', marked(fragment)]))
      : article.standfirst && h('p', { class: 'item-text' }, short(article.standfirst, 280)));
}

function speakerLine(quote) {
  const { speaker } = quote;
  if (!speaker) {
    return h('span', { class: 'speaker-unknown' }, 'Speaker not named');
  }
  return speaker.entityId
    ? h('a', { class: 'speaker', dir: 'auto', href: `/entities/${speaker.entityId}` }, speaker.name)
    : h('span', { class: 'speaker', dir: 'auto' }, speaker.name);
}

/** The words of a quote to stand alone: without the comma that led over to "she said". */
export const alone = words => words.replace(/[,،]\s*$/, '');

/** The words of a quote, with a sign where the article said something in between. */
export const saidWords = quote => quote.kind === 'direct' && quote.segments.length > 1
  ? quote.segments.map(segment => alone(segment.text)).join(' … ')
  : alone(quote.content);

export function quoteItem(quote, { speaker = true } = {}) {
  const fragment = quote.highlights?.fragments?.[0];
  const tags = [
    quote.kind !== 'direct' && h('span', { class: 'tag' }, KINDS[quote.kind]?.[0] ?? quote.kind),
    quote.status !== 'extracted' && h('span', { class: `tag tag-${quote.status}` }, STATUSES[quote.status]?.[0]),
  ];
  return h('article', { class: 'item item-quote' },
    h('blockquote', { class: `words words-${quote.kind}` },
      h('p', { dir: 'auto' }, fragment ? marked(alone(fragment)) : short(saidWords(quote), 600))),
    speaker && h('p', { class: 'said-by' }, speakerLine(quote), tags),
    quote.article && h('p', { class: 'kicker' }, printed(quote.article),
      ' · ', h('a', { href: `/articles/${quote.articleId}#quote-${quote.id}`, dir: 'auto' }, quote.article.headline || 'Without headline'),
      !speaker && tags));
}

const wide = matchMedia('(min-width: 60rem)');

wide.addEventListener('change', () => document.querySelectorAll('.folded').forEach(each => { each.open = wide.matches; }));

/**
 * What stands beside a list, and before it on the way through the page: a list without end would never let anybody reach
 * what comes after it. On a small screen it is folded away.
 */
export function rail(title, ...parts) {
  return h('aside', { class: 'rail', 'aria-label': title },
    h('a', { class: 'skip', href: '#results' }, 'Skip to the list'),
    h('details', { class: 'folded', open: wide.matches }, h('summary', null, title), parts));
}

/**
 * A list that fetches its next page as its end comes into sight. `kept` is what an earlier visit had gathered.
 * Gives the first answer to `onFirst`, or null and the problem; `failed` may say in its own words what went wrong.
 */
export function endless({ path, query, item, unit, nothing, signal, onFirst, failed, kept }) {
  const items = h('div', { class: 'items', role: 'feed', 'aria-label': capital(unit[1]), 'aria-busy': 'false' });
  const end = h('div', { class: 'items-end' });
  const element = h('div', null, items, end);
  const state = kept ?? { first: null, results: [], next: null };
  let fetching = false;

  const add = results => results.forEach(result => {
    const node = item(result);
    node.tabIndex = -1;
    node.setAttribute('aria-posinset', items.children.length + 1);
    node.setAttribute('aria-setsize', state.first?.totalRelation === 'eq' ? state.first.total : -1);
    items.append(node);
  });

  const more = async () => {
    if (fetching || !state.next) {
      return;
    }
    fetching = true;
    items.setAttribute('aria-busy', 'true');
    put(end, loading(1));
    try {
      const { data } = await get(state.next, undefined, signal);
      state.results.push(...data.results);
      state.next = data.next;
      add(data.results);
      announce(`${count(data.results.length, ...unit)} more`);
      finish();
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        put(end, failure(problem, more));
      }
    } finally {
      fetching = false;
      items.setAttribute('aria-busy', 'false');
    }
  };

  const sight = new IntersectionObserver(entries => entries.some(entry => entry.isIntersecting) && more(),
    { rootMargin: '600px' });
  signal?.addEventListener('abort', () => sight.disconnect());

  const finish = () => {
    if (state.next) {
      put(end, h('button', { type: 'button', class: 'button', on: { click: more } }, 'Show more'));
      sight.disconnect();
      sight.observe(end);
    } else {
      sight.disconnect();
      put(end, state.results.length > 20 && h('p', { class: 'fine' }, 'That is all.'));
    }
  };

  const begin = first => {
    onFirst?.(first);
    put(items);
    add(state.results);
    items.hidden = state.results.length === 0; // A feed without articles is none.
    if (state.results.length === 0) {
      put(end, nothing ?? empty('Nothing found'));
    } else {
      finish();
    }
  };

  const start = async () => {
    if (kept) {
      begin(state.first);
      return;
    }
    put(items);
    put(end, loading(4));
    items.hidden = true;
    try {
      const { data } = await get(path, query, signal);
      Object.assign(state, { first: { ...data, results: [] }, results: data.results, next: data.next });
      begin(state.first);
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        put(end, failed?.(problem) ?? failure(problem, problem.status >= 500 || problem.status === 0 ? start : null));
        onFirst?.(null, problem);
      }
    }
  };

  return { element, state, ready: start() };
}
