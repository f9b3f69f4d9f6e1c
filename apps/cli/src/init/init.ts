import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { addSiteFromTemplate, isSiteId, listTemplates, loadSite } from '@solodesk/faq';
import { CommandError, UsageError } from '../command-error.ts';
import { shown } from '../faq/site-folders.ts';
import { emergencyNumberOf } from './emergency-numbers.ts';
import type { Places } from '../places.ts';

export interface InitOptions {
  template?: string;
  id?: string;
  name?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  emergencyNumber?: string;
}

/**
 * Makes a site folder from a starter pack.
 * @returns what to do next
 */
export async function initSite(places: Places, dir: string | undefined, options: InitOptions): Promise<string> {
  const template = await chosenTemplate(places, options.template);
  const { sitesDir, id } = await destination(places, dir, options.id, template);
  if (!isSiteId(id)) {
    throw new UsageError(
      `"${id}" cannot be the name of a site folder; give one of lower-case letters, digits and hyphens (at most 40) with --id`,
    );
  }
  const wasThere = await isFolder(sitesDir);
  const plan = await emergencyPlan(places, template, options);
  const result = await addSiteFromTemplate(join(places.templatesDir, template), sitesDir, id, {
    ...(options.name !== undefined && { name: options.name }),
    ...(options.country !== undefined && { country: options.country.toUpperCase() }),
    ...(plan?.isChosen === true && { emergency: { number: plan.number } }),
  });
  if (!result.ok) {
    const folder = shown(join(sitesDir, id));
    if (result.reason === 'exists')
      throw new CommandError(`${folder} is there already, and is left as it is; choose another --id or folder`);
    throw new CommandError(result.problems.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  }
  const inside = dir !== undefined && sitesDir === resolve(dir) && wasThere;
  return [
    nextSteps(places, sitesDir, id, template, inside),
    ...(plan === null ? [] : ['', emergencyNotice(plan, shown(join(sitesDir, id)))]),
  ].join('\n');
}

/** The number that visitors in danger will be told, and whether somebody chose it; null for starter packs without emergencies. */
async function emergencyPlan(places: Places, template: string, { country, emergencyNumber }: InitOptions) {
  const reading = await loadSite(places.templatesDir, template);
  const usual = reading.ok ? (reading.site.emergency?.number ?? null) : null;
  if (usual === null) {
    if (emergencyNumber === undefined) return null;
    throw new UsageError(`the starter pack "${template}" knows no emergencies, so it takes no --emergency-number`);
  }
  if (country !== undefined && !/^[a-z]{2}$/i.test(country)) {
    throw new UsageError(`"${country}" is no country; give two letters, such as DE or CN`);
  }
  if (emergencyNumber !== undefined) return { number: emergencyNumber, isChosen: true };
  if (country === undefined) return { number: usual, isChosen: false };
  const number = emergencyNumberOf(country);
  if (number !== null) return { number, isChosen: true };
  throw new UsageError(`the emergency number of "${country}" is not known here; give it with --emergency-number`);
}

function emergencyNotice({ number, isChosen }: { number: string; isChosen: boolean }, folder: string): string {
  const told = `Visitors in danger are told to call ${number}.`;
  return isChosen
    ? `${told} Make sure that this is right where they are.`
    : `${told} If that is not the number where they are, change "emergency.number" in ${folder}/site.json BEFORE you open (or begin again with --country or --emergency-number).`;
}

/** The starter packs, and what they have FAQs about. */
export async function templateTable(places: Places): Promise<string> {
  const names = await listTemplates(places.templatesDir);
  if (names.length === 0) throw new CommandError(`there are no starter packs in ${places.templatesDir}`);
  const rows = await Promise.all(
    names.map(async (name) => {
      const reading = await loadSite(places.templatesDir, name);
      if (!reading.ok) return `${name}  cannot be used: ${reading.problems[0]?.message ?? ''}`;
      const faqs = [...reading.book.faqs.values()];
      const subjects = [...new Set(faqs.map(({ category }) => category))];
      return `${name.padEnd(Math.max(...names.map(({ length }) => length)))}  ${faqs.length} FAQs in ${reading.site.locales.join(' and ')}: ${subjects.join(', ')}`;
    }),
  );
  return rows.join('\n');
}

async function chosenTemplate(places: Places, wanted: string | undefined): Promise<string> {
  const templates = await listTemplates(places.templatesDir);
  if (wanted !== undefined && templates.includes(wanted)) return wanted;
  const complaint = wanted === undefined ? 'choose a template' : `there is no template "${wanted}"`;
  const offered = templates.map((name) => `--template ${name}`).join(', ');
  throw new UsageError(
    `${complaint}; try: ${offered}. For another trade begin with the nearest, or without FAQs: solodesk site add <id> --name <name>`,
  );
}

/** As with `cp -r`: into a folder that is there, else as that folder. An id always names the folder itself. */
async function destination(places: Places, dir: string | undefined, id: string | undefined, template: string) {
  if (dir === undefined) return { sitesDir: places.sitesDir, id: id ?? template };
  const path = resolve(dir);
  const isThere = await isFolder(path);
  if (isThere && (await isSite(path))) {
    throw new UsageError(
      `${shown(path)} is a site already, and a site cannot be made inside of another; choose another folder`,
    );
  }
  if (!isThere && (id === undefined || id === basename(path))) return { sitesDir: dirname(path), id: basename(path) };
  return { sitesDir: path, id: id ?? template };
}

async function isSite(path: string): Promise<boolean> {
  try {
    return (await stat(join(path, 'site.json'))).isFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return false;
    if (code === 'ENOTDIR') throw new UsageError(`${shown(path)} leads through something that is no folder`);
    throw error;
  }
}

function nextSteps(places: Places, sitesDir: string, id: string, template: string, inside: boolean): string {
  const folder = shown(join(sitesDir, id));
  const isServed = sitesDir === places.sitesDir;
  return [
    `Made ${folder} from the starter pack "${template}".`,
    ...(inside ? [`${shown(sitesDir)} was there already, so the site got a folder of its own in it.`] : []),
    '',
    `1. Write your own facts into ${folder}/faq/*.json, and your origins and hours into ${folder}/site.json.`,
    `2. npm run -s solodesk -- faq lint ${folder}   says what is still to be done,`,
    `   npm run -s solodesk -- faq test ${folder}   whether the bot understands what it should.`,
    isServed
      ? '3. Paste this into your pages; a running server has noticed the site by itself:'
      : `3. Start the server with SITES_DIR=${sitesDir}, and paste this into your pages:`,
    '',
    `   <script async src="${places.publicUrl}/widget/${id}.js"></script>`,
  ].join('\n');
}
