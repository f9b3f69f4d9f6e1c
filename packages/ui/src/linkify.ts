export type TextPart = { text: string; href?: string };

/**
 * Where an address may begin, and what it may consist of. It ends at Chinese text and punctuation, which follows an
 * address without a blank ("见https://a.example。"); browsers copy such characters percent-encoded.
 */
const ADDRESS = /\b(?:https?:\/\/|mailto:)[^\s<>"'`{}|\\^\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]+/gi;

/** `tel:` for a number to call in danger; texts never make such links. */
const SAFE = ['http:', 'https:', 'mailto:', 'tel:'];

/** The address as a browser understands it, or null when it is none or not http, https or mailto. */
export function safeHref(url: string): string | null {
  const parsed = typeof url === 'string' && URL.canParse(url) ? new URL(url) : null;
  return parsed && SAFE.includes(parsed.protocol) ? parsed.href : null;
}

/** Cuts what belongs to the sentence and not to the address: its punctuation, and a bracket that was opened before. */
function withoutTail(address: string): string {
  let end = address.length;
  for (; end > 0; end--) {
    const last = address[end - 1]!;
    const kept = address.slice(0, end);
    const closes = last === ')' && kept.split(')').length > kept.split('(').length;
    if (!closes && !'.,;:!?*_~'.includes(last)) break;
  }
  return address.slice(0, end);
}

/** Splits a text into plain parts and addresses (http, https, mailto). Joined, the parts are the text. */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutTail(match[0]);
    const href = safeHref(address);
    if (!href) continue;
    if (match.index > done) parts.push({ text: text.slice(done, match.index) });
    parts.push({ text: address, href });
    done = match.index + address.length;
  }
  if (done < text.length) parts.push({ text: text.slice(done) });
  return parts;
}
