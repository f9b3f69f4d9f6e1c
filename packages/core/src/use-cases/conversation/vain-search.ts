import { decideReply } from '../../domain/dialogue/decide-reply.ts';
import { raisedFlag } from '../../domain/emergency/red-flags.ts';
import type { Locale } from '../../domain/locale.ts';
import type { Site } from '../../domain/site.ts';
import { outcomeOf } from '../../domain/unanswered/reply-outcome.ts';
import { searchedWords } from '../../domain/unanswered/searched-words.ts';
import type { VainSearch } from '../../ports/unanswered-store.ts';
import { firstMessage } from './try-question.ts';
import type { TriedSite } from './try-question.ts';

/**
 * What is to be kept of a search of the help centre that found nothing, as of a question that the bot could not answer. Nothing of what no question would
 * be kept of: small talk, what the bot answers by itself (prices, say), what the owner says that no FAQ answers, and what tells of an emergency.
 */
export function vainSearch(
  query: string,
  locale: Locale,
  tried: TriedSite & { site: Pick<Site, 'recognise'> },
): Omit<VainSearch, 'at'> | null {
  const { emergency, recognise } = tried.site;
  const text = searchedWords(query, recognise.orderNumber);
  if (text === null || (emergency !== null && raisedFlag(query, emergency))) return null;
  const { reason, handoff } = decideReply(firstMessage(text, locale, tried));
  const outcome = outcomeOf(reason, handoff === 'unsure');
  return outcome === 'unknown' || outcome === 'askedBack' ? { text, locale, guesses: reason.guesses } : null;
}
