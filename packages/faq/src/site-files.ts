import { readdir, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { articleFileNames } from './articles/article-files.ts';
import { wholeFileProblem } from './file-problem.ts';
import type { FileProblem } from './file-problem.ts';
import {
  isThere,
  namesInOptional,
  realpathInside,
  realpathOrNull,
  UNREACHABLE,
  UNREADABLE_FOLDER,
} from './editing/inside-folder.ts';
import { errorCode, readingOfNothing, readTextFile } from './read-text-file.ts';
import { isSiteId } from './site-id.ts';

/** A file's text as it was read, without byte order mark. */
export interface SourceFile {
  /** Relative to SITES_DIR, with forward slashes. */
  file: string;
  text: string;
}

/** The files of one site as they stood at one moment, and what could not be read of them. */
export interface SiteFiles {
  siteJson: SourceFile | null;
  faqs: SourceFile[];
  /** `forms/*.json`; left out where nobody looked, or there are none. */
  forms?: SourceFile[];
  /** `surveys/*.json`; left out where nobody looked, or there are none. */
  surveys?: SourceFile[];
  /** Names in `articles/`, which FAQs may refer to; left out where nobody looked. */
  articleNames?: readonly string[];
  /** `products.csv`; null or left out when the site has none. */
  products?: SourceFile | null;
  problems: FileProblem[];
}

/** The catalogue: a file that need not be there. */
export const PRODUCTS = 'products.csv';

const MAX_FAQ_FILES = 200;
const MAX_FORM_FILES = 100;
const ATTEMPTS = 4;
const PAUSE_MS = 50;
const MISSING = 'there is no such file in the site folder (links may not lead out of it)';

/**
 * Reads a site's folder. When files change, move or are missing, it begins again, at most four times within some 150 ms;
 * what is missing even then is a problem. Links are followed only inside the site's folder.
 */
export async function readSiteFiles(sitesDir: string, siteId: string): Promise<SiteFiles> {
  if (!isSiteId(siteId)) {
    const message = 'a site is named with lower-case letters, digits and hyphens only (at most 40)';
    return { siteJson: null, faqs: [], problems: [wholeFileProblem(JSON.stringify(siteId), message)] };
  }
  for (let attempt = 1; ; attempt++) {
    const before = await fingerprint(sitesDir, siteId);
    const { gone, ...files } = await readOnce(sitesDir, siteId);
    const steady = !gone && before === (await fingerprint(sitesDir, siteId));
    if (steady || attempt === ATTEMPTS) return files;
    await sleep(PAUSE_MS);
  }
}

/** Whether the name in `faq/`, `forms/` or `surveys/` is one of ours: hidden files and editors' backups are not. */
export function isFaqFileName(name: string): boolean {
  return /^[^.].*\.json$/is.test(name);
}

/** `gone`: something was not there, which an editor may be about to put back. */
async function readOnce(sitesDir: string, siteId: string): Promise<SiteFiles & { gone: boolean }> {
  const folder = await realpathInside(sitesDir, await realpathOrNull(sitesDir), siteId);
  if (folder === null) {
    const problems = [wholeFileProblem(siteId, 'there is no such site folder')];
    return { siteJson: null, faqs: [], problems, gone: true };
  }
  const problems: FileProblem[] = [];
  let gone = false;
  const read = async (name: string): Promise<SourceFile | null> => {
    const file = `${siteId}/${name}`;
    const path = await realpathInside(join(sitesDir, siteId), folder, name);
    const reading = path === null ? await readingOfNothing(join(sitesDir, file)) : await readTextFile(path);
    if (reading.kind === 'text') return { file, text: reading.text };
    if (reading.kind === 'gone') gone = true;
    const words = reading.kind === 'gone' ? MISSING : `the file ${reading.reason}`;
    problems.push({ ...wholeFileProblem(file, words), line: reading.kind === 'gone' ? 1 : reading.line });
    return null;
  };

  const siteJson = await read('site.json');
  const names = await faqFileNames(sitesDir, siteId);
  if (names === null) {
    gone = true;
    problems.push(wholeFileProblem(`${siteId}/faq`, 'there is no folder "faq" in the site folder that can be read'));
  } else if (names.length > MAX_FAQ_FILES) {
    problems.push(wholeFileProblem(`${siteId}/faq`, `has ${names.length} files; at most ${MAX_FAQ_FILES} are allowed`));
  }
  const faqs: SourceFile[] = [];
  for (const name of (names ?? []).slice(0, MAX_FAQ_FILES)) {
    const source = await read(`faq/${name}`);
    if (source) faqs.push(source);
  }
  const readAll = async (folderName: 'forms' | 'surveys'): Promise<SourceFile[]> => {
    const found = await optionalFileNames(sitesDir, siteId, folderName);
    if (found === null) {
      problems.push(wholeFileProblem(`${siteId}/${folderName}`, UNREADABLE_FOLDER));
      return [];
    }
    if (found.length > MAX_FORM_FILES) {
      const message = `has ${found.length} files; at most ${MAX_FORM_FILES} are allowed`;
      problems.push(wholeFileProblem(`${siteId}/${folderName}`, message));
    }
    const sources: SourceFile[] = [];
    for (const name of found.slice(0, MAX_FORM_FILES)) {
      const source = await read(`${folderName}/${name}`);
      if (source) sources.push(source);
    }
    return sources;
  };
  const forms = await readAll('forms');
  const surveys = await readAll('surveys');
  const products = (await isThere(join(sitesDir, siteId, PRODUCTS))) ? await read(PRODUCTS) : null;
  const articleNames = await articleFileNames(sitesDir, siteId);
  return { siteJson, faqs, forms, surveys, products, ...(articleNames && { articleNames }), problems, gone };
}

/** Sorted, so that the order of FAQs is the same everywhere. */
async function faqFileNames(sitesDir: string, siteId: string): Promise<string[] | null> {
  try {
    return (await readdir(join(sitesDir, siteId, 'faq'))).filter((name) => isFaqFileName(name)).sort();
  } catch (error) {
    if (UNREACHABLE.includes(errorCode(error))) return null;
    throw error;
  }
}

/** Sorted; none when the site has no folder of them: it need not have one. Null when there is one that cannot be read. */
async function optionalFileNames(
  sitesDir: string,
  siteId: string,
  folder: 'forms' | 'surveys',
): Promise<string[] | null> {
  const names = await namesInOptional(join(sitesDir, siteId, folder));
  return names && names.filter((name) => isFaqFileName(name)).sort();
}

/** Changes when a file of the site comes, goes or is written. */
async function fingerprint(sitesDir: string, siteId: string): Promise<string> {
  const names = [
    'site.json',
    PRODUCTS,
    ...((await faqFileNames(sitesDir, siteId)) ?? ['-']).map((name) => `faq/${name}`),
    ...((await optionalFileNames(sitesDir, siteId, 'forms')) ?? ['-']).map((name) => `forms/${name}`),
    ...((await optionalFileNames(sitesDir, siteId, 'surveys')) ?? ['-']).map((name) => `surveys/${name}`),
  ];
  const states = names.map(async (name) => {
    try {
      const { ino, size, mtimeMs } = await stat(join(sitesDir, siteId, name));
      return [name, ino, size, mtimeMs];
    } catch (error) {
      return [name, errorCode(error)];
    }
  });
  return JSON.stringify(await Promise.all(states));
}

/** Whether the folder of a file in the site's folder really lies in there. */
export async function isInsideSite(sitesDir: string, siteId: string, path: string): Promise<boolean> {
  const site = await realpathInside(sitesDir, await realpathOrNull(sitesDir), siteId);
  const folder = await realpathOrNull(dirname(path));
  return site !== null && folder !== null && `${folder}${sep}`.startsWith(site + sep);
}
