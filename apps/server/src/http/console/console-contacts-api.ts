import { isEmptyFilter, ticketName } from '@solodesk/core';
import type { Contact, ContactFilter, LifeStage, Order, Store, Ticket } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';
import { contactFilter, contactFilterFrom } from '@solodesk/faq';
import { Router } from 'express';
import { z } from 'zod';
import { WireFault } from '../../realtime/wire-error.ts';
import { parse } from './console-api.ts';
import type { Looks } from '../../privacy/looks.ts';
import { ownDesk, ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

export interface ConsoleContactsOptions extends SiteAccess {
  store: Store;
  desk: Pick<Desk, 'clock'>;
  looks: Looks;
}

const PAGE = 100;
const SHOWN = 50;
const querySchema = z.object({
  search: z.string().max(100).default(''),
  before: z.coerce.number().int().positive().optional(),
  /** JSON, as a segment's `where` in site.json; `{}` is everybody. */
  filter: z.string().max(4_000).default('{}'),
});

export type ContactView = Omit<Contact, 'site'>;
export type OrderView = Omit<Order, 'site' | 'key' | 'contactKey'>;

export interface ContactPage {
  contacts: (ContactView & { stage: LifeStage | null })[];
  /** The `before` of the next page; null on the last one. */
  next: number | null;
}

export interface ContactDetail {
  contact: ContactView;
  orders: OrderView[];
  /** Their requests, the newest first. */
  tickets: TicketLine[];
  conversations: { id: string; state: string; lastAt: number; preview: string }[];
}

/** An order by its number, with whose it is; null where it came without anybody to reach. */
export interface OrderDetail {
  order: OrderView;
  contact: ContactView | null;
}

/** A request in one line. */
export interface TicketLine extends Pick<Ticket, 'number' | 'state' | 'subject' | 'level' | 'createdAt' | 'updatedAt'> {
  /** `SHOP-T17`. */
  name: string;
}

/** Contacts of a site, for the console. */
export function consoleContactsApi(options: ConsoleContactsOptions): Router {
  const { store } = options;
  const router = Router();

  router.get('/contacts/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const { search, before, filter } = parse(querySchema, request.query);
    const page = { search, limit: PAGE + 1, ...(before !== undefined && { before }) };
    const asked = filterOf(filter);
    // Without a filter the index alone is read.
    const found = isEmptyFilter(asked)
      ? await store.contacts(site.id, page)
      : await store.contactsBy(site.id, asked, { ...page, now: options.desk.clock.now() });
    const shown = found.slice(0, PAGE);
    const stages = await store.stagesOf(
      site.id,
      shown.map(({ key }) => key),
    );
    const answer: ContactPage = {
      contacts: shown.map((contact) => ({ ...withoutSite(contact), stage: stages.get(contact.key) ?? null })),
      next: found.length > PAGE ? (shown.at(-1)?.key ?? null) : null,
    };
    response.json(answer);
  });

  router.get('/contacts/:site/:key', async (request, response) => {
    const { site, account } = await ownDesk(options, request);
    const key = Number(request.params.key);
    const contact = Number.isSafeInteger(key) ? await store.findContact(site.id, { key }) : null;
    if (contact === null) throw new WireFault('not_found', 'no such contact');
    await options.looks.note(site.id, account, 'contact', { contact: key });
    const [orders, tickets, visitors] = await Promise.all([
      store.ordersOfContact(site.id, key, SHOWN),
      store.ticketsOfContact(site.id, key, SHOWN),
      store.visitorsOfContact(site.id, key, SHOWN),
    ]);
    const rows = await Promise.all(visitors.map((visitor) => store.findConversationOfVisitor(site.id, visitor)));
    const answer: ContactDetail = {
      contact: withoutSite(contact),
      orders: orders.map(orderView),
      tickets: tickets.map((ticket) => ticketLine(ticket, site.ticketPrefix)),
      conversations: rows
        .filter((row) => row !== null)
        .map(({ id, state, lastAt, preview }) => ({ id, state, lastAt, preview }))
        .sort((a, b) => b.lastAt - a.lastAt),
    };
    response.json(answer);
  });

  router.get('/orders/:site/:number', async (request, response) => {
    const { site, account } = await ownDesk(options, request);
    const order = await store.findOrder(site.id, String(request.params.number).toUpperCase());
    if (order === null) throw new WireFault('not_found', 'no such order');
    const { contactKey: key } = order;
    const contact = key === null ? null : await store.findContact(site.id, { key });
    if (contact !== null) await options.looks.note(site.id, account, 'contact', { contact: contact.key });
    const answer: OrderDetail = { order: orderView(order), contact: contact && withoutSite(contact) };
    response.json(answer);
  });
  return router;
}

function orderView({ site: _site, key: _key, contactKey: _contact, ...order }: Order): OrderView {
  return order;
}

function withoutSite({ site: _site, ...contact }: Contact): ContactView {
  return contact;
}

function ticketLine({ number, state, subject, level, createdAt, updatedAt }: Ticket, prefix: string): TicketLine {
  return { number, name: ticketName(prefix, number), state, subject, level, createdAt, updatedAt };
}

/** @param text JSON, as a segment's `where` in site.json. @throws WireFault `bad_request` */
export function filterOf(text: string): ContactFilter {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new WireFault('bad_request', 'filter: is no JSON');
  }
  return contactFilterFrom(parse(contactFilter, json));
}
