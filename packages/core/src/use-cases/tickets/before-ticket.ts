import type { Conversation } from '../../domain/conversation/conversation.ts';
import { localDay } from '../../domain/priority/local-day.ts';
import type { PriorityFacts } from '../../domain/priority/score.ts';
import type { TicketDraft } from '../../domain/ticket/ticket-draft.ts';
import type { Desk } from '../desk.ts';
import { contactOfRequest } from './request-contact.ts';
import { notUnderstood } from '../conversation/words-not-understood.ts';
import { BEFORE_MS, MOST_EVENTS, ownMessages, standingOf, visitorWords } from './ticket-facts.ts';

/** What the store knows about whoever is about to get a ticket: its first priority, and so its way, depends on it. */
export type BeforeTicket = Pick<PriorityFacts, 'messagesToday' | 'customer' | 'orderTotal' | 'verified'> & {
  /** Whose request it is; null when nobody knows. */
  readonly contactKey: number | null;
  /** The visitor's words of the last day, oldest first. */
  readonly said: readonly string[];
  /** Those of the last messages that got no answer that helps, oldest first. */
  readonly notUnderstood: readonly string[];
};

/** Read only when a ticket is about to be made: no other message waits for this. The message that makes it is not stored yet, and counts. */
export async function beforeTicket(
  desk: Pick<Desk, 'store' | 'sites' | 'clock' | 'ids'>,
  conversation: Conversation,
  draft: TicketDraft,
): Promise<BeforeTicket | null> {
  const { store, sites, clock } = desk;
  const { site: id, key, visitorKey } = conversation;
  const site = sites.get(id);
  if (site === null) return null;
  const today = localDay(clock.now(), site.timeZone);
  const log = key === 0 ? [] : await store.readLog(key, { limit: MOST_EVENTS });
  const before = ownMessages(log).filter(({ at }) => localDay(at, site.timeZone) === today);
  const visitor = await store.findVisitor(visitorKey);
  const contactKey = (await contactOfRequest(desk, conversation, draft))?.key ?? null;
  return {
    messagesToday: before.length + 1,
    ...(await standingOf(store, site, { contactKey, conversationKey: visitorKey })),
    verified: visitor?.verified ?? false,
    contactKey,
    said: visitorWords(log.filter(({ at }) => at >= clock.now() - BEFORE_MS)),
    notUnderstood: notUnderstood(log, clock.now()),
  };
}
