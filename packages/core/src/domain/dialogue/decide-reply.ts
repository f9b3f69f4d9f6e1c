import type { BotReply } from '../conversation/bot-commands.ts';
import type { BotReason } from '../conversation/log-event.ts';
import { ACTION, BUILT_IN } from '../faq.ts';
import type { Faq, FaqBook, QuickReply } from '../faq.ts';
import { localize } from '../locale.ts';
import type { Locale } from '../locale.ts';
import { BOT_TEXTS } from './bot-texts.ts';
import type { BotTexts } from './bot-texts.ts';
import { articleLinks, withArticle } from './point-to-article.ts';
import type { ArticlePointers } from './point-to-article.ts';

/** How an answer by a person can be expected: at once, or until when, in words of the visitor's language and zone. */
export type PersonOutlook = { here: true } | { here: false; by: number; byText: string };

export interface ReplyInput {
  /** Of a pressed quick reply: it settles what was meant. */
  pressed: string | undefined;
  guesses: readonly { intent: string; confidence: number }[];
  thresholds: { readonly answer: number; readonly suggest: number };
  /** Null while the site has not been learned yet. */
  book: FaqBook | null;
  /** The site's manuals, once it has been learned. */
  articles?: ArticlePointers | undefined;
  locale: Locale;
  /** How often in a row the bot did not know, before this message. */
  unsureStreak: number;
  ownerName: string;
  /** Asked only when a person is called. */
  outlook: () => PersonOutlook;
}

/** How many times in a row the bot may not know before it calls a person by itself. */
const UNSURE_BEFORE_HANDOFF = 2;
/** How many questions "did you mean" offers. */
const SUGGESTIONS = 3;

/** Sure: answers. Between: asks "did you mean". Unsure: says so and offers a person; twice unsure, or asked: hands off. */
export function decideReply(input: ReplyInput): BotReply {
  const texts = BOT_TEXTS[input.locale];
  if (input.pressed !== undefined) {
    const reply = settled(input, texts, input.pressed, [{ intent: input.pressed, confidence: 1 }]);
    if (reply !== null) return reply;
  }
  const best = input.guesses[0];
  if (best !== undefined && best.confidence >= input.thresholds.answer) {
    const reply = settled(input, texts, best.intent, input.guesses);
    if (reply !== null) return reply;
  }
  const suggested = suggestion(input, texts);
  return withArticle(suggested, input.articles, texts, input.unsureStreak) ?? unsure(input, texts);
}

function settled(input: ReplyInput, texts: BotTexts, intent: string, guesses: BotReason['guesses']): BotReply | null {
  if (intent === ACTION.noneOfThese) return unsure(input, texts);
  if (intent === ACTION.resumeBot) return say(texts.resumed, { kind: 'resumed', guesses });
  if (intent === BUILT_IN.person) return callPerson(input, texts, 'asked', guesses);
  const smallTalk = smallTalkText(texts, intent);
  if (smallTalk !== null) return say(smallTalk, { kind: 'small_talk', guesses });
  const faq = input.book?.faqs.get(intent);
  const answer = faq && localize(faq.answer, input.locale);
  if (faq === undefined || answer === undefined) return null;
  return {
    ...say(answer.text, { kind: 'answered', guesses }),
    quickReplies: [...answer.quickReplies, ...followUp(input, faq)],
    links: [...answer.links, ...articleLinks(faq, input.articles)],
  };
}

function smallTalkText(texts: BotTexts, intent: string): string | null {
  if (intent === BUILT_IN.greeting) return texts.greeting;
  if (intent === BUILT_IN.thanks) return texts.thanks;
  if (intent === BUILT_IN.goodbye) return texts.goodbye;
  if (intent === BUILT_IN.bot) return texts.iAmABot;
  return null;
}

function followUp(input: ReplyInput, faq: Faq): QuickReply[] {
  const next = faq.followUp === undefined ? undefined : input.book?.faqs.get(faq.followUp);
  const label = next && localize(next.question, input.locale);
  return next && label !== undefined ? [{ label, intent: next.intent }] : [];
}

function suggestion(input: ReplyInput, texts: BotTexts): BotReply | null {
  const choices = input.guesses
    .filter((guess) => guess.confidence >= input.thresholds.suggest)
    .map((guess) => choice(input, texts, guess.intent))
    .filter((reply) => reply !== null)
    .slice(0, SUGGESTIONS);
  if (choices.length === 0) return null;
  return {
    ...say(texts.didYouMean, { kind: 'suggested', guesses: input.guesses }),
    quickReplies: [...choices, { label: texts.noneOfThese, intent: ACTION.noneOfThese }],
    // Being asked back is not an answer yet, nor a failure: the streak stands.
    unsureStreak: input.unsureStreak,
  };
}

function choice(input: ReplyInput, texts: BotTexts, intent: string): QuickReply | null {
  // The way to a person is a button of its own below the choices.
  if (intent === BUILT_IN.person || smallTalkText(texts, intent) !== null) return null;
  const faq = input.book?.faqs.get(intent);
  const label = faq && localize(faq.question, input.locale);
  return label === undefined ? null : { label, intent };
}

function unsure(input: ReplyInput, texts: BotTexts): BotReply {
  const streak = input.unsureStreak + 1;
  if (streak >= UNSURE_BEFORE_HANDOFF) return callPerson(input, texts, 'unsure', input.guesses);
  return {
    ...say(texts.unsure, { kind: 'unsure', guesses: input.guesses }),
    quickReplies: [{ label: texts.talkToPerson, intent: BUILT_IN.person }],
    unsureStreak: streak,
  };
}

function callPerson(
  input: ReplyInput,
  texts: BotTexts,
  why: 'asked' | 'unsure',
  guesses: BotReason['guesses'],
): BotReply {
  const { ownerName } = input;
  const outlook = input.outlook();
  const text = outlook.here
    ? (why === 'asked' ? texts.handoffHere : texts.handoffUnsureHere)(ownerName)
    : (why === 'asked' ? texts.handoffAway : texts.handoffUnsureAway)(ownerName, outlook.byText);
  return {
    ...say(text, { kind: 'handed_off', guesses }),
    quickReplies: [{ label: texts.goOnWithBot, intent: ACTION.resumeBot }],
    handoff: why,
    promisedFor: outlook.here ? null : outlook.by,
  };
}

/** What the bot says for an owner who is silent. */
export function silentOwnerReply(locale: Locale, ownerName: string, by: number, byText: string): BotReply {
  const texts = BOT_TEXTS[locale];
  return {
    ...say(texts.ownerSilent(ownerName, byText), { kind: 'promised', guesses: [] }),
    quickReplies: [{ label: texts.goOnWithBot, intent: ACTION.resumeBot }],
    promisedFor: by,
  };
}

function say(text: string, reason: BotReason): BotReply {
  return { text, quickReplies: [], links: [], reason, handoff: null, promisedFor: null, unsureStreak: 0 };
}
