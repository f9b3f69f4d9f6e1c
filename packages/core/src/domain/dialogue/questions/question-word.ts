import type { BotReply } from '../../conversation/bot-commands.ts';
import type { Faq } from '../../faq.ts';
import { localize } from '../../locale.ts';
import type { Locale } from '../../locale.ts';
import { KINDS_OF_QUESTION } from './kinds-of-question.ts';
import type { KindOfQuestion } from './kinds-of-question.ts';
import { settle } from '../answers/settled-answer.ts';
import type { Turn } from '../turn.ts';

/** Longer messages have words of their own. UTF-16 units. */
const LONGEST = 40;
/** So many of the ways to put a question must ask for what is asked now. */
const ENOUGH = 0.25;
/** Of the one that was just answered: it is hardly asked for once more. */
const ENOUGH_AGAIN = 0.4;
/** From here on a question is about this and little else. */
const MOSTLY = 0.5;
/** The second best of several may ask for it this much as often, at most, for the bot to choose. */
const RUNNER_UP = 0.7;

/**
 * "How much?", 多久 behind an answer: of what stands under it as a button the one that asks for that, else the answered question itself, if it asks for it or its answer told it.
 * Whatever such words are nearest to by themselves is not what is meant.
 */
export function questionWord(turn: Turn): BotReply | null {
  const { context } = turn;
  const { text, pressed, locale } = turn.input;
  if (context === null || context.intents.length === 0 || pressed !== undefined || text.length > LONGEST) return null;
  const { plain } = turn;
  const kind = KINDS_OF_QUESTION.find(({ asked }) => asked[locale].test(plain));
  if (kind === undefined) return null;
  const answered = context.intents.flatMap((intent) => turn.input.book?.faqs.get(intent) ?? []);
  const offered = answered.flatMap((faq) => offeredUnder(turn, faq)).filter((faq) => !answered.includes(faq));
  const meant =
    theOne(offered, kind, locale, ENOUGH) ??
    theOne(answered, kind, locale, ENOUGH_AGAIN) ??
    theOneThatTold(answered, kind, locale);
  if (meant === null || meansAnother(turn, kind, meant, [...answered, ...offered])) return null;
  const { intent, question } = meant.faq;
  return settle(turn, intent, [{ intent, confidence: 1 }], localize(question, locale));
}

/** "How" is near to "how are you", and no greeting. */
export function isQuestionWord({ input: { text, locale }, plain }: Turn): boolean {
  return text.length <= LONGEST && KINDS_OF_QUESTION.some(({ asked }) => asked[locale].test(plain));
}

interface Meant {
  faq: Faq;
  /** Of the ways to put its question, so many ask for what is asked now. */
  share: number;
}

/** "How long does it take" is asked of what was spoken of, whatever takes long otherwise. */
const POINTS = /\b(?:it|that|this|they|these|those)\b|[它这這]/i;

/** Whether the words surely mean a question by themselves that asks for this, and it is near what was answered, or asks for it more. */
function meansAnother(
  { sure, input }: Turn,
  { about }: KindOfQuestion,
  { share }: Meant,
  near: readonly Faq[],
): boolean {
  const faq = sure && input.book?.faqs.get(sure.intent);
  if (!faq) return false;
  const own = shareOf(faq, about[input.locale], input.locale);
  if (own < ENOUGH) return false;
  return (
    near.some(({ category }) => category === faq.category) ||
    (share < MOSTLY && own >= share && !POINTS.test(input.text))
  );
}

/** The questions on the buttons of an answer, each once. */
function offeredUnder(turn: Turn, faq: Faq): Faq[] {
  const { book, locale } = turn.input;
  const buttons = localize(faq.answer, locale)?.quickReplies.map(({ intent }) => intent) ?? [];
  return [...new Set([...buttons, faq.followUp])].flatMap((intent) => (intent && book?.faqs.get(intent)) || []);
}

/** The one that asks for this most, clearly more than any other; null when there is none. */
function theOne(faqs: readonly Faq[], { about }: KindOfQuestion, locale: Locale, enough: number): Meant | null {
  const [best, second] = [...new Set(faqs)]
    .map((faq) => ({ faq, share: shareOf(faq, about[locale], locale) }))
    .sort((one, other) => other.share - one.share);
  if (best === undefined || best.share < enough) return null;
  return (second?.share ?? 0) <= best.share * RUNNER_UP ? best : null;
}

/** "How much?" after "gift wrapping?": the answer said so, and may be said once more. */
function theOneThatTold([faq, other]: readonly Faq[], { told }: KindOfQuestion, locale: Locale): Meant | null {
  if (faq === undefined || other !== undefined || told === undefined) return null;
  return told.test(localize(faq.answer, locale)?.text ?? '') ? { faq, share: 0 } : null;
}

/** Of the ways to put its question, so many ask for this. */
function shareOf({ question, phrasings }: Faq, about: RegExp, locale: Locale): number {
  const ways = [localize(question, locale) ?? '', ...(phrasings[locale] ?? [])];
  return ways.filter((way) => about.test(way)).length / ways.length;
}
