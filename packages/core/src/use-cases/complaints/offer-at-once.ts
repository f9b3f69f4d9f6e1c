import { proposeRemedy } from '../../domain/complaint/complaint-commands.ts';
import { offeredAtOnce } from '../../domain/complaint/fitting-remedies.ts';
import { proposalButtons, proposalText } from '../../domain/complaint/remedy-talk.ts';
import type { QuickReply } from '../../domain/faq.ts';
import type { Locale } from '../../domain/locale.ts';
import type { Site } from '../../domain/site.ts';
import type { TicketChange } from '../../domain/ticket/ticket.ts';

/** What the bot offers with the message that makes a complaint complete. */
export interface OfferAtOnce {
  readonly change: TicketChange;
  readonly text: string;
  readonly quickReplies: readonly QuickReply[];
}

/**
 * What the site's policy lets the bot offer for a complaint that is complete now, in the same change of its ticket. Null where the owner has
 * to make the offer, has made one, or it is no complaint.
 */
export function offerAtOnce(site: Site, change: TicketChange, locale: Locale, at: number): OfferAtOnce | null {
  const { next } = change;
  if (next.complaint === undefined || next.complaint.proposal !== null) return null;
  const choices = offeredAtOnce(site.complaints, next);
  const offered = choices.length === 0 ? null : proposeRemedy(next, choices, null, at);
  const proposal = offered?.next.complaint?.proposal;
  if (!offered || !proposal) return null;
  const { version } = next;
  return {
    change: {
      expectedVersion: change.expectedVersion,
      next: { ...offered.next, version },
      history: [...change.history, ...offered.history],
    },
    text: proposalText(proposal, { ...site, locale }),
    quickReplies: proposalButtons(next.number, proposal, { voice: site.voice, locale }),
  };
}
