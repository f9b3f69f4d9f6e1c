import MarkdownIt from 'markdown-it';

/** `html: false`: tags in an article are shown as they are written. */
const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false });
// Every address is looked at afterwards, so that a bad one is refused with its place instead of silently left as text.
markdown.validateLink = () => true;
// Bare addresses become links when they are whole: `//` and `ftp:` in a text are no mistake of its author.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
for (const schema of ['//', 'ftp:']) markdown.linkify.add(schema, null);
markdown.renderer.rules.table_open = () => '<div class="table" tabindex="0"><table>\n';
markdown.renderer.rules.table_close = () => '</table></div>\n';

export type Token = ReturnType<typeof markdown.parse>[number];

/** A heading of an article, with the anchor that it gets. */
export interface Heading {
  id: string;
  text: string;
  level: number;
}

/** Where a link or picture stands in its file. */
export interface Reference {
  token: Token;
  /** As its author wrote it. */
  target: string;
  /** From 1, in the file. */
  line: number;
  column: number;
}

/** An article's Markdown, taken apart but not rendered: links still lead where its author wrote. */
export interface ArticleText {
  tokens: Token[];
  headings: Heading[];
  links: Reference[];
  images: Reference[];
}

const LOWEST_HEADING = 6;
const EXPLICIT_ID = /\s*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}\s*$/;
const MAX_ID = 60;

/** @param linesBefore lines of the file that come before `body` */
export function readArticleText(body: string, linesBefore: number): ArticleText {
  const tokens = markdown.parse(body, {});
  const lines = body.split('\n');
  const links: Reference[] = [];
  const images: Reference[] = [];
  tokens.forEach((block) => {
    alignByClass(block);
    let line = block.map?.[0] ?? 0;
    for (const token of block.children ?? []) {
      if (token.type === 'softbreak' || token.type === 'hardbreak') line++;
      const attribute = token.type === 'link_open' ? 'href' : token.type === 'image' ? 'src' : null;
      if (attribute === null) continue;
      const target = decoded(String(token.attrGet(attribute) ?? ''));
      const column = (lines[line]?.indexOf(target) ?? -1) + 1 || 1;
      (attribute === 'href' ? links : images).push({ token, target, line: line + 1 + linesBefore, column });
    }
  });
  return { tokens, headings: nameHeadings(tokens), links, images };
}

/** Only after every link and picture was checked and led to its place. */
export function renderArticle({ tokens }: ArticleText): string {
  return markdown.renderer.render(tokens, markdown.options, {});
}

/** The words of an inline block, without any marks. */
export function plainText(inline: Token | undefined): string {
  const words = (inline?.children ?? []).map((token) => {
    if (token.type === 'text' || token.type === 'code_inline') return token.content;
    if (token.type === 'image') return token.content;
    return token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : '';
  });
  return words.join('').replace(/\s+/g, ' ').trim();
}

/** markdown-it aligns cells by a style attribute, which the pages' policy forbids. */
function alignByClass(token: Token): void {
  const [, side] = /^text-align:(left|center|right)$/.exec(String(token.attrGet('style') ?? '')) ?? [];
  if (side !== undefined) token.attrs = [['class', `align-${side}`]];
}

/** Gives headings their anchors. The page's one `h1` is the title: an article that has `#` headings is moved down. */
function nameHeadings(tokens: Token[]): Heading[] {
  const shift = tokens.some((token) => token.type === 'heading_open' && token.tag === 'h1') ? 1 : 0;
  const taken = new Set<string>();
  return tokens.flatMap((token, at) => {
    if (token.type !== 'heading_open') return [];
    const inline = tokens[at + 1];
    const explicit = takeExplicitId(inline);
    const text = plainText(inline);
    const id = free(explicit ?? anchorOf(text), taken);
    const level = Math.min(LOWEST_HEADING, Number(token.tag.slice(1)) + shift);
    const close = tokens[at + 2];
    token.tag = `h${level}`;
    if (close) close.tag = token.tag;
    token.attrSet('id', id);
    return [{ id, text, level }];
  });
}

/** `## Measuring {#measuring}`: an anchor that stays when the words change, and is the same in each language. */
function takeExplicitId(inline: Token | undefined): string | null {
  const last = inline?.children?.at(-1);
  const match = last?.type === 'text' ? EXPLICIT_ID.exec(last.content) : null;
  if (!last || !match) return null;
  last.content = last.content.slice(0, match.index);
  return match[1] ?? null;
}

/** Words joined by hyphens; Chinese characters stay, as browsers show them in addresses. */
function anchorOf(text: string): string {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...words.join('-')].slice(0, MAX_ID).join('').replace(/-+$/, '') || 'section';
}

function free(id: string, taken: Set<string>): string {
  let name = id;
  for (let number = 2; taken.has(name); number++) name = `${id}-${number}`;
  taken.add(name);
  return name;
}

/** markdown-it percent-encodes what it finds; what cannot be decoded is as its author wrote it. */
function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch (error) {
    if (error instanceof URIError) return target;
    throw error;
  }
}
