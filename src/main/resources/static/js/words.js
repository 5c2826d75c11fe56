// How things are said: dates, counts, kinds, reasons.

const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const DATE_ALONE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const MOMENT = new Intl.DateTimeFormat('en-GB',
  { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit',
    timeZoneName: 'short' });
const NUMBER = new Intl.NumberFormat('en-GB');
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric' });
const YEAR = new Intl.DateTimeFormat('en-GB', { year: 'numeric' });

const time = (instant, format) => {
  if (!instant) {
    return null;
  }
  const date = new Date(instant);
  const element = document.createElement('time');
  element.dateTime = instant;
  element.title = MOMENT.format(date);
  element.textContent = format.format(date);
  return element;
};

/** A <time> in the viewer's zone, the day only; the whole moment on hover. */
export const day = instant => time(instant, DATE);
export const moment = instant => time(instant, MOMENT);
export const dayText = instant => instant ? DATE.format(new Date(instant)) : '';

/** A date or an instant as somebody chose it, a millisecond off or not; a date alone is a day of UTC, as for the API. */
export function dateText(chosen, milliseconds) {
  const from = new Date(chosen).getTime();
  return Number.isNaN(from) ? chosen : (/^[\d-]+$/.test(chosen) ? DATE_ALONE : DATE).format(new Date(from + milliseconds));
}

export const shortDayText = date => SHORT.format(date);
export const monthText = date => MONTH.format(date);
export const yearText = date => YEAR.format(date);

export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

export const number = value => NUMBER.format(value);

export const count = (value, one, many = `${one}s`) => `${NUMBER.format(value)} ${value === 1 ? one : many}`;

export const total = list => (list.totalRelation === 'gte' ? 'more than ' : '') + number(list.total);

export const capital = word => word ? word[0].toUpperCase() + word.slice(1) : word;

export const KINDS = {
  direct: ['Direct', 'the speaker’s own words, in quotation marks'],
  mixed: ['Mixed', 'partly the speaker’s own words, partly the reporter’s'],
  indirect: ['Reported', 'what the speaker said, in the reporter’s words'],
};

export const STATUSES = {
  extracted: ['Found by machine', 'nobody has looked at it yet'],
  confirmed: ['Confirmed', 'somebody said it is right'],
  edited: ['Corrected', 'somebody corrected its words or its speaker'],
  rejected: ['Rejected', 'somebody said it is no quote'],
  added: ['Added by hand', 'somebody marked it in the text'],
};

export const TYPES = {
  person: ['Person', 'People'],
  organisation: ['Organisation', 'Organisations'],
  place: ['Place', 'Places'],
  event: ['Event', 'Events'],
  work: ['Work', 'Works'],
  other: ['Name', 'Other names'],
};

export const VERSION_REASONS = {
  received: 'as first received',
  received_again: 'delivered again with other words',
  edited: 'edited here',
};

export const typeName = type => TYPES[type]?.[0] ?? capital(type ?? 'name');

export const percent = share => `${Math.round(share * 100)} %`;

/** Why cleaning took something out, for people: kebab case is for machines. */
export const reason = code => capital((code ?? '').replaceAll(/[-_]/g, ' '));

/** Words cut to a length at a blank. */
export function short(words, length) {
  if (words.length <= length) {
    return words;
  }
  const cut = words.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2))}…`;
}
