import { randomUUID } from 'node:crypto';
import type { FeedbackStore, RecordStore } from '@solodesk/core';
import { loadSite } from '@solodesk/faq';
import { checkFile, importFile } from '@solodesk/records';

/**
 * The demo shop's few orders, so that "where is my order?" has something to show. Imported as a shop's own file is, and
 * undoable like one.
 */
export async function importDemoOrders(
  sitesDir: string,
  file: string,
  store: RecordStore & FeedbackStore,
): Promise<void> {
  const reading = await loadSite(sitesDir, 'shop');
  if (!reading.ok) return;
  const { id, defaultLocale, recognise, timeZone } = reading.site;
  await importFile({
    ...{ kind: 'orders', file: await checkFile(file), site: id, asked: new Map(), dates: null, store },
    facts: { locale: defaultLocale, country: recognise.country, currency: recognise.currency, timeZone },
    ...{ now: () => Date.now(), uuid: randomUUID, refusedFile: null },
  });
}
