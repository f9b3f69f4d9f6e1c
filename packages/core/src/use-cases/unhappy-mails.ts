import { quietUntil } from '../domain/notice/quiet-hours.ts';
import type { OutboxEntry } from '../domain/outbox/outbox-entry.ts';
import type { SurveyRequest } from '../domain/survey/survey-request.ts';
import { ticketName } from '../domain/ticket/ticket.ts';
import type { Desk } from './desk.ts';

/** A score up to this one is somebody to call back while it can still be made good. */
const UNHAPPY = 4;

/**
 * Mails to the people of the desk about somebody who has just given a bad score, to be saved with it: one for each score, also where
 * it is changed afterwards. In quiet hours they wait until those end.
 */
export async function unhappyMails(desk: Desk, given: SurveyRequest): Promise<OutboxEntry[]> {
  const { score, firstAnsweredAt, answeredAt } = given;
  const isNew = score !== null && score <= UNHAPPY && firstAnsweredAt !== null && firstAnsweredAt === answeredAt;
  const site = desk.sites.get(given.site);
  if (!isNew || site === null || !desk.mailer.available) return [];
  const now = desk.clock.now();
  const link = `${desk.consoleUrl()}${await placeOf(desk, given)}`;
  const entries: OutboxEntry[] = [];
  for (const account of await desk.store.membersOf(site.id)) {
    const settings = await desk.store.noticeSettings(account.key);
    if (!settings.mail) continue;
    entries.push({
      kind: 'mail',
      id: desk.ids.uuid(),
      key: `unhappy:${given.id}:${account.key}`,
      dueAt: (settings.quiet === null ? null : quietUntil(settings.quiet, now, site.timeZone)) ?? now,
      payload: {
        to: { address: settings.address ?? account.email },
        locale: settings.locale ?? site.defaultLocale,
        conversation: null,
        content: {
          template: 'unhappy',
          score,
          word: given.word,
          ticket: given.ticket === null ? null : ticketName(site.ticketPrefix, given.ticket),
          link,
        },
      },
    });
  }
  return entries;
}

/** Where the console shows what it was about. */
async function placeOf(desk: Desk, { site, ticket, visitorKey }: SurveyRequest): Promise<string> {
  if (ticket !== null) return `#/tickets/${ticket}/${encodeURIComponent(site)}`;
  const conversation = visitorKey === null ? null : await desk.store.findConversationOfVisitor(site, visitorKey);
  return conversation === null
    ? '#/feedback'
    : `#/desk/${encodeURIComponent(site)}/open/${encodeURIComponent(conversation.id)}`;
}
