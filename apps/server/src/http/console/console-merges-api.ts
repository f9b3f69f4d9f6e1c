import type { Contact, ContactMerge, MergePreview } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';
import { Router } from 'express';
import { z } from 'zod';
import { WireFault } from '../../realtime/wire-error.ts';
import type { ContactView } from './console-contacts-api.ts';
import { parse } from './console-api.ts';
import { ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

export interface ConsoleMergesOptions extends SiteAccess {
  desk: Desk;
}

/** Suggestions of one contact that are shown. */
const MOST = 10;
const key = z.coerce.number().int().positive();
const pairSchema = z.object({ site: z.string(), key, other: key });
const mergeSchema = z.strictObject({
  loser: z.number().int().positive(),
  /** The owner says that both are one person, though only one of them is verified. */
  vouched: z.boolean().default(false),
});

export interface DuplicatesAnswer {
  duplicates: { contact: ContactView; shared: ('email' | 'phone')[] }[];
  /** Merges of this contact that can be undone, the last first. */
  merges: ContactMerge[];
}

export interface ConversationContact {
  /** Null while nothing is known of who talks. */
  contact: { key: number; name: string | null } | null;
  /** How many other contacts may be the same person. */
  duplicates: number;
}

export interface PreviewAnswer extends Pick<MergePreview, 'moved' | 'needsVouching'> {
  winner: ContactView;
  loser: ContactView;
  after: ContactView;
}

/** Contacts that are the same person, for the console: what speaks for it, what would become of them, and the way back. */
export function consoleMergesApi(options: ConsoleMergesOptions): Router {
  const { desk } = options;
  const { store } = desk;
  const router = Router();

  router.get('/contacts/:site/:key/duplicates', async (request, response) => {
    const site = await ownSite(options, request);
    const contact = parse(key, request.params.key);
    const [found, merges] = await Promise.all([
      store.duplicates(site.id, contact, MOST),
      store.mergesOf(site.id, contact),
    ]);
    const answer: DuplicatesAnswer = {
      duplicates: found.map(({ contact: other, shared }) => ({ contact: withoutSite(other), shared: [...shared] })),
      merges,
    };
    response.json(answer);
  });

  router.get('/conversations/:site/:id/contact', async (request, response) => {
    const site = await ownSite(options, request);
    const row = await store.findConversation(site.id, String(request.params.id));
    if (row === null) throw new WireFault('not_found', 'no such conversation');
    const contact = await store.contactOfVisitor(site.id, row.visitor.key);
    const answer: ConversationContact = {
      contact: contact && { key: contact.key, name: contact.name ?? contact.email ?? contact.phone },
      duplicates: contact === null ? 0 : (await store.duplicates(site.id, contact.key, MOST)).length,
    };
    response.json(answer);
  });

  router.get('/contacts/:site/:key/merge/:other', async (request, response) => {
    const site = await ownSite(options, request);
    const { key: winner, other } = parse(pairSchema, request.params);
    const preview = await store.previewMerge(site.id, winner, other);
    if (preview === null) throw gone();
    const answer: PreviewAnswer = {
      winner: withoutSite(preview.winner),
      loser: withoutSite(preview.loser),
      after: withoutSite(preview.after),
      moved: preview.moved,
      needsVouching: preview.needsVouching,
    };
    response.json(answer);
  });

  router.post('/contacts/:site/:key/merge', async (request, response) => {
    const site = await ownSite(options, request);
    const { loser, vouched } = parse(mergeSchema, request.body);
    const pair = { winner: parse(key, request.params.key), loser, vouched, at: desk.clock.now() };
    const outcome = await store.mergeContacts(site.id, pair);
    if (outcome.kind === 'gone') throw gone();
    if (outcome.kind === 'refused') throw new WireFault('refused', WHY[outcome.why]);
    response.json({ merge: outcome.merge });
  });

  router.post('/merges/:site/:key/undo', async (request, response) => {
    const site = await ownSite(options, request);
    const merge = await store.undoMerge(site.id, parse(key, request.params.key));
    if (merge === null) throw new WireFault('not_found', 'this merge cannot be undone any more');
    response.json({ merge });
  });
  return router;
}

const WHY = {
  same: 'one contact cannot be merged with itself',
  unverified_winner: 'a verified contact cannot become one that is not verified: merge them the other way round',
  needs_vouching: 'only one of the two is verified: somebody has to vouch for it that they are one person',
};

function gone(): WireFault {
  return new WireFault('not_found', 'no such contact');
}

function withoutSite({ site: _site, ...contact }: Contact): ContactView {
  return contact;
}
