import type { Recommendation } from '../domain/recommendation.ts';

export interface RecommendationQuestion {
  /** What goes with it; left out: what suits the contact, or what many buy. */
  readonly product?: string;
  /** Number of the contact who is asked: what was sent back, is done or comes too early is left out. */
  readonly contactKey?: number;
  /** The same of somebody of whom only their browser is known. */
  readonly visitorKey?: number;
  readonly limit: number;
  /** In units of `currency`; what has no price in it is left out. */
  readonly price?: { readonly least?: number; readonly most?: number; readonly currency: string };
}

/** Knows what to offer next on each site. */
export interface Recommender {
  /**
   * From memory, the best first; empty where too few people stand behind anything, or while nothing was learned yet. What happened since is
   * learned behind it.
   */
  recommend(site: string, question: RecommendationQuestion): readonly Recommendation[];
  /** Resolves once what happened since counts: for what is said outside of a chat, where nobody waits for the milliseconds. */
  refresh(site: string): Promise<void>;
}
