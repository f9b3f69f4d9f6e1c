import type { BotReply } from '../../conversation/bot-commands.ts';
import { BUILT_IN } from '../../faq.ts';
import type { QuickReply } from '../../faq.ts';
import { localize } from '../../locale.ts';
import type { BotTexts } from '../texts/bot-texts.ts';
import { NOTHING_YET } from '../dialogue-context.ts';
import { offeringPerson } from '../person/person.ts';
import { say } from '../turn.ts';
import type { Guesses, Turn } from '../turn.ts';

/** How many questions stand under "what can you do?", each of another subject. */
const EXAMPLES = 4;

const TEXTS: ReadonlyMap<string, (texts: BotTexts, siteName: string) => string> = new Map([
  [BUILT_IN.greeting, (texts: BotTexts) => texts.greeting],
  [BUILT_IN.thanks, (texts: BotTexts) => texts.thanks],
  [BUILT_IN.goodbye, (texts: BotTexts) => texts.goodbye],
  [BUILT_IN.bot, (texts: BotTexts) => texts.iAmABot],
  [BUILT_IN.abilities, (texts: BotTexts) => texts.abilities],
  [BUILT_IN.maker, (texts: BotTexts, siteName: string) => texts.maker(siteName)],
  [BUILT_IN.compliment, (texts: BotTexts) => texts.compliment],
  [BUILT_IN.insult, (texts: BotTexts) => texts.insulted],
]);

/** Words that want no answer from any FAQ. */
export function isSmallTalk(intent: string): boolean {
  return TEXTS.has(intent);
}

/** A fitting word to small talk; null when the intent is none. */
export function smallTalk(turn: Turn, intent: string, guesses: Guesses): BotReply | null {
  const text = thanked(turn, intent) ?? TEXTS.get(intent)?.(turn.texts, turn.input.siteName);
  if (text === undefined) return null;
  if (intent === BUILT_IN.insult || (intent === BUILT_IN.compliment && isHardlyMeant(turn)))
    return insulted(turn, guesses);
  const reply = say(text, { kind: 'small_talk', guesses });
  return intent === BUILT_IN.abilities ? { ...reply, quickReplies: examples(turn) } : reply;
}

/** Praise of a bot that just did not understand means the contrary. */
function isHardlyMeant({ input }: Turn): boolean {
  return input.unsureStreak > 0 || (input.form?.bad ?? 0) > 0;
}

const FAREWELL =
  /\b(?:(?:good)?bye|see (?:you|ya|u)|cya|good ?night|have a (?:good|nice|great) \w+)\b|再见|再見|拜拜|晚安|回头见/i;

/** Who thanks and leaves is not asked for more; neither is who has a question to answer. */
function thanked(turn: Turn, intent: string): string | null {
  if (intent !== BUILT_IN.thanks) return null;
  if (FAREWELL.test(turn.input.text)) return turn.texts.goodbye;
  return turn.input.form ? turn.texts.thanksBetween : null;
}

/** An insult is mostly despair. It is counted, and it is neither a success nor one more thing that the bot did not know. */
export function insulted(turn: Turn, guesses: Guesses, text = turn.texts.insulted): BotReply {
  const before = turn.context ?? NOTHING_YET;
  return {
    ...offeringPerson(turn, text, 'small_talk', guesses),
    unsureStreak: turn.input.unsureStreak,
    context: { ...before, offered: [BUILT_IN.person], insults: before.insults + 1, at: turn.input.now },
  };
}

function examples(turn: Turn): QuickReply[] {
  const subjects = new Set<string>();
  const replies: QuickReply[] = [];
  for (const faq of turn.input.book?.faqs.values() ?? []) {
    const label = localize(faq.question, turn.input.locale);
    if (label === undefined || subjects.has(faq.category) || replies.length === EXAMPLES) continue;
    subjects.add(faq.category);
    replies.push({ label, intent: faq.intent });
  }
  return replies;
}
