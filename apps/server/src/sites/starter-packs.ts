import { join } from 'node:path';
import type { Locale } from '@solodesk/core';
import { listTemplates, loadSite } from '@solodesk/faq';

/** A site to begin with, as it is offered in the set-up wizard. */
export interface StarterPack {
  name: string;
  locales: readonly Locale[];
  /** Of its FAQs, in the order of its files. */
  questions: Partial<Record<Locale, string>>[];
  /** It tells visitors in danger whom to call, and so must be told the number. */
  knowsEmergencies: boolean;
}

/** @param dir holds a site folder for each; one that cannot be read is left out */
export async function listStarterPacks(dir: string): Promise<StarterPack[]> {
  const packs = await Promise.all((await listTemplates(dir)).map((name) => readPack(dir, name)));
  return packs.flatMap((pack) => pack ?? []);
}

/** The folder of a starter pack; null when there is none by that name. */
export async function starterPackFolder(dir: string, name: string): Promise<string | null> {
  return (await listTemplates(dir)).includes(name) ? join(dir, name) : null;
}

async function readPack(dir: string, name: string): Promise<StarterPack | null> {
  const reading = await loadSite(dir, name);
  if (!reading.ok) return null;
  const { site, book } = reading;
  return {
    name,
    locales: site.locales,
    questions: [...book.faqs.values()].map(({ question }) => question),
    knowsEmergencies: site.emergency !== null && site.emergency !== undefined,
  };
}
