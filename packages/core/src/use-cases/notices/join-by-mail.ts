import type { Attachment } from '../../domain/attachment/attachment.ts';
import { refusedWords } from '../../domain/attachment/refused-file.ts';
import type { RefusedFile } from '../../domain/attachment/refused-file.ts';
import { writtenIn } from '../../domain/locale.ts';
import type { Locale } from '../../domain/locale.ts';
import type { MailPayload } from '../../domain/outbox/mail.ts';
import { DeskError } from '../../domain/desk-error.ts';
import type { Visitor } from '../../domain/visitor.ts';
import type { Desk } from '../desk.ts';
import { receiveVisitorMessage } from '../conversation/receive-visitor-message.ts';

export interface MailedWords {
  site: string;
  /** Public id of the conversation that it answers. */
  conversation: string;
  /** A UUID, the same however often the mail is read. */
  id: string;
  text: string;
  /** The address that it came from, which is the one that was written to. */
  from: string;
}

/** What became of the files of a mail. */
export interface MailedFiles {
  /** They lie ready for the message. */
  readonly taken: readonly Attachment[];
  readonly refused: readonly RefusedFile[];
}

/** Longest message, in code points, as everywhere else. */
const MOST_CHARACTERS = 4_000;
/** Longest list of files that were not taken, in code points. */
const MOST_OF_REFUSED = 1_000;
const NOT_KEPT: Readonly<Record<Locale, (files: string) => string>> = {
  en: (files) => `(Attached, not kept: ${files})`,
  zh: (files) => `（附件未保存：${files}）`,
};
const NOT_TAKEN: Readonly<Record<Locale, (files: string) => string>> = {
  en: (files) => `These files of your mail could not be taken: ${files}.`,
  zh: (files) => `您邮件中的以下文件未能接收：${files}。`,
};

/**
 * An answer by mail is a message like any other: an open form goes on with it, a closed conversation opens again. What the bot
 * says to it goes back by mail, because that is where the person reads; so do the reasons why files were not taken. The same mail
 * again causes nothing.
 * @param takeFiles without it nothing is taken; asked once it is known whose the files are; what it has taken and no message carries in the end is its own to forget
 * @returns `empty` where nothing is left of it to say
 * @throws DeskError `unavailable` when it cannot be stored: then it is to be read again.
 */
export async function joinByMail(
  desk: Desk,
  mailed: MailedWords,
  takeFiles: (visitor: Visitor) => Promise<MailedFiles> = async () => ({ taken: [], refused: [] }),
): Promise<'joined' | 'refused' | 'empty'> {
  const row = await desk.store.findConversation(mailed.site, mailed.conversation);
  if (row === null || row.visitor.blocked !== 'no') return 'refused';
  const { taken, refused } = await takeFiles(row.visitor);
  const text = words(mailed.text, refused, writtenIn(mailed.text, row.conversation.locale));
  if (text === '' && taken.length === 0) return 'empty';
  try {
    const { conversation, seq } = await receiveVisitorMessage(desk, row.visitor, {
      ...{ text, clientId: mailed.id, toForm: true },
      ...(taken.length > 0 && { attachments: taken }),
    });
    await answerByMail(desk, mailed, refused, conversation.key, seq);
  } catch (cause) {
    if (cause instanceof DeskError && cause.kind === 'refused') return 'refused';
    throw cause;
  }
  return 'joined';
}

async function answerByMail(
  desk: Desk,
  { site, conversation, id, from }: MailedWords,
  refused: readonly RefusedFile[],
  key: number,
  seq: number,
): Promise<void> {
  const name = desk.sites.get(site)?.name;
  const [row] = await desk.store.rows(site, [key]);
  if (name === undefined || row === undefined || !desk.mailer.available) return;
  const { locale } = row.conversation;
  const said = await desk.store.readLog(key, { after: seq, limit: 10 });
  const texts = said.flatMap(({ entry }) =>
    entry.type === 'bot_message' && entry.replyTo === seq ? [entry.text] : [],
  );
  if (refused.length > 0) texts.push(NOT_TAKEN[locale](refusedWords(refused, locale)));
  if (texts.length === 0) return;
  const payload: MailPayload = {
    ...{ to: { address: from }, locale, conversation },
    content: { template: 'owner_answer_unseen', answers: texts.map((text) => ({ name, text })), toMail: true },
  };
  const entry = { id: desk.ids.uuid(), key: `answer_to_mail:${id}`, dueAt: desk.clock.now() };
  await desk.store.planOutbox(site, [{ ...entry, kind: 'mail', payload }]);
}

function words(text: string, refused: readonly RefusedFile[], locale: Locale): string {
  const files = [...refusedWords(refused, locale)].slice(0, MOST_OF_REFUSED).join('');
  const named = files === '' ? '' : NOT_KEPT[locale](files);
  const room = [...text].slice(0, MOST_CHARACTERS - [...named].length - 1).join('');
  return [room, named].filter((part) => part !== '').join('\n');
}
