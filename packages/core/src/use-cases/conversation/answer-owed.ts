import type { Attachment } from '../../domain/attachment/attachment.ts';
import { botSpeaks } from '../../domain/conversation/bot-commands.ts';
import type { BotReply } from '../../domain/conversation/bot-commands.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { Decision } from '../../domain/conversation/decision.ts';
import { DeskError } from '../../domain/desk-error.ts';
import { NOBODY, customerFacts } from '../../domain/dialogue/answers/customer-facts.ts';
import { formBook } from '../../domain/dialogue/forms/form-book.ts';
import { withNumberWhenUnsure } from '../../domain/emergency/emergency-reply.ts';
import type { EntityKind } from '../../domain/entity.ts';
import { moodOf } from '../../domain/priority/mood.ts';
import { offersToTell, waitsForFix } from '../../domain/problem/await-fix.ts';
import { knownProblemReply, problemAskedAbout } from '../../domain/problem/known-problem.ts';
import type { Site } from '../../domain/site.ts';
import { isUnsettled, ticketName } from '../../domain/ticket/ticket.ts';
import type { Visitor } from '../../domain/visitor.ts';
import type { SiteKnowledge } from '../../ports/knowledge.ts';
import { withAction } from '../actions/with-action.ts';
import { commitDecision } from '../commit-decision.ts';
import type { Desk } from '../desk.ts';
import { awaitedFix } from '../problems/awaited-fix.ts';
import { formsInput } from './forms-input.ts';
import { standingOf } from '../customers/offer-standing.ts';
import { complaintMoment, personOutlook } from './person-outlook.ts';
import { withTickets } from '../tickets/open-tickets.ts';
import type { TicketHand } from '../tickets/ticket-hand.ts';

export interface OwedMessage {
  seq: number;
  text: string;
  intent?: string;
  attachments?: readonly Attachment[];
}

/** Until a site has been learned nothing is recognised. */
const KNOWS_NOTHING = { answer: 1, suggest: 1, hint: 1 };
const NOTHING_UNDERSTOOD = { guesses: [], outOfScope: false };
/** Recommended at once. */
const MOST_OFFERED = 3;
/** What is kept of a message for those after it; cheap to find, because every message is looked at. */
const REMEMBERED: readonly EntityKind[] = ['order', 'email'];

/**
 * The bot answers a message that was left without an answer: another turn through the same door, saved before it is
 * shown. A failure stays inside this conversation: it is logged, the debt stands in the store, and the sweep pays it later.
 * @param visitor whose message it is; null when they were erased meanwhile
 */
export async function answerOwed(
  desk: Desk,
  conversation: Conversation,
  visitor: Visitor | null,
  message: OwedMessage,
): Promise<void> {
  try {
    await desk.lanes.run(conversation.visitorKey, () =>
      commitDecision(
        desk,
        () => reload(desk, conversation),
        (current, hand) => answer(desk, current, visitor, message, hand),
      ),
    );
  } catch (cause) {
    desk.log.error({ err: cause, conversation: conversation.id, seq: message.seq }, 'the bot could not answer');
  }
}

/** What the bot says to a message. Null when it is not owed (any more). */
export async function answer(
  desk: Desk,
  conversation: Conversation,
  visitor: Visitor | null,
  message: OwedMessage,
  hand: TicketHand,
): Promise<Decision | null> {
  const site = desk.sites.get(conversation.site);
  // A turn that is not owed must not cost an understanding either.
  if (site === null || !conversation.botDue.includes(message.seq)) return null;
  const decided = await reply(desk, site, conversation, visitor, message, hand);
  const { emergency, voice } = site;
  const { locale } = conversation;
  const said = emergency === null ? decided : withNumberWhenUnsure(decided, emergency, { voice, locale });
  const asking = { conversation, ...message, knowledge: desk.knowledge.of(site.id) };
  const acting = said.action === undefined ? said : withAction(desk, site, conversation, said, message.seq);
  return botSpeaks(conversation, message.seq, withTickets(desk, site, asking, acting, hand), desk.clock.now());
}

function reply(
  desk: Desk,
  site: Site,
  conversation: Conversation,
  visitor: Visitor | null,
  message: OwedMessage,
  hand: TicketHand,
): BotReply | Promise<BotReply> {
  const { locale } = conversation;
  const now = desk.clock.now();
  const of = { locale, context: conversation.context, now };
  const awaited = awaitedFix(desk, conversation, message);
  if (awaited !== null) return waitsForFix(awaited.problem, awaited.email, of);
  const asked = knownProblem(desk, conversation, message);
  if (asked !== null) return offersToTell(knownProblemReply(asked, locale), asked, of);
  const knowledge = desk.knowledge.of(site.id);
  return desk.replies.decide({
    text: message.text,
    pressed: message.intent,
    files: message.attachments,
    understand: (text) => knowledge?.model.understand(text, locale) ?? NOTHING_UNDERSTOOD,
    thresholds: knowledge?.model.thresholds ?? KNOWS_NOTHING,
    book: knowledge?.book ?? null,
    catalogue: knowledge?.catalogue ?? null,
    offers: offersOf(desk, site, visitor, hand),
    offerStanding: () => {
      const here = standingOf(hand.tickets);
      return here.complains || visitor?.verified !== true ? here : hand.record.offering;
    },
    articles: articlePointers(knowledge, conversation, message),
    locale,
    locales: site.locales,
    context: conversation.context,
    now,
    unsureStreak: conversation.unsureStreak,
    ticket: ticketInHand(site, conversation),
    withdrawable: withdrawableOf(conversation, hand, now),
    ownerName: site.ownerName,
    siteName: site.name,
    voice: site.voice,
    facts: () => (visitor === null ? NOBODY : customerFacts(visitor)),
    languageOf: (text) => desk.languages.guess(text),
    namedIn: (text) => {
      const timeZone = conversation.timeZone ?? site.timeZone;
      const found = knowledge?.entities.find(text, { now, timeZone, locale, kinds: REMEMBERED }) ?? [];
      return found.map(({ kind, value }) => ({ kind, value }));
    },
    productIn: (text) => {
      const timeZone = conversation.timeZone ?? site.timeZone;
      const found = knowledge?.entities.find(text, { now, timeZone, locale, kinds: ['product'] }) ?? [];
      return found.length === 1 ? (found[0]?.value ?? null) : null;
    },
    complaints: {
      policy: site.complaints,
      mood: (text) => moodOf(desk.sentiment.read(text, locale), text, conversation.context?.insults),
      deadlineText: () => complaintMoment(desk, site, conversation).byText,
    },
    outlook: () => personOutlook(desk, site, conversation),
    form: conversation.form,
    formBook: knowledge === null ? null : formBook(knowledge.forms),
    forms: () => formsInput(desk, site, conversation, visitor, hand),
  });
}

/** What somebody bought counts only where a signature says who they are: a recommendation can tell of it. */
function offersOf({ recommender }: Desk, { id }: Site, visitor: Visitor | null, hand: TicketHand) {
  if (recommender === undefined) return undefined;
  return (product: string | null) => {
    const contact = visitor?.verified === true ? hand.record.contact : null;
    return recommender.recommend(id, {
      limit: MOST_OFFERED,
      ...(product !== null && { product }),
      ...(visitor !== null && { visitorKey: visitor.key }),
      ...(contact?.verified === true && { contactKey: contact.key }),
    });
  };
}

/** Nearly every site has none; a form that is open and a pressed button come first. */
function knownProblem({ problems }: Desk, { site, form }: Conversation, { text, intent }: OwedMessage) {
  const lasting = problems.of(site);
  return lasting === undefined || form !== null || intent !== undefined ? null : problemAskedAbout(text, lasting);
}

function ticketInHand({ ticketPrefix }: Site, { tickets }: Conversation): string | null {
  const number = tickets.at(-1);
  return number === undefined ? null : ticketName(ticketPrefix, number);
}

/** A request is fresh for so long: "never mind" is then likely about it. Milliseconds. */
const FRESH_MS = 30 * 60_000;

function withdrawableOf({ tickets, urgent }: Conversation, hand: TicketHand, now: number) {
  const number = tickets.at(-1);
  const ticket = number === undefined ? undefined : hand.tickets.find((one) => one.number === number);
  if (ticket === undefined || urgent || !isUnsettled(ticket.state)) return undefined;
  return {
    isCall: ticket.form === null && ticket.complaint === undefined,
    isFresh: now - ticket.createdAt <= FRESH_MS,
  };
}

/** A pressed button says what is meant: nothing is looked for then. */
function articlePointers(knowledge: SiteKnowledge | null, { locale }: Conversation, { intent, text }: OwedMessage) {
  if (knowledge === null) return undefined;
  return {
    find: () => (intent === undefined ? knowledge.articles.find(text, locale) : null),
    link: (slug: string) => knowledge.articles.link(slug, locale),
  };
}

async function reload(desk: Desk, conversation: Conversation): Promise<Conversation> {
  const current = await desk.store.findConversationOfVisitor(conversation.site, conversation.visitorKey);
  if (current === null) throw new DeskError('not_found', 'the conversation is gone');
  return current;
}
