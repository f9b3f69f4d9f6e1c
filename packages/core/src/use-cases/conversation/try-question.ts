import { NOBODY } from '../../domain/dialogue/answers/customer-facts.ts';
import { decideReply } from '../../domain/dialogue/decide-reply.ts';
import type { ReplyInput } from '../../domain/dialogue/turn.ts';
import { raisedFlag } from '../../domain/emergency/red-flags.ts';
import type { FaqBook } from '../../domain/faq.ts';
import type { Locale } from '../../domain/locale.ts';
import { PRODUCT_FACTS } from '../../domain/product.ts';
import type { Catalogue } from '../../domain/product.ts';
import type { Site } from '../../domain/site.ts';
import type { IntentModel } from '../../ports/intent-model.ts';

/** A site as its bot knows it. */
export interface TriedSite {
  site: Pick<Site, 'name' | 'ownerName' | 'locales' | 'voice' | 'emergency'>;
  book: FaqBook;
  model: IntentModel;
  /** What `products.csv` names; null where there is none. */
  catalogue: Catalogue | null;
}

export interface TriedQuestion {
  /**
   * The intent that the bot would answer with, "product" when it would answer from the catalogue, "none" when it would not
   * answer, "emergency" when it would give the emergency number.
   */
  got: string;
  /** Of the likeliest intent, whether it is enough for an answer or not; 0 when nothing was recognised. */
  confidence: number;
  /** The likeliest intent, or the red flag that was raised; null when nothing was recognised. */
  likeliest: string | null;
}

/**
 * What the bot would do with a question as the first message of somebody unknown. Nothing is stored or said.
 * @param expected of several questions in one message, the one that is asked about
 */
export function tryQuestion(
  { text, locale, expected }: { text: string; locale: Locale; expected?: string },
  tried: TriedSite,
): TriedQuestion {
  const { emergency } = tried.site;
  // Red flags come before anything else, as they do where visitors write.
  const flag = emergency && raisedFlag(text, emergency);
  if (flag) return { got: 'emergency', confidence: 1, likeliest: flag.name };
  const { reason, handoff } = decideReply(firstMessage(text, locale, tried));
  const answered = reason.kind === 'answered' || reason.kind === 'small_talk' || handoff === 'asked';
  // A message of two questions gets two answers.
  const guess = (answered && reason.guesses.find(({ intent }) => intent === expected)) || reason.guesses[0];
  return {
    got: !answered || !guess ? 'none' : guess.intent === PRODUCT_FACTS ? 'product' : guess.intent,
    confidence: guess?.confidence ?? 0,
    likeliest: guess?.intent ?? null,
  };
}

/** A text as the first message of somebody unknown. */
export function firstMessage(text: string, locale: Locale, { site, book, model, catalogue }: TriedSite): ReplyInput {
  return {
    text,
    pressed: undefined,
    understand: (part) => model.understand(part, locale),
    thresholds: model.thresholds,
    book,
    catalogue,
    locale,
    locales: site.locales,
    context: null,
    now: 0,
    unsureStreak: 0,
    ticket: null,
    ownerName: site.ownerName,
    siteName: site.name,
    voice: site.voice,
    facts: () => NOBODY,
    languageOf: () => null,
    namedIn: () => [],
    outlook: () => ({ here: true }),
  };
}
