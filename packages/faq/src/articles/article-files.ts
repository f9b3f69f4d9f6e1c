import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { wholeFileProblem } from '../file-problem.ts';
import type { FileProblem } from '../file-problem.ts';
import { namesInOptional, realpathInside, realpathOrNull, UNREADABLE_FOLDER } from '../editing/inside-folder.ts';
import { errorCode, readTextFile } from '../read-text-file.ts';
import { isArticleFileName } from './article-name.ts';
import { MAX_IMAGE_BYTES, readImage } from './read-image.ts';
import type { ImageReading } from './read-image.ts';

/** An article's file as it was read, or why it could not be. */
export interface ArticleFile {
  /** In `articles/`: `washing.en.md`. */
  name: string;
  source: { file: string; text: string } | null;
  problem: FileProblem | null;
}

export interface ArticleFiles {
  files: ArticleFile[];
  /** By name in `articles/images/`. */
  images: ReadonlyMap<string, ImageReading>;
  /** There is something of that name which cannot be read as a folder. */
  unreadable: boolean;
  /** Of the folder as a whole. */
  problems: FileProblem[];
}

const MAX_ARTICLE_BYTES = 1024 * 1024;
const MAX_ARTICLES = 500;
const MAX_IMAGES = 200;
/** All pictures of a site are kept in memory: what is served is what was checked. */
const MAX_BYTES_OF_IMAGES = 32 * MAX_IMAGE_BYTES;
const ATTEMPTS = 4;
const PAUSE_MS = 50;
const FOLDER = 'articles';
const IMAGES = 'articles/images';

/** Reads `articles/` of a site; there need not be such a folder. When files change meanwhile it begins again. */
export async function readArticleFiles(sitesDir: string, siteId: string): Promise<ArticleFiles> {
  for (let attempt = 1; ; attempt++) {
    const before = await fingerprint(sitesDir, siteId);
    const files = await readOnce(sitesDir, siteId);
    if (attempt === ATTEMPTS || before === (await fingerprint(sitesDir, siteId))) return files;
    await sleep(PAUSE_MS);
  }
}

/** Names of the files in `articles/` that are meant to be articles, sorted; null when what stands there cannot be read as a folder. */
export async function articleFileNames(sitesDir: string, siteId: string): Promise<string[] | null> {
  const names = await namesInOptional(join(sitesDir, siteId, FOLDER));
  return names && names.filter((name) => isArticleFileName(name)).sort();
}

async function readOnce(sitesDir: string, siteId: string): Promise<ArticleFiles> {
  const site = await realpathInside(sitesDir, await realpathOrNull(sitesDir), siteId);
  const problems: FileProblem[] = [];
  const found = await articleFileNames(sitesDir, siteId);
  if (found === null) problems.push(wholeFileProblem(`${siteId}/${FOLDER}`, UNREADABLE_FOLDER));
  const names = limited(found ?? [], MAX_ARTICLES, `${siteId}/${FOLDER}`, problems);
  const files: ArticleFile[] = [];
  for (const name of names) {
    const file = `${siteId}/${FOLDER}/${name}`;
    const path = await realpathInside(join(sitesDir, siteId, FOLDER), site, name);
    const reading = path === null ? null : await readTextFile(path, MAX_ARTICLE_BYTES);
    if (reading?.kind === 'text') {
      files.push({ name, source: { file, text: reading.text }, problem: null });
      continue;
    }
    const refused =
      reading?.kind === 'refused'
        ? reading
        : { line: 1, reason: 'cannot be found (links may not lead out of the site folder)' };
    files.push({
      name,
      source: null,
      problem: { file, line: refused.line, column: 1, message: `the file ${refused.reason}` },
    });
  }
  return {
    files,
    images: found === null ? new Map() : await readImages(sitesDir, siteId, site, problems),
    unreadable: found === null,
    problems,
  };
}

async function readImages(
  sitesDir: string,
  siteId: string,
  site: string | null,
  problems: FileProblem[],
): Promise<ReadonlyMap<string, ImageReading>> {
  const folder = join(sitesDir, siteId, IMAGES);
  const label = `${siteId}/${IMAGES}`;
  const images = new Map<string, ImageReading>();
  let bytes = 0;
  const found = await namesInOptional(folder);
  if (found === null) problems.push(wholeFileProblem(label, UNREADABLE_FOLDER));
  const names = (found ?? []).filter((name) => !name.startsWith('.')).sort();
  for (const name of limited(names, MAX_IMAGES, label, problems)) {
    const path = await realpathInside(folder, site, name);
    const reading: ImageReading = path === null ? { kind: 'gone' } : await readImage(path, name);
    if (reading.kind === 'image') bytes += reading.image.bytes.length;
    if (bytes > MAX_BYTES_OF_IMAGES) {
      problems.push(wholeFileProblem(label, 'the pictures are larger than 32 MB in all; make them smaller'));
      break;
    }
    images.set(name, reading);
  }
  return images;
}

function limited(names: string[], limit: number, file: string, problems: FileProblem[]): string[] {
  if (names.length > limit) {
    problems.push(wholeFileProblem(file, `has ${names.length} files; at most ${limit} are allowed`));
  }
  return names.slice(0, limit);
}

async function namesIn(folder: string): Promise<string[]> {
  return ((await namesInOptional(folder)) ?? []).sort();
}

/** Changes when a file comes, goes or is written. */
async function fingerprint(sitesDir: string, siteId: string): Promise<string> {
  const folder = join(sitesDir, siteId, FOLDER);
  const names = [
    ...(await namesIn(folder)),
    ...(await namesIn(join(folder, 'images'))).map((name) => `images/${name}`),
  ];
  const states = names.map(async (name) => {
    try {
      const { ino, size, mtimeMs } = await stat(join(folder, name));
      return [name, ino, size, mtimeMs];
    } catch (error) {
      return [name, errorCode(error)];
    }
  });
  return JSON.stringify(await Promise.all(states));
}
