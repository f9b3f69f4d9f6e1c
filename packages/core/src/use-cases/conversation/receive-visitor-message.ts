import { remedyAnswer } from '../../domain/complaint/complaint-buttons.ts';
import { copyConversation, newConversation } from '../../domain/conversation/conversation.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import { together } from '../../domain/conversation/decision.ts';
import type { Decision } from '../../domain/conversation/decision.ts';
import { visitorSpeaks } from '../../domain/conversation/visitor-commands.ts';
import type { VisitorWords } from '../../domain/conversation/visitor-commands.ts';
import { DeskError } from '../../domain/desk-error.ts';
import { writtenIn } from '../../domain/locale.ts';
import { asksSomewhere } from '../../domain/words/asks.ts';
import type { Visitor } from '../../domain/visitor.ts';
import type { BotReply } from '../../domain/conversation/bot-commands.ts';
import { emergencyAgain, emergencyReply } from '../../domain/emergency/emergency-reply.ts';
import { raisedFlag } from '../../domain/emergency/red-flags.ts';
import { answer } from './answer-owed.ts';
import { waitForFix } from '../problems/awaited-fix.ts';
import { commitDecision } from '../commit-decision.ts';
import type { Committed } from '../commit-decision.ts';
import type { Desk } from '../desk.ts';
import { answerOffer } from '../complaints/settle-complaint.ts';
import { spokenVerdict } from '../complaints/spoken-verdict.ts';
import { StoreNeeded } from '../store-needed.ts';
import type { TicketHand } from '../tickets/ticket-hand.ts';

export interface Received {
  conversation: Conversation;
  /** Of the message; of the first one when it is a repeat. */
  seq: number;
}

/**
 * Takes a visitor's message and answers it. Resolves when both are on disk: that is what an ack means. A repeat of the
 * same client id resolves to the first one's place and causes nothing.
 * @throws DeskError `refused` for a blocked visitor, `unavailable` when it cannot be stored.
 */
export async function receiveVisitorMessage(desk: Desk, visitor: Visitor, words: VisitorWords): Promise<Received> {
  if (visitor.blocked !== 'no') throw new DeskError('refused', 'the visitor is blocked');
  await waitForFix(desk, visitor, words);
  const spoken = remedyAnswer(words.intent) ?? spokenVerdict(desk, visitor, words);
  const offer = spoken === null ? null : await spoken;
  const committed = await (offer === null ? answered(desk, visitor, words) : answerOffer(desk, visitor, words, offer));
  const message = committed?.events.find((event) => event.entry.type === 'visitor_message');
  if (committed === null || message === undefined) throw new DeskError('conflict', 'the message was not taken');
  return { conversation: committed.conversation, seq: message.seq };
}

/** The message with whatever the bot says to it. */
function answered(desk: Desk, visitor: Visitor, words: VisitorWords): Promise<Committed | null> {
  return desk.lanes.run(visitor.key, () =>
    commitDecision(
      desk,
      () => conversationOf(desk, visitor),
      (conversation, hand) => {
        const spoken = spokenTo(desk, conversation, visitor, words.text);
        const said = visitorSpeaks(spoken, words, desk.clock.now(), warningFor(desk, spoken, words));
        return withAnswer(desk, said, visitor, words, hand);
      },
    ),
  );
}

/**
 * The message with the bot's answer to it: one commit and one packet instead of two, which spares a fifth of the whole
 * cost. An answer that fails must not cost the message: what is owed stands in the store, and the sweep pays it later.
 */
async function withAnswer(
  desk: Desk,
  said: Decision,
  visitor: Visitor,
  words: VisitorWords,
  hand: TicketHand,
): Promise<Decision> {
  const message = said.events.find(({ entry }) => entry.type === 'visitor_message');
  if (message?.entry.type !== 'visitor_message') return said;
  const { seq } = message;
  // What is typed may mean a button; the log says which.
  const { intent } = message.entry;
  try {
    const answered = await answer(
      desk,
      said.next,
      visitor,
      { seq, ...words, ...(intent !== undefined && { intent }) },
      hand,
    );
    return answered === null ? said : together(said, answered);
  } catch (cause) {
    if (cause instanceof StoreNeeded) throw cause;
    desk.log.error({ err: cause, conversation: said.next.id, seq }, 'the bot could not answer');
    return said;
  }
}

/** Danger comes before any understanding, form or queue. */
function warningFor(
  desk: Desk,
  { site: siteId, locale, state, urgent }: Conversation,
  { text, intent }: VisitorWords,
): BotReply | null {
  const site = desk.sites.get(siteId);
  const plan = site?.emergency ?? null;
  const flag = plan && raisedFlag(text, plan);
  if (!site || !plan) return null;
  if (flag) return emergencyReply(plan, flag, { ...site, locale });
  const asksOn = urgent && state === 'waiting' && intent === undefined && asksSomewhere(text);
  return asksOn ? emergencyAgain(plan, { ...site, locale }) : null;
}

async function conversationOf(desk: Desk, visitor: Visitor): Promise<Conversation> {
  const existing = await desk.store.findConversationOfVisitor(visitor.site, visitor.key);
  return (
    existing ??
    newConversation({
      id: desk.ids.uuid(),
      site: visitor.site,
      visitorKey: visitor.key,
      locale: visitor.locale,
      timeZone: visitor.timeZone,
      at: desk.clock.now(),
    })
  );
}

/**
 * Who writes in a language that the site speaks is answered in it, whatever the interface is set to; the zone is the
 * visitor's to change, so each message carries both over.
 */
function spokenTo(desk: Desk, conversation: Conversation, visitor: Visitor, text: string): Conversation {
  // A number, an address or a name goes on in the language of the talk, once there is one.
  const isOpen = conversation.lastSeq > 0 && (conversation.state !== 'closed' || conversation.form !== null);
  const usual = isOpen ? conversation.locale : visitor.locale;
  const written = writtenIn(text, usual);
  const spoken = desk.sites.get(visitor.site)?.locales.includes(written) === true;
  const locale = spoken ? written : usual;
  const { timeZone } = visitor;
  if (locale === conversation.locale && timeZone === conversation.timeZone) return conversation;
  const spokenTo = copyConversation(conversation);
  spokenTo.locale = locale;
  spokenTo.timeZone = timeZone;
  return spokenTo;
}
