// Which of the pages an address means, and going from one to the other without losing anything.

import { access } from './api.js';
import { failure, h, put } from './dom.js';
import { askForKey } from './key.js';
import * as search from './search.js';
import { mayLeave } from './unsaved.js';

const ROUTES = [
  [/^\/(?:index\.html)?$/, async () => search],
  [/^\/articles\/([0-9a-f-]{36})$/i, () => import('./article.js')],
  [/^\/entities\/([0-9a-f-]{36})$/i, () => import('./entity.js')],
  [/^\/new$/, () => import('./paste.js')],
];

const main = document.getElementById('main');
let current = null;
let shown = null;

history.scrollRestoration = 'manual';

/** Goes to an address of this site. */
export function go(address, { replace = false, quietly = false } = {}) {
  if (!mayLeave()) {
    return;
  }
  remember();
  const url = new URL(address, location.href);
  history[replace ? 'replaceState' : 'pushState']({ key: Math.random() }, '', url);
  show({ returning: false, quietly });
}

/** Changes what the address bar says, and nothing else. */
export function readdress(address) {
  history.replaceState({ ...history.state }, '', address);
  shown = location.pathname + location.search;
}

function remember() {
  if (current) {
    history.replaceState({ ...history.state, y: scrollY }, '');
    current.remember?.(current.key);
  }
}

async function show({ returning, quietly = false, first = false }) {
  current?.controller.abort();
  const controller = new AbortController();
  const url = new URL(location.href);
  shown = url.pathname + url.search;
  const page = { controller, key: history.state?.key };
  current = page;
  const context = {
    url, go, readdress, returning,
    key: history.state?.key,
    signal: controller.signal,
    /** What the page wants to find again when a reader comes back to it: called with the key of its visit. */
    onLeaving: remembering => { page.remember = remembering; },
  };
  try {
    await render(context, quietly);
  } catch (problem) {
    if (problem.name === 'AbortError' || controller.signal.aborted) {
      return;
    }
    console.warn(problem);
    document.title = 'OnRecord';
    put(main, failure(problem, () => show({ returning: true })));
  }
  if (controller.signal.aborted) {
    return;
  }
  tellNavigation(url);
  if (!url.hash || returning) {
    scrollTo(0, returning ? history.state?.y ?? 0 : quietly ? scrollY : 0);
  }
  // Whoever is typing already while the rest still comes is not taken away from it.
  if (!first && !quietly && !main.contains(document.activeElement)) {
    (main.querySelector('h1') ?? main).focus({ preventScroll: true });
  }
}

async function render(context, quietly) {
  for (const [pattern, load] of ROUTES) {
    const match = pattern.exec(context.url.pathname);
    if (match) {
      const view = await load();
      context.id = match[1]?.toLowerCase();
      main.dataset.page = view.NAME;
      await view.show(main, context, quietly);
      return;
    }
  }
  document.title = 'Nothing here · OnRecord';
  put(main, h('div', { class: 'state' },
    h('h1', { class: 'state-title', tabindex: '-1' }, 'There is nothing at this address'),
    h('p', null, h('a', { href: '/' }, 'Search the archive'))));
}

function tellNavigation(url) {
  for (const link of document.querySelectorAll('.masthead nav a')) {
    link.toggleAttribute('aria-current', false);
    if (new URL(link.href).pathname === url.pathname) {
      link.setAttribute('aria-current', 'page');
    }
  }
}

document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey
      || event.altKey || link.target || link.hasAttribute('download') || link.origin !== location.origin
      || link.pathname.startsWith('/api/') || !ROUTES.some(([pattern]) => pattern.test(link.pathname))) {
    return;
  }
  if (link.pathname + link.search === location.pathname + location.search && link.hash) {
    return;
  }
  event.preventDefault();
  go(link.href);
});

addEventListener('popstate', () => {
  if (location.pathname + location.search === shown) {
    return;
  }
  if (!mayLeave()) {
    history.pushState({ key: Math.random() }, '', shown);
    return;
  }
  current?.remember?.(current.key);
  show({ returning: true });
});

addEventListener('scroll', () => {
  clearTimeout(main.scrolled);
  const { key } = current ?? {};
  main.scrolled = setTimeout(() => {
    if (history.state?.key === key) {
      history.replaceState({ ...history.state, y: scrollY }, '');
    }
  }, 120);
}, { passive: true });

access.askForKey = askForKey;

if (!history.state?.key) {
  history.replaceState({ ...history.state, key: Math.random() }, '');
}
show({ returning: false, first: true });
