// Saying that two names are one and the same, and taking that back.

import { call, get } from './api.js';
import { suggesting } from './combobox.js';
import { announce, failure, h, put } from './dom.js';
import { typeName } from './words.js';

/** What was merged last, until the page of the survivor has offered to take it back. */
let last = null;

/** A dialog in which to choose who an entity really is. */
export function mergeEntity(entity, context) {
  const note = h('div', { class: 'panel-note', role: 'alert' });
  const name = h('input', { type: 'text', id: 'same-as', maxlength: '300', required: true });
  let survivor = null;
  name.addEventListener('input', () => { survivor = null; });

  const merge = async () => {
    if (!survivor) {
      put(note, h('p', null, 'Choose one of the names that are suggested while you type.'));
      name.focus();
      return;
    }
    try {
      await call('POST', `/entities/${entity.id}/merge`, { body: { into: survivor.id }, query: { refresh: 'wait' } });
      last = { from: entity, into: survivor.id };
      close();
      context.go(`/entities/${survivor.id}`);
    } catch (problem) {
      put(note, failure(problem));
    }
  };

  const dialog = h('dialog', { class: 'dialog dialog-small', 'aria-labelledby': 'merge-title' },
    h('form', { on: { submit: event => { event.preventDefault(); merge(); } } },
      h('h2', { id: 'merge-title' }, h('bdi', null, entity.name), ' is the same as'),
      h('div', { class: 'field' }, h('label', { for: 'same-as' }, 'Name'), name),
      h('p', { class: 'fine' }, 'Whatever was said by or of either will be found under that name. It can be taken back.'),
      note,
      h('p', { class: 'actions' },
        h('button', { class: 'button button-main' }, 'Make them one'),
        h('button', { type: 'button', class: 'button', on: { click: () => close() } }, 'Cancel'))));
  suggesting(name, (typed, signal) => othersLike(entity, typed, signal), option => {
    survivor = option;
    name.value = option.label;
  });
  const close = () => dialog.close();
  dialog.addEventListener('close', () => dialog.remove());
  context.signal.addEventListener('abort', close);
  document.body.append(dialog);
  dialog.showModal();
}

async function othersLike(entity, typed, signal) {
  if (typed.trim().length < 2) {
    return [];
  }
  const { data } = await get('/suggest', { q: typed.trim() }, signal);
  return data.results.filter(each => each.kind === 'entity' && each.id !== entity.id)
    .map(each => ({ label: each.name, detail: typeName(each.type), id: each.id }));
}

/** What the survivor's page says once after a merge, or null. */
export function mergeNotice(entity, context) {
  if (last?.into !== entity.id) {
    return null;
  }
  const { from } = last;
  last = null;
  const notice = h('p', { class: 'notice', role: 'status' }, h('bdi', null, from.name), ' and ', h('bdi', null, entity.name), ' are one now. ',
    h('button', {
      type: 'button', class: 'plain', on: {
        click: async () => {
          try {
            await call('POST', `/entities/${from.id}/unmerge`, { query: { refresh: 'wait' } });
            announce('They are two again.');
            context.go(`/entities/${from.id}`);
          } catch (problem) {
            put(notice, failure(problem));
          }
        },
      },
    }, 'Take it back'));
  return notice;
}
