import type { OutboxContent, OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import type { Site } from '../../domain/site.ts';
import type { TicketDetail } from '../../domain/ticket/ticket-draft.ts';
import { routeReason } from '../../domain/ticket/route-reason.ts';
import { ticketName } from '../../domain/ticket/ticket.ts';
import type { Ticket, TicketChange } from '../../domain/ticket/ticket.ts';
import type { Desk } from '../desk.ts';

/** What planning mails needs. */
type Mailing = Pick<Desk, 'mailer' | 'ids' | 'clock'> & Partial<Pick<Desk, 'consoleUrl'>>;

/** What a confirmation says besides the ticket. */
export interface Confirmation {
  /** `SHOP-T17`. */
  readonly name: string;
  readonly promise: string | null;
  /** Questions that are still open. */
  readonly missing: readonly string[];
  /** Public id of the conversation that an answer joins. */
  readonly conversation: string | null;
}

/**
 * What goes out because of a new ticket: a confirmation to who can be reached (by mail, else by SMS when only a phone is known),
 * and the request itself to the address that it was sent to. Nothing is planned that could not be sent.
 */
export function ticketMails(
  desk: Mailing,
  site: Site,
  ticket: Ticket,
  said: Confirmation,
): { entries: OutboxEntry[]; confirmedTo: string | null } {
  const entries = confirmation(desk, site, ticket, said);
  const confirmedTo = entries.length === 0 ? null : (ticket.contact.email ?? ticket.contact.phone ?? null);
  const routed = routedMail(desk, site, ticket, said.name);
  if (routed !== null) entries.push(routed);
  return { entries, confirmedTo };
}

/** That the request was received: a mail, an SMS, or nothing where neither can be sent. */
export function confirmation(desk: Mailing, site: Site, ticket: Ticket, said: Confirmation): OutboxEntry[] {
  const { email, phone } = ticket.contact;
  const key = `ticket_received:${ticket.number}`;
  if (email !== undefined) {
    return desk.mailer.available ? [entry(desk, key, confirmationMail(ticket, email, said))] : [];
  }
  if (phone === undefined || !desk.mailer.sms) return [];
  return [entry(desk, key, confirmationSms(site, phone, ticket, said))];
}

/** The mail to whom a ticket was sent; null where it goes to nobody by mail, or none can be sent. */
export function routedMail(desk: Mailing, site: Site, ticket: Ticket, name: string): OutboxEntry | null {
  const { target } = ticket.route;
  if ((target.to !== 'address' && target.to !== 'person') || !desk.mailer.available) return null;
  const { name: person, email, phone } = ticket.contact;
  const said = [person, email, phone].filter((value) => value !== undefined);
  const locale = site.defaultLocale;
  return entry(desk, `routed_ticket:${ticket.number}:${ticket.version}`, {
    kind: 'mail',
    payload: {
      ...{ to: { address: target.mail, name: target.name }, locale, conversation: null },
      content: {
        ...{
          template: 'routed_ticket',
          ticket: name,
          subject: ticket.subject,
          reason: routeReason(ticket.route, locale),
        },
        details: ticket.details.filter(({ sensitive }) => !sensitive).map(shown),
        contact: said.map((value) => ({ label: '', value })),
        ...filesAt(desk, site, ticket),
      },
    },
  });
}

/** Files stay at home, where it is known who asks for them: the mail leads there. */
function filesAt({ consoleUrl }: Mailing, site: Site, { number, details }: Ticket): { filesAt?: string } {
  const has = details.some(({ files, sensitive }) => files !== undefined && !sensitive);
  if (!has || consoleUrl === undefined) return {};
  return { filesAt: `${consoleUrl()}#/tickets/${number}/${encodeURIComponent(site.id)}` };
}

/**
 * That a request is settled, to who left an address with it: once each time it is solved, whoever asks for that again. Null where the
 * customer has settled it themselves, or nobody can be told.
 * @param conversation public id of the one that an answer joins; null for none
 */
export function solvedMail(
  desk: Mailing,
  site: Site,
  { next, history }: TicketChange,
  conversation: string | null,
): OutboxEntry | null {
  const solved = [...history].reverse().find(({ what }) => what.type === 'state' && what.to === 'solved');
  const { email: address, name } = next.contact;
  if (solved === undefined || next.state !== 'solved' || solved.by.kind === 'visitor') return null;
  if (address === undefined || !desk.mailer.available) return null;
  const ticket = ticketName(site.ticketPrefix, next.number);
  return entry(desk, `ticket_solved:${next.number}:${next.version}`, {
    kind: 'mail',
    payload: {
      ...{ to: { address, ...(name !== undefined && { name }) }, locale: next.locale, conversation },
      content: { template: 'ticket_solved', ticket, subject: next.subject, note: null },
    },
  });
}

function confirmationMail(ticket: Ticket, address: string, { name, promise, missing, conversation }: Confirmation) {
  const { contact, locale, subject } = ticket;
  const to = contact.name === undefined ? { address } : { address, name: contact.name };
  const understood = ticket.details.map(shown);
  const content = { template: 'ticket_received', ticket: name, subject, understood, missing, promise } as const;
  return { kind: 'mail', payload: { to, locale, conversation, content } } as const;
}

/** Of the details in a text message, UTF-16 units: what costs money by the piece is kept to two or three. */
const LONGEST_IN_SMS = 160;

function confirmationSms(site: Site, to: string, { locale, details }: Ticket, said: Confirmation) {
  const { name, promise, missing } = said;
  const told = details.filter(({ sensitive, value }) => !sensitive && value !== to).map(({ value }) => value);
  const texts = SMS[locale];
  const text = [
    texts.received(site.name, name),
    ...(told.length > 0 ? [texts.understood(cut(told.join(', ')))] : []),
    ...(missing.length > 0 ? [texts.missing(cut(missing.join(' ')))] : []),
    ...(promise === null ? [] : [texts.promise(promise)]),
  ].join(texts.between);
  return { kind: 'sms', payload: { to, text } } as const;
}

const SMS = {
  en: {
    between: ' ',
    received: (site: string, name: string) => `${site}: we have your request, ${name}.`,
    understood: (told: string) => `Understood: ${told}.`,
    missing: (questions: string) => `Still open: ${questions} Please answer in the chat on our site.`,
    promise: (promise: string) => `We answer by ${promise}.`,
  },
  zh: {
    between: '',
    received: (site: string, name: string) => `${site}：我们收到了您的请求，编号 ${name}。`,
    understood: (told: string) => `已记录：${told}。`,
    missing: (questions: string) => `还需要：${questions} 请在网站聊天窗口补充。`,
    promise: (promise: string) => `我们会在${promise}之前答复。`,
  },
};

function cut(text: string): string {
  if (text.length <= LONGEST_IN_SMS) return text.replace(/[.。]$/u, '');
  return `${text.slice(0, LONGEST_IN_SMS - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The value of what is sensitive stays at home. */
function shown({ label, value, sensitive }: TicketDetail) {
  return sensitive ? { label, value: '', sensitive: true as const } : { label, value };
}

function entry(desk: Mailing, key: string, content: OutboxContent): OutboxEntry {
  return { ...content, id: desk.ids.uuid(), key, dueAt: desk.clock.now() };
}
