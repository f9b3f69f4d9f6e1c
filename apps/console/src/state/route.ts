import { createStore } from './store.ts';

/** `next` and `later`: the queue and what was put away from it; the others list conversations. */
export type DeskFilter = 'next' | 'later' | 'open' | 'closed';

const CONTACT_VIEWS = ['new', 'life', 'blocked', 'imports'] as const;
export type ContactView = (typeof CONTACT_VIEWS)[number];

/** Where the console is; kept in the address after `#`, so that the browser's back button works on a phone too. */
export type Route =
  /** `message`: `seq` of the one that is to be shown, in a conversation that is opened. */
  | {
      screen: 'desk';
      site: string | null;
      filter: DeskFilter;
      conversation: string | null;
      panel: boolean;
      message?: number;
    }
  | { screen: 'settings' | 'unanswered' | 'privacy' | 'insights' }
  /** `edit`: the intent of the FAQ that is open, `+` for a new one, or `-` for what none answers. */
  | { screen: 'faqs'; edit: string | null }
  /** `contact`: the key of the one that is open; `view`: what stands in place of the list; `merge`: with a look at a merge of it; `order`: its number. */
  | { screen: 'contacts'; contact: number | null; view?: ContactView; merge?: true; order?: string }
  /** `ticket`: the number of the one that is open; links from outside say of which site. */
  | { screen: 'tickets'; ticket: number | null; site?: string }
  /** `survey`: the name of the one that is open. */
  | { screen: 'feedback'; survey: string | null }
  | { screen: 'wizard'; site: string | null }
  /** The settings of one site; `part`: the section that is open. */
  | { screen: 'site'; site: string; part: string | null }
  | { screen: 'setup'; token: string };

export type DeskRoute = Extract<Route, { screen: 'desk' }>;

export const DESK: DeskRoute = { screen: 'desk', site: null, filter: 'next', conversation: null, panel: false };

const FILTERS: readonly DeskFilter[] = ['next', 'later', 'open', 'closed'];

export function parseRoute(hash: string): Route {
  const text = hash.replace(/^#\/?/, '');
  if (text.startsWith('setup=')) return { screen: 'setup', token: decode(text.slice('setup='.length)) };
  const [screen, ...rest] = text.split('/').map(decode);
  if (screen === 'settings' || screen === 'unanswered' || screen === 'privacy' || screen === 'insights')
    return { screen };
  if (screen === 'faqs') return { screen, edit: rest[0] || null };
  if (screen === 'contacts' && rest[0] === 'order' && rest[1]) return { screen, contact: null, order: rest[1] };
  if (screen === 'contacts') {
    const view = CONTACT_VIEWS.find((one) => one === rest[0]);
    const contact = /^[1-9]\d{0,14}$/.test(rest[0] ?? '') ? Number(rest[0]) : null;
    return { screen, contact, ...(view && { view }), ...(contact && rest[1] === 'merge' && { merge: true as const }) };
  }
  if (screen === 'tickets') {
    const ticket = /^[1-9]\d{0,8}$/.test(rest[0] ?? '') ? Number(rest[0]) : null;
    return { screen, ticket, ...(rest[1] && { site: rest[1] }) };
  }
  if (screen === 'feedback') return { screen, survey: rest[0] || null };
  if (screen === 'wizard') return { screen, site: rest[0] || null };
  if (screen === 'site' && rest[0]) return { screen, site: rest[0], part: rest[1] || null };
  if (screen !== 'desk') return DESK;
  const [site, filter, conversation, panel, message] = rest;
  return {
    screen,
    site: site || null,
    filter: FILTERS.find((one) => one === filter) ?? 'next',
    conversation: conversation || null,
    panel: panel === 'customer',
    ...(/^[1-9]\d{0,8}$/.test(message ?? '') && { message: Number(message) }),
  };
}

export function formatRoute(route: Route): string {
  if (route.screen === 'setup') return `#setup=${encodeURIComponent(route.token)}`;
  if (route.screen === 'wizard') return route.site ? `#/wizard/${encodeURIComponent(route.site)}` : '#/wizard';
  if (route.screen === 'site') {
    return `#/site/${[route.site, ...(route.part ? [route.part] : [])].map(encodeURIComponent).join('/')}`;
  }
  if (route.screen === 'faqs' && route.edit) return `#/faqs/${encodeURIComponent(route.edit)}`;
  if (route.screen === 'contacts' && route.view) return `#/contacts/${route.view}`;
  if (route.screen === 'contacts' && route.order) return `#/contacts/order/${encodeURIComponent(route.order)}`;
  if (route.screen === 'contacts' && route.contact !== null) {
    return `#/contacts/${route.contact}${route.merge ? '/merge' : ''}`;
  }
  if (route.screen === 'tickets' && route.ticket !== null) {
    return `#/tickets/${route.ticket}${route.site ? `/${encodeURIComponent(route.site)}` : ''}`;
  }
  if (route.screen === 'feedback' && route.survey) return `#/feedback/${encodeURIComponent(route.survey)}`;
  if (route.screen !== 'desk') return `#/${route.screen}`;
  const { site, filter, conversation, panel, message } = route;
  const parts = [site ?? '', filter, conversation ?? '', panel ? 'customer' : '', String(message ?? '')];
  return `#/desk/${parts.map(encodeURIComponent).join('/')}`.replace(/\/+$/, '');
}

/** An address that somebody broke by hand stays as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

export const route = createStore<Route>(parseRoute(location.hash));

addEventListener('hashchange', () => route.set(parseRoute(location.hash)));

/** Goes there; `replace` leaves no entry for the back button. */
export function go(to: Route, replace = false): void {
  const hash = formatRoute(to);
  if (hash === location.hash) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', hash);
  route.set(to);
}
