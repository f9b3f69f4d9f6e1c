import { localize } from '../locale.ts';
import type { Locale } from '../locale.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { SaidText } from '../words/phrase.ts';
import { MOST_CHOICES } from './complaint-policy.ts';
import type { ComplaintPolicy, Remedy } from './complaint-policy.ts';
import type { RemedyChoice } from './complaint-case.ts';

/** The remedies that fit a complaint by what is known of it, in the order of the owner's list. */
export function fittingRemedies({ remedies }: Pick<ComplaintPolicy, 'remedies'>, ticket: Ticket): Remedy[] {
  const known = new Set(ticket.details.map(({ slot }) => slot));
  const said = new SaidText(ticket.details.map(({ value }) => value).join('\n'));
  return remedies.filter(
    ({ needs = [], words }) =>
      needs.every((slot) => known.has(slot)) && (words === undefined || words.some((phrase) => said.says(phrase))),
  );
}

/** What the bot may offer for a complaint by itself; empty where all of it waits for the owner. */
export function offeredAtOnce(policy: Pick<ComplaintPolicy, 'remedies'>, ticket: Ticket): RemedyChoice[] {
  if (!policy.remedies.some(({ atOnce }) => atOnce)) return [];
  const fitting = fittingRemedies(policy, ticket).filter(({ atOnce }) => atOnce);
  return fitting.flatMap((remedy) => choiceOf(remedy, ticket.locale) ?? []).slice(0, MOST_CHOICES);
}

/** A remedy as a customer reads it; null where the site has no words for it. */
export function choiceOf({ name, text, label }: Remedy, locale: Locale): RemedyChoice | null {
  const words = localize(text, locale);
  if (words === undefined) return null;
  return { remedy: name, text: words, label: (label && localize(label, locale)) ?? null };
}
