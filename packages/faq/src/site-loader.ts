import { setImmediate as pause } from 'node:timers/promises';
import { checkSite, READERS } from './check-site.ts';
import type { FileReaders, SiteReading } from './check-site.ts';
import { readSiteFiles } from './site-files.ts';
import type { SiteFiles, SourceFile } from './site-files.ts';

/**
 * `loadSite` for a server that reads again and again while people chat: a file whose text has not changed is not checked
 * anew, and between two files everything else that waits goes first. The catalogue of an unchanged file is the same array.
 */
export function createSiteLoader(sitesDir: string): (siteId: string) => Promise<SiteReading & { files: SiteFiles }> {
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
  return async (siteId) => {
    const files = await readSiteFiles(sitesDir, siteId);
    const kinds = [
      { kind: site, sources: files.siteJson ? [files.siteJson] : [] },
      { kind: faqs, sources: files.faqs },
      { kind: forms, sources: files.forms ?? [] },
      { kind: surveys, sources: files.surveys ?? [] },
      { kind: products, sources: files.products ? [files.products] : [] },
    ];
    for (const { kind, sources } of kinds) {
      kind.keepOnly(siteId, sources);
      for (const source of sources) {
        kind.read(source);
        await pause();
      }
    }
    return { ...checkSite(siteId, files, readers), files };
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
