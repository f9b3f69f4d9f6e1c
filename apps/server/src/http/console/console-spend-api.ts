import type { Clock, Ids, Site, SpendRecord, Store } from '@solodesk/core';
import { isCurrency, minorDigits, readRecord, recordSchemas } from '@solodesk/records';
import { Router } from 'express';
import { z } from 'zod';
import { WireFault } from '../../realtime/wire-error.ts';
import { parse } from './console-api.ts';
import { ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

export interface ConsoleSpendOptions extends SiteAccess {
  store: Store;
  clock: Clock;
  ids: Ids;
}

/** One amount; in minor units of its currency, as the store has it. */
export type SpendLine = Omit<SpendRecord, 'site'>;

export interface SpendList {
  /** By month, the last first, then by channel. */
  rows: SpendLine[];
  /** What is suggested: the site's own; null where it names none. */
  currency: string | null;
}

const removeSchema = z.object({ key: z.int().positive() });
const amountSchema = z.object({
  channel: z.unknown(),
  month: z.unknown(),
  currency: z.string().trim().toUpperCase().refine(isCurrency, 'must be a code such as EUR or CNY (ISO 4217)'),
  /** As people write it, in whole units: 49.9. */
  amount: z.number().min(0).max(90_000_000_000),
});
const FIRST = '0000-00';
const LAST = '9999-99';
const schemas = recordSchemas({ country: null });

/** What was spent on marketing, typed in by channel and month: checked as a row of an import. */
export function consoleSpendApi(options: ConsoleSpendOptions): Router {
  const { store, clock, ids } = options;
  const router = Router();

  router.get('/spend/:site', async (request, response) => {
    response.json(await listOf(await ownSite(options, request)));
  });

  router.post('/spend/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const { amount, ...rest } = parse(amountSchema, request.body);
    const minor = Math.round(amount * 10 ** minorDigits(rest.currency));
    const reading = readRecord(schemas, 'spend', { ...rest, amount: minor }, clock.now());
    if (!reading.ok) {
      const [problem] = reading.problems;
      throw new WireFault('bad_request', `${problem?.field ?? ''}: ${problem?.reason ?? ''}`);
    }
    const write = { site: site.id, at: clock.now(), uuid: () => ids.uuid(), batch: null };
    await store.saveSpend([reading.draft], write);
    response.json(await listOf(site));
  });

  router.post('/spend/:site/remove', async (request, response) => {
    const site = await ownSite(options, request);
    const { key } = parse(removeSchema, request.body);
    if (!(await store.deleteSpend(site.id, key))) throw new WireFault('not_found', 'no such amount');
    response.json(await listOf(site));
  });
  return router;

  async function listOf({ id, recognise }: Site): Promise<SpendList> {
    const rows = await store.spend(id, { from: FIRST, to: LAST });
    return {
      rows: rows
        .map(({ site: _site, ...row }) => row)
        .sort((one, other) => (one.month === other.month ? 0 : one.month < other.month ? 1 : -1)),
      currency: recognise.currency,
    };
  }
}
