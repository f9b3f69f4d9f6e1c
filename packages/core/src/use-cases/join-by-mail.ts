import type { MailPayload } from '../domain/outbox/mail.ts';
import { DeskError } from '../domain/desk-error.ts';
import type { Desk } from './desk.ts';
import { receiveVisitorMessage } from './receive-visitor-message.ts';

export interface MailedWords {
  site: string;
  /** Public id of the conversation that it answers. */
  conversation: string;
  /** A UUID, the same however often the mail is read. */
  id: string;
  text: string;
  /** Names of the files that came with it. */
  files: readonly string[];
  /** The address that it came from, which is the one that was written to. */
  from: string;
}

/** Longest message, in code points, as everywhere else. */
const MOST_CHARACTERS = 4_000;
const NAMED_FILES = {
  en: (names: string) => `(Attached, not kept: ${names})`,
  zh: (names: string) => `（附件未保存：${names}）`,
};

/**
 * An answer by mail is a message like any other: an open form goes on with it, a closed conversation opens again. What the bot
 * says to it goes back by mail, because that is where the person reads. The same mail again causes nothing.
 * @throws DeskError `unavailable` when it cannot be stored: then it is to be read again.
 */
export async function joinByMail(desk: Desk, mailed: MailedWords): Promise<'joined' | 'refused'> {
  const row = await desk.store.findConversation(mailed.site, mailed.conversation);
  if (row === null || row.visitor.blocked !== 'no') return 'refused';
  const text = words(mailed, row.conversation.locale);
  try {
    const { conversation, seq } = await receiveVisitorMessage(desk, row.visitor, {
      text,
      clientId: mailed.id,
      toForm: true,
    });
    await answerByMail(desk, mailed, conversation.key, seq);
  } catch (cause) {
    if (cause instanceof DeskError && cause.kind === 'refused') return 'refused';
    throw cause;
  }
  return 'joined';
}

async function answerByMail(
  desk: Desk,
  { site, conversation, id, from }: MailedWords,
  key: number,
  seq: number,
): Promise<void> {
  const name = desk.sites.get(site)?.name;
  const [row] = await desk.store.rows(site, [key]);
  if (name === undefined || row === undefined || !desk.mailer.available) return;
  const said = await desk.store.readLog(key, { after: seq, limit: 10 });
  const answers = said.flatMap(({ entry }) =>
    entry.type === 'bot_message' && entry.replyTo === seq ? [{ name, text: entry.text }] : [],
  );
  if (answers.length === 0) return;
  const payload: MailPayload = {
    ...{ to: { address: from }, locale: row.conversation.locale, conversation },
    content: { template: 'owner_answer_unseen', answers, toMail: true },
  };
  const entry = { id: desk.ids.uuid(), key: `answer_to_mail:${id}`, dueAt: desk.clock.now() };
  await desk.store.planOutbox(site, [{ ...entry, kind: 'mail', payload }]);
}

function words({ text, files }: MailedWords, locale: 'en' | 'zh'): string {
  const named = files.length === 0 ? '' : NAMED_FILES[locale](files.join(locale === 'zh' ? '、' : ', ').slice(0, 500));
  const room = [...text].slice(0, MOST_CHARACTERS - [...named].length - 1).join('');
  return [room, named].filter((part) => part !== '').join('\n');
}
