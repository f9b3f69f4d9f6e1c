import { DESK } from './route.ts';
import type { Route } from './route.ts';
import type { SearchHit } from './api/search-api.ts';

/** Where a hit leads to. */
export function targetOf(hit: SearchHit, site: string): Route {
  switch (hit.kind) {
    case 'contacts':
      return { screen: 'contacts', contact: Number(hit.id) };
    case 'tickets':
      return { screen: 'tickets', ticket: Number(hit.id) };
    case 'orders':
      return { screen: 'contacts', contact: null, order: hit.id };
    case 'faqs':
      return { screen: 'faqs', edit: hit.id };
    case 'messages': {
      const filter = hit.state === 'closed' ? 'closed' : 'open';
      return { ...DESK, site, filter, conversation: hit.id, ...(hit.seq !== null && { message: hit.seq }) };
    }
  }
}
