import { hasAngerWord } from './anger-words.ts';

/** How somebody feels, as far as it matters for what is done first. */
export type Mood = 'angry' | 'unhappy' | 'neutral' | 'pleased';

/** What is needed of a reading of the sentiment (`ports/sentiment.ts`). */
export interface MessageFeeling {
  readonly label: 'negative' | 'neutral' | 'positive';
  /** From -1 to 1. */
  readonly score: number;
}

/** From here on a message that is said with anger is angry: many who only report something broken read as negative as that. */
const ANGRY_SCORE = -0.5;
const LOUD = /[!！]{2}|[?？!！]{3}/;
/** Two words in a row in capitals; a single one may be a name or an order number. */
const SHOUTED = /\p{Lu}{3,}\P{L}+\p{Lu}{2,}/u;

/**
 * A reading of the sentiment as a mood. What is negative is anger when it is shouted, or has a word that is said in anger.
 * @param insults how often the bot was insulted in the conversation
 */
export function moodOf({ label, score }: MessageFeeling, text: string, insults = 0): Mood {
  if (label === 'negative') {
    const isAngry = insults > 0 || LOUD.test(text) || SHOUTED.test(text) || hasAngerWord(text);
    return score <= ANGRY_SCORE && isAngry ? 'angry' : 'unhappy';
  }
  return label === 'positive' ? 'pleased' : 'neutral';
}

/** The worse of two moods: one kind word does not take an angry one back. */
export function worseMood(one: Mood, other: Mood): Mood {
  return MOODS.indexOf(one) <= MOODS.indexOf(other) ? one : other;
}

/** The worst first; what is only neutral says less than what pleases. */
const MOODS: readonly Mood[] = ['angry', 'unhappy', 'pleased', 'neutral'];
