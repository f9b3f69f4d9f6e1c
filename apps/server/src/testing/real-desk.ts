import { fileURLToPath } from 'node:url';
import type { Log, Store } from '@solodesk/core';
import { ReplyTimes } from '@solodesk/core/use-cases';
import { createMemoryStore, createTestDesk } from '@solodesk/core/testing';
import type { TestDesk } from '@solodesk/core/testing';
import { createLanguageGuesser, createSentiment, loadModel } from '@solodesk/nlu';
import { calendar } from '../calendar.ts';
import { SiteRegistry } from '../sites/site-registry.ts';
import { STARTER_PACKS } from './starter-packs.ts';
import { trainedBefore } from './trained-before.ts';

const DEMO = fileURLToPath(new URL('../../../demo/sites', import.meta.url));

/** The demo's shop, or a starter pack. */
export type RealSite = 'demo' | 'shop' | 'clinic' | 'courses' | 'saas';

/**
 * Makes desks of one site with all that the server gives it: its model (learned once), forms, catalogue, manuals, mood and
 * calendar. The store is in memory and the clock stands still.
 * @param log of the desks; by default one that throws what a server would only write down as an error
 */
export async function realDesks(name: RealSite, log: Log = LOUD): Promise<(store?: Store) => TestDesk> {
  const registry = new SiteRegistry({
    sitesDir: name === 'demo' ? DEMO : STARTER_PACKS,
    keptDir: null,
    trainer: {
      train: async (book, wrongAnswerBudget) =>
        loadModel(await trainedBefore(book), book.hash, wrongAnswerBudget === undefined ? {} : { wrongAnswerBudget }),
    },
    // What was imported is no part of it.
    store: { products: async () => [], productsVersion: async () => 0 },
    log,
    publicUrl: () => 'https://desk.example',
    onProblems: (site, problems) => {
      if (problems.length > 0) throw new Error(`${site}: ${JSON.stringify(problems)}`);
    },
    onArrival: async () => undefined,
  });
  const id = name === 'demo' ? 'shop' : name;
  await registry.reload(id);
  const site = registry.get(id);
  if (site === null) throw new Error(`the site ${name} could not be read`);
  const parts = { languages: createLanguageGuesser(), sentiment: createSentiment(), calendar };
  return (store = createMemoryStore()) => {
    const replyTimes = new ReplyTimes({ store, sites: registry, calendar, log });
    return Object.assign(createTestDesk(store), {
      ...parts,
      replyTimes,
      site,
      sites: registry,
      knowledge: registry,
      log,
    });
  };
}

const nothing = () => undefined;

/** What the desk survives in operation must not pass unseen in a test. */
const LOUD: Log = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: (about, message) => {
    const { err } = about as { err?: unknown };
    throw err instanceof Error ? err : new Error(`${message}: ${JSON.stringify(about)}`);
  },
};
