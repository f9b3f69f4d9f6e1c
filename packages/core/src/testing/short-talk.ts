import type { Faq, FaqBook } from '../domain/faq.ts';
import { decideReply } from '../domain/dialogue/decide-reply.ts';
import { NOTHING_YET } from '../domain/dialogue/dialogue-context.ts';
import type { DialogueContext } from '../domain/dialogue/dialogue-context.ts';
import type { Guesses } from '../domain/dialogue/turn.ts';
import { botTexts } from '../domain/dialogue/texts/voiced-texts.ts';
import { PLAIN_VOICE } from '../domain/voice.ts';
import { replyInput } from './reply-input.ts';
import type { InputChange } from './reply-input.ts';
import { LABEL, RETURNS, TEST_BOOK } from './test-desk.ts';

export const NOW = 1_000_000;
export const texts = botTexts(PLAIN_VOICE, 'en');

const faq = (intent: string, text: string): Faq => ({
  intent,
  category: intent.split('.')[0] ?? '',
  question: { en: `About ${intent}?` },
  phrasings: { en: [] },
  answer: { en: { text, quickReplies: [], links: [] } },
});
export const COST = faq('delivery.cost', 'Five euros, ten to Canada.');
export const COUNTRIES = faq('delivery.countries', 'Everywhere.');
export const RETURN_COST = faq('returns.cost', 'Free.');
export const HOURS = faq('shop.hours', 'Nine to five.');
/** A shop of a few FAQs. */
export const BOOK: FaqBook = {
  ...TEST_BOOK,
  faqs: new Map([COST, COUNTRIES, RETURN_COST, HOURS, RETURNS, LABEL].map((each) => [each.intent, each])),
};

/** A model that knows sentences by heart. */
export const knowing = (known: Record<string, Record<string, number>>) => {
  const asked: string[] = [];
  const understand = (text: string): Guesses => {
    asked.push(text);
    return Object.entries(known[text] ?? {})
      .map(([intent, confidence]) => ({ intent, confidence }))
      .sort((first, second) => second.confidence - first.confidence);
  };
  return { understand, asked };
};
/** What the bot decides on a message, with a model that knows these sentences. */
export const say = (text: string, known: Record<string, Record<string, number>>, change: InputChange = {}) =>
  decideReply(replyInput({ text, book: BOOK, understand: knowing(known).understand, ...change }));
/** That these were answered just now. */
export const after = (...intents: string[]): DialogueContext => ({
  ...NOTHING_YET,
  intents,
  words: 'How much is delivery?',
  at: NOW,
});
