/** How somebody feels, as far as it matters for what is done first. */
export type Mood = 'angry' | 'unhappy' | 'neutral' | 'pleased';

/** What is needed of a reading of the sentiment (`ports/sentiment.ts`). */
export interface MessageFeeling {
  readonly label: 'negative' | 'neutral' | 'positive';
  /** From -1 to 1. */
  readonly score: number;
}

/** From here on a message is read as angry … */
const ANGRY_SCORE = -0.9;
/** … and from here on when it is shouted, or when the bot was insulted as well. */
const ANGRY_WHEN_LOUD = -0.5;
const LOUD = /[!！]{2}|[?？!！]{3}/;
const WORDS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}'’])+/gu;
const FEWEST_WORDS = 3;
/** Two words in a row in capitals; a single one may be a name or an order number. */
const SHOUTED = /\p{Lu}{3,}\P{L}+\p{Lu}{2,}/u;

/**
 * A reading of the sentiment as a mood. What is very negative is anger; what is less so is anger when it is shouted.
 * @param insults how often the bot was insulted in the conversation
 */
export function moodOf({ label, score }: MessageFeeling, text: string, insults = 0): Mood {
  if (label === 'negative') {
    const loud = insults > 0 || LOUD.test(text) || SHOUTED.test(text);
    const angry = loud ? score <= ANGRY_WHEN_LOUD : score <= ANGRY_SCORE && saysEnough(text);
    return angry ? 'angry' : 'unhappy';
  }
  return label === 'positive' ? 'pleased' : 'neutral';
}

/** "Refund" reads as very negative; one or two words are too little to hear anger in them. */
function saysEnough(text: string): boolean {
  return (text.match(WORDS)?.length ?? 0) >= FEWEST_WORDS;
}

/** The worse of two moods: one kind word does not take an angry one back. */
export function worseMood(one: Mood, other: Mood): Mood {
  return MOODS.indexOf(one) <= MOODS.indexOf(other) ? one : other;
}

/** The worst first; what is only neutral says less than what pleases. */
const MOODS: readonly Mood[] = ['angry', 'unhappy', 'pleased', 'neutral'];
