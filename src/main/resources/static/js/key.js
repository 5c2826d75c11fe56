// Asking for the key of whoever reads an archive that is not open to everybody.

import { access } from './api.js';
import { h } from './dom.js';

const WORDS = {
  unknown: 'Paste your key. It is kept in this tab until you close it.',
  refused: 'The key given is not known here, or no longer valid.',
  weak: 'The key in use may not do this. Another one may; without it everything stays as it is.',
};

let asking = null;

/**
 * Asks once; requests that wait for a key share the answer.
 *
 * @param why 'unknown', 'refused' or 'weak'
 * @returns a promise of whether a key was given
 */
export function askForKey(why) {
  asking ??= new Promise(resolve => {
    const field = h('input', {
      type: 'password', id: 'key', autocomplete: 'off', spellcheck: 'false', placeholder: 'or_…', required: true,
    });
    const dialog = h('dialog', { class: 'dialog dialog-small', 'aria-labelledby': 'key-title', 'aria-describedby': 'key-why' },
      h('form', { method: 'dialog' },
        h('h2', { id: 'key-title' }, why === 'weak' ? 'This needs another key' : 'This archive asks who you are'),
        h('p', { id: 'key-why', class: 'fine' }, WORDS[why]),
        h('div', { class: 'field' }, h('label', { for: 'key' }, 'Key'), field),
        h('p', { class: 'actions' },
          h('button', { class: 'button button-main', value: 'use' }, 'Use this key'),
          h('button', { class: 'button', value: 'no', formnovalidate: true }, 'Not now'))));
    dialog.addEventListener('close', () => {
      const given = dialog.returnValue === 'use' ? field.value.trim() : '';
      if (given) {
        access.remember(given);
      } else if (why === 'refused') {
        access.remember(null);
      }
      dialog.remove();
      asking = null;
      resolve(given !== '');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
  return asking;
}
