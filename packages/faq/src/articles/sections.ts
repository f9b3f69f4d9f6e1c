import type { ArticleSection } from '@solodesk/core';
import { plainText } from './article-text.ts';
import type { ArticleText } from './article-text.ts';

/** The words of an article under their headings, for search. */
export function sectionsOf({ tokens, headings }: ArticleText): ArticleSection[] {
  const sections: { section: ArticleSection; texts: string[] }[] = [];
  const open = (section: ArticleSection) => sections.push({ section, texts: [] });
  open({ id: null, heading: null, level: 1, text: '' });
  let next = 0;
  tokens.forEach((token, at) => {
    if (token.type === 'heading_open') {
      const heading = headings[next++];
      if (heading) open({ id: heading.id, heading: heading.text, level: heading.level, text: '' });
      return;
    }
    if (tokens[at - 1]?.type === 'heading_open') return;
    const text = token.type === 'inline' ? plainText(token) : token.type === 'fence' ? token.content.trim() : '';
    if (text !== '') sections.at(-1)?.texts.push(text);
  });
  return sections
    .map(({ section, texts }) => ({ ...section, text: texts.join('\n') }))
    .filter(({ id, text }) => id !== null || text !== '');
}
