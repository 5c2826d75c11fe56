// Forms that change an article or a named entity. What was typed stays until it is stored or thrown away on purpose.

import { call, get, patch } from './api.js';
import { announce, failure, h, put } from './dom.js';
import { holding } from './unsaved.js';
import { TYPES } from './words.js';

/**
 * A dialog over one resource.
 *
 * @param fields [{name, label, control: 'line' | 'text' | 'lines' | 'choice', options?, hint?, rows?, required?}]
 * @param read the fields' values of the resource as the API gives it
 * @param write from the changed values to a merge patch
 * @param signal aborted when the page behind the dialog is left
 */
async function editing({ title, path, fields, read, write, done, more, signal }) {
  let fresh;
  try {
    fresh = await get(path, null, signal);
  } catch (problem) {
    if (problem.name !== 'AbortError') {
      tellFailure(title, problem);
    }
    return;
  }
  let before = read(fresh.data);
  const inputs = new Map(fields.map(field => [field.name, control(field, before[field.name])]));
  const note = h('div', { class: 'panel-note', role: 'alert' });
  const typed = () => Object.fromEntries([...inputs].map(([name, input]) => [name, input.value]));
  const changes = () => Object.fromEntries(Object.entries(typed()).filter(([name, value]) => value !== before[name]));
  const changed = () => Object.keys(changes()).length > 0;
  const submit = h('button', { class: 'button button-main' }, 'Save');

  const save = async () => {
    if (!changed()) {
      close();
      return;
    }
    submit.disabled = true;
    try {
      const { data } = await patch(path, fresh.etag, write(changes()));
      close();
      announce('Saved.');
      done(data);
    } catch (problem) {
      if (problem.status === 412) {
        await explainConflict().catch(again => put(note, failure(again)));
      } else {
        put(note, failure(problem));
        tellFaults(problem);
      }
    } finally {
      submit.disabled = false;
    }
  };

  const tellFaults = problem => {
    inputs.forEach(input => input.removeAttribute('aria-invalid'));
    for (const fault of problem.errors ?? []) {
      const name = (fault.pointer ?? '').split('/')[1];
      inputs.get(name)?.setAttribute('aria-invalid', 'true');
    }
  };

  /** Shows theirs beside what was typed; saving again then means it. */
  const explainConflict = async () => {
    const mine = changes();
    fresh = await get(path);
    const theirs = read(fresh.data);
    const touched = Object.keys(mine).filter(name => theirs[name] !== before[name] && theirs[name] !== mine[name]);
    for (const [name, input] of inputs) {
      // What this person left alone follows what the other did.
      if (!(name in mine)) {
        input.value = theirs[name];
      }
    }
    before = theirs;
    put(note,
      h('p', null, h('strong', null, 'Somebody else saved a change while you were typing.'),
        ' Nothing of yours is lost, and nothing of theirs is overwritten yet.'),
      touched.length === 0
        ? h('p', null, 'They changed other parts, which you now see here. Save again to add yours.')
        : h('ul', null, touched.map(name => h('li', null,
          h('strong', null, fields.find(field => field.name === name).label), ' is now: ',
          h('q', null, theirs[name] || 'empty'),
          h('button', {
            type: 'button', class: 'plain', on: { click: () => { inputs.get(name).value = theirs[name]; } },
          }, 'Take theirs')))));
  };

  const dialog = h('dialog', { class: 'dialog', 'aria-labelledby': 'dialog-title' },
    h('form', { on: { submit: event => { event.preventDefault(); save(); } } },
      h('h2', { id: 'dialog-title' }, title),
      fields.map(field => h('div', { class: 'field' },
        h('label', { for: `field-${field.name}` }, field.label), inputs.get(field.name),
        field.hint && h('p', { class: 'fine', id: `hint-${field.name}` }, field.hint))),
      note,
      h('p', { class: 'actions' }, submit,
        h('button', { type: 'button', class: 'button', on: { click: () => giveUp() } }, 'Cancel'),
        more?.(fresh, problem => put(note, failure(problem)), () => close()))));

  const giveUp = () => {
    if (!changed() || confirm('Throw away what you entered?')) {
      close();
    }
  };
  const close = () => {
    release();
    dialog.close();
    dialog.remove();
  };
  const release = holding(() => changed() ? 'What you entered is not saved.' : null, signal);
  signal.addEventListener('abort', close);
  dialog.addEventListener('cancel', event => {
    event.preventDefault();
    giveUp();
  });
  document.body.append(dialog);
  dialog.showModal();
}

/** Where there is nothing to edit there is at least a reason. */
function tellFailure(title, problem) {
  const dialog = h('dialog', { class: 'dialog', 'aria-label': title },
    failure(problem),
    h('form', { method: 'dialog', class: 'actions' }, h('button', { class: 'button' }, 'Close')));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function control(field, value) {
  const shared = {
    id: `field-${field.name}`, name: field.name, required: field.required, maxlength: field.maxlength,
    'aria-describedby': field.hint ? `hint-${field.name}` : null,
  };
  if (field.control === 'choice') {
    return h('select', shared, field.options.map(([option, text]) =>
      h('option', { value: option, selected: option === value }, text)));
  }
  if (field.control === 'line') {
    return h('input', { ...shared, type: 'text', value });
  }
  const area = h('textarea', { ...shared, rows: String(field.rows ?? 3) });
  area.value = value;
  return area;
}

const orNull = value => value.trim() === '' ? null : value.trim();

const list = (value, separator) => value.split(separator).map(each => each.trim()).filter(Boolean);

export function editArticle(article, context) {
  return editing({
    title: 'Edit this article',
    path: `/articles/${article.id}`,
    fields: [
      { name: 'headline', label: 'Headline', control: 'text', rows: 2, required: true, maxlength: '1000' },
      { name: 'standfirst', label: 'Standfirst', control: 'text', rows: 2 },
      { name: 'byline', label: 'Byline', control: 'line' },
      { name: 'section', label: 'Section', control: 'line' },
      { name: 'tags', label: 'Tags', control: 'line', hint: 'Separated by commas.' },
      { name: 'body', label: 'Body', control: 'text', rows: 14, hint: 'Another wording makes a new version; quotes that still stand are kept.' },
    ],
    read: data => ({
      headline: data.headline ?? '', standfirst: data.standfirst ?? '', byline: data.byline ?? '',
      section: data.section ?? '', tags: (data.tags ?? []).join(', '), body: data.body,
    }),
    write: changes => Object.fromEntries(Object.entries(changes).map(([name, value]) => [name,
      name === 'tags' ? list(value, ',') : name === 'body' || name === 'headline' ? value : orNull(value)])),
    signal: context.signal,
    done: () => context.go(location.pathname, { replace: true, quietly: true }),
    more: (fresh, fail, close) => h('button', {
      type: 'button', class: 'button button-grave',
      on: {
        click: async () => {
          if (confirm('Take this article out of the archive? It can be brought back.')) {
            try {
              await call('DELETE', `/articles/${article.id}`, { etag: fresh.etag, query: { refresh: 'wait' } });
              close();
              context.go('/');
            } catch (problem) {
              fail(problem);
            }
          }
        },
      },
    }, 'Take out of the archive'),
  });
}

export function editEntity(entity, context, done) {
  return editing({
    title: `Edit ${entity.name}`,
    path: `/entities/${entity.id}`,
    fields: [
      { name: 'name', label: 'Name', control: 'line', required: true, maxlength: '300' },
      { name: 'aliases', label: 'Also known as', control: 'text', rows: 4, hint: 'One name a line. A name it had before stays as an alias.' },
      { name: 'type', label: 'What it is', control: 'choice', options: Object.entries(TYPES).map(([type, [name]]) => [type, name]) },
      { name: 'description', label: 'Description', control: 'text', rows: 3, maxlength: '2000' },
    ],
    read: data => ({
      name: data.name, type: data.type, description: data.description ?? '',
      aliases: data.names.filter(each => each.kind === 'alias').map(each => each.name).join('\n'),
    }),
    write: changes => Object.fromEntries(Object.entries(changes).map(([name, value]) => [name,
      name === 'aliases' ? list(value, '\n') : name === 'description' ? orNull(value) : value.trim()])),
    signal: context.signal,
    done,
  });
}
