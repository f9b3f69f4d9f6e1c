import type { Locale } from '../locale.ts';

export type FeedbackMood = 'negative' | 'neutral' | 'positive';

/** What somebody said of the business elsewhere: a review, a post, a form. */
export interface FeedbackRecord {
  readonly key: number;
  readonly site: string;
  /** Where it was said: `google`, `app store`; in lower case. */
  readonly source: string;
  /** What its source (or whoever sends it) calls it; what comes again by it is the same one. */
  readonly id: string;
  /** As it was written; '' once it is too old to be kept. */
  readonly text: string;
  readonly author: string | null;
  /** In lower case, where it was given: by it a customer is known. */
  readonly email: string | null;
  /** http or https. */
  readonly link: string | null;
  /** 1 to 10. */
  readonly rating: number | null;
  /** When it was said. UTC milliseconds. */
  readonly at: number;
  readonly receivedAt: number;
  readonly locale: Locale;
  readonly mood: FeedbackMood;
  /** From -1 (negative) to 1 (positive). */
  readonly score: number;
  /** Such as `delivery`; `other` for none that is known. */
  readonly category: string;
}

/** How a feedback is meant, as it is found at the door. */
export type FeedbackJudgement = Pick<FeedbackRecord, 'locale' | 'mood' | 'score' | 'category'>;

/** What is sent or imported; what is left out stays as it is. */
export interface FeedbackDraft extends Pick<FeedbackRecord, 'source' | 'id' | 'text'> {
  readonly author?: string | null;
  readonly email?: string | null;
  readonly link?: string | null;
  readonly rating?: number | null;
  /** Left out: the moment at which it came. */
  readonly at?: number;
}

export type JudgedFeedback = FeedbackDraft & FeedbackJudgement;

/** Ratings up to this one, and from this one on, say by themselves how their author feels. */
const UNHAPPY = 4;
const HAPPY = 8;

/** A rating that says it clearly counts more than what is read out of words. */
export function feedbackMood(rating: number | null | undefined, read: FeedbackMood): FeedbackMood {
  if (typeof rating !== 'number') return read;
  return rating <= UNHAPPY ? 'negative' : rating >= HAPPY ? 'positive' : read;
}

/** The record that a draft makes of what was there before. */
export function withFeedbackDraft(
  before: FeedbackRecord | null,
  draft: JudgedFeedback,
  write: { readonly site: string; readonly at: number },
): FeedbackRecord {
  const { source, id, text, locale, mood, score, category } = draft;
  const rating = draft.rating === undefined ? (before?.rating ?? null) : draft.rating;
  return {
    ...{ key: before?.key ?? 0, site: write.site, source, id, text },
    author: draft.author === undefined ? (before?.author ?? null) : draft.author,
    email: draft.email === undefined ? (before?.email ?? null) : draft.email,
    link: draft.link === undefined ? (before?.link ?? null) : draft.link,
    rating,
    at: draft.at ?? before?.at ?? write.at,
    receivedAt: before?.receivedAt ?? write.at,
    // Its words were judged without the rating that it may have from before.
    ...{ locale, mood: feedbackMood(rating, mood), score, category },
  };
}
