import type { OwnerUp, TicketSummary } from '@solodesk/protocol/owner';
import { solvings, SOLVE_AFTER_MS } from './solve-soon.ts';
import { createStore } from '../store.ts';

/** What is to become of many tickets. */
export type BulkEdit = Pick<OwnerUp['tickets_change'], 'state' | 'category' | 'target'>;

interface Bulk {
  site: string;
  numbers: ReadonlySet<number>;
  edit: BulkEdit;
  timer: ReturnType<typeof setTimeout> | null;
  /** Resolves to whether it was done to all of them. */
  send(): Promise<boolean>;
}

/** Until the list has been read again what was done is shown from here: nothing jumps back in between. */
const LINGERS_MS = 1000;

const soon = createStore<readonly Bulk[]>([]);

const drop = (bulk: Bulk) => soon.set(soon.get().filter((other) => other !== bulk));

async function send(bulk: Bulk): Promise<void> {
  if (bulk.timer === null) return;
  clearTimeout(bulk.timer);
  bulk.timer = null;
  const isDone = await bulk.send();
  if (isDone) setTimeout(() => drop(bulk), LINGERS_MS);
  else drop(bulk);
}

/** Changes of many tickets that are shown already, and told to the server in a moment: customers get no mail that is taken back. */
export const bulks = {
  store: soon,
  /**
   * @param tell tells the server, resolves to whether it was done to all, and reports its own failure
   * @returns how to undo it while there is time
   */
  start(site: string, numbers: ReadonlySet<number>, edit: BulkEdit, tell: () => Promise<boolean>): () => void {
    const bulk: Bulk = { site, numbers, edit, timer: setTimeout(() => void send(bulk), SOLVE_AFTER_MS), send: tell };
    soon.set([...soon.get(), bulk]);
    return () => {
      if (bulk.timer === null) return;
      clearTimeout(bulk.timer);
      bulk.timer = null;
      drop(bulk);
    };
  },
  /** The ticket as it will be in a moment. */
  shown(
    pending: readonly Pick<Bulk, 'site' | 'numbers' | 'edit'>[],
    site: string,
    ticket: TicketSummary,
  ): TicketSummary {
    const edits = pending.filter((bulk) => bulk.site === site && bulk.numbers.has(ticket.number));
    // What is closed for good stays what it is, and the server says so.
    return ticket.state === 'closed' ? ticket : edits.reduce((shown, { edit }) => ({ ...shown, ...edit }), ticket);
  },
  async finish(): Promise<void> {
    await Promise.all(soon.get().map(send));
  },
};

/** Tells the server now what it was to hear soon: the page is left, or somebody signs out. */
export const finishSoon = () => Promise.all([solvings.finish(), bulks.finish()]);
