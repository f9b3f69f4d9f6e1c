import type { BotReply } from '../../conversation/bot-commands.ts';
import type { Faq } from '../../faq.ts';
import { localize } from '../../locale.ts';
import type { Locale } from '../../locale.ts';
import { settle } from '../answers/settled-answer.ts';
import type { Turn } from '../turn.ts';

/** Longer messages have words of their own. UTF-16 units. */
const LONGEST = 80;
const POINTS: Record<Locale, RegExp> = {
  en: /\bfrom (?:over |out )?there\b/i,
  zh: /从[那这](?:边|里|儿|个?国家|个?地方)/u,
};
/** A place from which something comes, in a question or an answer. */
const SPEAKS_OF_ONE: Record<Locale, RegExp> = {
  en: /\bfrom (?!there\b|here\b|you\b|me\b|us\b|when\b|what\b|the (?:start|beginning)\b)\p{L}+/iu,
  zh: /从(?!哪|什么|那|这|何|几)\p{Script=Han}{2,3}?(?:寄|退|发|回|买|下)|国外|[其他别]国家/u,
};
/** Of the ways to put a question so many must name such a place, for it to be what is asked. */
const ENOUGH = 0.15;

/**
 * "Can I return it from there" behind "do you ship to Norway": whatever is near to the rest of the words, an answer that speaks of no place misses
 * what is asked. Of that answer's subject it is the question that people ask of places; where none is, the words alone decide.
 */
export function placePointedAt(turn: Turn): BotReply | null {
  const { context } = turn;
  const { text, pressed, locale, book } = turn.input;
  if (context === null || context.intents.length === 0 || pressed !== undefined || text.length > LONGEST) return null;
  if (!POINTS[locale].test(text)) return null;
  const { sure } = turn;
  const near = sure === null ? undefined : book?.faqs.get(sure.intent);
  if (sure === null || near === undefined || shareOf(near, locale) >= ENOUGH) return null;
  const [best] = [...(book?.faqs.values() ?? [])]
    .filter(({ category }) => category === near.category)
    .map((faq) => ({ faq, share: shareOf(faq, locale) }))
    .sort((one, other) => other.share - one.share);
  if (best === undefined || best.share < ENOUGH) return null;
  const { intent, question } = best.faq;
  return settle(turn, intent, [{ intent, confidence: sure.confidence }], localize(question, locale));
}

function shareOf({ phrasings }: Faq, locale: Locale): number {
  const ways = phrasings[locale] ?? [];
  return ways.filter((way) => SPEAKS_OF_ONE[locale].test(way)).length / Math.max(1, ways.length);
}
