import type { Locale } from '@solodesk/core';
import type { HeldOut } from './cross-validate.ts';
import { foldText } from '../text/fold-text.ts';
import { answerOf, counted } from './answering.ts';

/** A sentence whose fate a change decides. */
export interface Turned {
  text: string;
  locale: Locale;
  /** What it means; null: no FAQ answers it. */
  intent: string | null;
  /** Whether the site says it; else it is one of those that every model learns. */
  own: boolean;
  /** What would be answered: an intent, or null for no answer. */
  before: string | null;
  after: string | null;
}

export interface HeldOutComparison {
  /** Sentences that both books were asked about. */
  shared: number;
  /** Right before, wrong or unanswered after. */
  lost: Turned[];
  /** The other way round. */
  won: Turned[];
}

export interface Judged {
  heldOut: readonly HeldOut[];
  /** At or above it the bot answers. */
  threshold: number;
}

/** What a change does to the sentences that were there before and still mean the same. Right is also not to answer what no FAQ answers. */
export function compareHeldOut(before: Judged, after: Judged): HeldOutComparison {
  const known = new Map(counted(before.heldOut).map((sentence) => [identity(sentence), sentence]));
  const result: HeldOutComparison = { shared: 0, lost: [], won: [] };
  for (const sentence of counted(after.heldOut)) {
    const earlier = known.get(identity(sentence));
    if (earlier === undefined) continue;
    result.shared++;
    const { text, locale, intent, own } = sentence;
    const turned = {
      text,
      locale,
      intent,
      own,
      before: answerOf(earlier, before.threshold),
      after: answerOf(sentence, after.threshold),
    };
    const [was, is] = [turned.before === intent, turned.after === intent];
    if (was && !is) result.lost.push(turned);
    if (!was && is) result.won.push(turned);
  }
  return result;
}

/** Answered in full agreement: the text, its language, and what it means. */
function identity({ text, locale, intent }: HeldOut): string {
  return JSON.stringify([locale, intent, foldText(text)]);
}
