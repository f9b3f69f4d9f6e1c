import { createStore } from '../store.ts';

/** How long solving can be undone: the customer hears of it only after that, and is asked how it was. */
export const SOLVE_AFTER_MS = 5000;

interface Soon {
  timer: ReturnType<typeof setTimeout>;
  solve(): Promise<unknown>;
}

const soon = createStore<ReadonlyMap<string, Soon>>(new Map());

const keyOf = (site: string, number: number) => `${site} ${number}`;

function take(key: string): Soon | undefined {
  const found = soon.get().get(key);
  if (!found) return undefined;
  clearTimeout(found.timer);
  soon.set(new Map([...soon.get()].filter(([other]) => other !== key)));
  return found;
}

/** Tickets that are shown as solved and are so in a moment, unless it is undone. */
export const solvings = {
  store: soon,
  has: (pending: ReadonlyMap<string, unknown>, site: string, number: number) => pending.has(keyOf(site, number)),
  /** @param solve tells the server; it reports its own failure */
  start(site: string, number: number, solve: () => Promise<unknown>): void {
    const key = keyOf(site, number);
    take(key);
    const timer = setTimeout(() => void take(key)?.solve(), SOLVE_AFTER_MS);
    soon.set(new Map(soon.get()).set(key, { timer, solve }));
  },
  undo: (site: string, number: number) => void take(keyOf(site, number)),
  /** Solves now what was to be solved soon: the page is left, or somebody signs out. */
  async finish(): Promise<void> {
    await Promise.all([...soon.get().keys()].map((key) => take(key)?.solve()));
  },
};
