import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import type { FeedbackRecord, JudgedFeedback } from '../../domain/records/feedback.ts';
import type { Site } from '../../domain/site.ts';
import type { SavedRecord } from '../../ports/record-store.ts';
import { alertEntries } from '../notices/alert-owner.ts';
import type { AlertingDesk } from '../notices/alert-owner.ts';
import { conversationPlace } from './unhappy-alerts.ts';

/** What was said longer ago is history, and nothing to run for. Milliseconds. */
const FRESH_MS = 7 * 86_400_000;
/** Words are negative with some confidence from here on; a rating says it by itself. */
const CLEARLY_NEGATIVE = -0.3;
/** Of many in one call the owner is told of some; all are in the console. */
const MOST_TOLD = 5;

/** Stores what people said elsewhere, and tells the owner at once of what is negative and new. */
export async function receiveFeedback(
  desk: AlertingDesk,
  site: Site,
  drafts: readonly JudgedFeedback[],
): Promise<SavedRecord<FeedbackRecord>[]> {
  const now = desk.clock.now();
  const alarming = drafts
    .filter(
      ({ mood, score, rating }) => mood === 'negative' && (typeof rating === 'number' || score <= CLEARLY_NEGATIVE),
    )
    .filter(({ at }) => at === undefined || at > now - FRESH_MS)
    .slice(0, MOST_TOLD);
  const outbox: OutboxEntry[] = [];
  for (const draft of alarming) outbox.push(...(await alertsOf(desk, site, draft)));
  const write = { site: site.id, at: now, uuid: () => desk.ids.uuid(), batch: null };
  return desk.store.saveFeedback(drafts, write, outbox);
}

async function alertsOf(desk: AlertingDesk, site: Site, draft: JudgedFeedback): Promise<OutboxEntry[]> {
  const { source, id, text, author = null, rating = null, email = null } = draft;
  return alertEntries(desk, site, {
    ...{ kind: 'feedback', key: `feedback:${source}:${id}`, of: email },
    place: (await conversationOf(desk, site, email)) ?? '#/feedback',
    words: () => ({ what: 'feedback', source, author, rating, text }),
  });
}

/** Where their own conversation is, if the address is a customer's who has written before. */
async function conversationOf({ store }: AlertingDesk, site: Site, email: string | null): Promise<string | null> {
  const contact = email === null ? null : await store.findContact(site.id, { email });
  const [visitor] = contact === null ? [] : await store.visitorsOfContact(site.id, contact.key, 1);
  const conversation = visitor === undefined ? null : await store.findConversationOfVisitor(site.id, visitor);
  return conversation === null ? null : conversationPlace(site.id, conversation.id);
}
