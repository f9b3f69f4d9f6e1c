import { wordsOf } from '../../domain/conversation/words-of.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { ConversationJob } from '../../domain/notice/job.ts';
import type { MailPayload } from '../../domain/outbox/mail.ts';
import type { Desk } from '../desk.ts';

/** More than this nobody reads in a mail; the rest stands in the chat. */
const MOST_EVENTS = 100;

/**
 * Puts the owner's answers that the visitor has neither seen nor got by mail into the outbox, as one mail. The same answers
 * are put there once, also when this is done again after a crash.
 */
export async function mailUnseen(desk: Desk, job: ConversationJob, lease: string): Promise<void> {
  const { store, clock } = desk;
  const [row] = await store.rows(job.site, [job.conversationKey]);
  if (row === undefined || row.visitor.blocked !== 'no') return store.finishJob(job.key, lease, null);
  const { conversation } = row;
  const after = Math.max(job.sentSeq, conversation.visitorSeenSeq);
  const unseen = await store.readLog(conversation.key, { after, limit: MOST_EVENTS });
  const answers = unseen.flatMap(({ seq, entry }) =>
    entry.type === 'owner_message'
      ? [{ seq, name: entry.name, text: wordsOf(entry) ?? '', files: entry.attachments ?? [] }]
      : [],
  );
  const last = answers.at(-1);
  const address = last && (await addressOf(desk, conversation));
  if (last === undefined || address === null || address === undefined) return store.finishJob(job.key, lease, null);
  const files = answers.flatMap((each) => each.files).map(({ id, name, type, bytes }) => ({ id, name, type, bytes }));
  const payload: MailPayload = {
    ...{ to: { address }, locale: conversation.locale, conversation: conversation.id },
    content: {
      template: 'owner_answer_unseen',
      answers: answers.map(({ name, text }) => ({ name, text })),
      ...(files.length > 0 && { files }),
    },
  };
  const key = `owner_answer_unseen:${conversation.id}:${last.seq}`;
  await store.planOutbox(job.site, [{ kind: 'mail', id: desk.ids.uuid(), key, dueAt: clock.now(), payload }]);
  await store.finishJob(job.key, lease, { at: clock.now(), seq: last.seq });
}

/** What the visitor said of themselves, or gave with a request: to be reached by, and no proof of anything. */
async function addressOf({ store }: Desk, { site, visitorKey, key }: Conversation): Promise<string | null> {
  const contact = await store.contactOfVisitor(site, visitorKey);
  if (contact?.email) return contact.email;
  const tickets = await store.ticketsOfConversation(site, key);
  return tickets.flatMap(({ contact: given }) => given.email ?? []).at(-1) ?? null;
}
