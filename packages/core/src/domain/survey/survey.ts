import type { Localized } from '../locale.ts';

/** Who is asked: everybody of a kind, or those to whom something happened lately. */
export type SurveySegment =
  | { readonly to: 'contacts' | 'customers' }
  /** With an order, or a ticket that was solved, in the last so many days. */
  | { readonly to: 'ordered' | 'solved'; readonly days: number }
  /** A segment of the site. */
  | { readonly to: 'segment'; readonly name: string };

export interface SurveyChoice {
  readonly value: string;
  readonly label: Localized<string>;
}

interface Question {
  readonly name: string;
  readonly ask: Localized<string>;
  readonly required: boolean;
}

/** A score counts from 1 to 10; the one that is marked feeds the CSI. */
export type SurveyQuestion =
  | (Question & { readonly type: 'score'; readonly csi: boolean })
  | (Question & { readonly type: 'choice'; readonly choices: readonly SurveyChoice[] })
  | (Question & { readonly type: 'text' });

/** Questions that an owner sends to some of those they know. */
export interface Survey {
  readonly name: string;
  readonly title: Localized<string>;
  readonly intro: Localized<string>;
  readonly questions: readonly SurveyQuestion[];
  readonly segment: SurveySegment;
  /** Sent anew after so many days; null: when the owner says so. */
  readonly everyDays: number | null;
  /** Nobody gets a survey, of whatever name, more often than once in so many days. */
  readonly restDays: number;
}

/** How long nobody who got this survey, or another one, gets it. */
export function daysOfRest({ restDays, everyDays }: Pick<Survey, 'restDays' | 'everyDays'>): number {
  return Math.max(restDays, everyDays ?? 0);
}
