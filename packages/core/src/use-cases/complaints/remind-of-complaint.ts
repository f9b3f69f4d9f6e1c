import { warnOfDeadline } from '../../domain/complaint/complaint-commands.ts';
import type { Decision } from '../../domain/conversation/decision.ts';
import { DeskError } from '../../domain/desk-error.ts';
import { quietUntil } from '../../domain/notice/quiet-hours.ts';
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import type { Site } from '../../domain/site.ts';
import { ticketName } from '../../domain/ticket/ticket.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import { commitDecision } from '../commit-decision.ts';
import type { Desk } from '../desk.ts';

/**
 * Tells the owner by mail that a complaint's deadline nears: the mail is saved together with the ticket's remark that it was caused, so
 * that there is one of it whatever dies in between.
 * @returns the ticket afterwards; null when somebody was faster
 */
export async function remindOfComplaint(
  desk: Desk,
  site: Site,
  ticket: Ticket,
  linkTo: (site: string, ticket: number) => string,
): Promise<Ticket | null> {
  const change = warnOfDeadline(ticket, desk.clock.now());
  if (change === null) return ticket;
  if (!desk.mailer.available)
    desk.log.warn({ site: site.id, ticket: ticket.number }, 'a complaint is due soon, and no mail can say so');
  const outbox = await mails(desk, site, ticket, linkTo(site.id, ticket.number));
  const { conversationKey } = ticket;
  if (conversationKey === null) {
    const outcome = await desk.store.saveTicket(change, outbox);
    return outcome.kind === 'saved' ? outcome.ticket : null;
  }
  await desk.lanes.run(conversationKey, () =>
    commitDecision(
      desk,
      async () => {
        const [row] = await desk.store.rows(site.id, [conversationKey]);
        if (row === undefined) throw new DeskError('not_found', 'the conversation is gone');
        return row.conversation;
      },
      (conversation): Decision => ({
        events: [],
        next: { ...conversation, version: conversation.version + 1 },
        tickets: [change],
        ...(outbox.length > 0 && { outbox }),
      }),
    ),
  );
  return desk.store.findTicket(site.id, ticket.id);
}

/** One to each person of the desk who takes mails, in their language; in their quiet hours only where it is urgent, else when those end. */
async function mails(desk: Desk, site: Site, ticket: Ticket, link: string): Promise<OutboxEntry[]> {
  if (!desk.mailer.available) return [];
  const now = desk.clock.now();
  const entries: OutboxEntry[] = [];
  for (const account of await desk.store.membersOf(site.id)) {
    const settings = await desk.store.noticeSettings(account.key);
    if (!settings.mail) continue;
    const locale = settings.locale ?? site.defaultLocale;
    const { quiet } = settings;
    const until = quiet === null || ticket.level === 'urgent' ? null : quietUntil(quiet, now, site.timeZone);
    const dueAt = until ?? now;
    // Said as it is right when it is read.
    const by = desk.calendar.describe(ticket.dueAt ?? now, { now: dueAt, timeZone: site.timeZone, locale });
    entries.push({
      kind: 'mail',
      id: desk.ids.uuid(),
      // A complaint whose remedy was declined has another deadline, and another mail.
      key: `complaint_deadline:${ticket.number}:${ticket.dueAt ?? 0}:${account.key}`,
      dueAt,
      payload: {
        to: { address: settings.address ?? account.email },
        locale,
        conversation: null,
        content: {
          template: 'complaint_deadline',
          ticket: ticketName(site.ticketPrefix, ticket.number),
          subject: ticket.subject,
          by,
          link,
        },
      },
    });
  }
  return entries;
}
