import { isDeepStrictEqual } from 'node:util';
import { checkingSite, READERS } from './check-site.ts';
import type { FileReaders, SiteReading } from './check-site.ts';
import { readSiteFiles } from './site-files.ts';
import type { SiteFiles, SourceFile } from './site-files.ts';

/** Runs work that pauses (`yield`), and lets everything else that waits go first in between. */
export type RunInSlices = <T>(work: Generator<void, T>) => T | Promise<T>;

/**
 * `loadSite` for a server that reads again and again while people chat: a file whose text has not changed is not checked
 * anew. Whatever comes out as before is the same object, so that what was made of it (tables of words, indexes) goes on serving.
 */
export function createSiteLoader(
  sitesDir: string,
  runInSlices: RunInSlices,
): (siteId: string) => Promise<SiteReading & { files: SiteFiles }> {
  const site = remembering(READERS.site);
  const faqs = remembering(READERS.faqs);
  const forms = remembering(READERS.forms);
  const surveys = remembering(READERS.surveys);
  const products = remembering(READERS.products);
  const readers: FileReaders = {
    site: site.read,
    faqs: faqs.read,
    forms: forms.read,
    surveys: surveys.read,
    products: products.read,
  };
  const lastGood = new Map<string, GoodReading>();
  return async (siteId) => {
    const files = await readSiteFiles(sitesDir, siteId);
    site.keepOnly(siteId, files.siteJson ? [files.siteJson] : []);
    faqs.keepOnly(siteId, files.faqs);
    forms.keepOnly(siteId, files.forms ?? []);
    surveys.keepOnly(siteId, files.surveys ?? []);
    products.keepOnly(siteId, files.products ? [files.products] : []);
    const reading = await runInSlices(checkingSite(siteId, files, readers));
    if (!reading.ok) return { ...reading, files };
    const known = withWhatIsAsBefore(reading, lastGood.get(siteId));
    lastGood.set(siteId, known);
    return { ...known, files };
  };
}

type GoodReading = Extract<SiteReading, { ok: true }>;

function withWhatIsAsBefore(reading: GoodReading, before: GoodReading | undefined): GoodReading {
  if (before === undefined) return reading;
  return {
    ...reading,
    site: isDeepStrictEqual(reading.site, before.site) ? before.site : reading.site,
    forms: isDeepStrictEqual(reading.forms, before.forms) ? before.forms : reading.forms,
  };
}

interface Remembering<R> {
  read(source: SourceFile): R;
  /** Forgets the site's files that are not among these. */
  keepOnly(siteId: string, sources: readonly SourceFile[]): void;
}

function remembering<R>(read: (source: SourceFile) => R): Remembering<R> {
  const known = new Map<string, { text: string; reading: R }>();
  return {
    read(source) {
      const before = known.get(source.file);
      if (before?.text === source.text) return before.reading;
      const reading = read(source);
      known.set(source.file, { text: source.text, reading });
      return reading;
    },
    keepOnly(siteId, sources) {
      const names = new Set(sources.map(({ file }) => file));
      for (const file of known.keys()) if (file.startsWith(`${siteId}/`) && !names.has(file)) known.delete(file);
    },
  };
}
