/** Tags that people paste from web pages and word processors; `<3` and `a < b` are none. */
const TAG =
  /<\/?(?:a|abbr|b|big|blockquote|br|center|code|del|div|em|font|h[1-6]|hr|i|iframe|img|li|ol|p|pre|s|script|small|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul|video)(?:\s[^<>]*)?\/?>|&(?:nbsp|amp|lt|gt|quot|#\d{2,5});/i;
const MARKDOWN = [
  /!?\[[^\]\n]*\]\((?:https?:|mailto:|www\.|\/|\.\/|images\/)[^)\n]*\)?/,
  /\*\*[^*\n]+\*\*|(?<![\w/.-])__[^_\n]+__(?![\w/.-])/,
  /^#{1,6} \S.*$/m,
  /^```/m,
];
const ONE_BRACE = /(?<!\{)\{(?:name|email|phone|company|order|plan|site|owner|bot)\}(?!\})/;

/** The first piece of HTML in a text, as it stands there. */
export function tagIn(text: string): string | null {
  return TAG.exec(text)?.[0] ?? null;
}

/** The first piece of Markdown. */
export function markdownIn(text: string): string | null {
  return MARKDOWN.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined) ?? null;
}

/** `{name}`, where `{{name}}` was meant. */
export function oneBraceIn(text: string): string | null {
  return ONE_BRACE.exec(text)?.[0] ?? null;
}
