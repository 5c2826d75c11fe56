// A quote as it is taken elsewhere: the words, who said them, where they were printed, and links that lead back to them.

import { saidWords } from './lists.js';
import { textDirective } from './text.js';
import { dayText } from './words.js';

/** The lines of a citation. What is not stored yet has no address of its own. */
export function citation(article, quote) {
  const directive = textDirective(quote.segments[0].text);
  const words = quote.kind === 'direct' ? `“${saidWords(quote)}”` : quote.content;
  return [
    `${words} — ${quote.speaker?.name ?? 'speaker not named'}`,
    [article.outlet?.name, article.headline && `“${article.headline}”`, dayText(article.publishedAt)]
      .filter(Boolean).join(', '),
    article.url && `${article.url.split('#')[0]}#${directive}`,
    quote.id && `${location.origin}/articles/${article.id}#quote-${quote.id}${directive}`,
  ].filter(Boolean).join('\n');
}
