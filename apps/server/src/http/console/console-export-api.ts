import { once } from 'node:events';
import { EXPORT_KINDS } from '@solodesk/core';
import type { ExportKind, Site } from '@solodesk/core';
import { collectPerson } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import { personArchive, writeArchive, writeKind } from '@solodesk/records';
import { Router } from 'express';
import type { Response } from 'express';
import { z } from 'zod';
import { parse } from './console-api.ts';
import { askedPerson, questionSchema } from './console-privacy-api.ts';
import type { Looks } from '../../privacy/looks.ts';
import { ownDesk } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

export interface ConsoleExportOptions extends SiteAccess {
  desk: Desk;
  looks: Looks;
}

const tableSchema = z.object({
  kind: z.enum(EXPORT_KINDS),
  format: z.enum(['csv', 'jsonl']),
  bom: z.enum(['0', '1']).default('0'),
});
const everythingSchema = tableSchema.omit({ kind: true });
const archiveSchema = questionSchema.extend({ language: z.enum(['en', 'zh']).default('en') });

/** Downloads for the owner: one person as an archive, and each kind of rows of a site as a stream. */
export function consoleExportApi(options: ConsoleExportOptions): Router {
  const { desk } = options;
  const router = Router();

  router.get('/export/:site/person.zip', async (request, response) => {
    const { site, account } = await ownDesk(options, request);
    const { language, ...named } = parse(archiveSchema, request.query);
    const record = await collectPerson(desk, site.id, askedPerson(named));
    const { contacts, visitors } = record.person;
    await options.looks.note(site.id, account, 'person_export', {
      contact: contacts[0] ?? null,
      visitor: visitors[0] ?? null,
    });
    const facts = { locale: language, siteName: site.name, at: desk.clock.now() };
    const archive = await personArchive(record, desk.files, facts);
    asDownload(response, `person-${day(facts.at)}.zip`, 'application/zip');
    response.end(archive);
  });

  router.get('/export/:site/everything.zip', async (request, response) => {
    const { site, account } = await ownDesk(options, request);
    const { format, bom } = parse(everythingSchema, request.query);
    await options.looks.note(site.id, account, 'table_export', { detail: 'everything' });
    const at = desk.clock.now();
    asDownload(response, `${site.id}-${day(at)}.zip`, 'application/zip');
    const run = { ...sourceOf(site), files: desk.files, format, bom: bom === '1', at };
    await streamed(response, 'everything', () => writeArchive(run, response));
  });

  router.get('/export/:site/:kind.:format', async (request, response) => {
    const { site, account } = await ownDesk(options, request);
    const { kind, format, bom } = parse(tableSchema, { ...request.query, ...request.params });
    await options.looks.note(site.id, account, 'table_export', { detail: kind });
    const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8';
    asDownload(response, `${site.id}-${kind}-${day(desk.clock.now())}.${format}`, type);
    await streamed(response, kind, () =>
      writeKind(sourceOf(site), kind satisfies ExportKind, { [format]: response }, { bom: bom === '1' }),
    );
  });
  return router;

  function sourceOf(site: Site) {
    const faqs = desk.knowledge.of(site.id)?.book ?? null;
    return { store: desk.store, site, faqs, moment: (at: number) => new Date(at).toISOString() };
  }

  async function streamed(response: Response, kind: string, write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
      response.end();
    } catch (cause) {
      // Nothing was sent yet: an answer that says so. After that a broken line is the only way to say that it is not whole.
      if (!response.headersSent) throw cause;
      if (!response.destroyed) desk.log.error({ err: cause, kind }, 'an export broke off');
      response.destroy();
      if (!response.closed) await once(response, 'close');
    }
  }
}

function asDownload(response: Response, name: string, type: string): void {
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  response.setHeader('X-Content-Type-Options', 'nosniff');
}

const day = (at: number) => new Date(at).toISOString().slice(0, 10);
