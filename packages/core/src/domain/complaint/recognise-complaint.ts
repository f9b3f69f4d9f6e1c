import type { Mood } from '../priority/mood.ts';
import { PhraseTable } from '../words/phrase-table.ts';
import type { ComplaintPolicy } from './complaint-policy.ts';
import { COMPLAINT_WORDS } from './complaint-words.ts';
import type { ComplaintSign } from './complaint-sign.ts';

/** One message, as far as it matters here. */
export interface ComplaintQuestion {
  readonly text: string;
  /** Intents that are sure; asked only where the site has set some aside for complaints. */
  readonly intents: () => readonly string[];
  /** Asked only when the words alone leave it open: reading a mood costs more than everything else here. */
  readonly mood: () => Mood;
  /** Said to a person who is waited for, where no form takes up what went wrong as a report. */
  readonly toPerson?: true;
}

export interface ComplaintReading {
  readonly complaint: boolean;
  /** What spoke for it or against it, as the phrases were written. */
  readonly words: readonly string[];
}

/** How much each kind of sign counts; a kind counts once, and half as much again for its second phrase. */
const WEIGHTS: Record<ComplaintSign, number> = {
  explicit: 3,
  strong: 3,
  discontent: 2,
  unheard: 2,
  trouble: 1,
  hypothetical: -1.5,
  elsewhere: -3,
  content: -5,
};
/** Trouble that somebody waits to tell a person of: with a bad mood it is a complaint, with a neutral one a report. */
const TOLD_TO_PERSON: Partial<Record<ComplaintSign, number>> = { trouble: 2 };
const MOODS: Record<Mood, number> = { angry: 1.5, unhappy: 1, neutral: 0, pleased: -2 };
const SECOND = 0.5;
const ENOUGH = 3;
/** The most that a mood can add: below this without one, none is asked for. */
const WORTH_ASKING = ENOUGH - MOODS.angry;

const NO_COMPLAINT: ComplaintReading = { complaint: false, words: [] };

interface Tables {
  readonly all: PhraseTable<ComplaintSign>;
  /** Only what speaks for a complaint: without any of it there is none. */
  readonly speaking: PhraseTable<ComplaintSign>;
}

const known = new WeakMap<ComplaintPolicy, Tables>();

/**
 * Whether a message complains: by the intent of an FAQ that is set aside for it, or by its words and, where these leave it open, by its
 * mood. Most messages have no such word and cost a look-up for each word that they have.
 */
export function recogniseComplaint(question: ComplaintQuestion, policy: ComplaintPolicy): ComplaintReading {
  if (policy.intents.length > 0 && question.intents().some((intent) => policy.intents.includes(intent)))
    return { complaint: true, words: [] };
  const tables = tablesOf(policy);
  if (!tables.speaking.mayBeSaidIn(question.text)) return NO_COMPLAINT;
  const found = tables.all.saidIn(question.text);
  const words = found.map(({ phrase }) => phrase.written);
  const weights = question.toPerson ? { ...WEIGHTS, ...TOLD_TO_PERSON } : WEIGHTS;
  const sum = sumOf(
    found.map(({ meaning }) => meaning),
    weights,
  );
  if (sum < WORTH_ASKING) return NO_COMPLAINT;
  return { complaint: sum + MOODS[question.mood()] >= ENOUGH, words };
}

function sumOf(signs: readonly ComplaintSign[], weights: Readonly<Record<ComplaintSign, number>>): number {
  const counts = new Map<ComplaintSign, number>();
  for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let sum = 0;
  for (const [sign, count] of counts) {
    // "How can I complain?" is no question about others.
    if (sign === 'hypothetical' && counts.has('explicit')) continue;
    sum += weights[sign] * (count > 1 ? 1 + SECOND : 1);
  }
  return sum;
}

/** Made once for each reading of a site. */
function tablesOf(policy: ComplaintPolicy): Tables {
  let tables = known.get(policy);
  if (tables === undefined) {
    const words = [...COMPLAINT_WORDS, ...policy.words.map((phrase) => [phrase, 'explicit'] as const)];
    const speaking = words.filter(([, sign]) => WEIGHTS[sign] > 0);
    known.set(policy, (tables = { all: new PhraseTable(words), speaking: new PhraseTable(speaking) }));
  }
  return tables;
}
