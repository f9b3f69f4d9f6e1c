import { mkdirSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { watch } from 'chokidar';
import type { FSWatcher } from 'chokidar';
import type { Log } from '@solodesk/core';
import { isArticleFileName } from './articles/article-name.ts';
import { folderIdentities, identityOf } from './editing/folder-identities.ts';
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
  /** Milliseconds between two looks for folders that were replaced; 5,000 by default. */
  looksEveryMs?: number;
}

/** Editors save in several steps, and a checkout touches many files: quiet for so long means settled. */
const QUIET_MS = 150;
/** A file that is written without a pause is reported all the same. */
const LONGEST_WAIT_MS = 700;
const LOOKS_EVERY_MS = 5_000;

/**
 * Watches all site folders. Bursts of changes in one site are reported once, when they have settled. `sitesDir` is made
 * when it is missing, because a folder that comes later would not be watched reliably.
 *
 * A folder that another one replaces at once (`rm -rf` and `cp -r`, a link that is turned to the next release) is watched no more, and says
 * nothing of it: so all folders are looked at now and then, and watched anew where one is not the one that it was.
 */
export function watchSites({ sitesDir, log, onChange, looksEveryMs = LOOKS_EVERY_MS }: WatchOptions): SitesWatch {
  const pending = new Map<string, { timer: NodeJS.Timeout; since: number }>();
  let closed = false;
  mkdirSync(sitesDir, { recursive: true });
  let folders = new Map<string, string>();

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

  const failed = (error: unknown): void => {
    const { code, path } = error as NodeJS.ErrnoException;
    if (path !== undefined) notice(path);
    // A link that leads back to itself is the owner's to mend, not ours: whoever reads it says so, with its place.
    if (code === 'ELOOP' && path !== undefined) return;
    log.error({ err: error }, 'watching the site folders failed');
  };
  const begin = (): FSWatcher =>
    watch(sitesDir, { ignoreInitial: true, ignored: (path) => !isOfInterest(relative(sitesDir, path)), depth: 3 })
      .on('all', (event, path, stats) => {
        if (event === 'addDir' && stats !== undefined) folders.set(path, identityOf(stats));
        notice(path);
      })
      .on('error', failed);
  let watcher = begin();

  const watchAnew = async (): Promise<void> => {
    // Before the next one begins: what two watch is watched by the first one's means, which are what is dead.
    await watcher.close();
    if (closed) return;
    watcher = begin();
    await isReady(watcher);
  };
  const look = async (): Promise<void> => {
    const before = folders;
    const now = await folderIdentities(sitesDir);
    folders = now;
    if (closed || ![...before].some(([path, was]) => (now.get(path) ?? was) !== was)) return;
    await watchAnew();
    // Of any site something may have been missed meanwhile.
    for (const path of [...before.keys(), ...now.keys()]) notice(path);
  };
  let timer: NodeJS.Timeout | undefined;
  const lookLater = (): void => {
    if (closed) return;
    timer = setTimeout(() => void look().catch(failed).finally(lookLater), looksEveryMs).unref();
  };
  const ready = isReady(watcher).then(async () => {
    folders = await folderIdentities(sitesDir);
    lookLater();
  });
  ready.catch(failed);

  return {
    ready,
    close: async () => {
      closed = true;
      clearTimeout(timer);
      for (const { timer: report } of pending.values()) clearTimeout(report);
      pending.clear();
      await watcher.close();
    },
  };
}

function isReady(watcher: FSWatcher): Promise<void> {
  return new Promise((resolve) => watcher.once('ready', () => resolve()));
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
