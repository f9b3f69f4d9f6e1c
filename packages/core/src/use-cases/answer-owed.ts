import { botSpeaks } from '../domain/conversation/bot-commands.ts';
import type { BotReply } from '../domain/conversation/bot-commands.ts';
import type { Conversation } from '../domain/conversation/conversation.ts';
import type { Decision } from '../domain/conversation/decision.ts';
import { DeskError } from '../domain/desk-error.ts';
import { decideReply } from '../domain/dialogue/decide-reply.ts';
import type { Site } from '../domain/site.ts';
import type { SiteKnowledge } from '../ports/knowledge.ts';
import { commitDecision } from './commit-decision.ts';
import type { Desk } from './desk.ts';
import { personOutlook } from './person-outlook.ts';

export interface OwedMessage {
  seq: number;
  text: string;
  intent?: string;
}

/** Until a site has been learned nothing is recognised. */
const KNOWS_NOTHING = { answer: 1, suggest: 1 };

/**
 * The bot answers a message that was left without an answer: another turn through the same door, saved before it is
 * shown. A failure stays inside this conversation: it is logged, the debt stands in the store, and the sweep pays it later.
 */
export async function answerOwed(desk: Desk, conversation: Conversation, message: OwedMessage): Promise<void> {
  try {
    await desk.lanes.run(conversation.visitorKey, () =>
      commitDecision(
        desk,
        () => reload(desk, conversation),
        (current) => answer(desk, current, message),
      ),
    );
  } catch (cause) {
    desk.log.error({ err: cause, conversation: conversation.id, seq: message.seq }, 'the bot could not answer');
  }
}

/** What the bot says to a message. Null when it is not owed (any more). */
export function answer(desk: Desk, conversation: Conversation, message: OwedMessage): Decision | null {
  const site = desk.sites.get(conversation.site);
  // A turn that is not owed must not cost an understanding either.
  if (site === null || !conversation.botDue.includes(message.seq)) return null;
  return botSpeaks(conversation, message.seq, reply(desk, site, conversation, message), desk.clock.now());
}

function reply(desk: Desk, site: Site, conversation: Conversation, message: OwedMessage): BotReply {
  const knowledge = desk.knowledge.of(site.id);
  const understanding =
    message.intent === undefined ? knowledge?.model.understand(message.text, conversation.locale) : null;
  return decideReply({
    pressed: message.intent,
    guesses: understanding?.guesses ?? [],
    thresholds: knowledge?.model.thresholds ?? KNOWS_NOTHING,
    book: knowledge?.book ?? null,
    articles: articlePointers(knowledge, conversation, message),
    locale: conversation.locale,
    unsureStreak: conversation.unsureStreak,
    ownerName: site.ownerName,
    outlook: () => personOutlook(desk, site, conversation),
  });
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
