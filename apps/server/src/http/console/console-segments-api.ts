import { contactFilter, contactFilterEntry, updateSiteJson } from '@solodesk/faq';
import type { ContactFilterEntry } from '@solodesk/faq';
import type { Conversation, Localized, Site, Visitor } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';
import { setBlocked, updateVisitor } from '@solodesk/core/use-cases';
import { Router } from 'express';
import { z } from 'zod';
import { WireFault } from '../../realtime/wire-error.ts';
import type { SiteRegistry } from '../../sites/site-registry.ts';
import { parse } from './console-api.ts';
import { filterOf } from './console-contacts-api.ts';
import { refusedEdit } from './refused-edit.ts';
import { ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

export interface ConsoleSegmentsOptions extends SiteAccess {
  desk: Desk;
  registry: SiteRegistry;
  sitesDir: string;
}

const PAGE = 50;
const list = z
  .array(
    z.object({
      name: z.string().max(40),
      title: z.object({ en: z.string().max(60).optional(), zh: z.string().max(60).optional() }).optional(),
      where: contactFilter,
    }),
  )
  .max(50);
/** `was` is what the console has read: what somebody else wrote meanwhile is not overwritten. */
const changeSchema = z.object({ was: z.array(z.string()), segments: list });
const countSchema = z.object({ filter: z.string().max(4_000).default('{}') });
const blockedSchema = z.object({ before: z.coerce.number().int().positive().optional() });

export interface SegmentView {
  name: string;
  title: Localized<string>;
  /** As site.json writes it. */
  where: ContactFilterEntry;
}

export interface BlockedView {
  /** Key of the browser. */
  visitor: number;
  since: number;
  why: Visitor['blocked'];
  name: string | null;
  contact: number | null;
  conversation: string | null;
  /** What was said last, and by whom. */
  preview: string;
  previewFrom: Conversation['previewFrom'];
  page: string | null;
}

/** Customers by what is known of them, under names that are written into the site's `site.json`; and who is kept out. */
export function consoleSegmentsApi(options: ConsoleSegmentsOptions): Router {
  const { desk, registry, sitesDir } = options;
  const { store } = desk;
  const router = Router();

  router.get('/segments/:site', async (request, response) => {
    const site = await ownSite(options, request);
    // Of what they spent, unless the owner says otherwise.
    response.json({ segments: viewsOf(site), currency: site.recognise.currency ?? 'EUR' });
  });

  router.get('/segments/:site/count', async (request, response) => {
    const site = await ownSite(options, request);
    const { filter } = parse(countSchema, request.query);
    response.json({ contacts: await store.countContacts(site.id, filterOf(filter), desk.clock.now()) });
  });

  router.post('/segments/:site', async (request, response) => {
    const { id } = await ownSite(options, request);
    const { was, segments } = parse(changeSchema, request.body);
    // The file may be newer than what is served.
    await registry.reload(id, 'settings');
    const served = viewsOf(await ownSite(options, request)).map((each) => JSON.stringify(each));
    if (was.join('\n') !== served.join('\n')) throw new WireFault('conflict', 'the segments were changed meanwhile');
    const result = await updateSiteJson(sitesDir, id, { segments });
    if (!result.ok) throw refusedEdit(result.reason === 'invalid' ? 'bad_request' : 'conflict', result.problems);
    await registry.reload(id, 'settings');
    response.json({ segments: viewsOf(await ownSite(options, request)) });
  });

  router.get('/blocked/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const { before } = parse(blockedSchema, request.query);
    const found = await store.blockedVisitors(site.id, { limit: PAGE + 1, ...(before !== undefined && { before }) });
    const shown = found.slice(0, PAGE);
    const next = found.length > PAGE ? (shown.at(-1)?.key ?? null) : null;
    response.json({ blocked: await Promise.all(shown.map((visitor) => blockedView(desk, site, visitor))), next });
  });

  router.post('/blocked/:site/:visitor', async (request, response) => {
    const site = await ownSite(options, request);
    const { blocked } = parse(z.strictObject({ blocked: z.boolean() }), request.body);
    const key = Number(request.params.visitor);
    const visitor = Number.isSafeInteger(key) ? await store.findVisitor(key) : null;
    if (visitor === null || visitor.site !== site.id) throw new WireFault('not_found', 'no such browser');
    const conversation = await store.findConversationOfVisitor(site.id, key);
    const to = blocked ? 'blocked' : 'no';
    if (conversation === null) await updateVisitor(desk, visitor, { blocked: to });
    else await setBlocked(desk, site.id, conversation.id, to);
    response.json({ ok: true });
  });
  return router;
}

function viewsOf({ segments }: Site): SegmentView[] {
  return segments.map(({ name, title, filter }) => ({ name, title, where: contactFilterEntry(filter) }));
}

async function blockedView({ store }: Desk, site: Site, visitor: Visitor): Promise<BlockedView> {
  const [contact, conversation] = await Promise.all([
    store.contactOfVisitor(site.id, visitor.key),
    store.findConversationOfVisitor(site.id, visitor.key),
  ]);
  return {
    ...{ visitor: visitor.key, since: visitor.createdAt, why: visitor.blocked },
    ...{ name: contact?.name ?? contact?.email ?? null, contact: contact?.key ?? null },
    ...{
      conversation: conversation?.id ?? null,
      preview: conversation?.preview ?? '',
      previewFrom: conversation?.previewFrom ?? null,
      page: visitor.page?.url ?? null,
    },
  };
}
