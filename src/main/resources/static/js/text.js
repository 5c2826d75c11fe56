// The archive counts text in Unicode code points, JavaScript in UTF-16 units. This is the only place that converts.

/** A text that can be addressed both ways. */
export class CountedText {
  #pairs = [];

  constructor(text) {
    this.text = text;
    for (let i = 0; i < text.length - 1; i++) {
      const unit = text.charCodeAt(i);
      if (unit >= 0xd800 && unit < 0xdc00) {
        this.#pairs.push(i);
        i++;
      }
    }
    this.length = text.length - this.#pairs.length;
  }

  /** The UTF-16 index of a code point. */
  toUnits(codePoint) {
    // The k-th pair begins k units late, so it is code point number pairs[k] - k.
    return codePoint + this.#countBefore(k => this.#pairs[k] - k < codePoint);
  }

  /** The code point at a UTF-16 index; inside a pair, the one after it. */
  toCodePoints(unit) {
    return unit - this.#countBefore(k => this.#pairs[k] + 1 < unit);
  }

  #countBefore(isBefore) {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(middle)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The words from one code point to another. */
  slice(start, end) {
    return this.text.slice(this.toUnits(start), this.toUnits(end));
  }
}

/**
 * The nodes of a highlighted fragment: escaped HTML in which nothing but <mark> is markup. It is taken apart by hand,
 * so whatever else stands in it can only become text.
 */
export function marked(fragment) {
  const nodes = [];
  let inside = false;
  for (const piece of fragment.split(/(<mark>|<\/mark>)/)) {
    if (piece === '<mark>' || piece === '</mark>') {
      inside = piece === '<mark>';
    } else if (piece !== '') {
      const text = unescaped(piece);
      nodes.push(inside ? Object.assign(document.createElement('mark'), { textContent: text }) : text);
    }
  }
  return nodes;
}

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text) {
  return text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi, (all, name, decimal, hex) => {
    if (name) {
      return NAMED[name.toLowerCase()];
    }
    const code = decimal ? parseInt(decimal, 10) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/** Where words stand in their page: a text directive (URL fragment text directives, WICG) for long and short quotes. */
export function textDirective(words) {
  const flat = words.replace(/\s+/g, ' ').trim();
  const encode = text => encodeURIComponent(text).replace(/-/g, '%2D');
  const list = flat.split(' ');
  return list.length <= 12
    ? `:~:text=${encode(flat)}`
    : `:~:text=${encode(list.slice(0, 5).join(' '))},${encode(list.slice(-5).join(' '))}`;
}

/** Two texts as runs that are the same, only in the first, or only in the second; compared word by word. */
export function difference(before, after) {
  const a = before.match(/\s+|[^\s]+/g) ?? [];
  const b = after.match(/\s+|[^\s]+/g) ?? [];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) {
    head++;
  }
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) {
    tail++;
  }
  const middle = longestCommon(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return joined([
    ['same', a.slice(0, head)], ...middle, ['same', a.slice(a.length - tail)],
  ]);
}

/** Beyond this many cells a table would not fit a page's patience: everything between is then simply replaced. */
const CELLS = 4_000_000;

function longestCommon(a, b) {
  if (a.length * b.length > CELLS) {
    return [['gone', a], ['new', b]];
  }
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] = a[i] === b[j]
        ? table[(i + 1) * width + j + 1] + 1
        : Math.max(table[(i + 1) * width + j], table[i * width + j + 1]);
    }
  }
  const runs = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      runs.push(['same', [a[i]]]);
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && table[(i + 1) * width + j] >= table[i * width + j + 1])) {
      runs.push(['gone', [a[i++]]]);
    } else {
      runs.push(['new', [b[j++]]]);
    }
  }
  return runs;
}

function joined(runs) {
  const result = [];
  for (const [kind, words] of runs) {
    const last = result[result.length - 1];
    if (words.length === 0) {
      continue;
    }
    if (last && last.kind === kind) {
      last.text += words.join('');
    } else {
      result.push({ kind, text: words.join('') });
    }
  }
  return result;
}
