import { openComplaint } from '../../domain/complaint/complaint-deadline.ts';
import type { BotReply } from '../../domain/conversation/bot-commands.ts';
import type { TicketConsent } from '../../domain/conversation/decision.ts';
import { CONTACT } from '../../domain/dialogue/forms/contact-form.ts';
import type { FormState } from '../../domain/dialogue/forms/form-state.ts';
import { formBook } from '../../domain/dialogue/forms/form-book.ts';
import { localize } from '../../domain/locale.ts';
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import { scoreOf } from '../../domain/priority/score.ts';
import type { PriorityFacts } from '../../domain/priority/score.ts';
import type { Site } from '../../domain/site.ts';
import { WORDS } from '../../domain/ticket/follow-conversation.ts';
import { routeTicket } from '../../domain/ticket/route-rule.ts';
import { completeTicket } from '../../domain/ticket/ticket-commands.ts';
import type { TicketDraft } from '../../domain/ticket/ticket-draft.ts';
import { withReminder } from '../../domain/ticket/ticket-priority.ts';
import { ticketTexts } from '../../domain/ticket/ticket-words.ts';
import { isUnsettled, newTicket, ticketName } from '../../domain/ticket/ticket.ts';
import type { Ticket, TicketChange, TicketPriority } from '../../domain/ticket/ticket.ts';
import type { SiteKnowledge } from '../../ports/knowledge.ts';
import type { BeforeTicket } from './before-ticket.ts';
import type { Desk } from '../desk.ts';
import type { Asking } from './asking.ts';
import { draftLeftAlone } from './draft-left-alone.ts';
import { offerAtOnce } from '../complaints/offer-at-once.ts';
import type { OfferAtOnce } from '../complaints/offer-at-once.ts';
import { complaintMoment, momentText, promisedMoment } from '../conversation/person-outlook.ts';
import { moodIn, told } from './ticket-facts.ts';
import type { TicketHand } from './ticket-hand.ts';
import { ticketMails } from './ticket-mails.ts';
import { withText, withWordsBefore } from '../conversation/words-not-understood.ts';

/**
 * The bot's reply with the tickets that it makes or completes: each gets its number, priority, way and confirmation, and the
 * reply says so. Nearly every reply makes none, and comes back as it is.
 */
export function withTickets(desk: Desk, site: Site, asking: Asking, reply: BotReply, hand: TicketHand): BotReply {
  const before = hand.known?.notUnderstood;
  if (reply.handoff !== 'unsure' || before === undefined || before.length === 0)
    return opening(desk, site, asking, reply, hand);
  const text = withWordsBefore(asking.text, before);
  return opening(desk, site, { ...asking, text }, withText(reply, asking.text, text), hand);
}

function opening(desk: Desk, site: Site, asking: Asking, reply: BotReply, hand: TicketHand): BotReply {
  const drafts = reply.tickets ?? draftLeftAlone(site, asking, reply);
  const answer = reply.form?.form === CONTACT ? aboutTicketInHand(reply, hand) : reply;
  if (drafts.length === 0) return answer;
  const tickets: TicketChange[] = [];
  const outbox: OutboxEntry[] = [];
  const consents: TicketConsent[] = [];
  const said: string[] = [];
  let offer: OfferAtOnce | null = null;
  let { form } = answer;
  for (const draft of drafts) {
    const earlier = hand.tickets.find(({ number, state }) => number === draft.completes && state !== 'closed');
    const made = earlier ? completed(earlier, draft, desk) : opened(desk, site, asking, draft, hand);
    if (draft.quiet) {
      tickets.push(made);
      continue;
    }
    if (draft.marketing !== undefined) consents.push({ number: made.next.number, allowed: draft.marketing });
    if (!form && offer === null) offer = offerAtOnce(site, made, draft.locale, desk.clock.now());
    const change = offer?.change.next.number === made.next.number ? offer.change : made;
    const isOpenForm = form?.form === draft.form;
    const isTold = isOpenForm || reply.promisedFor !== null;
    const confirmed = confirm(desk, site, asking, { draft, earlier, ticket: change.next }, { isOpenForm, isTold });
    outbox.push(...confirmed.mails);
    said.push(confirmed.text);
    tickets.push(earlier || draft.complaint ? change : { ...change, next: { ...change.next, dueAt: confirmed.by } });
    if (form && isOpenForm) form = { ...form, ticket: change.next.number };
    else if (reply.tickets === undefined) form = resting(asking.conversation.form, change.next) ?? form;
  }
  return {
    ...answer,
    text: spoken(answer, offer === null ? said : [...said, offer.text]),
    ...(offer !== null && { quickReplies: [...offer.quickReplies] }),
    ...(form !== undefined && { form }),
    opened: { tickets, outbox, consents, prefix: site.ticketPrefix },
  };
}

/**
 * What is said of a ticket, by mail as well, and by when it should have an answer.
 * @param isOpenForm its form is asked on: what it asks for just now is confirmed when it has been told
 * @param isTold when there will be an answer, and what was understood, is said elsewhere
 */
function confirm(
  desk: Desk,
  site: Site,
  asking: Asking,
  { draft, earlier, ticket }: { draft: TicketDraft; earlier: Ticket | undefined; ticket: Ticket },
  { isOpenForm, isTold }: { isOpenForm: boolean; isTold: boolean },
): { text: string; mails: readonly OutboxEntry[]; by: number } {
  const name = ticketName(site.ticketPrefix, ticket.number);
  const missing = missingWords(draft, asking.knowledge);
  const { by, byText } = promisedMoment(desk, site, asking.conversation);
  const promise = promiseText(desk, site, asking, draft, earlier) ?? byText;
  const { entries, confirmedTo } = isOpenForm
    ? { entries: [], confirmedTo: null }
    : ticketMails(desk, site, ticket, {
        ...{ name, promise, conversation: asking.conversation.id },
        missing: missing.map(({ question }) => question),
      });
  const text = ticketTexts(site.voice, draft.locale).made({
    ...{ name, ownerName: site.ownerName, confirmedTo, promise: isTold ? null : promise },
    understood: isTold ? [] : draft.details.filter(({ sensitive }) => !sensitive),
    missing: isOpenForm ? [] : missing.map(({ label }) => label),
  });
  return { text, mails: entries, by };
}

/** A complaint has its own time, and what was promised for a ticket stands. Null: what is usual. */
function promiseText(desk: Desk, site: Site, { conversation }: Asking, draft: TicketDraft, earlier?: Ticket) {
  if (draft.complaint) return complaintMoment(desk, site, conversation).byText;
  const dueAt = earlier?.dueAt ?? null;
  return dueAt === null ? null : momentText(desk, site, conversation, dueAt);
}

/** The form in whose middle a person was called: what it gives later goes to the ticket that has its first half. */
function resting(form: FormState | null, ticket: Ticket): FormState | null {
  return form !== null && form.form === ticket.form ? { ...form, ticket: ticket.number } : null;
}

/** The news, before the question of an open form: that is what the visitor answers next. */
function spoken({ text, form }: BotReply, news: readonly string[]): string {
  const parts = text.split('\n\n').filter((part) => part !== '');
  const question = form && parts.length > 0 ? parts.splice(-1) : [];
  return [...parts, ...news, ...question].join('\n\n');
}

/** Who asked for a person in vain and now leaves a message has a ticket already: the message is what it is about. */
function aboutTicketInHand(reply: BotReply, { tickets }: TicketHand): BotReply {
  const last = [...tickets].reverse().find(({ state, missing }) => isUnsettled(state) && missing.includes(WORDS));
  if (!reply.form || reply.form.ticket !== undefined || last === undefined) return reply;
  return { ...reply, form: { ...reply.form, ticket: last.number } };
}

/** The ticket that was made when its form began, now with what the form gave. */
function completed(ticket: Ticket, draft: TicketDraft, desk: Desk): TicketChange {
  const { category, form, subject } = draft;
  const by = { kind: 'visitor' } as const;
  const change = completeTicket(ticket, draft, by, desk.clock.now()) ?? {
    expectedVersion: ticket.version,
    next: { ...ticket, version: ticket.version + 1, missing: draft.missing },
    history: [],
  };
  return { ...change, next: { ...change.next, category, form, subject } };
}

function opened(desk: Desk, site: Site, asking: Asking, draft: TicketDraft, hand: TicketHand): TicketChange {
  const number = hand.take(draft);
  const at = desk.clock.now();
  const priority = priorityOf(desk, site, asking, draft, hand.known, at);
  const route = routeTicket({ ...draft, ...priority, isOpen: desk.calendar.isOpen(site, at) }, site.routing);
  const contactKey = hand.known?.contactKey ?? null;
  const birth = { id: desk.ids.uuid(), site: site.id, number, at, priority, contactKey, dueAt: null, route };
  if (!draft.complaint) return newTicket(draft, { ...birth, by: { kind: 'visitor' } });
  const complaint = openComplaint(complaintMoment(desk, site, asking.conversation));
  const made = newTicket(draft, { ...birth, ...complaint, by: { kind: 'visitor' } });
  return { ...made, next: { ...made.next, ...withReminder(priority, made.next) } };
}

/** As its way depends on it, with what the store knows; the sweep looks at it again with the whole talk. */
function priorityOf(
  desk: Desk,
  site: Site,
  { conversation, text }: Asking,
  draft: TicketDraft,
  known: BeforeTicket | null,
  now: number,
): TicketPriority {
  const standing = known?.customer ?? 'none';
  const said = [...(known?.said ?? []), text];
  const facts: PriorityFacts = {
    said: [...said, ...told(draft)],
    category: draft.category,
    intents: [],
    mood: moodIn(desk.sentiment, said, draft.locale),
    messagesToday: known?.messagesToday ?? 1,
    customer: standing === 'none' && Object.keys(draft.contact).length > 0 ? 'contact' : standing,
    orderTotal: known?.orderTotal ?? 0,
    complaint: draft.complaint === true,
    danger: conversation.urgent,
    locale: draft.locale,
    verified: known?.verified ?? false,
    waitingSince: now,
  };
  const { score, level, reasons } = scoreOf(facts, site.priority, now);
  return { priority: score, level, reasons, rescoreAt: now };
}

/** What is open, as people call it and as the bot asks for it. */
function missingWords(draft: TicketDraft, knowledge: SiteKnowledge | null): { label: string; question: string }[] {
  const form = draft.form === null ? undefined : formBook(knowledge?.forms ?? []).byName.get(draft.form);
  return draft.missing.flatMap((slot) => {
    const found = form?.slots.find(({ name }) => name === slot);
    if (found === undefined) return [];
    const label = localize(found.label, draft.locale) ?? slot;
    return [{ label, question: localize(found.prompt, draft.locale) ?? label }];
  });
}
