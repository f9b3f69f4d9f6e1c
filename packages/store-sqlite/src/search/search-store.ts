import type { SearchStore } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';
import { MessageSearch } from './message-search.ts';
import { contactSearch, orderSearch, ticketSearch } from './record-search.ts';
import { SearchTender } from './search-tender.ts';

export function createSearchStore(db: Database, group: GroupCommit, sites: SiteKeys): SearchStore {
  const messages = new MessageSearch(db);
  const contacts = contactSearch(db);
  const tickets = ticketSearch(db);
  const orders = orderSearch(db);
  const tender = new SearchTender(db);
  const none = { hits: [], next: null };

  return {
    searchMessages: (site, request) => reading(() => messages.search(sites.find(site) ?? 0, request)),
    searchContacts: (site, request) =>
      reading(() =>
        request.filter.state === undefined ? contacts.search(site, sites.find(site) ?? 0, request) : none,
      ),
    searchTickets: (site, request) => reading(() => tickets.search(site, sites.find(site) ?? 0, request)),
    searchOrders: (site, request) =>
      reading(() => (request.filter.locale === undefined ? orders.search(site, sites.find(site) ?? 0, request) : none)),
    searchBacklog: () => reading(() => tender.backlog()),
    tendSearch: async (budgetMs) => {
      if (!(await reading(() => tender.hasWork()))) return false;
      return group.write(() => tender.tend(budgetMs));
    },
  };
}
