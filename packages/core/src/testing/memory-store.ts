import type { Store } from '../ports/store.ts';
import { createMemoryAccounts } from './memory-accounts.ts';
import { createMemoryApi } from './memory-api.ts';
import { createMemoryConversations } from './memory-conversations.ts';
import { createMemoryGuesses } from './memory-guesses.ts';
import { createMemoryJobs } from './memory-jobs.ts';
import { createMemoryNotices } from './memory-notices.ts';
import { createMemoryPageVotes } from './memory-page-votes.ts';
import { createMemoryRecords } from './memory-records.ts';
import { createMemorySecondFactors } from './memory-second-factors.ts';
import { createMemoryTickets } from './memory-tickets.ts';
import { createMemoryProblems } from './memory-problems.ts';
import { createMemoryPromises } from './memory-promises.ts';
import { createMemorySearch } from './memory-search.ts';
import { createMemorySurveys } from './memory-surveys.ts';
import { createMemoryVisitors } from './memory-visitors.ts';

/** A store that lasts as long as the process: for tests, and the plainest reading of what a store must do. */
export function createMemoryStore(): Store {
  const visitors = createMemoryVisitors();
  const { change, add, cancel, ...jobs } = createMemoryJobs();
  const { fits, apply, ...tickets } = createMemoryTickets(add);
  const { changePromise, ...promises } = createMemoryPromises();
  const records = createMemoryRecords((site, { plan, drop }) => {
    add(site, plan);
    for (const { kind, key } of drop) cancel(site, kind, key);
  });
  const { ask, ...surveys } = createMemorySurveys({ ...records, ...tickets }, add);
  const conversations = createMemoryConversations(
    visitors,
    { fits, apply },
    { changeJob: change, addToOutbox: add, changePromise, ask },
  );
  const presence = new Map<string, 'auto' | 'here' | 'away'>();
  return {
    ...visitors,
    ...conversations,
    ...jobs,
    ...createMemoryNotices(),
    ...createMemoryAccounts(),
    ...createMemorySecondFactors(),
    ...createMemoryPageVotes(),
    ...records,
    ...createMemoryApi(),
    ...tickets,
    ...promises,
    ...createMemoryProblems(),
    ...surveys,
    ...createMemorySearch({ ...conversations, ...records, ...tickets }),
    ...createMemoryGuesses(),
    presenceMode: async (site) => presence.get(site) ?? 'auto',
    async setPresenceMode(site, mode) {
      presence.set(site, mode);
    },
    check: async () => undefined,
    close: async () => undefined,
  };
}
