import { mkdirSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { watch } from 'chokidar';
import type { Log } from '@solodesk/core';
import { isArticleFileName } from './articles/article-name.ts';
import { PRODUCTS, isFaqFileName } from './site-files.ts';
import { isSiteId } from './site-id.ts';

export interface SitesWatch {
  /** Fulfilled when changes are being noticed. Failures to watch are logged, and the rest is watched. */
  readonly ready: Promise<void>;
  /** Nothing is reported afterwards. */
  close(): Promise<void>;
}

export interface WatchOptions {
  sitesDir: string;
  log: Log;
  /** A site came, went or changed. Never called for what was there at the start. */
  onChange(siteId: string): void | Promise<void>;
}

/** Editors save in several steps, and a checkout touches many files: quiet for so long means settled. */
const QUIET_MS = 150;
/** A file that is written without a pause is reported all the same. */
const LONGEST_WAIT_MS = 700;

/**
 * Watches all site folders. Bursts of changes in one site are reported once, when they have settled. `sitesDir` is made
 * when it is missing, because a folder that comes later would not be watched reliably.
 */
export function watchSites({ sitesDir, log, onChange }: WatchOptions): SitesWatch {
  const pending = new Map<string, { timer: NodeJS.Timeout; since: number }>();
  let closed = false;
  mkdirSync(sitesDir, { recursive: true });
  const watcher = watch(sitesDir, {
    ignoreInitial: true,
    ignored: (path) => !isOfInterest(relative(sitesDir, path)),
    depth: 3,
  });

  const report = async (siteId: string): Promise<void> => {
    pending.delete(siteId);
    try {
      await onChange(siteId);
    } catch (error) {
      log.error({ siteId, err: error }, 'a changed site could not be taken over');
    }
  };
  const notice = (path: string): void => {
    const [siteId = ''] = relative(sitesDir, path).split(sep);
    if (closed || !isSiteId(siteId)) return;
    const earlier = pending.get(siteId);
    if (earlier) clearTimeout(earlier.timer);
    const since = earlier?.since ?? performance.now();
    const left = Math.max(0, since + LONGEST_WAIT_MS - performance.now());
    pending.set(siteId, { since, timer: setTimeout(() => void report(siteId), Math.min(QUIET_MS, left)) });
  };

  watcher.on('all', (_event, path) => notice(path));
  watcher.on('error', (error) => log.error({ err: error }, 'watching the site folders failed'));
  return {
    ready: new Promise((resolve) => watcher.once('ready', resolve)),
    close: async () => {
      closed = true;
      for (const { timer } of pending.values()) clearTimeout(timer);
      pending.clear();
      await watcher.close();
    },
  };
}

/** SITES_DIR itself, a site's folder, its `site.json`, its catalogue, its FAQ, form and survey files, its articles and their pictures. */
function isOfInterest(path: string): boolean {
  const [siteId, name, file, picture, ...deeper] = path === '' ? [] : path.split(sep);
  if (siteId === undefined) return true;
  if (!isSiteId(siteId) || deeper.length > 0) return false;
  if (name === 'articles') {
    return picture === undefined ? isOfArticles(file) : file === 'images' && !picture.startsWith('.');
  }
  if (picture !== undefined) return false;
  if (name === 'faq' || name === 'forms' || name === 'surveys') return file === undefined || isFaqFileName(file);
  return name === undefined || ((name === 'site.json' || name === PRODUCTS) && file === undefined);
}

function isOfArticles(file: string | undefined): boolean {
  return file === undefined || file === 'images' || isArticleFileName(file);
}
