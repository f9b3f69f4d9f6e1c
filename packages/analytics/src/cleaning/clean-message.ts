const BLOCK_TAG = /<\/?(?:p|div|br|li|ul|ol|tr|td|th|table|h[1-6]|blockquote)\b[^>]{0,2000}>/giu;
const SILENT = /<(script|style|head|title)\b[^>]{0,2000}>[\s\S]*?<\/\1\s*>/giu;
const QUOTED_HTML = /<blockquote\b[^>]{0,2000}>[\s\S]*?<\/blockquote\s*>/giu;
const COMMENT = /<!--[\s\S]*?-->/gu;
const TAG = /<\/?[a-z][^<>]{0,2000}>/giu;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/giu;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
  euro: '€',
  pound: '£',
  yen: '¥',
};
const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"'，。；！？）】]{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}/giu;

/** Where the writer's own words end: what was answered to, and the sender's card below a mail. */
const REPLY_BELOW: readonly RegExp[] = [
  /^-{2,}\s*(?:original message|forwarded message|原始邮件|转发邮件|转发的邮件)\s*-*$/iu,
  /^on .{4,200} wrote:$/iu,
  /^在?\s*\d{4}[-年/].{1,160}写道[:：]$/u,
  /^(?:from|发件人)[:：].{1,200}$/iu,
];
const SIGNATURE: readonly RegExp[] = [
  /^--\s?$/u,
  /^(?:sent from my |get outlook for |发自我的|从我的.{1,20}发送)/iu,
  /^(?:(?:best|kind|warm|many)?\s*(?:regards|wishes)|yours (?:sincerely|truly|faithfully)|sincerely|cheers|此致|祝好|敬礼)[,，.!！]?$/iu,
];
/** Longer texts are no messages: what is beyond is not looked at. UTF-16 units. */
const LONGEST = 20_000;

/**
 * The writer's own words of a message, without mark-up, addresses, quoted replies and signature, in one width (NFKC) with single blanks.
 * @param foldScript to one way of writing, such as from traditional to simplified characters
 * @returns '' where nothing is left
 */
export function cleanMessage(text: string, foldScript: (text: string) => string = (same) => same): string {
  let rest = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  if (rest.includes('<')) rest = withoutMarkUp(rest);
  if (rest.includes('&')) rest = rest.replace(ENTITY, entity);
  rest = ownWords(rest);
  if (/[.@:]/u.test(rest)) rest = rest.replace(ADDRESS, ' ');
  return foldScript(rest.normalize('NFKC'))
    .replace(/[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}

function withoutMarkUp(text: string): string {
  return text
    .replace(COMMENT, ' ')
    .replace(SILENT, ' ')
    .replace(QUOTED_HTML, '\n')
    .replace(BLOCK_TAG, '\n')
    .replace(TAG, ' ');
}

function entity(whole: string, decimal: string | undefined, hex: string | undefined, name: string | undefined): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
  const known = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return known ? String.fromCodePoint(code) : ' ';
}

/** A message that is nothing but a quotation stays as it is, since then the quotation is what was said. */
function ownWords(text: string): string {
  if (!/[\r\n]/u.test(text)) return text.replace(/^[\s>]+/u, '');
  const own: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const bare = line.trim();
    const said = own.some((each) => each !== '');
    if (said && [...REPLY_BELOW, ...SIGNATURE].some((pattern) => pattern.test(bare))) break;
    if (!bare.startsWith('>')) own.push(bare);
  }
  const joined = own.join('\n').trim();
  return joined === '' ? text.replace(/^[\s>]+/gmu, '') : joined;
}
