import type { ConversationSummary, InboxFilter } from '@solodesk/protocol/owner';
import type { OwnerState } from './owner-state.ts';

type Summaries = Readonly<Record<string, ConversationSummary>>;

/**
 * Joins summaries. One that knows fewer events than ours was overtaken on its way and is dropped; watermarks only rise.
 */
export function joinSummaries(known: Summaries, incoming: readonly ConversationSummary[]): Summaries {
  if (incoming.length === 0) return known;
  const joined: Record<string, ConversationSummary> = { ...known };
  for (const summary of incoming) {
    const ours = joined[summary.id];
    if (!ours) joined[summary.id] = summary;
    else if (summary.lastSeq >= ours.lastSeq) joined[summary.id] = newer(ours, summary);
  }
  return joined;
}

function newer(ours: ConversationSummary, theirs: ConversationSummary): ConversationSummary {
  const seenHereFirst = ours.ownerSeenSeq > theirs.ownerSeenSeq;
  return {
    ...theirs,
    ownerSeenSeq: Math.max(ours.ownerSeenSeq, theirs.ownerSeenSeq),
    visitorSeenSeq: Math.max(ours.visitorSeenSeq, theirs.visitorSeenSeq),
    // We have seen further than the server knew when it counted.
    unread: seenHereFirst && theirs.lastSeq === ours.lastSeq ? ours.unread : theirs.unread,
  };
}

const fits: Record<InboxFilter, (summary: ConversationSummary) => boolean> = {
  // Also those whom a person has, and whose last word is not answered yet, or who went on with the bot meanwhile.
  waiting: ({ state, waitingSince }) => state !== 'closed' && waitingSince !== null,
  open: ({ state }) => state !== 'closed',
  closed: ({ state }) => state === 'closed',
};

/** A conversation as it is to be shown: with what was asked of the server and not yet answered. */
export function shownSummary(state: OwnerState, summary: ConversationSummary): ConversationSummary {
  const expected = state.expected[summary.id];
  return expected ? { ...summary, ...expected } : summary;
}

/** What the owner has to do with it: first who may be in danger, then what is theirs or waits for them, last who was blocked. */
const rank = ({ state, waitingSince, urgent, visitor }: ConversationSummary): number =>
  visitor.blocked ? 2 : urgent ? -1 : state === 'owner' || waitingSince !== null ? 0 : 1;

/**
 * The inbox of one filter: those who wait longest first, and before them who may be in danger; the others newest first, with those that are the owner's or
 * wait on top of the open ones.
 */
export function inboxOf(state: OwnerState, site: string, filter: InboxFilter): ConversationSummary[] {
  const all = Object.values(state.sites[site]?.conversations ?? {}).map((summary) => shownSummary(state, summary));
  const shown = all.filter(fits[filter]);
  if (filter === 'waiting') {
    const since = ({ waitingSince, lastAt }: ConversationSummary) => waitingSince ?? lastAt;
    return shown.sort((a, b) => Number(b.urgent) - Number(a.urgent) || since(a) - since(b));
  }
  const pinned = filter === 'open' ? rank : () => 0;
  return shown.sort((a, b) => pinned(a) - pinned(b) || b.lastAt - a.lastAt || (a.id < b.id ? -1 : 1));
}

/** How many wait, also where not all of them were read. */
export function waitingCount(state: OwnerState, site: string): number {
  const waiting = inboxOf(state, site, 'waiting').length;
  const known = state.sites[site];
  return known?.lists.waiting.more ? Math.max(waiting, known.waitingAtRead) : waiting;
}
