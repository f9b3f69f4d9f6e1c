import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from './repository.ts';

/** Folders of a server that lives for one benchmark. */
export interface Scratch {
  dataDir: string;
  sitesDir: string;
  /** A path for a file that goes away with the rest. */
  file(name: string): string;
  remove(): void;
}

/**
 * Makes the folders of a fresh server whose sites are copies of the demo shop, one for each id.
 * @param faqFiles keeps only these of the FAQ files, where learning all of them would only cost time.
 */
export function makeScratch(sites: readonly string[], faqFiles?: readonly string[]): Scratch {
  const root = mkdtempSync(join(tmpdir(), 'solodesk-bench-'));
  const sitesDir = join(root, 'sites');
  for (const site of sites) {
    cpSync(demoSite(), join(sitesDir, site), {
      recursive: true,
      filter: (path) => faqFiles === undefined || isKept(path, faqFiles),
    });
    // Buttons may only name intents that exist, and some of theirs are in the files that were left out.
    if (faqFiles !== undefined) keepOwnIntents(join(sitesDir, site), faqFiles);
  }
  const dataDir = join(root, 'data');
  mkdirSync(dataDir, { recursive: true });
  const remove = () => rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  // A benchmark that fails half-way leaves nothing behind either.
  process.once('exit', remove);
  return { dataDir, sitesDir, file: (name) => join(root, name), remove };
}

/** The demo shop's folder: the material that sentences are made of. */
export const demoSite = (): string => join(repositoryRoot(), 'apps/demo/sites/shop');

function isKept(path: string, faqFiles: readonly string[]): boolean {
  return !/\/faq\/.+\.json$/.test(path) || faqFiles.some((file) => path.endsWith(`/faq/${file}`));
}

interface FaqFile {
  faqs: { intent: string; followUp?: string; answer: Record<string, { quickReplies?: { intent?: string }[] }> }[];
}

function keepOwnIntents(folder: string, files: readonly string[]): void {
  const paths = files.map((file) => join(folder, 'faq', file));
  const read = paths.map((path) => JSON.parse(readFileSync(path, 'utf8')) as FaqFile);
  const known = new Set(read.flatMap((file) => file.faqs.map((faq) => faq.intent)));
  const isKnown = (reply: { intent?: string }) =>
    reply.intent === undefined || known.has(reply.intent) || reply.intent.startsWith('solodesk.');
  read.forEach((file, index) => {
    for (const faq of file.faqs) {
      if (faq.followUp !== undefined && !known.has(faq.followUp)) delete faq.followUp;
      for (const answer of Object.values(faq.answer)) answer.quickReplies = answer.quickReplies?.filter(isKnown);
    }
    writeFileSync(paths[index]!, JSON.stringify(file, null, 2));
  });
  const sitePath = join(folder, 'site.json');
  const site = JSON.parse(readFileSync(sitePath, 'utf8')) as {
    greeting?: Record<string, { quickReplies?: { intent?: string }[] }>;
    actions?: { intents?: string[]; offeredUnder?: string[] }[];
  };
  for (const greeting of Object.values(site.greeting ?? {})) {
    greeting.quickReplies = greeting.quickReplies?.filter(isKnown);
  }
  // Forms and actions are begun by FAQs: without those they would be refused, and the site with them.
  const isBegun = (...lists: (string[] | undefined)[]) => lists.flat().every((intent) => !intent || known.has(intent));
  site.actions = site.actions?.filter(({ intents, offeredUnder }) => isBegun(intents, offeredUnder));
  writeFileSync(sitePath, JSON.stringify(site, null, 2));
  const forms = join(folder, 'forms');
  for (const name of existsSync(forms) ? readdirSync(forms) : []) {
    const { startedBy } = JSON.parse(readFileSync(join(forms, name), 'utf8')) as { startedBy?: string[] };
    if (!isBegun(startedBy)) rmSync(join(forms, name));
  }
}
