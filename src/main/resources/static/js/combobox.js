// A text field with suggestions under it, after the ARIA Authoring Practices' editable combobox with list autocomplete.

import { announce, h, put, settled } from './dom.js';
import { count } from './words.js';

let counter = 0;

/**
 * Gives a field suggestions.
 *
 * @param input the field, already in a parent of its own
 * @param find from text to a promise of [{label, detail, ...}]; gets an AbortSignal
 * @param choose what to do with a suggestion that was taken
 */
export function suggesting(input, find, choose) {
  const id = `suggestions-${++counter}`;
  const list = h('ul', { id, role: 'listbox', class: 'suggestions', 'aria-label': 'Suggestions', hidden: true });
  input.after(list);
  for (const [name, value] of Object.entries({
    role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id, autocomplete: 'off',
  })) {
    input.setAttribute(name, value);
  }
  let options = [];
  let active = -1;
  let running = null;

  const close = () => {
    later.cancel();
    running?.abort();
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  const take = option => {
    close();
    choose(option);
  };

  const point = index => {
    active = index;
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === active)));
    if (active < 0) {
      input.removeAttribute('aria-activedescendant');
    } else {
      input.setAttribute('aria-activedescendant', list.children[active].id);
      list.children[active].scrollIntoView({ block: 'nearest' });
    }
  };

  const later = settled(async () => {
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    let found;
    try {
      found = await find(input.value, signal);
    } catch {
      return; // Suggestions are a help: without them the field still works.
    }
    if (signal.aborted || document.activeElement !== input) {
      return;
    }
    options = found;
    put(list, options.map((option, i) => h('li', {
      role: 'option', id: `${id}-${i}`, 'aria-selected': 'false',
      on: { pointerdown: event => { event.preventDefault(); take(option); } },
    }, h('span', { class: 'suggestion-label' }, option.label),
    option.detail && h('span', { class: 'suggestion-detail' }, option.detail))));
    list.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(options.length > 0));
    point(-1);
    if (options.length > 0) {
      announce(count(options.length, 'suggestion'));
    }
  }, 120);

  input.addEventListener('input', later);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      if (!list.hidden) {
        event.preventDefault();
        event.stopPropagation();
      }
      close(); // Suggestions still on their way are not wanted either.
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) {
        return;
      }
      event.preventDefault();
      // The field itself is one stop of the round.
      const stops = options.length + 1;
      point((active + 1 + (event.key === 'ArrowDown' ? 1 : stops - 1)) % stops - 1);
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      take(options[active]);
    } else if (event.key === 'Tab') {
      close();
    }
  });
  return { close };
}
