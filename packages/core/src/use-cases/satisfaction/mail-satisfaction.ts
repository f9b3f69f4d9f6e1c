import { HIGHEST_SCORE, LOWEST_SCORE, SATISFACTION_REST_MS } from '../../domain/survey/survey-request.ts';
import type { SurveyRequest } from '../../domain/survey/survey-request.ts';
import type { MailExit } from '../../domain/outbox/mail.ts';
import { ticketName } from '../../domain/ticket/ticket.ts';
import type { SurveyMail } from '../../ports/survey-store.ts';
import type { Desk } from '../desk.ts';

const MINUTE = 60_000;
/** Somebody who is still there answers in the chat within this. */
const GONE_AFTER_MS = 10 * MINUTE;
const AT_ONCE = 100;

/** What mails of questions need besides the desk. */
export interface SurveyLinks {
  /** Whether the visitor has the page open just now. */
  isOnline(visitorKey: number): boolean;
  /** A new token with its hash. */
  token(): { token: string; hash: string };
  /** The page behind a token, which travels in the fragment; `score` is preselected there. */
  link(token: string, score: number | null): string;
  /** New links to where its reader says that they want no more of them, and the hash by which they are known. */
  leave(): Required<MailExit> & { hash: string };
}

/**
 * Asks by mail whoever has gone without an answer, if an address is known and mail can be sent; once, and no address more often
 * than once in seven days. Who sits at the chat is asked there: their mail waits until they have gone.
 */
export async function mailSatisfaction(desk: Desk, links: SurveyLinks): Promise<void> {
  const now = desk.clock.now();
  for (const request of await desk.store.satisfactionToMail(now - GONE_AFTER_MS, AT_ONCE)) {
    const { visitorKey, askedAt } = request;
    // Somebody whose page stays open for days is as good as gone.
    const isThere = visitorKey !== null && links.isOnline(visitorKey) && now - askedAt < SATISFACTION_REST_MS;
    if (isThere) continue;
    try {
      const mail = await mailOf(desk, links, request);
      await desk.store.mailSatisfaction(request, now, now - SATISFACTION_REST_MS, mail);
    } catch (cause) {
      desk.log.error({ err: cause, site: request.site }, 'a question was not sent by mail; the next sweep tries again');
    }
  }
}

async function mailOf(desk: Desk, links: SurveyLinks, request: SurveyRequest): Promise<SurveyMail | null> {
  const site = desk.sites.get(request.site);
  const to = await addressOf(desk, request);
  if (site === null || to === null || !desk.mailer.available) return null;
  const { token, hash } = links.token();
  const about = request.ticket === null ? null : ticketName(site.ticketPrefix, request.ticket);
  const scores = Array.from({ length: HIGHEST_SCORE - LOWEST_SCORE + 1 }, (_, index) => {
    const score = LOWEST_SCORE + index;
    return { score, link: links.link(token, score) };
  });
  const { unsubscribe, oneClick, hash: leaveHash } = links.leave();
  const payload = {
    ...{ to, locale: request.locale, conversation: null },
    content: { template: 'satisfaction' as const, about, scores, unsubscribe, oneClick },
  };
  const entry = { kind: 'mail' as const, id: desk.ids.uuid(), key: `satisfaction:${request.id}`, payload };
  return {
    address: to.address.toLowerCase(),
    tokenHash: hash,
    leaveHash,
    entry: { ...entry, dueAt: desk.clock.now() },
  };
}

/** What was given for the ticket, else the contact's; a visitor who was blocked meanwhile gets no mail. */
async function addressOf(
  { store }: Desk,
  { site, visitorKey, contactKey, ticket: number }: SurveyRequest,
): Promise<{ address: string; name?: string } | null> {
  if (visitorKey !== null && (await store.findVisitor(visitorKey))?.blocked !== 'no') return null;
  const ticket = number === null ? null : await store.findTicketByNumber(site, number);
  const contact =
    contactKey !== null
      ? await store.findContact(site, { key: contactKey })
      : visitorKey !== null
        ? await store.contactOfVisitor(site, visitorKey)
        : null;
  const address = ticket?.contact.email ?? contact?.email ?? null;
  const name = ticket?.contact.name ?? contact?.name ?? undefined;
  return address === null ? null : { address, ...(name !== undefined && { name }) };
}
