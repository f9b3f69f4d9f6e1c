import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCALES } from '@solodesk/core';
import { isArticleFileName } from '../articles/article-name.ts';
import { wholeFileProblem } from '../file-problem.ts';
import type { FileProblem } from '../file-problem.ts';
import { realpathInside, realpathOrNull, UNREACHABLE } from '../editing/inside-folder.ts';
import { errorCode } from '../read-text-file.ts';
import { isFaqFileName } from '../site-files.ts';

/** Folders of a site, with what is read in each. */
const FOLDERS = ['faq', 'articles', 'forms', 'surveys'] as const;
type Folder = (typeof FOLDERS)[number];

/** What authors keep for themselves, and what editors and systems leave behind. */
const OWN_BUSINESS =
  /^\.|^(?:readme|licen[cs]e|notes?|todo)\b|(?:~|\.bak|\.orig|\.tmp|\.swp|\.log)$|^(?:desktop\.ini|thumbs\.db)$/i;
/** Beside `site.json` lie other programs' files as well: only what is meant for us by its name is spoken of. */
const MISNAMED_FOLDER = /^(?:(faqs?)|(articles?|help|manuals?)|(forms?)|(surveys?))$/i;
const OTHERS_JSON = /^(?:package|package-lock|composer|tsconfig|manifest)\b|config|settings/i;
const PICTURE = /\.(?:png|jpe?g|gif|webp|svg|heic)$/i;
/** Nobody reads more of them. */
const MOST = 50;

/**
 * Files of a site's folder that look as if they were meant for the desk, and that it never reads: what stands in them is missing without a
 * word. Nothing is said of hidden files, backups and notes.
 */
export async function ignoredFiles(sitesDir: string, siteId: string): Promise<FileProblem[]> {
  const say = (path: string, words: string) => wholeFileProblem(`${siteId}/${path}`, `is not read: ${words}`);
  const found: FileProblem[] = [];
  for (const { name, isFolder } of await entriesIn(join(sitesDir, siteId))) {
    const words = isFolder ? aboutFolder(name) : besideSite(name);
    if (words !== null) found.push(say(name, words));
  }
  const home = await realpathOrNull(join(sitesDir, siteId));
  for (const folder of FOLDERS) {
    if (await leadsOut(join(sitesDir, siteId), home, folder)) {
      found.push(say(folder, 'it is a link that leads out of the site folder; put a folder in its place'));
      continue;
    }
    for (const { name, isFolder } of await entriesIn(join(sitesDir, siteId, folder))) {
      if (folder === 'articles' && isFolder && name === 'images') continue;
      if (isFolder)
        found.push(say(`${folder}/${name}`, `folders in ${folder}/ are not; move its files into ${folder}/`));
      else if (!isRead(folder, name)) found.push(say(`${folder}/${name}`, endingWords(folder, name)));
    }
  }
  return found.slice(0, MOST);
}

/** What lies elsewhere is none of this site's, and not even named. */
async function leadsOut(site: string, home: string | null, folder: Folder): Promise<boolean> {
  const exists = (await realpathOrNull(join(site, folder))) !== null;
  return exists && (await realpathInside(site, home, folder)) === null;
}

function isRead(folder: Folder, name: string): boolean {
  return folder === 'articles' ? isArticleFileName(name) : isFaqFileName(name) || /\.md$/i.test(name);
}

/** What to call a file whose ending is wrong. */
function endingWords(folder: Folder, name: string): string {
  if (folder === 'articles') {
    if (PICTURE.test(name)) return 'pictures lie in articles/images/; move it there';
    return `articles are named <name>.<language>.md, such as "${stem(name)}.${LOCALES[0]}.md"`;
  }
  const hidden = /\.json\.[a-z0-9]+$/i.test(name) ? '; Windows may hide the last ending from you' : '';
  return `files in ${folder}/ end in .json; rename it "${stem(name)}.json"${hidden}`;
}

function aboutFolder(name: string): string | null {
  const at =
    MISNAMED_FOLDER.exec(name)
      ?.slice(1)
      .findIndex((part) => part !== undefined) ?? -1;
  const meant = FOLDERS[at];
  return meant === undefined || meant === name ? null : `the folder is called "${meant}"; rename it`;
}

function besideSite(name: string): string | null {
  if (/^products?\.(?:csv|xlsx?|ods|numbers)(?:\.txt)?$/i.test(name) && name !== 'products.csv') {
    return 'the catalogue is called "products.csv"; save it as CSV (UTF-8) under that name';
  }
  if (/^site\.json.+$|^site\.jsonc?$/i.test(name) && name !== 'site.json') return 'the settings are called "site.json"';
  if (new RegExp(`\\.(?:${LOCALES.join('|')})\\.md$`).test(name)) return 'articles lie in articles/; move it there';
  if (/\.json$/i.test(name) && name !== 'site.json' && !OTHERS_JSON.test(name))
    return 'FAQs lie in faq/; move it there';
  return null;
}

/** `lessons` of `lessons.json.txt`. */
function stem(name: string): string {
  return name.replace(/\..*$/s, '') || 'name';
}

async function entriesIn(folder: string): Promise<{ name: string; isFolder: boolean }[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter(({ name }) => !OWN_BUSINESS.test(name))
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    if (UNREACHABLE.includes(errorCode(error))) return [];
    throw error;
  }
}
