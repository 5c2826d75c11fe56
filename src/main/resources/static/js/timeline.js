// How many there were over time, and choosing a stretch of it by dragging or with the keyboard.

import { h, settled, svg } from './dom.js';
import { monthText, number, shortDayText, yearText } from './words.js';

const WIDTH = 720;
const HEIGHT = 72;

/**
 * A chart of buckets [{start, end, count, more?}] in order without holes; dates are Dates. `more` is a second count
 * drawn behind. `chosen` is [from, to] or null; `onChoose` gets Dates, half-open, or null for all of time.
 */
export function timeline(buckets, { label, unit, chosen, onChoose, legend }) {
  const readout = h('output', { class: 'timeline-readout' });
  if (buckets.length === 0) {
    return h('div', { class: 'timeline' });
  }
  const most = Math.max(1, ...buckets.map(bucket => Math.max(bucket.count, bucket.more ?? 0)));
  const step = WIDTH / buckets.length;
  const gap = step > 4 ? 1.5 : step > 2 ? 0.5 : 0;
  // Before a second count the first one is drawn slimmer, so that both can be seen.
  const slim = kind => kind === 'timeline-bar' && buckets[0].more !== undefined ? (step - gap) / 4 : 0;
  const bar = (value, i, kind) => {
    const tall = value === 0 ? 0 : Math.max(2, value / most * (HEIGHT - 4));
    return svg('rect', {
      class: kind, x: (i * step + gap / 2 + slim(kind)).toFixed(2), y: (HEIGHT - tall).toFixed(2),
      width: (step - gap - 2 * slim(kind)).toFixed(2), height: tall.toFixed(2),
    });
  };
  const shade = svg('rect', { class: 'timeline-range', y: 0, height: HEIGHT });
  const picture = svg('svg', {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', class: 'timeline-bars', 'aria-hidden': 'true',
  }, shade, buckets.map((bucket, i) => [
    bucket.more === undefined ? null : bar(bucket.more, i, 'timeline-more'), bar(bucket.count, i, 'timeline-bar'),
  ]));
  const bars = [...picture.querySelectorAll('.timeline-bar')];

  const whole = [0, buckets.length];
  let range = chosen ? indexes(buckets, chosen) : null;
  const tell = settled(() => onChoose?.(range && [buckets[range[0]].start, buckets[range[1] - 1].end]), 350);

  const stretch = (from, to) => `${bucketText(buckets[from])}${to - from > 1 ? ` to ${bucketText(buckets[to - 1])}` : ''}`;
  const sum = (from, to) => buckets.slice(from, to).reduce((all, bucket) => all + bucket.count, 0);
  const say = (from, to) => {
    readout.value = `${stretch(from, to)}: ${number(sum(from, to))} ${sum(from, to) === 1 ? unit[0] : unit[1]}`;
  };

  const draw = () => {
    const [from, to] = range ?? whole;
    shade.setAttribute('x', from * step);
    shade.setAttribute('width', Math.max(0, (to - from) * step));
    shade.classList.toggle('is-empty', !range);
    bars.forEach((each, i) => each.classList.toggle('is-out', i < from || i >= to));
    handles.forEach((handle, side) => {
      const at = range ?? whole;
      handle.style.left = `${at[side] / buckets.length * 100}%`;
      handle.setAttribute('aria-valuenow', at[side]);
      handle.setAttribute('aria-valuetext', side === 0
        ? `from ${bucketText(buckets[at[0]])}` : `until ${bucketText(buckets[at[1] - 1])}`);
    });
    clear.hidden = !range;
    say(from, to);
  };

  const choose = next => {
    range = next && next[0] === 0 && next[1] === buckets.length ? null : next;
    draw();
    tell();
  };

  const handle = side => h('div', {
    class: 'timeline-handle', role: 'slider', tabindex: '0', 'aria-label': side === 0 ? 'First date' : 'Last date',
    'aria-valuemin': '0', 'aria-valuemax': String(buckets.length), 'aria-orientation': 'horizontal',
    on: {
      keydown: event => {
        const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[event.key];
        const at = [...(range ?? whole)];
        if (event.key === 'Home') {
          at[side] = side === 0 ? 0 : at[0] + 1;
        } else if (event.key === 'End') {
          at[side] = side === 0 ? at[1] - 1 : buckets.length;
        } else if (event.key === 'Escape' && range) {
          event.preventDefault();
          choose(null);
          return;
        } else if (by) {
          at[side] = side === 0
            ? Math.min(Math.max(at[0] + by, 0), at[1] - 1)
            : Math.max(Math.min(at[1] + by, buckets.length), at[0] + 1);
        } else {
          return;
        }
        event.preventDefault();
        choose(at);
      },
    },
  });
  const handles = onChoose ? [handle(0), handle(1)] : [];
  const clear = h('button', {
    type: 'button', class: 'plain', hidden: true, on: { click: () => { choose(null); handles[0]?.focus(); } },
  }, 'All dates');

  const field = h('div', { class: onChoose ? 'timeline-field is-active' : 'timeline-field' }, picture, handles);
  const indexAt = event => {
    const box = field.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    return Math.min(buckets.length - 1, Math.max(0, Math.floor(share * buckets.length)));
  };
  field.addEventListener('pointermove', event => {
    if (!field.dragging) {
      say(indexAt(event), indexAt(event) + 1);
    }
  });
  field.addEventListener('pointerleave', () => field.dragging || say(...(range ?? whole)));
  if (onChoose) {
    dragging(field, indexAt, (from, to, done) => {
      range = [Math.min(from, to), Math.max(from, to) + 1];
      draw();
      if (done) {
        choose(range);
      }
    });
  }

  const element = h('section', { class: 'timeline', 'aria-label': label },
    h('div', { class: 'timeline-head' }, readout, legend, clear), field, axis(buckets));
  draw();
  return element;
}

function dragging(field, indexAt, move) {
  let from = null;
  let side = null;
  field.addEventListener('pointerdown', event => {
    if (event.button !== 0) {
      return;
    }
    event.preventDefault();
    side = event.target.closest('.timeline-handle');
    side?.focus();
    const handles = [...field.querySelectorAll('.timeline-handle')];
    // Dragging a handle keeps the other end where it is.
    from = side
      ? Number(handles[1 - handles.indexOf(side)].getAttribute('aria-valuenow')) - (handles.indexOf(side) === 0 ? 1 : 0)
      : indexAt(event);
    field.dragging = true;
    field.setPointerCapture(event.pointerId);
    move(from, indexAt(event), false);
  });
  field.addEventListener('pointermove', event => field.dragging && move(from, indexAt(event), false));
  const end = event => {
    if (field.dragging) {
      field.dragging = false;
      move(from, indexAt(event), true);
    }
  };
  field.addEventListener('pointerup', end);
  field.addEventListener('pointercancel', end);
}

function indexes(buckets, [from, to]) {
  const first = from ? buckets.findIndex(bucket => bucket.end > from) : 0;
  const after = to ? buckets.findIndex(bucket => bucket.start >= to) : -1;
  return [first < 0 ? buckets.length - 1 : first, Math.max(after < 0 ? buckets.length : after, Math.max(first, 0) + 1)];
}

const DAY = 86_400_000;

function bucketText({ start, end }) {
  const days = (end - start) / DAY;
  return days > 300 ? yearText(start) : days > 26 ? monthText(start) : shortDayText(start);
}

function axis(buckets) {
  const marks = [0, Math.floor(buckets.length / 2), buckets.length - 1]
    .filter((index, i, all) => all.indexOf(index) === i);
  return h('div', { class: 'timeline-axis', 'aria-hidden': 'true' },
    marks.map(index => h('span', null, bucketText(buckets[index]))));
}

/** The buckets of a timeline as the API gives them. */
export const bucketsOf = answer => answer.buckets.map(bucket => ({
  start: new Date(bucket.from), end: new Date(bucket.to), count: bucket.count,
}));

/** The interval that makes a chart of these months neither a comb nor a wall. */
export function intervalFor(months) {
  return months.length <= 3 ? 'day' : months.length <= 20 ? 'week' : months.length <= 240 ? 'month' : 'year';
}
