// A body with its quotes and names marked in place.

import { h } from './dom.js';
import { CountedText } from './text.js';
import { KINDS, percent, STATUSES } from './words.js';

const OPENING = /["“‘«„‹']/;
const CLOSING = /["”’»“›']/;

/**
 * The paragraphs of a body.
 *
 * @param quotes in text order; the number of a quote in this list is its number on the page
 * @param entities each {name, type, id?, mentions:[{start, end}]}
 */
export function annotated(body, quotes, entities) {
  const text = new CountedText(body);
  const marks = [
    ...quotes.flatMap((quote, number) => quoteMarks(text, quote, number)),
    ...entities.flatMap(entity => entity.mentions.map((mention, nth) => ({
      start: text.toUnits(mention.start), end: text.toUnits(mention.end), rank: 3, entity, nth,
    }))),
  ].sort(inOrder);
  const paragraphs = [];
  const pattern = /[^\n]+/g;
  let from = 0;
  for (let match = pattern.exec(body); match; match = pattern.exec(body)) {
    const start = match.index;
    const end = start + match[0].length;
    while (from < marks.length && marks[from].end < start) {
      from++;
    }
    const inside = [];
    for (let i = from; i < marks.length && marks[i].start <= end; i++) {
      const mark = marks[i];
      if (mark.point ? mark.start > start && mark.start <= end : mark.end > start && mark.start < end) {
        inside.push({ ...mark, start: Math.max(mark.start, start), end: Math.min(mark.end, end) });
      }
    }
    const paragraph = h('p', { dir: 'auto', data: { start: String(start) } });
    build(paragraph, body, start, end, inside.sort(inOrder));
    paragraphs.push(paragraph);
  }
  return { text, element: h('div', { class: 'body' }, paragraphs) };
}

function inOrder(a, b) {
  return a.start - b.start || Number(Boolean(b.point)) - Number(Boolean(a.point)) || b.end - a.end || a.rank - b.rank;
}

function quoteMarks(text, quote, number) {
  const marks = quote.segments.map(segment => painted(text, segment, { rank: 1, quote, number }));
  const at = afterPunctuation(text.text, marks[marks.length - 1].end);
  marks.push({ start: at, end: at, rank: 0, point: true, quote, number });
  if (quote.cue) {
    marks.push({
      start: text.toUnits(quote.cue.start), end: text.toUnits(quote.cue.end), rank: 2, cue: true, number,
    });
  }
  return marks;
}

/** A quote's handle stands behind what closes its sentence, not before it. */
function afterPunctuation(text, end) {
  let at = end;
  while (at < text.length && /[.,;:!?"”’»]/.test(text[at])) {
    at++;
  }
  return at;
}

/** A stretch as it is painted: with the quotation marks around it, which are not part of it. */
function painted(text, segment, mark) {
  let start = text.toUnits(segment.start);
  let end = text.toUnits(segment.end);
  if (start > 0 && OPENING.test(text.text[start - 1])) {
    start--;
  }
  if (end < text.text.length && CLOSING.test(text.text[end])) {
    end++;
  }
  return { start, end, ...mark };
}

/** Nests marks in each other; one that crosses another's end is cut there and goes on behind it. */
function build(parent, body, start, end, marks) {
  let at = start;
  let rest = marks;
  while (rest.length > 0) {
    const mark = rest[0];
    parent.append(body.slice(at, mark.start));
    at = mark.start;
    if (mark.point) {
      parent.append(handle(mark));
      rest = rest.slice(1);
      continue;
    }
    const inner = [];
    const after = [];
    let i = 1;
    for (; i < rest.length && rest[i].start < mark.end; i++) {
      const other = rest[i];
      if (other.end <= mark.end) {
        inner.push(other);
      } else {
        inner.push({ ...other, end: mark.end });
        after.push({ ...other, start: mark.end });
      }
    }
    const element = wrapped(mark);
    build(element, body, mark.start, mark.end, inner);
    parent.append(element);
    at = mark.end;
    rest = after.length > 0 ? [...after, ...rest.slice(i)].sort(inOrder) : rest.slice(i);
  }
  parent.append(body.slice(at, end));
}

function wrapped(mark) {
  if (mark.quote) {
    return h('span', { class: quoteClass(mark.quote), data: { quote: String(mark.number) } });
  }
  if (mark.cue) {
    return h('span', { class: 'cue', data: { cue: String(mark.number) } });
  }
  const { entity } = mark;
  const attributes = { class: `mention mention-${entity.type}`, title: entity.name };
  return entity.id
    // One stop for each name is enough on the way through the page by keyboard.
    ? h('a', { ...attributes, href: `/entities/${entity.id}`, tabindex: mark.nth === 0 ? null : '-1' })
    : h('span', attributes);
}

/** The button behind a quote through which keyboard and screen reader reach it; a real button could not flow in a line. */
function handle({ quote, number }) {
  return h('span', {
    role: 'button', class: handleClass(quote), tabindex: number === 0 ? '0' : '-1',
    data: { handle: String(number) }, 'aria-label': quoteLabel(quote, number), 'aria-pressed': 'false',
  });
}

const quoteClass = quote => `quote quote-${quote.kind} is-${quote.status ?? 'extracted'}`;

const handleClass = quote => `handle handle-${quote.status ?? 'extracted'}`;

/** Shows a quote whose words stayed where they were as it is now, without building a long text anew. */
export function remark(element, quote, number) {
  element.querySelectorAll(`[data-quote="${number}"]`).forEach(each => { each.className = quoteClass(quote); });
  const ring = element.querySelector(`[data-handle="${number}"]`);
  ring.className = handleClass(quote);
  ring.setAttribute('aria-label', quoteLabel(quote, number));
}

export function quoteLabel(quote, number) {
  const speaker = quote.speaker?.name ?? 'speaker not named';
  const status = quote.status && quote.status !== 'extracted' ? `, ${STATUSES[quote.status][0].toLowerCase()}` : '';
  return `Quote ${number + 1}: ${speaker}, ${KINDS[quote.kind]?.[0].toLowerCase()}, ${
    percent(quote.confidence)} sure${status}`;
}

/** What the reader has selected inside a body, in code points, or null. Blanks at the ends do not count. */
export function selectedSpan(element, text) {
  const selection = getSelection();
  if (selection.rangeCount === 0 || selection.isCollapsed) {
    return null;
  }
  const range = selection.getRangeAt(0);
  let start = unitsAt(element, range.startContainer, range.startOffset);
  let end = unitsAt(element, range.endContainer, range.endOffset);
  if (start === null || end === null) {
    return null;
  }
  while (start < end && /\s/.test(text.text[start])) {
    start++;
  }
  while (end > start && /\s/.test(text.text[end - 1])) {
    end--;
  }
  return start < end ? { start: text.toCodePoints(start), end: text.toCodePoints(end) } : null;
}

function unitsAt(element, node, offset) {
  const holder = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  let paragraph = holder?.closest('[data-start]');
  if (!paragraph || !element.contains(paragraph)) {
    // A triple click ends before the next paragraph's first letter, which may be outside.
    paragraph = holder === element ? element.children[offset] : null;
    return paragraph ? Number(paragraph.dataset.start) : null;
  }
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.start) + before.toString().length;
}

/** The range of the page that shows a stretch of the body, or null. */
export function rangeOf(element, text, span) {
  const range = document.createRange();
  const start = placeOf(element, text.toUnits(span.start), false);
  const end = placeOf(element, text.toUnits(span.end), true);
  if (!start || !end) {
    return null;
  }
  range.setStart(...start);
  range.setEnd(...end);
  return range;
}

function placeOf(element, unit, isEnd) {
  let paragraph = null;
  for (const each of element.children) {
    const start = Number(each.dataset.start);
    if (isEnd ? start < unit : start <= unit) {
      paragraph = each;
    } else {
      break;
    }
  }
  if (!paragraph) {
    return null;
  }
  let left = unit - Number(paragraph.dataset.start);
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (left <= node.length) {
      return [node, left];
    }
    left -= node.length;
  }
  return null;
}

/** Paints stretches of the page without touching its nodes, where the browser knows how. */
export function paint(name, ranges) {
  if (typeof Highlight === 'undefined') {
    return;
  }
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
  } else {
    CSS.highlights.set(name, new Highlight(...ranges));
  }
}
