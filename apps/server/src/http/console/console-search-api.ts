import { SEARCH_KINDS, ticketName } from '@solodesk/core';
import type { Excerpt, SearchFilter, SearchKind, SearchPlace, Site } from '@solodesk/core';
import { searchEverything } from '@solodesk/core/use-cases';
import type { Desk, Found } from '@solodesk/core/use-cases';
import { Router } from 'express';
import { z } from 'zod';
import { readCalled } from '../../realtime/contact-names.ts';
import type { CalledVisitors } from '../../realtime/contact-names.ts';
import { visitorName } from '../../realtime/wire-mapping.ts';
import { parse } from './console-api.ts';
import { ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

export interface ConsoleSearchOptions extends SiteAccess {
  desk: Desk;
}

/** Of each kind while all are asked, and of one that is asked alone. */
const FEW = 5;
const PAGE = 20;

const querySchema = z.object({
  q: z.string().trim().min(1).max(200),
  kind: z.enum(SEARCH_KINDS).optional(),
  /** UTC milliseconds, both inclusive. */
  from: z.coerce.number().int().nonnegative().optional(),
  to: z.coerce.number().int().nonnegative().optional(),
  state: z.enum(['open', 'done']).optional(),
  locale: z.enum(['en', 'zh']).optional(),
  /** Key of a contact. */
  person: z.coerce.number().int().positive().optional(),
  /** `next` of the page before; only with `kind`. */
  after: z
    .string()
    .regex(/^[01]\.[1-9]\d{0,15}$/)
    .optional(),
});

export interface SearchHit {
  kind: SearchKind;
  /** What leads to it: a conversation's id, a contact's key, a ticket's or an order's number, an FAQ's intent. */
  id: string;
  title: Excerpt;
  text: Excerpt;
  /** UTC milliseconds; null for what has no moment. */
  at: number | null;
  state: string | null;
  /** Of a message: who said it. */
  from: 'visitor' | 'bot' | 'owner' | null;
  /** Of a message: its place in the conversation. */
  seq: number | null;
}

export interface SearchAnswer {
  groups: { kind: SearchKind; hits: SearchHit[]; next: string | null }[];
  /** Rows that are older than the index and not in it yet: they are not found. */
  backlog: number;
}

/** Search over everything of a site, for the console. */
export function consoleSearchApi(options: ConsoleSearchOptions): Router {
  const { desk } = options;
  const router = Router();
  router.get('/search/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const { q, kind, after, person, ...filter } = parse(querySchema, request.query);
    const [tier, key] = (after ?? '').split('.').map(Number);
    const place: SearchPlace | undefined =
      kind === undefined || key === undefined ? undefined : { tier: tier === 0 ? 0 : 1, key };
    const groups = await searchEverything(desk, site, {
      question: q,
      kinds: kind === undefined ? SEARCH_KINDS : [kind],
      filter: given({ ...filter, contactKey: person }),
      limit: kind === undefined ? FEW : PAGE,
      ...(place !== undefined && { after: place }),
    });
    const found = groups.flatMap(({ hits }) => hits);
    const chatters = found.flatMap((hit) => (hit.kind === 'messages' ? [hit.visitor.key] : []));
    const called = await readCalled(desk.store, site.id, chatters);
    const answer: SearchAnswer = {
      groups: groups.map(({ kind: of, hits, next }) => ({
        kind: of,
        hits: hits.map((hit) => toHit(hit, site, called)),
        next: next === null ? null : `${next.tier}.${next.key}`,
      })),
      backlog: await desk.store.searchBacklog(),
    };
    response.json(answer);
  });
  return router;
}

type Optional<T> = { [K in keyof T]?: T[K] | undefined };

function given(filter: Optional<SearchFilter>): SearchFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

const plain = (text: string): Excerpt => ({ text, ranges: [], cut: [false, false] });

function toHit(found: Found, { ticketPrefix }: Site, called: CalledVisitors): SearchHit {
  const nothing = { at: null, state: null, from: null, seq: null };
  const { kind, text } = found;
  switch (found.kind) {
    case 'contacts':
      return { ...nothing, kind, text, id: String(found.contact.key), title: found.title };
    case 'tickets': {
      const { number, state, createdAt } = found.ticket;
      const name = ticketName(ticketPrefix, number);
      return {
        ...nothing,
        kind,
        text,
        id: String(number),
        title: before(`${name} · `, found.title),
        state,
        at: createdAt,
      };
    }
    case 'orders': {
      const { number, status, placedAt } = found.order;
      return { ...nothing, kind, text, id: number, title: found.title, state: status, at: placedAt };
    }
    case 'faqs':
      return { ...nothing, kind, text, id: found.intent, title: found.title };
    case 'messages': {
      const { message, conversation, visitor } = found;
      const name = visitorName(visitor, called.get(visitor.key));
      const { state, id } = conversation;
      const { at, from, seq } = message;
      return { ...nothing, kind, text, id, title: plain(name), state, at, from, seq };
    }
  }
}

function before(label: string, { text, ranges, cut }: Excerpt): Excerpt {
  const by = label.length;
  return { text: label + text, ranges: ranges.map(([from, to]) => [from + by, to + by] as const), cut };
}
