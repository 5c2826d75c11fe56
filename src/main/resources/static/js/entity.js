// A person, organisation or place: what they are called, what they said, what was said of them, with whom they appear.

import { get, outletList } from './api.js';
import { choice, empty, h, loading, put, settled, svg } from './dom.js';
import { editEntity } from './editing.js';
import { isGone, showGone } from './gone.js';
import { articleItem, endless, quoteItem, rail } from './lists.js';
import { mergeEntity, mergeNotice } from './merging.js';
import { bucketsOf, intervalFor, timeline } from './timeline.js';
import { day, number, typeName, zone } from './words.js';

export const NAME = 'entity';

/** What can be read of them. */
const LISTS = {
  said: { path: id => `/entities/${id}/quotes`, query: { relation: 'by' }, item: quote => quoteItem(quote, { speaker: false }), unit: ['quote', 'quotes'] },
  about: { path: id => `/entities/${id}/quotes`, query: { relation: 'about' }, item: quote => quoteItem(quote), unit: ['quote', 'quotes'] },
  articles: { path: id => `/entities/${id}/articles`, query: {}, item: articleItem, unit: ['article', 'articles'] },
};

const visits = new Map();

export async function show(main, context, quietly) {
  const state = {
    list: LISTS[context.url.searchParams.get('list')] ? context.url.searchParams.get('list') : null,
    q: context.url.searchParams.get('q') ?? '',
  };
  let page = quietly ? main.querySelector('.entity-page')?.page : null;
  if (page?.id !== context.id) {
    put(main, loading(3));
    let answer;
    try {
      answer = await get(`/entities/${context.id}`, null, context.signal);
    } catch (problem) {
      if (!isGone(problem)) {
        throw problem;
      }
      showGone(main, context, problem,
        { 404: 'There is nobody and nothing at this address', 410: 'This name was taken out of the archive' },
        `/entities/${context.id}`);
      return;
    }
    if (answer.data.id !== context.id) {
      context.readdress(`/entities/${answer.data.id}${context.url.search}`);
    }
    page = layout(main, answer.data);
    page.notice = mergeNotice(answer.data, context);
    fillHead(page, answer.data);
  }
  page.context = context;
  const { entity } = page;
  document.title = `${entity.name} · OnRecord`;
  const list = state.list ?? (entity.quoteCount > 0 ? 'said' : 'articles');
  fillList(page, entity, { ...state, list }, context);
  await page.ready;
}

function layout(main, entity) {
  const page = {
    id: entity.id, entity, head: h('header', { class: 'page-head' }), chart: h('div', { class: 'chart' }),
    tools: h('div', { class: 'entity-tools' }), results: h('div'), with: h('div'), outlets: h('div'),
  };
  page.element = h('div', { class: 'entity-page' }, page.head, page.chart,
    h('div', { class: 'search-columns' },
      rail('In company', page.with, page.outlets),
      h('div', { class: 'search-main', id: 'results', tabindex: '-1' }, page.tools, page.results)));
  page.element.page = page;
  put(main, page.element);
  fillChart(page, entity);
  fillCompany(page, entity);
  fillOutlets(page, entity);
  return page;
}

function fillHead(page, entity) {
  const others = entity.names.filter(each => each.name !== entity.name).map(each => each.name);
  put(page.head, page.notice,
    h('p', { class: 'kicker' }, typeName(entity.type), h('button', {
      type: 'button', class: 'plain', on: {
        click: () => editEntity(entity, page.context, changed => {
          page.entity = changed;
          fillHead(page, changed);
          document.title = `${changed.name} · OnRecord`;
        }),
      },
    }, 'Edit'), h('button', { type: 'button', class: 'plain', on: { click: () => mergeEntity(entity, page.context) } }, 'Same as …')),
    h('h1', { tabindex: '-1', dir: 'auto' }, entity.name),
    others.length > 0 && h('p', { class: 'entity-aliases' }, 'also ',
      others.slice(0, 12).flatMap((name, i) => [i > 0 && ', ', h('bdi', null, name)]), others.length > 12 && ' …'),
    entity.description && h('p', { class: 'standfirst', dir: 'auto' }, entity.description),
    h('p', { class: 'entity-facts' },
      h('span', null, h('strong', null, number(entity.quoteCount)), ` ${entity.quoteCount === 1 ? 'quote' : 'quotes'}`),
      h('span', null, 'in ', h('strong', null, number(entity.articleCount)), ` ${entity.articleCount === 1 ? 'article' : 'articles'}`),
      entity.firstSeen && h('span', null, 'since ', day(entity.firstSeen)),
      entity.lastSeen && h('span', null, 'last ', day(entity.lastSeen))));
}

function fillList(page, entity, state, context) {
  page.write = changes => {
    if (!page.element.isConnected) {
      return; // Typed words settle a moment later, when the reader may have gone on.
    }
    const next = { ...state, ...changes };
    const parameters = new URLSearchParams();
    parameters.set('list', next.list);
    if (next.q) {
      parameters.set('q', next.q);
    }
    context.go(`/entities/${entity.id}?${parameters}`, { quietly: true, replace: 'q' in changes });
  };
  const there = page.tools.querySelector('input[type="search"]');
  if (there) {
    page.tools.querySelectorAll('input[type="radio"]').forEach(radio => { radio.checked = radio.value === state.list; });
    if (document.activeElement !== there) {
      there.value = state.q;
    }
  } else {
    put(page.tools,
      choice('list', 'Show', entity.type === 'person'
        ? [['said', 'They said'], ['about', 'Said of them'], ['articles', 'Articles']]
        : [['said', 'It said'], ['about', 'Said of it'], ['articles', 'Articles']], state.list, list => page.write({ list })),
      h('input', {
        type: 'search', value: state.q, placeholder: 'Search in these', 'aria-label': 'Search in these', maxlength: '2000',
        on: { input: settled(event => page.write({ q: event.target.value.trim() }), 300) },
      }));
  }
  const kind = LISTS[state.list];
  const kept = context.returning ? visits.get(context.key) : undefined;
  const list = endless({
    path: kind.path(entity.id), item: kind.item, unit: kind.unit, signal: context.signal, kept,
    query: { ...kind.query, q: state.q, highlight: state.q ? true : null, sort: '-publishedAt', limit: 20 },
    nothing: empty(state.q ? `Nothing found for “${state.q}”` : {
      said: 'No words of theirs are in the archive', about: 'Nobody quoted here speaks of them', articles: 'No article names them',
    }[state.list]),
  });
  put(page.results, list.element);
  page.ready = list.ready;
  context.onLeaving(key => list.state.first && visits.set(key, list.state));
}

async function fillChart(page, entity) {
  const ask = async (path, query) => bucketsOf((await get(path, { ...query, tz: zone() })).data);
  try {
    const mentioned = `/entities/${entity.id}/timeline`;
    const months = await ask(mentioned, { interval: 'month' });
    const interval = intervalFor(months);
    const articles = interval === 'month' ? months : await ask(mentioned, { interval });
    if (articles.length < 2) {
      page.chart.remove();
      return;
    }
    const quotes = await ask('/quotes/timeline', {
      speaker: entity.id, interval,
      from: articles[0].start.toISOString(), to: articles[articles.length - 1].end.toISOString(),
    });
    const spoken = new Map(quotes.map(bucket => [bucket.start.getTime(), bucket.count]));
    put(page.chart, timeline(
      articles.map(bucket => ({ ...bucket, count: spoken.get(bucket.start.getTime()) ?? 0, more: bucket.count })), {
        label: 'Quoted and named over time', unit: ['quote', 'quotes'],
        legend: [h('span', { class: 'timeline-key' }, 'quotes'), h('span', { class: 'timeline-key timeline-key-more' }, 'articles')],
      }));
  } catch {
    page.chart.remove();
  }
}

async function fillCompany(page, entity) {
  try {
    const { data } = await get(`/entities/${entity.id}/cooccurring`, { limit: 12 });
    put(page.with, data.results.length > 0 && [
      barsTitle('Appears with'),
      bars(data.results.map(each => ({
        link: `/entities/${each.id}`, name: each.name, value: each.articleCount,
      }))),
    ]);
  } catch {
    put(page.with);
  }
}

async function fillOutlets(page, entity) {
  try {
    const { data } = await get(`/entities/${entity.id}/articles`, { limit: 1, facet: 'outlet', facetSize: 8 });
    const outlets = data.facets?.outlet ?? [];
    const called = new Map((await outletList()).map(each => [each.slug, each.name]));
    put(page.outlets, outlets.length > 0 && [
      barsTitle('Printed in'),
      bars(outlets.map(each => ({
        link: `/?outlet=${encodeURIComponent(each.value)}&entity=${entity.id}`, name: called.get(each.value) ?? each.label, value: each.count,
      }))),
    ]);
  } catch {
    put(page.outlets);
  }
}

const barsTitle = text => h('div', { class: 'bars-title' },
  h('h2', { class: 'panel-title' }, text), h('span', { class: 'count', 'aria-hidden': 'true' }, 'articles'));

function bars(rows) {
  const most = Math.max(1, ...rows.map(row => row.value));
  return h('ol', { class: 'bars' }, rows.map(row => h('li', null,
    h('p', { class: 'bar-head' }, h('a', { href: row.link, dir: 'auto' }, row.name),
      h('span', { class: 'count' }, number(row.value), h('span', { class: 'unseen' }, row.value === 1 ? ' article' : ' articles'))),
    svg('svg', { viewBox: '0 0 100 4', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svg('rect', { class: 'bar-ground', width: 100, height: 4 }), svg('rect', { width: row.value / most * 100, height: 4 })))));
}
