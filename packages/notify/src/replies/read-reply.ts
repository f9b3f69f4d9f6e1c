import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { ParsedMail } from 'mailparser';
import { replyTarget } from '../customer-mail/reply-token.ts';
import type { ReplyTarget } from '../customer-mail/reply-token.ts';
import { cutQuote } from './cut-quote.ts';
import { mailFiles } from './mail-files.ts';
import type { MailFile } from './mail-files.ts';

/** An answer to a mail of ours, by the person whom we had written to. */
export interface MailReply extends ReplyTarget {
  /** A UUID made of the Message-ID: the same however often the mail is read. */
  id: string;
  /** Who wrote it; the address that we had written to. */
  from: string;
  /** Without what was quoted; empty where only files came. */
  text: string;
  /** What came with it, as it came: nothing of it is checked. */
  files: readonly MailFile[];
}

/** Why a mail joins no conversation. */
export type Unread = 'not_ours' | 'automatic' | 'empty' | 'several_senders';

export type ReadMail = { kind: 'reply'; reply: MailReply } | { kind: 'unread'; why: Unread };

/** Longest text that is looked through, in UTF-16 units: what answers say stands at the beginning. */
const MOST_TEXT = 500_000;
/** How much of a mail is read at a time, in bytes: whoever chats meanwhile does not wait for a mail with photos. */
const SLICE = 128 * 1024;
/** Headers that nobody's own words have. */
const MARKS = new Set(['x-autoreply', 'x-autorespond', 'x-auto-reply', 'list-id', 'x-failed-recipients']);

/**
 * Reads a mail as an answer. Anybody may write to the mailbox: only ids that are signed for the sender's address count.
 * @param source the mail, or its beginning where it is long.
 * @param secret what ids are signed with.
 * @param isCut whether its end is missing, so that the last of its files is none
 */
export async function readReply(source: Buffer, secret: string, isCut = false): Promise<ReadMail> {
  const mail = await parse(source);
  const from = fromOne(mail);
  if (from === null) return { kind: 'unread', why: 'several_senders' };
  const target = replyTarget(secret, idsOf(mail), from);
  if (target === null) return { kind: 'unread', why: 'not_ours' };
  if (isAutomatic(mail, from)) return { kind: 'unread', why: 'automatic' };
  const text = cutQuote((await textOf(mail)).slice(0, MOST_TEXT));
  const files = mailFiles(mail, isCut);
  if (text === '' && files.length === 0) return { kind: 'unread', why: 'empty' };
  return { kind: 'reply', reply: { ...target, id: idOf(mail, source), from, text, files } };
}

/**
 * Whether a mail may answer one of ours, by its headers alone: nothing more is loaded of one that does not.
 * @param headers those that name the sender and the mails before
 */
export async function isAnswer(headers: Buffer, secret: string): Promise<boolean> {
  const mail = await parse(headers);
  const from = fromOne(mail);
  return from !== null && replyTarget(secret, idsOf(mail), from) !== null;
}

/** The libraries are loaded with the first mail, as that of the mailbox is. */
async function parse(source: Buffer): Promise<ParsedMail> {
  const { simpleParser } = await import('mailparser');
  const options = { skipImageLinks: true, keepCidLinks: true, maxHtmlLengthToParse: MOST_TEXT };
  return simpleParser(Readable.from(slices(source), { objectMode: false }), options);
}

async function* slices(source: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < source.length; at += SLICE) {
    yield source.subarray(at, at + SLICE);
    await setImmediate();
  }
}

/** Its sender; null where it has none, or several. */
function fromOne({ from }: ParsedMail): string | null {
  const [sender, ...others] = (from?.value ?? []).flatMap(({ address }) => address ?? []);
  return others.length > 0 ? null : (sender ?? null);
}

/** Where there is only HTML, its words: what it quotes gets the marks that quotations have in text. */
async function textOf({ text, html }: ParsedMail): Promise<string> {
  if (text !== undefined && text.trim() !== '') return text;
  if (html === undefined || html === false) return '';
  const { convert } = await import('html-to-text');
  return convert(html, {
    wordwrap: false,
    limits: { maxInputLength: MOST_TEXT, maxDepth: 60 },
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
