import { DESK } from './route.ts';
import type { Route } from './route.ts';
import type { SearchHit } from './search-api.ts';

/** Where a hit leads to; null for an order of nobody who is known. */
export function targetOf(hit: SearchHit, site: string): Route | null {
  switch (hit.kind) {
    case 'contacts':
      return { screen: 'contacts', contact: Number(hit.id) };
    case 'tickets':
      return { screen: 'tickets', ticket: Number(hit.id) };
    case 'orders':
      return hit.person === null ? null : { screen: 'contacts', contact: hit.person };
    case 'faqs':
      return { screen: 'faqs', edit: hit.id };
    case 'messages':
      return { ...DESK, site, filter: hit.state === 'closed' ? 'closed' : 'open', conversation: hit.id };
  }
}
