import { PRIORITY_LEVELS, scoreOf } from '@solodesk/core';
import type { PriorityLevel, PriorityReason, PriorityRules, Site, Ticket, TicketStore } from '@solodesk/core';
import { ticketFacts } from '@solodesk/core/use-cases';
import type { FactSources } from '@solodesk/core/use-cases';
import { createSentiment } from '@solodesk/nlu';

export interface Moved {
  number: number;
  subject: string;
  before: { score: number; level: PriorityLevel; reasons: readonly PriorityReason[] };
  after: { score: number; level: PriorityLevel; reasons: readonly PriorityReason[] };
}

export interface Replay {
  site: string;
  /** Tickets that were looked at. */
  tickets: number;
  before: Record<PriorityLevel, number>;
  after: Record<PriorityLevel, number>;
  /** How many are of another level than before. */
  changed: number;
  /** The tickets whose score changes most, the greatest change first. */
  movers: Moved[];
}

type Past = FactSources['store'] & Pick<TicketStore, 'tickets' | 'ticketHistory'>;

const PAGE = 200;
/**
 * Scores each ticket of a site with the rules before and after, as things stood when it was first answered (or solved; or now): the most
 * that its waiting came to.
 * @param rules null: the site's rules are compared with the priorities that are stored
 */
export async function replayTickets(
  store: Past,
  site: Site,
  rules: PriorityRules | null,
  top: number,
  now: number,
): Promise<Replay> {
  const sources: FactSources = { store, sentiment: createSentiment() };
  const moved: Moved[] = [];
  for await (const ticket of allTickets(store, site.id)) {
    const at = await firstAnswered(store, ticket, now);
    const facts = { ...(await ticketFacts(sources, site, ticket, at)), waitingSince: ticket.createdAt };
    const { number, subject } = ticket;
    const stored = { score: ticket.priority, level: ticket.level, reasons: ticket.reasons };
    const own = scoreOf(facts, site.priority, at);
    moved.push({
      number,
      subject,
      before: rules === null ? stored : own,
      after: rules === null ? own : scoreOf(facts, rules, at),
    });
  }
  return summed(site.id, moved, top);
}

async function* allTickets(store: Past, site: string): AsyncGenerator<Ticket> {
  for (let after: number | undefined; ;) {
    const page = await store.tickets(site, { filter: 'all', limit: PAGE, ...(after !== undefined && { after }) });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.key;
  }
}

async function firstAnswered(store: Past, ticket: Ticket, now: number): Promise<number> {
  const history = await store.ticketHistory(ticket.site, ticket.key);
  const answered = history.find(({ what }) => what.type === 'answered' || what.type === 'proposed');
  return answered?.at ?? ticket.solvedAt ?? now;
}

function summed(site: string, moved: readonly Moved[], top: number): Replay {
  const count = (side: 'before' | 'after') =>
    Object.fromEntries(
      PRIORITY_LEVELS.map((level) => [level, moved.filter((one) => one[side].level === level).length]),
    ) as Record<PriorityLevel, number>;
  const movers = moved
    .filter(({ before, after }) => before.score !== after.score)
    .sort((one, other) => change(other) - change(one) || one.number - other.number)
    .slice(0, top);
  const changed = moved.filter(({ before, after }) => before.level !== after.level).length;
  return { site, tickets: moved.length, before: count('before'), after: count('after'), changed, movers };
}

function change({ before, after }: Moved): number {
  return Math.abs(after.score - before.score);
}
