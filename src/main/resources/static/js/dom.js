// Building the page. Everything shown is made of DOM nodes; no text from the archive is ever parsed as HTML.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An element. Attributes set to null, undefined or false are left out; `on` holds listeners, `data` the dataset.
 * Children may be nested arrays, nodes, strings, numbers; null and false are skipped.
 */
export function h(name, attributes, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** The same for SVG. */
export function svg(name, attributes, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value)) {
        element.addEventListener(event, listener);
      }
    } else if (name === 'data') {
      Object.assign(element.dataset, value);
    } else if (name === 'value' || name === 'checked' || name === 'selected') {
      element[name] = value;
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      element.append(child);
    }
  }
}

/** Replaces what is in an element. */
export function put(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

/** Says something to a screen reader without moving the focus. */
export function announce(text) {
  const status = document.getElementById('status');
  status.textContent = '';
  // A reader speaks only of changes, so the same words twice need a moment between them.
  setTimeout(() => { status.textContent = text; }, 60);
}

/** Runs something once input has been quiet for a while. */
export function settled(action, milliseconds) {
  let timer;
  const later = (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), milliseconds);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}

/** A link to the web, or plain text where the address is not of the web. */
export function webLink(address, text, attributes) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return h('span', attributes, text ?? address);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return h('span', attributes, text ?? address);
  }
  return h('a', { ...attributes, href: url.href, rel: 'noopener noreferrer', target: '_blank' }, text ?? url.href);
}

/** What is shown while something is fetched: quiet lines in the shape of what comes. */
export function loading(lines = 3) {
  return h('div', { class: 'loading', 'aria-hidden': 'true' },
    Array.from({ length: lines }, () => h('div', { class: 'loading-item' }, h('span'), h('span'), h('span'))));
}

/** What is shown when there is nothing. */
export function empty(title, ...more) {
  return h('div', { class: 'state' }, h('p', { class: 'state-title' }, title), more);
}

/** What is shown when something went wrong, with a way to try again where that may help. */
export function failure(problem, retry) {
  const faults = problem.errors ?? [];
  return h('div', { class: 'state state-problem', role: 'alert' },
    h('p', { class: 'state-title' }, problem.title ?? 'Something went wrong'),
    problem.message && faults.length === 0 && h('p', null, problem.message),
    faults.map(fault => h('p', null,
      (fault.parameter ?? fault.pointer) && h('code', null, fault.parameter ?? fault.pointer), ' ', fault.message)),
    retry && h('p', null, h('button', { type: 'button', class: 'button', on: { click: retry } }, 'Try again')),
    problem.requestId && problem.status >= 500 && h('p', { class: 'fine' }, `Request ${problem.requestId}`));
}

/** A switch of a few ways to look at something, as radio buttons that look like words. */
export function choice(name, label, options, chosen, onChange) {
  return h('fieldset', { class: 'choice' }, h('legend', { class: 'unseen' }, label),
    options.map(([value, text]) => h('label', null,
      h('input', {
        type: 'radio', name, value, checked: value === chosen,
        on: { change: () => onChange(value) },
      }), h('span', null, text))));
}

/** Whether a key was pressed with nothing held down that makes it the browser's. */
export function plainKey(event) {
  return !event.ctrlKey && !event.metaKey && !event.altKey;
}
