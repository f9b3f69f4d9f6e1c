import { judgeProposal, proposeRemedy } from '../domain/complaint/complaint-commands.ts';
import { isComplaintTicket } from '../domain/complaint/complaint-stage.ts';
import type { RemedyAnswer } from '../domain/complaint/complaint-buttons.ts';
import { tellProposal, tellVerdict, verdictReply } from '../domain/complaint/remedy-talk.ts';
import { botSpeaks } from '../domain/conversation/bot-commands.ts';
import { newConversation } from '../domain/conversation/conversation.ts';
import type { Conversation } from '../domain/conversation/conversation.ts';
import { together } from '../domain/conversation/decision.ts';
import type { Decision } from '../domain/conversation/decision.ts';
import { visitorSpeaks } from '../domain/conversation/visitor-commands.ts';
import type { VisitorWords } from '../domain/conversation/visitor-commands.ts';
import { DeskError } from '../domain/desk-error.ts';
import { localize } from '../domain/locale.ts';
import type { OutboxEntry } from '../domain/outbox/outbox-entry.ts';
import type { Site } from '../domain/site.ts';
import { ticketName } from '../domain/ticket/ticket.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import type { Visitor } from '../domain/visitor.ts';
import { commitDecision } from './commit-decision.ts';
import type { Committed } from './commit-decision.ts';
import type { Desk } from './desk.ts';
import { complaintMoment } from './person-outlook.ts';
import { ticketWebhooks } from './ticket-webhooks.ts';

/** What the owner offers: one of the site's remedies, or words of their own. */
export type Offer = { remedy: string } | { text: string };

/** Which complaint, and who acts; the caller has checked the membership of `site`. */
export interface ComplaintTarget {
  site: string;
  /** Of the ticket. */
  number: number;
  ownerName: string;
}

/**
 * Offers a remedy for a complaint: the visitor reads it with two buttons under it, and gets it by mail where an address is known.
 * @throws DeskError `not_found` for a ticket or a remedy that does not exist, `refused` for one that is no complaint or closed
 */
export async function offerRemedy(desk: Desk, target: ComplaintTarget, offer: Offer): Promise<Ticket> {
  const site = desk.sites.get(target.site);
  const first = await desk.store.findTicketByNumber(target.site, target.number);
  if (site === null || first === null) throw new DeskError('not_found', 'no such ticket');
  if (!isComplaintTicket(first)) throw new DeskError('refused', 'this ticket is no complaint');
  const words = wordsOf(site, offer, first);
  if (first.conversationKey === null) return saved(desk, site, first, words, target.ownerName);
  const key = first.conversationKey;
  let ticket: Ticket = first;
  await desk.lanes.run(key, () =>
    commitDecision(
      desk,
      async () => {
        ticket = (await desk.store.findTicketByNumber(target.site, target.number)) ?? first;
        const [row] = await desk.store.rows(target.site, [key]);
        if (row === undefined) throw new DeskError('not_found', 'the conversation is gone');
        return row.conversation;
      },
      (conversation) => {
        const at = desk.clock.now();
        const change = proposeRemedy(ticket, words, target.ownerName, at);
        if (change === null) throw new DeskError('refused', 'this complaint is closed for good');
        const speaker = { ...site, ownerName: target.ownerName, locale: ticket.locale };
        const told = tellProposal(conversation, change, { text: words.text, name: nameOf(site, ticket) }, speaker, at);
        const mail = proposalMail(desk, site, change.next, conversation.id, words.text, target.ownerName);
        return mail === null ? told : { ...told, outbox: [mail] };
      },
    ),
  );
  return (await desk.store.findTicketByNumber(target.site, target.number)) ?? ticket;
}

/**
 * The visitor has pressed a button under an offer. An answer to an offer that is not open any more changes nothing, and they are told so.
 * @throws DeskError `unavailable` when it cannot be stored
 */
export async function answerOffer(
  desk: Desk,
  visitor: Visitor,
  words: VisitorWords,
  answer: RemedyAnswer,
): Promise<Committed | null> {
  const site = desk.sites.get(visitor.site);
  let ticket: Ticket | null = null;
  return desk.lanes.run(visitor.key, () =>
    commitDecision(
      desk,
      async () => {
        const conversation = await conversationOf(desk, visitor);
        const found = await desk.store.findTicketByNumber(visitor.site, answer.number);
        // Somebody else's ticket is none.
        ticket = found !== null && conversation.key !== 0 && found.conversationKey === conversation.key ? found : null;
        return conversation;
      },
      (conversation) => {
        const said = visitorSpeaks(conversation, words, desk.clock.now());
        return site === null ? said : judged(desk, site, said, ticket, answer);
      },
    ),
  );
}

function judged(desk: Desk, site: Site, said: Decision, ticket: Ticket | null, { accepted }: RemedyAnswer): Decision {
  const at = desk.clock.now();
  const { byText, ...renewed } = complaintMoment(desk, site, said.next);
  const change = ticket && judgeProposal(ticket, accepted, at, renewed);
  const told =
    change === null || ticket === null
      ? said
      : together(said, tellVerdict(said.next, change, nameOf(site, ticket), at));
  const seq = said.events.find(({ entry }) => entry.type === 'visitor_message')?.seq ?? 0;
  const reply = verdictReply(change, { accepted, when: byText }, { ...site, locale: said.next.locale });
  // Null while a person has the conversation: they read the answer themselves.
  const answered = botSpeaks(told.next, seq, reply, at);
  return answered === null ? told : together(told, answered);
}

async function conversationOf(desk: Desk, visitor: Visitor): Promise<Conversation> {
  const { site, key, locale, timeZone } = visitor;
  const existing = await desk.store.findConversationOfVisitor(site, key);
  const at = desk.clock.now();
  return existing ?? newConversation({ id: desk.ids.uuid(), site, visitorKey: key, locale, timeZone, at });
}

function wordsOf(site: Site, offer: Offer, { locale }: Ticket): { remedy: string | null; text: string } {
  if ('text' in offer) return { remedy: null, text: offer.text };
  const remedy = site.complaints.remedies.find(({ name }) => name === offer.remedy);
  const text = remedy && localize(remedy.text, locale);
  if (text === undefined) throw new DeskError('not_found', 'no such remedy');
  return { remedy: offer.remedy, text };
}

/** A complaint that came without a conversation is answered by mail alone. */
async function saved(
  desk: Desk,
  site: Site,
  ticket: Ticket,
  words: { remedy: string | null; text: string },
  name: string,
): Promise<Ticket> {
  const change = proposeRemedy(ticket, words, name, desk.clock.now());
  if (change === null) throw new DeskError('refused', 'this complaint is closed for good');
  const mail = proposalMail(desk, site, change.next, null, words.text, name);
  const told = [...(mail === null ? [] : [mail]), ...ticketWebhooks(desk, change, null)];
  const outcome = await desk.store.saveTicket(change, told);
  if (outcome.kind !== 'saved') throw new DeskError('conflict', 'the ticket kept changing');
  return outcome.ticket;
}

/** Who complained may have left long ago: once for each offer. @param conversation public id of the one that an answer joins */
function proposalMail(
  desk: Desk,
  site: Site,
  ticket: Ticket,
  conversation: string | null,
  text: string,
  name: string,
): OutboxEntry | null {
  const { contact, locale, number, version } = ticket;
  if (contact.email === undefined || !desk.mailer.available) return null;
  const to = { address: contact.email, ...(contact.name !== undefined && { name: contact.name }) };
  const content = { template: 'remedy_offered' as const, ticket: nameOf(site, ticket), name, text };
  const payload = { to, locale, conversation, content };
  const key = `remedy:${number}:${version}`;
  return { kind: 'mail', id: desk.ids.uuid(), key, dueAt: desk.clock.now(), payload };
}

function nameOf(site: Site, { number }: Ticket): string {
  return ticketName(site.ticketPrefix, number);
}
