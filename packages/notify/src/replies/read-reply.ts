import { createHash } from 'node:crypto';
import { convert } from 'html-to-text';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import { replyTarget } from '../customer-mail/reply-token.ts';
import type { ReplyTarget } from '../customer-mail/reply-token.ts';
import { cutQuote } from './cut-quote.ts';

/** An answer to a mail of ours, by the person whom we had written to. */
export interface MailReply extends ReplyTarget {
  /** A UUID made of the Message-ID: the same however often the mail is read. */
  id: string;
  /** Who wrote it; the address that we had written to. */
  from: string;
  /** Without what was quoted; empty where only files came. */
  text: string;
  /** Names of the files that came with it. Their contents are not kept. */
  files: readonly string[];
}

/** Why a mail joins no conversation. */
export type Unread = 'not_ours' | 'automatic' | 'empty' | 'several_senders';

export type ReadMail = { kind: 'reply'; reply: MailReply } | { kind: 'unread'; why: Unread };

const MOST_FILES = 10;
/** Headers that nobody's own words have. */
const MARKS = new Set(['x-autoreply', 'x-autorespond', 'x-auto-reply', 'list-id', 'x-failed-recipients']);

/**
 * Reads a mail as an answer. Anybody may write to the mailbox: only ids that are signed for the sender's address count.
 * @param source the mail, or its beginning where it is long.
 * @param secret what ids are signed with.
 */
export async function readReply(source: Buffer, secret: string): Promise<ReadMail> {
  const mail = await simpleParser(source, { skipImageLinks: true, maxHtmlLengthToParse: 500_000 });
  const senders = (mail.from?.value ?? []).flatMap(({ address }) => address ?? []);
  const [sender] = senders;
  if (sender === undefined || senders.length > 1) return { kind: 'unread', why: 'several_senders' };
  const target = replyTarget(secret, idsOf(mail), sender);
  if (target === null) return { kind: 'unread', why: 'not_ours' };
  if (isAutomatic(mail, sender)) return { kind: 'unread', why: 'automatic' };
  const text = cutQuote(textOf(mail));
  const files = mail.attachments
    .filter(({ related }) => !related)
    .map(({ filename, contentType }) => filename ?? contentType)
    .slice(0, MOST_FILES);
  if (text === '' && files.length === 0) return { kind: 'unread', why: 'empty' };
  return { kind: 'reply', reply: { ...target, id: idOf(mail, source), from: sender, text, files } };
}

/** Where there is only HTML, its words: what it quotes gets the marks that quotations have in text. */
function textOf({ text, html }: ParsedMail): string {
  if (text !== undefined && text.trim() !== '') return text;
  if (html === undefined || html === false) return '';
  return convert(html, {
    wordwrap: false,
    limits: { maxInputLength: 500_000, maxDepth: 60 },
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      { selector: '.gmail_quote', format: 'skip' },
    ],
  });
}

/** In-Reply-To first: it names the mail that was answered. */
function idsOf({ inReplyTo, references }: ParsedMail): string[] {
  const listed = references === undefined ? [] : typeof references === 'string' ? references.split(/\s+/) : references;
  return [...(inReplyTo?.split(/\s+/) ?? []), ...[...listed].reverse()].filter((id) => id !== '').slice(0, 50);
}

/** Holiday responders, bounces and lists (RFC 3834, RFC 3464 and the habits of older programs). */
function isAutomatic({ headers, headerLines }: ParsedMail, sender: string): boolean {
  const text = (name: string) => {
    const value = headers.get(name);
    return typeof value === 'string' ? value.trim().toLowerCase() : '';
  };
  const submitted = text('auto-submitted');
  if (submitted !== '' && submitted !== 'no') return true;
  if (/^(?:bulk|junk|list|auto_reply)$/.test(text('precedence'))) return true;
  if (headerLines.some(({ key }) => MARKS.has(key))) return true;
  const type = headers.get('content-type');
  if (typeof type === 'object' && 'value' in type && type.value === 'multipart/report') return true;
  return /^(?:mailer-daemon|postmaster|no-?reply)(?:[+@]|$)/i.test(sender);
}

function idOf({ messageId }: ParsedMail, source: Buffer): string {
  const hash = createHash('sha256')
    .update(messageId ?? source)
    .digest('hex');
  // The shape of a UUID (RFC 9562, version 8), because that is what client ids are.
  return hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
}
