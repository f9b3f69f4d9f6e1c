import { html } from './html.ts';
import type { Html } from './html.ts';

/** An address ends at blanks, quotes, brackets and Chinese text, as it does in the chat. */
const ADDRESS = /\b(?:https?:\/\/|mailto:)[^\s<>"'`{}|\\^\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]+/gi;
const SENTENCE_END = /[.,;:!?*_~]$/;

/** A text with its addresses (http, https, mailto) as links: an answer has them in the chat, and so it has here. */
export function linkedText(text: string): Html[] {
  const parts: Html[] = [];
  let done = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutTail(match[0]);
    if (!URL.canParse(address)) continue;
    const { href, protocol } = new URL(address);
    parts.push(html`${text.slice(done, match.index)}`);
    parts.push(
      protocol === 'mailto:'
        ? html`<a href="${href}">${address.slice('mailto:'.length)}</a>`
        : html`<a href="${href}" rel="noopener noreferrer">${address}</a>`,
    );
    done = match.index + address.length;
  }
  return [...parts, html`${text.slice(done)}`];
}

/** What belongs to the sentence around an address: its punctuation, and a bracket that was opened before. */
function withoutTail(address: string): string {
  let kept = address;
  while (SENTENCE_END.test(kept) || (kept.endsWith(')') && kept.split(')').length > kept.split('(').length)) {
    kept = kept.slice(0, -1);
  }
  return kept;
}
