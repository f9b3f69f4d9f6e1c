import type { Attachment, ParsedMail } from 'mailparser';

/** Something that came with a mail. */
export interface MailFile {
  /** As its sender called it; empty where it has no name. */
  readonly name: string;
  /** As its sender describes it, which proves nothing. */
  readonly type: string;
  readonly content: Buffer;
  /** A picture that stands in the text: a photo that was pasted there, or the logo of a signature. */
  readonly inline: boolean;
  /** Its end is missing, as the mail is longer than is read. */
  readonly cut: boolean;
}

/** More than this are not even named. */
const MOST_FILES = 20;
/** What mail programs add for each other. */
const MACHINERY =
  /^(?:application\/(?:pgp-signature|pgp-keys|pkcs7-signature|x-pkcs7-signature|ms-tnef)|message\/delivery-status)$/i;
/** A tag, without its brackets. No two attempts at one look through the same characters, as a mail may be made to take long. */
const TAG = /<([^<>]*)>/g;
/** Longest tag that is looked at, in UTF-16 units. */
const MOST_OF_TAG = 500;
/** By which tags mail programs begin what they quote, and a signature. */
const BEHIND =
  /^blockquote\b|\b(?:id|class)\s*=.*\b(?:gmail_(?:quote|signature)|moz-(?:signature|cite-prefix)|protonmail_signature|divRplyFwdMsg|appendonsend|ms-outlook-mobile-signature|signature)\b/i;

/**
 * The files of a mail, without those that nobody meant to send: signatures of programs, and pictures that stand in what is quoted or
 * in the sender's signature.
 * @param isCut whether the end of the mail is missing
 */
export function mailFiles(mail: ParsedMail, isCut: boolean): MailFile[] {
  const last = isCut ? mail.attachments.at(-1) : undefined;
  const words = ownWords(mail);
  return mail.attachments
    .filter(({ contentType }) => !MACHINERY.test(contentType))
    .filter((file) => !isInline(file) || words === null || isShownIn(words, mail, file))
    .slice(0, MOST_FILES)
    .map((file) => ({
      ...{ name: file.filename ?? '', type: file.contentType, content: file.content },
      ...{ inline: isInline(file), cut: file === last },
    }));
}

/** `inline` alone says that a mail program may show it, which some say of every picture. */
function isInline({ contentType, related, contentDisposition }: Attachment): boolean {
  return contentType.startsWith('image/') && (related || contentDisposition === 'inline');
}

/** The HTML as far as the sender wrote it for this mail; null where there is none. */
function ownWords({ html }: ParsedMail): string | null {
  if (html === undefined || html === false) return null;
  for (const { 1: tag = '', index } of html.matchAll(TAG)) {
    if (BEHIND.test(tag.slice(0, MOST_OF_TAG))) return html.slice(0, index);
  }
  return html;
}

/** One that is shown nowhere was attached. */
function isShownIn(words: string, { html }: ParsedMail, { cid }: Attachment): boolean {
  if (cid === undefined || typeof html !== 'string' || !html.includes(`cid:${cid}`)) return true;
  return words.includes(`cid:${cid}`);
}
