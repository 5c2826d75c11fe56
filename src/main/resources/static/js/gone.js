// What is shown of an article or a name that is not there, or no longer.

import { call } from './api.js';
import { announce, failure, h, put } from './dom.js';

/** Whether a problem says that something is not there, which is an answer and no failure. */
export const isGone = problem => problem.status === 404 || problem.status === 410;

/**
 * Says so, and lets those who may bring back what was taken out.
 *
 * @param titles {404, 410}
 * @param path of the resource in the API
 */
export function showGone(main, context, problem, titles, path) {
  const title = titles[problem.status];
  document.title = `${title} · OnRecord`;
  const note = h('div', { class: 'panel-note' });
  const restore = async () => {
    try {
      await call('POST', `${path}/restore`, { query: { refresh: 'wait' } });
      announce('It is back.');
      context.go(location.pathname, { replace: true });
    } catch (again) {
      put(note, failure(again));
    }
  };
  put(main, h('div', { class: 'state' },
    h('h1', { class: 'state-title', tabindex: '-1' }, title),
    h('p', null, problem.message),
    h('p', { class: 'actions' },
      problem.status === 410 && h('button', { type: 'button', class: 'button', on: { click: restore } }, 'Bring it back'),
      h('a', { href: '/' }, 'Search the archive')),
    note));
}
