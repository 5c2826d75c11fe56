// The archive's HTTP interface, as any client sees it.

const BASE = '/api/v1';
const KEY = 'onrecord.key';

/** An answer that says what went wrong (RFC 9457), or that there was none. */
class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? 'The archive answered in a way this page does not understand.');
    this.status = status;
    this.title = body.title;
    this.code = body.code;
    this.errors = body.errors;
    this.requestId = body.requestId;
    this.body = body;
  }
}

/** The key in use, and who is asked for one when the archive wants it. */
export const access = {
  askForKey: async () => false,
  key: () => sessionStorage.getItem(KEY),
  remember(key) {
    if (key) {
      sessionStorage.setItem(KEY, key);
    } else {
      sessionStorage.removeItem(KEY);
    }
  },
};

/** The path of a resource with a query; values may be arrays, empty ones are left out. */
export function address(path, query) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== null && each !== undefined && each !== '') {
        parameters.append(name, each);
      }
    }
  }
  const text = parameters.toString();
  return BASE + path + (text ? `?${text}` : '');
}

/** Asks and answers with {data, etag, status}; throws a Problem. */
export async function call(method, path, { query, body, type, etag, once, signal } = {}) {
  const headers = { Accept: 'application/json, application/problem+json' };
  if (etag) {
    headers['If-Match'] = etag;
  }
  if (once) {
    headers['Idempotency-Key'] = once;
  }
  let payload;
  if (body !== undefined) {
    const json = type === undefined || type.endsWith('json');
    headers['Content-Type'] = type ?? 'application/json';
    payload = json ? JSON.stringify(body) : body;
  }
  return read(await ask(path.startsWith('http') ? local(path) : address(path, query),
    { method, headers, body: payload, signal }));
}

/** What stands at an address of the API, as a file; throws a Problem. */
export async function file(url) {
  const answer = await ask(url, { headers: {} });
  return answer.ok ? answer.blob() : read(answer);
}

/** Asks with the key in use, and for a key where it takes one. */
async function ask(url, options) {
  const key = access.key();
  const answer = await fetched(url,
    key ? { ...options, headers: { ...options.headers, Authorization: `Bearer ${key}` } } : options);
  const why = answer.status === 401 ? key ? 'refused' : 'unknown' : answer.status === 403 && key ? 'weak' : null;
  // Another request may have been given a key while this one was on its way.
  return why && (key !== access.key() || await access.askForKey(why)) ? ask(url, options) : answer;
}

/** The `next` of a list is absolute; behind a proxy its host need not be ours. */
function local(url) {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

async function fetched(url, options) {
  try {
    return await fetch(url, options);
  } catch (failed) {
    if (failed.name === 'AbortError') {
      throw failed;
    }
    throw new Problem(0, {
      title: 'No answer',
      detail: 'The archive cannot be reached just now. What you typed is still here.',
    });
  }
}

async function read(answer) {
  const text = await answer.text();
  let data = null;
  if (text) {
    try {
      data = JSON.parse(text);
    } catch {
      throw new Problem(answer.status, {});
    }
  }
  if (!answer.ok) {
    throw new Problem(answer.status, data ?? { title: `Status ${answer.status}` });
  }
  return { data, etag: answer.headers.get('ETag'), status: answer.status };
}

export const get = (path, query, signal) => call('GET', path, { query, signal });

/** A merge patch (RFC 7396) of a resource as it was when it had this tag. */
export const patch = (path, etag, body) =>
  call('PATCH', path, { etag, body, type: 'application/merge-patch+json', query: { refresh: 'wait' } });

/** A key that lets a POST be sent again without happening twice. */
export const onceKey = () => crypto.randomUUID?.() ?? String(Math.random()).slice(2) + Date.now();

let outlets = null;

/** The outlets of the archive, asked for once; [] where they cannot be had. */
export function outletList({ again = false } = {}) {
  if (again) {
    outlets = null;
  }
  outlets ??= get('/outlets', { limit: 200 }).then(answer => answer.data.results, () => {
    outlets = null;
    return [];
  });
  return outlets;
}
