import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { Decision } from '../../domain/conversation/decision.ts';
import { mayAskAfter, resolvedBy } from '../../domain/survey/resolution.ts';
import { SATISFACTION, SATISFACTION_REST_MS } from '../../domain/survey/survey-request.ts';
import type { SurveyAsk } from '../../domain/survey/survey-request.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { Desk } from '../desk.ts';

/** What is needed to ask. */
export type AskingDesk = Pick<Desk, 'store' | 'clock' | 'ids'>;

/** So much of a log tells whether there was an answer, or an emergency. */
const LOOKED_AT = 100;

/**
 * Whom to ask how it was, because of a decision; null nearly always. What ends nothing costs a comparison, and no `await`.
 * Who is blocked is not asked, nor who got no answer, nor anybody after an emergency.
 */
export function askAfter(desk: AskingDesk, before: Conversation, decision: Decision): Promise<SurveyAsk | null> | null {
  const resolution = resolvedBy(before, decision);
  if (resolution === null || before.key === 0) return null;
  return (async () => {
    const { site, visitorKey, key, locale } = decision.next;
    const visitor = await desk.store.findVisitor(visitorKey);
    if (visitor === null || visitor.blocked !== 'no') return null;
    const log = await desk.store.readLog(key, { limit: LOOKED_AT });
    if (!mayAskAfter(resolution, [...log, ...decision.events])) return null;
    const contact = await desk.store.contactOfVisitor(site, visitorKey);
    return {
      ...{ id: desk.ids.uuid(), site, survey: SATISFACTION, visitorKey, conversationKey: key, locale },
      contactKey: contact?.key ?? null,
      ticket: resolution.of === 'ticket' ? resolution.number : null,
      askedAt: desk.clock.now(),
      restMs: SATISFACTION_REST_MS,
    };
  })();
}

/** Asks after a ticket that has no conversation: by mail alone. A crash before this loses a question, and nothing else. */
export async function askAfterTicket(desk: AskingDesk, { site, number, contactKey, locale }: Ticket): Promise<void> {
  await desk.store.askSurvey({
    ...{ id: desk.ids.uuid(), site, survey: SATISFACTION, visitorKey: null, conversationKey: null, locale, contactKey },
    ...{ ticket: number, askedAt: desk.clock.now(), restMs: SATISFACTION_REST_MS },
  });
}
