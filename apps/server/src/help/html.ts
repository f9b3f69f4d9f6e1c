/** Markup in which every text was escaped. Only `html` and `trusted` make it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

type Part = Html | string | number | null | false | readonly Part[];

/** A template of markup: what is put into it is text, and escaped, unless it is markup itself. Null and false are nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    strings.map((string, at) => string + (at < parts.length ? rendered(parts[at] ?? null) : '')).join(''),
  );
}

/** Markup that somebody else vouches for: rendered articles, whose texts markdown-it escaped. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

/** A data block: nothing in it can end the element or begin a comment, and no browser runs it. */
export function dataBlock(type: 'application/ld+json', value: object): Html {
  const json = JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return new Html(`<script type="${type}">${json}</script>`);
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function rendered(part: Part): string {
  if (part === null || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map((one) => rendered(one)).join('');
  return escapeHtml(String(part));
}
