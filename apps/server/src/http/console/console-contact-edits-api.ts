import type { ContactCorrection, Site } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';
import { readRecord, recordSchemas } from '@solodesk/records';
import { Router } from 'express';
import { z } from 'zod';
import { WireFault } from '../../realtime/wire-error.ts';
import { wellFormed } from '../../realtime/well-formed.ts';
import { parse } from './console-api.ts';
import type { ContactView } from './console-contacts-api.ts';
import { ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

export interface ConsoleContactEditsOptions extends SiteAccess {
  desk: Desk;
}

/** A field that was emptied is taken away. */
const typed = z
  .string()
  .max(1_000)
  .transform((text) => wellFormed(text).trim() || null)
  .nullable()
  .optional();
const said = { name: typed, email: typed, phone: typed, locale: z.enum(['en', 'zh']).nullable().optional() };
const customer = z.boolean().optional();
const newSchema = z.strictObject({ ...said, customer });
const changeSchema = newSchema.extend({
  /** Since when they are one, where a change is taken back. UTC milliseconds. */
  customerSince: z.number().int().nonnegative().optional(),
});
const keySchema = z.coerce.number().int().positive();

export interface NewContactAnswer {
  contact: ContactView;
  /** False where somebody verified has that address or number already: it is them, and nothing of them was changed. */
  added: boolean;
}

/** Contacts that are typed in, and put right, by hand. */
export function consoleContactEditsApi({ desk, ...access }: ConsoleContactEditsOptions): Router {
  const { store, clock, ids } = desk;
  const router = Router();

  router.post('/contacts/:site', async (request, response) => {
    const site = await ownSite(access, request);
    const draft = read(site, parse(newSchema, request.body), clock.now());
    const { email, phone } = draft;
    if (!email && !phone)
      throw new WireFault('bad_request', 'reach: an e-mail address or a telephone number is needed');
    const known =
      (email ? await store.findContact(site.id, { email }) : null) ??
      (phone ? await store.findContact(site.id, { phone }) : null);
    if (known !== null) return void response.json({ contact: withoutSite(known), added: false });
    const write = { site: site.id, at: clock.now(), uuid: () => ids.uuid(), batch: null };
    const [saved] = await store.saveContacts([draft], write);
    if (saved === undefined) throw new WireFault('internal', 'nothing was saved');
    const answer: NewContactAnswer = { contact: withoutSite(saved.record), added: true };
    response.status(201).json(answer);
  });

  router.post('/contacts/:site/:key/details', async (request, response) => {
    const site = await ownSite(access, request);
    const { customerSince, ...rest } = parse(changeSchema, request.body);
    const change = { ...read(site, rest, clock.now()), ...(customerSince !== undefined && { customerSince }) };
    const changed = await store.changeContact(site.id, parse(keySchema, request.params.key), change, clock.now());
    if (changed === null) throw new WireFault('not_found', 'no such contact');
    response.json({ contact: withoutSite(changed) });
  });
  return router;
}

/** @throws WireFault `bad_request`, which begins with the field that is wrong */
function read({ recognise }: Site, value: z.infer<typeof newSchema>, now: number): ContactCorrection {
  const reading = readRecord(recordSchemas({ country: recognise.country }), 'corrections', value, now);
  if (reading.ok) return reading.draft;
  const [problem] = reading.problems;
  throw new WireFault('bad_request', `${problem?.field ?? ''}: ${problem?.reason ?? ''}`);
}

function withoutSite({ site: _site, ...contact }: { site: string } & ContactView): ContactView {
  return contact;
}
