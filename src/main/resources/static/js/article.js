// One article: its text with what was said and who is named, its versions, and the desk where quotes are reviewed.

import { get } from './api.js';
import { failure, h, loading, put, webLink } from './dom.js';
import { desk } from './desk.js';
import { editArticle } from './editing.js';
import { isGone, showGone } from './gone.js';
import { difference } from './text.js';
import { count, day, moment, number, reason, VERSION_REASONS } from './words.js';

export const NAME = 'article';

export async function show(main, context, quietly) {
  if (!quietly) {
    put(main, h('div', { class: 'article-page' }, h('div', { class: 'story' }, loading(4))));
  }
  let answer;
  try {
    answer = await get(`/articles/${context.id}`, { expand: 'quotes,entities' }, context.signal);
  } catch (problem) {
    if (!isGone(problem)) {
      throw problem;
    }
    showGone(main, context, problem,
      { 404: 'There is no such article', 410: 'This article was taken out of the archive' }, `/articles/${context.id}`);
    return;
  }
  const article = answer.data;
  document.title = `${article.headline || 'Without headline'} · OnRecord`;
  render(main, context, article);
}

function render(main, context, article) {
  const panel = h('aside', { class: 'panel', 'aria-label': 'Quotes and names' });
  const place = h('div', { class: 'body-place' });
  const story = h('article', { class: 'story', lang: article.language === 'und' ? null : article.language },
    head(article), tools(context, article, place, () => work.render()), place, foot(article));
  put(main, h('div', { class: 'article-page' }, story, panel));
  const work = desk({
    article, place, panel, context,
    reload: async () => {
      const { data } = await get(`/articles/${article.id}`, { expand: 'quotes,entities' }, context.signal);
      return data;
    },
  });
  work.render();
  work.followAnchor();
}

export function head(article) {
  return h('header', { class: 'story-head' },
    h('p', { class: 'kicker' }, [
      article.outlet && h('a', { href: `/?outlet=${encodeURIComponent(article.outlet.slug)}` }, article.outlet.name),
      article.section && h('a', { href: `/?section=${encodeURIComponent(article.section)}` }, article.section),
    ].filter(Boolean).flatMap((part, i) => i ? [' · ', part] : [part])),
    h('h1', { tabindex: '-1', dir: 'auto' }, article.headline || 'Without headline'),
    article.standfirst && h('p', { class: 'standfirst', dir: 'auto' }, article.standfirst),
    h('p', { class: 'byline' }, [
      article.byline && h('span', null, article.byline),
      article.publishedAt && moment(article.publishedAt),
      article.modifiedAt && article.modifiedAt !== article.publishedAt
        && h('span', null, 'changed ', moment(article.modifiedAt)),
    ].filter(Boolean).flatMap((part, i) => i ? [' · ', part] : [part])));
}

function foot(article) {
  return h('footer', { class: 'story-foot' },
    article.tags?.length > 0 && h('ul', { class: 'chips', 'aria-label': 'Tags' },
      article.tags.map(tag => h('li', null,
        h('a', { class: 'chip', href: `/?tag=${encodeURIComponent(tag)}` }, tag)))),
    h('p', { class: 'fine' }, `${count(article.wordCount, 'word')} · taken in `, day(article.ingestedAt),
      article.rights && ` · ${article.rights}`));
}

function tools(context, article, place, back) {
  const extra = h('div', { class: 'extra' });
  let open = null;
  const opens = (name, text, fill) => {
    const button = h('button', {
      type: 'button', class: 'plain', 'aria-expanded': 'false',
      on: {
        click: () => {
          const wasOpen = open === button;
          open?.setAttribute('aria-expanded', 'false');
          open = wasOpen ? null : button;
          put(extra);
          if (open) {
            button.setAttribute('aria-expanded', 'true');
            fill(extra);
          }
        },
      },
    }, text);
    return button;
  };
  const removed = article.removed ?? [];
  return h('div', { class: 'story-tools' },
    h('p', null,
      article.url && webLink(article.url, 'As printed', { class: 'plain' }),
      article.version > 1 && opens('versions', `${number(article.version)} versions`,
        element => versions(element, context, article, place, back)),
      removed.length > 0 && opens('removed', `${count(removed.length, 'passage')} left out`,
        element => put(element, removedList(removed))),
      h('button', { type: 'button', class: 'plain', on: { click: () => editArticle(article, context) } }, 'Edit')),
    extra);
}

/** What cleaning took out, and what it was taken for. */
export function removedList(removed) {
  return h('section', { class: 'removed', 'aria-label': 'Left out' },
    h('p', { class: 'fine' }, 'These passages came with the article but do not belong to it.'),
    h('ul', null, removed.map(each => h('li', null,
      h('span', { class: 'tag' }, reason(each.reason)), h('span', { class: 'removed-text' }, each.text)))));
}

async function versions(element, context, article, place, back) {
  put(element, loading(1));
  let list;
  try {
    list = (await get(`/articles/${article.id}/versions`, { limit: 100 }, context.signal)).data.results;
  } catch (problem) {
    put(element, failure(problem));
    return;
  }
  const view = h('div', { 'aria-live': 'polite' });
  const showVersion = async chosen => {
    if (chosen === article.version) {
      put(view);
      back();
      return;
    }
    try {
      const old = (await get(`/articles/${article.id}/versions/${chosen}`, null, context.signal)).data;
      put(view, h('p', { class: 'notice' }, `The text below shows what changed from version ${chosen} to version ${
        article.version}: `, h('del', null, 'taken out'), ' and ', h('ins', null, 'put in'), '.'));
      put(place, changes(old, article));
    } catch (problem) {
      put(view, failure(problem));
    }
  };
  put(element, h('fieldset', { class: 'versions' }, h('legend', { class: 'unseen' }, 'Versions'),
    list.map(version => h('label', null,
      h('input', {
        type: 'radio', name: 'version', value: String(version.number), checked: version.number === article.version,
        on: { change: () => showVersion(version.number) },
      }),
      h('span', null, `Version ${version.number}`, version.number === article.version && ' (now)'),
      h('span', { class: 'fine' }, `${VERSION_REASONS[version.reason] ?? reason(version.reason)}, `,
        moment(version.createdAt), version.createdBy && `, by ${version.createdBy}`)))), view);
}

function changes(before, after) {
  const heading = before.headline !== after.headline && h('p', { class: 'changed-headline' },
    runs(difference(before.headline, after.headline)));
  const pieces = difference(before.body, after.body);
  const body = h('div', { class: 'body body-changes' });
  let paragraph = h('p');
  body.append(paragraph);
  for (const { kind, text } of pieces) {
    text.split(/\n+/).forEach((part, i) => {
      if (i > 0) {
        paragraph = h('p');
        body.append(paragraph);
      }
      paragraph.append(...runs([{ kind, text: part }]));
    });
  }
  return [heading, body];
}

function runs(pieces) {
  return pieces.filter(piece => piece.text !== '').map(({ kind, text }) =>
    kind === 'same' ? document.createTextNode(text) : h(kind === 'gone' ? 'del' : 'ins', null, text));
}

