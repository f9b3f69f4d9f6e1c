import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a server that was started here keeps its things; the same settings as the server's. */
export interface Places {
  dataDir: string;
  database: string;
  sitesDir: string;
  /** The starter packs: a site folder each. */
  templatesDir: string;
  /** The built program of the nightly batch. */
  insightsJob: string;
  /** Under which browsers reach the server. */
  publicUrl: string;
  /** Whether somebody set that address; otherwise it is the one on this machine. */
  publicUrlIsSet: boolean;
}

/** This file is built to `apps/cli/dist`; without settings the data lie in the repository's `data`, as with `npm start`. */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export function findPlaces(environment: Record<string, string | undefined>): Places {
  const set = (name: string) => environment[name]?.trim() || undefined;
  const dataDir = resolve(set('DATA_DIR') ?? join(ROOT, 'data'));
  return {
    dataDir,
    database: join(dataDir, 'solodesk.sqlite'),
    sitesDir: resolve(set('SITES_DIR') ?? join(dataDir, 'sites')),
    templatesDir: join(ROOT, 'packages/faq/starter-packs'),
    insightsJob: join(ROOT, 'apps/insights-job/dist/main.js'),
    publicUrl: set('PUBLIC_URL')?.replace(/\/+$/, '') ?? `http://localhost:${set('PORT') ?? '3000'}`,
    publicUrlIsSet: set('PUBLIC_URL') !== undefined,
  };
}
