// Searching the archive. The address bar holds everything that decides what is shown.

import { access, address, file, get, outletList } from './api.js';
import { suggesting } from './combobox.js';
import { announce, choice, empty, failure, h, put } from './dom.js';
import { articleItem, endless, quoteItem, rail } from './lists.js';
import { bucketsOf, intervalFor, timeline } from './timeline.js';
import { capital, count, dateText, KINDS, number, STATUSES, total, typeName, zone } from './words.js';

export const NAME = 'search';

/** What can be looked for, and the filters it knows. */
const SHOWN = {
  articles: {
    path: '/articles', item: articleItem, unit: ['article', 'articles'],
    facets: ['outlet', 'section', 'speaker', 'entity', 'tag'],
  },
  quotes: {
    path: '/quotes', item: quote => quoteItem(quote), unit: ['quote', 'quotes'],
    facets: ['speaker', 'outlet', 'kind', 'status', 'section'],
  },
};

const FILTERS = ['outlet', 'section', 'tag', 'language', 'speaker', 'entity', 'about', 'kind', 'status'];

const LABELS = {
  outlet: 'Outlet', section: 'Section', tag: 'Tag', language: 'Language', speaker: 'Speaker', entity: 'Named',
  about: 'About', kind: 'Kind of quote', status: 'Review',
};

/** What a visit had gathered, by its place in the history, so that going back shows what was there. */
const visits = new Map();

/** How values of filters are called, as far as facets and suggestions told. */
const names = new Map();

export async function show(main, context, quietly) {
  const state = read(context.url);
  const kind = SHOWN[state.show];
  document.title = state.q ? `${state.q} · OnRecord` : 'OnRecord';
  const kept = context.returning ? visits.get(context.key) : undefined;

  const change = (changes, options) => context.go(write({ ...state, ...changes }), { quietly: true, ...options });
  const page = quietly && main.querySelector('.search-page') ? reuse(main) : layout(main);
  fillBox(page, state, change, context);
  fillTools(page, state, change);
  fillChips(page, state, change);

  const about = page.about;
  put(about);
  const list = endless({
    path: kind.path, kept: kept?.list, signal: context.signal, item: kind.item, unit: kind.unit,
    query: { ...query(state), limit: 20, highlight: state.q ? true : null, facet: kind.facets.join(','), facetSize: 8 },
    nothing: nothing(state),
    onFirst: (first, problem) => {
      put(about, first?.total > 0 && summary(state, first), first && warnings(first));
      fillFacets(page, state, first?.facets ?? {}, change);
      page.box.querySelector('input').setAttribute('aria-invalid', String(isOfQuery(problem)));
      if (first) {
        announce(`${total(first)} ${first.total === 1 ? kind.unit[0] : kind.unit[1]} found`);
      }
    },
    failed: problem => isOfQuery(problem)
      ? empty('This search cannot be read', problem.errors.map(fault => h('p', null, fault.message))) : null,
  });
  put(page.results, list.element);
  const chart = fillTimeline(page, state, kind, change, context, kept);
  context.onLeaving(key => visits.set(key, { list: list.state.first ? list.state : undefined, buckets: chart.buckets }));
  await list.ready;
}

/** Whether the words in the box are at fault, and nothing else. */
const isOfQuery = problem => problem?.status === 400
  && Boolean(problem.errors?.length) && problem.errors.every(fault => fault.parameter === 'q');

// ------------------------------------------------------------------------------------------------- state and address

export function read(url) {
  const parameters = url.searchParams;
  const state = {
    show: parameters.get('show') === 'quotes' ? 'quotes' : 'articles',
    q: parameters.get('q') ?? '', from: parameters.get('from') ?? '', to: parameters.get('to') ?? '',
    sort: parameters.get('sort') ?? '', hasQuotes: parameters.get('hasQuotes') ?? '',
  };
  for (const filter of FILTERS) {
    state[filter] = parameters.getAll(filter);
    state[`not.${filter}`] = parameters.getAll(`not.${filter}`);
  }
  return state;
}

export function write(state) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each && !(name === 'show' && each === 'articles')) {
        parameters.append(name, each);
      }
    }
  }
  const text = parameters.toString();
  return text ? `/?${text}` : '/';
}

/** What the API is asked: all of it, but what one kind of result does not know. */
function query({ show: kind, hasQuotes, status, 'not.status': notStatus, ...state }) {
  return kind === 'quotes' ? { ...state, status, 'not.status': notStatus } : { ...state, hasQuotes };
}

// ------------------------------------------------------------------------------------------------------------- parts

function layout(main) {
  const page = {
    box: h('div', { class: 'box' }), tools: h('div', { class: 'list-tools' }), chips: h('div', { class: 'chips-line' }),
    chart: h('div', { class: 'chart' }), about: h('p', { class: 'about', 'aria-live': 'off' }),
    results: h('div', { class: 'results' }), facets: h('div', { class: 'facets' }),
  };
  page.rail = rail('Filters', page.facets);
  const element = h('div', { class: 'search-page' },
    h('h1', { class: 'unseen', tabindex: '-1' }, 'Search the archive'), page.box, page.chart,
    h('div', { class: 'search-columns' },
      page.rail,
      h('div', { class: 'search-main', id: 'results', tabindex: '-1' }, page.tools, page.chips, page.about, page.results)));
  element.page = page;
  put(main, element);
  return page;
}

const reuse = main => main.querySelector('.search-page').page;

function fillBox(page, state, change, context) {
  const there = page.box.querySelector('input');
  page.change = change;
  page.state = state;
  if (there) {
    if (document.activeElement !== there) {
      there.value = state.q;
    }
    return;
  }
  const input = h('input', {
    type: 'search', id: 'q', name: 'q', value: state.q, placeholder: 'Words, "a phrase", speaker:name, -without',
    'aria-label': 'Search', enterkeyhint: 'search', maxlength: '2000', spellcheck: 'false',
  });
  const suggestions = h('div', { class: 'box-field' }, input);
  const form = h('form', {
    role: 'search', class: 'box-form',
    on: {
      submit: event => {
        event.preventDefault();
        closer.close();
        page.change({ q: input.value.trim(), sort: page.state.sort === 'relevance' && !input.value.trim() ? '' : page.state.sort });
      },
    },
  }, suggestions, h('button', { class: 'button button-main' }, 'Search'));
  const closer = suggesting(input, suggest, option => {
    if (option.outlet) {
      names.set(`outlet ${option.outlet}`, option.label);
      input.value = '';
      page.change({ q: '', outlet: [...page.state.outlet, option.outlet] });
    } else {
      input.value = '';
      context.go(`/entities/${option.id}`);
    }
  });
  input.addEventListener('search', () => input.value === '' && page.state.q !== '' && page.change({ q: '' }));
  put(page.box, form);
}

async function suggest(typed, signal) {
  if (typed.trim().length < 2) {
    return [];
  }
  const { data } = await get('/suggest', { q: typed.trim() }, signal);
  return data.results.map(each => each.type === 'outlet' || each.slug
    ? { label: each.name, detail: 'Outlet', outlet: each.slug }
    : { label: each.name, detail: typeName(each.type), id: each.id });
}

function fillTools(page, state, change) {
  const orders = [
    state.q && ['relevance', 'Best first'], ['-publishedAt', 'Newest first'], ['publishedAt', 'Oldest first'],
  ].filter(Boolean);
  const chosen = state.sort || (state.q ? 'relevance' : '-publishedAt');
  put(page.tools,
    choice('show', 'Show', [['articles', 'Articles'], ['quotes', 'Quotes']], state.show,
      value => change({ show: value, status: [], hasQuotes: '' })),
    h('label', { class: 'sort' }, h('span', { class: 'unseen' }, 'Order'),
      h('select', { on: { change: event => change({ sort: event.target.value }) } },
        orders.map(([value, text]) => h('option', { value, selected: value === chosen }, text)))));
}

function fillChips(page, state, change) {
  const chips = [];
  for (const filter of FILTERS) {
    for (const [name, not] of [[filter, false], [`not.${filter}`, true]]) {
      state[name].forEach(value => chips.push(chip(
        `${not ? 'Not ' : ''}${not ? LABELS[filter].toLowerCase() : LABELS[filter]}: ${valueText(filter, value)}`,
        () => change({ [name]: state[name].filter(each => each !== value) }))));
    }
  }
  if (state.from || state.to) {
    chips.push(chip(stretchText(state), () => change({ from: '', to: '' })));
  }
  if (state.hasQuotes) {
    chips.push(chip(state.hasQuotes === 'true' ? 'With quotes' : 'Without quotes', () => change({ hasQuotes: '' })));
  }
  const drawn = chips.map(each => each.textContent).join('\n');
  if (page.chipsFor === state && page.chipsDrawn === drawn) {
    return;
  }
  Object.assign(page, { chipsFor: state, chipsDrawn: drawn });
  put(page.chips, chips.length > 0 && h('ul', { class: 'chips', 'aria-label': 'Filters set' },
    chips.map(each => h('li', null, each)),
    chips.length > 1 && h('li', null, h('button', {
      type: 'button', class: 'plain', on: { click: () => change(Object.fromEntries([
        ...FILTERS.flatMap(filter => [[filter, []], [`not.${filter}`, []]]), ['from', ''], ['to', ''], ['hasQuotes', ''],
      ])) },
    }, 'Clear all'))));
}

const chip = (text, remove) => h('button', { type: 'button', class: 'chip chip-set', on: { click: remove } },
  h('span', null, text), h('span', { 'aria-hidden': 'true' }, ' ✕'), h('span', { class: 'unseen' }, ' (remove)'));

function valueText(filter, value) {
  return filter === 'kind' ? KINDS[value]?.[0] ?? value
    : filter === 'status' ? STATUSES[value]?.[0] ?? value
      : names.get(`${filter} ${value}`) ?? (/^[0-9a-f-]{36}$/.test(value) ? 'chosen' : value);
}

/** Half-open as the API takes it, but said with the last day that belongs to it. */
function stretchText({ from, to }) {
  const back = /^P(\d+)([DWMY])$/.exec(from);
  if (back && !to) {
    return `The last ${count(Number(back[1]), { D: 'day', W: 'week', M: 'month', Y: 'year' }[back[2]])}`;
  }
  const first = from && dateText(from, 0);
  const last = to && dateText(to, -1);
  return from && to ? `${first} – ${last}` : from ? `Since ${first}` : `Until ${last}`;
}

async function fillFacets(page, state, facets, change) {
  for (const [filter, values] of Object.entries(facets)) {
    values.forEach(({ value, label }) => filter === 'outlet' || names.set(`${filter} ${value}`, label));
  }
  (await outletList()).forEach(({ slug, name }) => names.set(`outlet ${slug}`, name));
  await nameChosen(state);
  if (page.state !== state) {
    return;
  }
  fillChips(page, state, change);
  const groups = SHOWN[state.show].facets
    .filter(filter => facets[filter]?.length > 1 || (facets[filter]?.length === 1 && state[filter].length > 0));
  page.rail.hidden = groups.length === 0;
  put(page.facets, groups.map(filter =>
    h('section', { class: 'facet' },
      h('h2', null, LABELS[filter]),
      h('ul', { class: 'chips' }, facets[filter].map(each => facetChip(filter, each, state, change))))));
}

/** A value to narrow down to, or to leave out. */
function facetChip(filter, { value, count: hits }, state, change) {
  const on = state[filter].includes(value);
  const text = valueText(filter, value);
  const without = `not.${filter}`;
  return h('li', { class: 'facet-value' },
    h('button', {
      type: 'button', class: 'chip', 'aria-pressed': String(on),
      on: { click: () => change({ [filter]: on ? state[filter].filter(each => each !== value) : [...state[filter], value] }) },
    }, h('span', { dir: 'auto' }, text), h('span', { class: 'count' }, ` ${number(hits)}`)),
    !on && h('button', {
      type: 'button', class: 'chip-without', title: `Leave out ${text}`, 'aria-label': `Leave out ${text}`,
      on: { click: () => change({ [without]: [...state[without], value] }) },
    }, '−'));
}

/** Somebody a link names by id is called by name. */
async function nameChosen(state) {
  const unknown = ['speaker', 'entity', 'about'].flatMap(filter => [...state[filter], ...state[`not.${filter}`]]
    .filter(value => /^[0-9a-f-]{36}$/.test(value) && !names.has(`${filter} ${value}`)).map(value => [filter, value]));
  await Promise.all(unknown.map(async ([filter, value]) => {
    const { data } = await get(`/entities/${value}`).catch(() => ({ data: null }));
    names.set(`${filter} ${value}`, data?.name ?? 'unknown');
  }));
}

function summary(state, first) {
  const unit = SHOWN[state.show].unit;
  const taken = query(state);
  const link = (format, text, title) => h('a', {
    href: address(SHOWN[state.show].path, { ...taken, format }), download: format === 'atom' ? null : `onrecord-${state.show}.${format}`,
    class: 'plain', title, on: { click: event => withKey(event, format, state) },
  }, text);
  return [
    h('span', { class: 'about-total' }, `${total(first)} ${first.total === 1 ? unit[0] : unit[1]}`),
    h('span', { class: 'about-files' }, link('csv', 'CSV', 'All of these as a table'), ' ',
      link('ndjson', 'NDJSON', 'All of these as JSON, one a line'), ' ', link('atom', 'Feed', 'The newest of these, for a feed reader')),
  ];
}

const warnings = first => (first.query?.warnings ?? []).map(warning => h('span', { class: 'about-warning' }, warning));

/** A link cannot carry a key, so where one is needed the file is fetched and handed over. */
async function withKey(event, format, state) {
  if (!access.key()) {
    return;
  }
  event.preventDefault();
  const { href, parentElement: place } = event.currentTarget;
  place.querySelector('.state')?.remove();
  try {
    const link = h('a', { href: URL.createObjectURL(await file(href)), download: `onrecord-${state.show}.${format}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  } catch (problem) {
    place.append(failure(problem));
  }
}

function nothing(state) {
  const filtered = write({ ...state, q: '', show: '', sort: '' }) !== '/';
  if (!state.q && !filtered) {
    return empty('The archive is empty', h('p', null, h('a', { href: '/new' }, 'Add the first article'), '.'));
  }
  return empty(state.q ? `Nothing found for “${state.q}”` : 'Nothing fits these filters',
    h('p', null, filtered ? 'Perhaps there is one filter too many: take one away above.' : 'Try fewer words, or the start of one with a star: govern*'));
}

function fillTimeline(page, state, kind, change, context, kept) {
  const holder = { buckets: kept?.buckets ?? null };
  const draw = buckets => {
    const focused = document.activeElement?.getAttribute?.('aria-label');
    page.chart.classList.toggle('is-empty', buckets.length < 2);
    put(page.chart, buckets.length > 1 ? timeline(buckets, {
      label: `${capital(kind.unit[1])} over time`, unit: kind.unit,
      chosen: state.from || state.to ? [dateOf(state.from), dateOf(state.to)] : null,
      onChoose: range => change(range
        ? { from: range[0].toISOString().replace('.000', ''), to: range[1].toISOString().replace('.000', '') }
        : { from: '', to: '' }, { replace: Boolean(state.from || state.to) }),
    }) : []);
    [...page.chart.querySelectorAll('[role="slider"]')].find(each => each.getAttribute('aria-label') === focused)?.focus();
  };
  const load = async () => {
    const { from: _, to: __, sort: ___, ...rest } = query(state);
    const ask = async interval => bucketsOf((await get(`${kind.path}/timeline`, { ...rest, interval, tz: zone() }, context.signal)).data);
    try {
      const months = await ask('month');
      const better = intervalFor(months);
      holder.buckets = better === 'month' ? months : await ask(better);
      draw(holder.buckets);
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        draw([]);
      }
    }
  };
  if (holder.buckets) {
    draw(holder.buckets);
  } else {
    load();
  }
  return holder;
}

function dateOf(text) {
  const date = text ? new Date(text) : null;
  return date && !Number.isNaN(date.getTime()) ? date : null;
}
