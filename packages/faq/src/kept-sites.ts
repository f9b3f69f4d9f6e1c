import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkSite } from './check-site.ts';
import type { SiteReading } from './check-site.ts';
import { errorCode } from './read-text-file.ts';
import type { SiteFiles } from './site-files.ts';
import { writeFileAtomically } from './editing/write-file-atomically.ts';

/** Another shape of what is kept gets another number; of an older one nothing is read. */
const VERSION = 1;

/**
 * Each site's files as they were last served, beside the database: a server that starts while one of them is broken goes on with these,
 * as a running one does.
 */
export class KeptSites {
  readonly #dir: string;
  /** By site, to write only what changed. */
  readonly #texts = new Map<string, string>();

  /** @param dir is made at the first need */
  constructor(dir: string) {
    this.#dir = dir;
  }

  async keep(siteId: string, files: SiteFiles): Promise<void> {
    const text = JSON.stringify({ version: VERSION, files });
    if (this.#texts.get(siteId) === text) return;
    await mkdir(this.#dir, { recursive: true });
    await writeFileAtomically(this.#path(siteId), text);
    this.#texts.set(siteId, text);
  }

  /** The site as it was; null when nothing was kept, or this version of the program would not serve it. */
  async read(siteId: string): Promise<Extract<SiteReading, { ok: true }> | null> {
    let text: string;
    try {
      text = await readFile(this.#path(siteId), 'utf8');
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
    const files = filesFrom(text);
    const reading = files && checkSite(siteId, files);
    return reading?.ok ? reading : null;
  }

  async forget(siteId: string): Promise<void> {
    this.#texts.delete(siteId);
    await rm(this.#path(siteId), { force: true });
  }

  #path(siteId: string): string {
    return join(this.#dir, `${siteId}.json`);
  }
}

/** Null for what a crash or another version left. */
function filesFrom(text: string): SiteFiles | null {
  try {
    const kept = JSON.parse(text) as { version?: number; files?: SiteFiles };
    return kept.version === VERSION ? (kept.files ?? null) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
