import { TEST_BOOK } from './test-desk.ts';
import { PLAIN_VOICE } from '../domain/voice.ts';
import { NOBODY } from '../domain/dialogue/answers/customer-facts.ts';
import type { Guesses, ReplyInput } from '../domain/dialogue/turn.ts';

/** What is changed of an input; what the bot understands is told by its guesses. */
export type InputChange = Partial<Omit<ReplyInput, 'understand'>> & {
  understand?: (text: string) => Guesses;
  /** What the owner says that no FAQ answers it; nothing if left out. */
  outOfScope?: readonly string[];
};

/** A first message of somebody unknown to a bot that understands nothing, unless `change` says otherwise. */
export function replyInput({ understand, outOfScope, ...change }: InputChange): ReplyInput {
  return {
    text: 'some words',
    pressed: undefined,
    understand: (text) => ({ guesses: understand?.(text) ?? [], outOfScope: outOfScope?.includes(text) === true }),
    thresholds: { answer: 0.8, suggest: 0.4, hint: 0.3 },
    book: TEST_BOOK,
    locale: 'en',
    locales: ['en', 'zh'],
    context: null,
    now: 1_000_000,
    unsureStreak: 0,
    ticket: null,
    ownerName: 'Mara',
    siteName: 'Teal & Linen',
    voice: PLAIN_VOICE,
    facts: () => NOBODY,
    languageOf: () => null,
    namedIn: () => [],
    outlook: () => ({ here: true }),
    ...change,
  };
}
