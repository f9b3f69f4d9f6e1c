import type {
  ErasedRows,
  Erasure,
  ExpiredCounts,
  Person,
  PersonQuestion,
  Retention,
  RetentionRun,
  View,
  ViewKind,
} from '@solodesk/core';
import { erasePerson, rehearseRetention } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import { Router } from 'express';
import { z } from 'zod';
import { WireFault } from '../../realtime/wire-error.ts';
import { parse } from './console-api.ts';
import { ownSite, signedIn } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

const RECEIPTS = 100;
const VIEWS = 50;
const RUNS = 30;
/** A person is named by their contact, or by one of their conversations. */
const question = {
  contact: z.coerce.number().int().positive().optional(),
  conversation: z.string().max(100).optional(),
};
export const questionSchema = z.object(question);
const viewsSchema = z.object({ ...question, before: z.coerce.number().int().positive().optional() });
const eraseSchema = z.object({ ...question, confirm: z.string().max(200) });

export interface ConsolePrivacyOptions extends SiteAccess {
  desk: Desk;
  /** Somebody was erased: whoever still shows something of them is to be told. */
  onErased(): Promise<void>;
}

/** What erasing somebody would come to. */
export interface ErasurePreview {
  name: string | null;
  /** What has to be typed: their name, or what the console calls who has none. */
  confirm: string;
  rows: readonly ErasedRows[];
  files: number;
  /** Others of the same address or number: they are not erased with them. */
  alike: { key: number; name: string | null; email: string | null; phone: string | null }[];
}

export interface RetentionAnswer {
  days: Retention;
  /** What would go now, by class. */
  expired: ExpiredCounts;
  runs: RetentionRun[];
}

export interface ViewLine {
  key: number;
  at: number;
  by: string;
  kind: ViewKind;
  /** Which table was taken along; else empty. */
  detail: string;
  /** Who it was, null once they are erased or when nothing is known of them. */
  name: string | null;
  contact: number | null;
  conversation: string | null;
}

export interface ViewsAnswer {
  views: ViewLine[];
  /** The `before` of the next page; null on the last one. */
  next: number | null;
}

export type ErasureReceipt = Omit<Erasure, 'key' | 'site' | 'conversations' | 'visitors'>;

/** Erasing people, and the receipts of it. */
export function consolePrivacyApi(options: ConsolePrivacyOptions): Router {
  const { desk } = options;
  const { store } = desk;
  const router = Router();

  router.get('/privacy/:site/person', async (request, response) => {
    const site = await ownSite(options, request);
    const found = await store.rehearseErasure(site.id, askedPerson(parse(questionSchema, request.query)));
    if (found === null) throw new WireFault('not_found', 'no such person');
    const { person, rows } = found;
    const files = await desk.files.filesOf(site.id, person.visitors);
    const alike = await Promise.all(person.alike.map((key) => store.findContact(site.id, { key })));
    const answer: ErasurePreview = {
      ...{ name: person.name, confirm: wordOf(person), rows, files: files.length },
      alike: alike
        .filter((contact) => contact !== null)
        .map(({ key, name, email, phone }) => ({ key, name, email, phone })),
    };
    response.json(answer);
  });

  router.post('/privacy/:site/erase', async (request, response) => {
    const site = await ownSite(options, request);
    const account = await store.findAccount(await signedIn(options, request));
    const { confirm, ...named } = parse(eraseSchema, request.body);
    const person = await store.findPerson(site.id, askedPerson(named));
    if (person === null) throw new WireFault('not_found', 'no such person');
    // Nothing brings them back, so that a click alone must not do it.
    if (confirm.trim() !== wordOf(person)) throw new WireFault('refused', 'the name that was typed is another one');
    const erasure = await erasePerson(desk, site.id, askedPerson(named), account?.name ?? '');
    await options.onErased();
    response.json(receiptOf(erasure));
  });

  router.get('/privacy/:site/retention', async (request, response) => {
    const site = await ownSite(options, request);
    const answer: RetentionAnswer = {
      days: site.retention,
      expired: await rehearseRetention(desk, site.id, site.retention),
      runs: await store.retentionRuns(site.id, RUNS),
    };
    response.json(answer);
  });

  router.get('/privacy/:site/views', async (request, response) => {
    const site = await ownSite(options, request);
    const { before, ...of } = parse(viewsSchema, request.query);
    const person = of.contact ?? of.conversation;
    const whose = person === undefined ? {} : await keysOf(site.id, askedPerson(of));
    const found = await store.views(site.id, { ...whose, limit: VIEWS + 1, ...(before !== undefined && { before }) });
    const answer: ViewsAnswer = {
      views: await Promise.all(found.slice(0, VIEWS).map((view) => shown(site.id, view))),
      next: found.length > VIEWS ? (found[VIEWS - 1]?.key ?? null) : null,
    };
    response.json(answer);
  });

  router.get('/privacy/:site/consents', async (request, response) => {
    const site = await ownSite(options, request);
    // What was set a moment ago is in force, though the sweep has not come by yet.
    if (site.consent) await store.noteConsentText(site.id, { ...site.consent, since: desk.clock.now() });
    response.json({ current: site.consent?.version ?? null, texts: await store.consentTexts(site.id) });
  });

  router.get('/privacy/:site/erasures', async (request, response) => {
    const site = await ownSite(options, request);
    response.json({ receipts: (await store.erasures(site.id, RECEIPTS)).map(receiptOf) });
  });
  return router;

  async function keysOf(site: string, whom: PersonQuestion): Promise<{ contact?: number; visitor?: number }> {
    if ('contact' in whom) return whom;
    const row = await store.findConversation(site, whom.conversation);
    return { visitor: row?.visitor.key ?? 0 };
  }

  /** Whom it was about, as far as they are still there. */
  async function shown(site: string, { key, at, by, kind, contact, visitor, detail }: View): Promise<ViewLine> {
    const person = contact === null ? null : await store.findContact(site, { key: contact });
    const talk = visitor === null ? null : await store.findConversationOfVisitor(site, visitor);
    const known = person ?? (visitor === null ? null : await store.contactOfVisitor(site, visitor));
    return {
      ...{ key, at, by, kind, detail, contact: known?.key ?? null, conversation: talk?.id ?? null },
      name: known === null ? null : (known.name ?? known.email ?? known.phone ?? known.id),
    };
  }
}

/** @throws WireFault `bad_request` when nobody is named */
export function askedPerson({ contact, conversation }: z.infer<typeof questionSchema>): PersonQuestion {
  if (contact !== undefined) return { contact };
  if (conversation !== undefined) return { conversation };
  throw new WireFault('bad_request', 'contact or conversation is missing');
}

/** Who has no name is called by the beginning of their last conversation's id, which stands beside the field. */
function wordOf({ name, conversations, contacts }: Person): string {
  const called = name?.trim() ?? '';
  return called !== '' ? called : (conversations[0]?.id.slice(0, 6) ?? `#${contacts[0] ?? 0}`);
}

function receiptOf({ id, at, by, rows, files, tickets }: Erasure): ErasureReceipt {
  return { id, at, by, rows, files, tickets };
}
