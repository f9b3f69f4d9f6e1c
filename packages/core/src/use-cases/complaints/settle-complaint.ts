import { judgeProposal, proposeRemedy } from '../../domain/complaint/complaint-commands.ts';
import { isComplaintTicket } from '../../domain/complaint/complaint-stage.ts';
import type { RemedyAnswer } from '../../domain/complaint/complaint-buttons.ts';
import type { RemedyChoice } from '../../domain/complaint/complaint-case.ts';
import { MOST_CHOICES } from '../../domain/complaint/complaint-policy.ts';
import { choiceOf } from '../../domain/complaint/fitting-remedies.ts';
import { tellProposal, tellVerdict, verdictReply, whichReply } from '../../domain/complaint/remedy-talk.ts';
import { botSpeaks } from '../../domain/conversation/bot-commands.ts';
import type { BotReply } from '../../domain/conversation/bot-commands.ts';
import { newConversation } from '../../domain/conversation/conversation.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import { together } from '../../domain/conversation/decision.ts';
import type { Decision } from '../../domain/conversation/decision.ts';
import { visitorSpeaks } from '../../domain/conversation/visitor-commands.ts';
import type { VisitorWords } from '../../domain/conversation/visitor-commands.ts';
import { DeskError } from '../../domain/desk-error.ts';
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import type { Site } from '../../domain/site.ts';
import { ticketName } from '../../domain/ticket/ticket.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { Visitor } from '../../domain/visitor.ts';
import { commitDecision } from '../commit-decision.ts';
import type { Committed } from '../commit-decision.ts';
import type { Desk } from '../desk.ts';
import { complaintMoment, momentText } from '../conversation/person-outlook.ts';
import { ticketWebhooks } from '../tickets/ticket-webhooks.ts';

/** What the owner offers: some of the site's remedies, of which the customer takes one, or words of their own. */
export type Offer = { remedies: readonly string[] } | { text: string };

/** Which complaint, and who acts; the caller has checked the membership of `site`. */
export interface ComplaintTarget {
  site: string;
  /** Of the ticket. */
  number: number;
  ownerName: string;
}

/**
 * Offers something for a complaint: the visitor reads it with its buttons under it, and gets it by mail where an address is known.
 * @throws DeskError `not_found` for a ticket or a remedy that does not exist, `refused` for one that is no complaint or closed, and for
 * nothing or too much of an offer
 */
export async function offerRemedy(desk: Desk, target: ComplaintTarget, offer: Offer): Promise<Ticket> {
  const site = desk.sites.get(target.site);
  const first = await desk.store.findTicketByNumber(target.site, target.number);
  if (site === null || first === null) throw new DeskError('not_found', 'no such ticket');
  if (!isComplaintTicket(first)) throw new DeskError('refused', 'this ticket is no complaint');
  const choices = choicesOf(site, offer, first);
  if (first.conversationKey === null) return saved(desk, site, first, choices, target.ownerName);
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
        const change = proposeRemedy(ticket, choices, target.ownerName, at);
        const proposal = change?.next.complaint?.proposal;
        if (!change || !proposal) throw new DeskError('refused', 'this complaint is closed for good');
        const speaker = { ...site, ownerName: target.ownerName, locale: ticket.locale };
        const what = { proposal, number: ticket.number, name: nameOf(site, ticket) };
        const told = tellProposal(conversation, change, what, speaker, at);
        const mail = proposalMail(desk, site, change.next, conversation.id, choices, target.ownerName);
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

function judged(desk: Desk, site: Site, said: Decision, ticket: Ticket | null, answer: RemedyAnswer): Decision {
  const at = desk.clock.now();
  const speaker = { ...site, locale: said.next.locale };
  const seq = said.events.find(({ entry }) => entry.type === 'visitor_message')?.seq ?? 0;
  const { number, taken } = answer;
  const open = ticket?.complaint?.proposal;
  if (taken === 'some' && open && open.at === answer.at && ticket.complaint?.verdict === null)
    return answeredWith(said, seq, whichReply(number, open, speaker), at);
  const { byText, ...renewed } = complaintMoment(desk, site, said.next);
  const place = typeof taken === 'number' ? taken : null;
  const change =
    ticket && taken !== 'some' ? judgeProposal(ticket, { at: answer.at, taken: place }, at, renewed) : null;
  const told =
    change === null || ticket === null
      ? said
      : together(said, tellVerdict(said.next, change, nameOf(site, ticket), at));
  const { dueAt = null } = change?.next ?? {};
  const when = dueAt === null || dueAt === renewed.dueAt ? byText : momentText(desk, site, said.next, dueAt);
  return answeredWith(told, seq, verdictReply(change?.next ?? null, { when }, speaker), at);
}

/** Without the reply while a person has the conversation: they read the answer themselves. */
function answeredWith(told: Decision, seq: number, reply: BotReply, at: number): Decision {
  const answered = botSpeaks(told.next, seq, reply, at);
  return answered === null ? told : together(told, answered);
}

async function conversationOf(desk: Desk, visitor: Visitor): Promise<Conversation> {
  const { site, key, locale, timeZone } = visitor;
  const existing = await desk.store.findConversationOfVisitor(site, key);
  const at = desk.clock.now();
  return existing ?? newConversation({ id: desk.ids.uuid(), site, visitorKey: key, locale, timeZone, at });
}

function choicesOf(site: Site, offer: Offer, { locale }: Ticket): RemedyChoice[] {
  if ('text' in offer) return [{ remedy: null, text: offer.text, label: null }];
  const names = [...new Set(offer.remedies)];
  if (names.length === 0 || names.length > MOST_CHOICES)
    throw new DeskError('refused', `one to ${MOST_CHOICES} remedies can be offered at a time`);
  return names.map((name) => {
    const remedy = site.complaints.remedies.find((one) => one.name === name);
    const choice = remedy && choiceOf(remedy, locale);
    if (!choice) throw new DeskError('not_found', 'no such remedy');
    return choice;
  });
}

/** A complaint that came without a conversation is answered by mail alone. */
async function saved(
  desk: Desk,
  site: Site,
  ticket: Ticket,
  choices: readonly RemedyChoice[],
  name: string,
): Promise<Ticket> {
  const change = proposeRemedy(ticket, choices, name, desk.clock.now());
  if (change === null) throw new DeskError('refused', 'this complaint is closed for good');
  const mail = proposalMail(desk, site, change.next, null, choices, name);
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
  choices: readonly RemedyChoice[],
  name: string,
): OutboxEntry | null {
  const { contact, locale, number, version } = ticket;
  if (contact.email === undefined || !desk.mailer.available) return null;
  const to = { address: contact.email, ...(contact.name !== undefined && { name: contact.name }) };
  const texts = choices.map(({ text }) => text);
  const content = { template: 'remedy_offered' as const, ticket: nameOf(site, ticket), name, texts };
  const payload = { to, locale, conversation, content };
  const key = `remedy:${number}:${version}`;
  return { kind: 'mail', id: desk.ids.uuid(), key, dueAt: desk.clock.now(), payload };
}

function nameOf(site: Site, { number }: Ticket): string {
  return ticketName(site.ticketPrefix, number);
}
