import { writtenIn } from '@solodesk/core';
import type { Locale } from '@solodesk/core';
import type { ArticleFiles } from '../articles/article-files.ts';
import { readArticleName } from '../articles/article-name.ts';
import { plainText, readArticleText } from '../articles/article-text.ts';
import type { Token } from '../articles/article-text.ts';
import { readFrontMatter } from '../articles/front-matter.ts';
import { wholeFileProblem } from '../file-problem.ts';
import type { FileProblem } from '../file-problem.ts';
import { markdownIn, tagIn } from './markup.ts';
import { placeholderIn } from './rules/placeholder-text.ts';

const LANGUAGES: Readonly<Record<Locale, string>> = { en: 'English', zh: 'Chinese' };
/** A heading and a line: less says nothing of its language. UTF-16 units. */
const TELLING = 40;
const LOOKED_AT = 600;
/** A side of a picture: twice what the widest column of text needs on the sharpest screens. */
const MOST_PIXELS = 4_000;
const LINK_WITH_A_GAP = /\[[^\]\n]+\] \((?:https?:|mailto:|images\/)[^)\n]*\)?/;

/**
 * What readers would see that the authors of articles did not mean, and pictures that are larger than any screen: they are served all the
 * same.
 */
export function adviceOnArticles(
  siteId: string,
  { files, images }: Pick<ArticleFiles, 'files' | 'images'>,
): FileProblem[] {
  const large = [...images].flatMap(([name, reading]) => {
    if (reading.kind !== 'image' || Math.max(reading.width, reading.height) <= MOST_PIXELS) return [];
    const size = `${reading.width.toLocaleString('en-US')} × ${reading.height.toLocaleString('en-US')} pixels`;
    const words = `has ${size}, which phones are slow to show; 1,600 across are enough`;
    return [wholeFileProblem(`${siteId}/articles/images/${name}`, words)];
  });
  return [...adviceOnTexts(files), ...large];
}

function adviceOnTexts(files: ArticleFiles['files']): FileProblem[] {
  return files.flatMap(({ name, source }) => {
    const named = readArticleName(name);
    const head = source && readFrontMatter(source);
    if (typeof named === 'string' || !source || !head?.ok) return [];
    return adviceOn(source.file, named.locale, head.body, head.linesBefore);
  });
}

function adviceOn(file: string, locale: Locale, body: string, linesBefore: number): FileProblem[] {
  const { tokens } = readArticleText(body, linesBefore);
  if (tokens.length === 0) {
    return [
      {
        ...wholeFileProblem(file, 'has a head and nothing under it; write what readers want to know'),
        line: linesBefore,
      },
    ];
  }
  const lines = body.split('\n');
  const found = tokens.flatMap((token): FileProblem[] => {
    const at = token.map?.[0] ?? 0;
    const say = (line: number, column: number, message: string) => [
      { file, line: line + 1 + linesBefore, column: column + 1, message },
    ];
    if (token.type === 'fence' && !isClosed(token, lines)) {
      return say(
        at,
        0,
        `code begins here, and all that follows is part of it; end it with ${token.markup} on a line of its own`,
      );
    }
    return token.type === 'inline' ? aboutText(token, (mark) => placeOf(lines, token, mark), say) : [];
  });
  const text = tokens
    .map((token) => (token.type === 'inline' ? plainText(token) : ''))
    .join('\n')
    .slice(0, LOOKED_AT);
  if (text.length >= TELLING && writtenIn(text, locale) !== locale) {
    found.unshift({
      ...wholeFileProblem(
        file,
        `its name says "${locale}", but it is not ${LANGUAGES[locale]}; translate it, or rename it`,
      ),
    });
  }
  return found;
}

function aboutText(
  token: Token,
  place: (mark: string) => [line: number, column: number],
  say: (line: number, column: number, message: string) => FileProblem[],
): FileProblem[] {
  // A bare address is a link of its own accord, also inside marks that were meant to make one.
  const shown = (token.children ?? [])
    .map(({ type, content, markup }) => (type === 'text' ? content : markup === 'linkify' ? '' : '\n'))
    .join('');
  const tag = tagIn(shown);
  if (tag !== null)
    return say(...place(tag), `"${short(tag)}" is shown as it stands: HTML is text here; write Markdown`);
  const left = LINK_WITH_A_GAP.exec(shown)?.[0] ?? markdownIn(shown);
  if (left !== null) {
    const advice = left.includes('](')
      ? 'an address has no spaces (write %20) and ends with )'
      : left.includes('] (')
        ? 'take out the space between ] and ('
        : 'its marks do not match';
    return say(...place(left), `"${short(left)}" is shown as it stands: ${advice}`);
  }
  const mark = placeholderIn(shown);
  return mark === null
    ? []
    : say(...place(mark), `"${mark}" looks like a text that is still to be written; readers would see it`);
}

function isClosed({ map, markup }: Token, lines: readonly string[]): boolean {
  const [first, end] = map ?? [0, 0];
  const last = (lines[end - 1] ?? '').replace(/^[\s>]*/, '');
  return end - 1 > first && last.startsWith(markup) && last.trimEnd() === markup[0]?.repeat(last.trimEnd().length);
}

/** Where a mark of a block stands: line and column from 0, the block's beginning where it was written another way. */
function placeOf(lines: readonly string[], { map }: Token, mark: string): [line: number, column: number] {
  const [first, end] = map ?? [0, 1];
  for (let line = first; line < end; line++) {
    const column = lines[line]?.indexOf(mark) ?? -1;
    if (column >= 0) return [line, column];
  }
  return [first, 0];
}

function short(text: string): string {
  return text.length > 50 ? `${text.slice(0, 50)}…` : text;
}
