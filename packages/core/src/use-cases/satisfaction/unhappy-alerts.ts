import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import type { SurveyRequest } from '../../domain/survey/survey-request.ts';
import { ticketName } from '../../domain/ticket/ticket.ts';
import { alertEntries } from '../notices/alert-owner.ts';
import type { Desk } from '../desk.ts';

/** A score up to this one is somebody to call back while it can still be made good. */
const UNHAPPY = 4;
/** Words that say so this clearly count as much. */
const CLEARLY_NEGATIVE = -0.5;

/**
 * What the people of the desk are told of somebody who has just given a bad score, or a better one with angry words; to be saved with
 * it: once for each question, at the first such answer, also where a better one was given before it.
 */
export async function unhappyAlerts(desk: Desk, given: SurveyRequest): Promise<OutboxEntry[]> {
  const { score, word, locale } = given;
  const site = desk.sites.get(given.site);
  if (score === null || site === null) return [];
  // A change of an answer comes here too: what was told of it before stands in the outbox under the same key.
  const isSaid = () => word !== '' && desk.sentiment.read(word, locale).score <= CLEARLY_NEGATIVE;
  if (score > UNHAPPY && !isSaid()) return [];
  const ticket = given.ticket === null ? null : ticketName(site.ticketPrefix, given.ticket);
  const { place, of } = await placeOf(desk, given);
  return alertEntries(desk, site, {
    ...{ kind: 'score', key: `unhappy:${given.id}`, place, of },
    words: () => ({ what: 'score', score, word, ticket }),
  });
}

/** Where the console shows what it was about. */
async function placeOf(desk: Desk, { site, ticket, visitorKey, address }: SurveyRequest) {
  const conversation = visitorKey === null ? null : await desk.store.findConversationOfVisitor(site, visitorKey);
  const of = conversation?.id ?? address;
  if (ticket !== null) return { of, place: `#/tickets/${ticket}/${encodeURIComponent(site)}` };
  return { of, place: conversation === null ? '#/feedback' : conversationPlace(site, conversation.id) };
}

export function conversationPlace(site: string, id: string): string {
  return `#/desk/${encodeURIComponent(site)}/open/${encodeURIComponent(id)}`;
}
