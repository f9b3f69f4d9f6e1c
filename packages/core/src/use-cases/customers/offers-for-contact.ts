import type { Recommendation } from '../../domain/recommendation.ts';
import type { RecommendationQuestion } from '../../ports/recommender.ts';
import type { Desk } from '../desk.ts';
import { offerStanding } from './offer-standing.ts';

/**
 * What to offer a customer outside of the chat: in a mail, on their page, to another program. Nothing while something of theirs is unsettled, after
 * they were angry, or said that they want no suggestions: as the bot does in the chat.
 */
export async function offersForContact(
  desk: Pick<Desk, 'store' | 'recommender'>,
  site: string,
  contactKey: number,
  question: RecommendationQuestion,
): Promise<readonly Recommendation[]> {
  if (desk.recommender === undefined || (await offerStanding(desk.store, site, contactKey)).held) return [];
  // Who gets a mail for an order must not be offered what they have just bought.
  await desk.recommender.refresh(site);
  return desk.recommender.recommend(site, question);
}
