import { join } from 'node:path';
import { addFaqs, addSite, addSiteFromTemplate, isSiteId, updateSiteJson } from '@solodesk/faq';
import type { EditResult, FaqEntry, SiteJson } from '@solodesk/faq';
import type { FaqBook, Site, Store } from '@solodesk/core';
import { Router } from 'express';
import { z } from 'zod';
import type { Sessions } from '../../auth/sessions.ts';
import type { SiteSecrets } from '../../auth/site-secrets.ts';
import { WireFault } from '../../realtime/wire-error.ts';
import type { SiteRegistry } from '../../sites/site-registry.ts';
import { listStarterPacks, starterPackFolder } from '../../sites/starter-packs.ts';
import { parse } from './console-api.ts';
import { refusedEdit } from './refused-edit.ts';
import { ownSite, signedIn } from './site-access.ts';

export interface ConsoleSitesOptions {
  sitesDir: string;
  /** A site folder for each starter pack. */
  starterPacks: string;
  store: Store;
  registry: SiteRegistry;
  sessions: Sessions;
  secrets: SiteSecrets;
  publicUrl(): string;
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const localized = z.object({ en: z.string().optional(), zh: z.string().optional() });
const faqSchema = z.object({
  question: localized,
  answer: localized,
  phrasings: z.object({ en: z.array(z.string()).optional(), zh: z.array(z.string()).optional() }).optional(),
});
/** The site's own schema decides about the values: its words for what is wrong are the ones that an owner reads. */
const siteSchema = z.object({
  name: z.string(),
  ownerName: z.string().optional(),
  languages: z.array(z.enum(['en', 'zh'])).optional(),
  defaultLanguage: z.enum(['en', 'zh']).optional(),
  timeZone: z.string().optional(),
  hours: z.partialRecord(z.enum(DAYS), z.array(z.string())).optional(),
  promiseHours: z.number().optional(),
  accent: z.string().optional(),
  origins: z.array(z.string()).optional(),
  faqs: z.array(faqSchema).max(20).optional(),
});
const newSiteSchema = siteSchema.extend({
  id: z.string(),
  /** The name of the starter pack that it begins with. */
  starterPack: z.string().optional(),
  /** Whom visitors in danger are told to call, where the starter pack tells them. */
  emergencyNumber: z.string().optional(),
});

type SiteForm = Partial<z.infer<typeof siteSchema>>;

/** Sites as the set-up wizard and the console see and change them. Everything is written into the site's own files. */
export function consoleSitesApi(options: ConsoleSitesOptions): Router {
  const { sitesDir, registry, store } = options;
  const router = Router();

  router.get('/starter-packs', async (request, response) => {
    await signedIn(options, request);
    response.json({ packs: await listStarterPacks(options.starterPacks) });
  });

  const fromPack = async (name: string, id: string, site: SiteJson) => {
    const folder = await starterPackFolder(options.starterPacks, name);
    if (folder === null) throw new WireFault('bad_request', 'starterPack: there is none by this name');
    return addSiteFromTemplate(folder, sitesDir, id, site);
  };

  router.get('/sites/:site', async (request, response) => {
    const site = await ownSite(options, request);
    response.json({
      site: siteView(site),
      faqCount: registry.of(site.id)?.book.faqs.size ?? 0,
      snippet: snippet(options.publicUrl(), site.id),
      problems: registry.problems(site.id),
      folder: join(options.sitesDir, site.id),
      identitySecret: options.secrets.identitySecret(site.id),
    });
  });

  router.post('/sites', async (request, response) => {
    const account = await signedIn(options, request);
    const { id, faqs, starterPack, emergencyNumber, ...form } = parse(newSiteSchema, request.body);
    if (!isSiteId(id)) throw new WireFault('bad_request', 'id: lower-case letters, digits and hyphens only');
    const site = {
      ...sitePatch(form),
      ...(emergencyNumber !== undefined && { emergency: { number: emergencyNumber } }),
    } as SiteJson;
    mustWork(await (starterPack === undefined ? addSite(sitesDir, id, site) : fromPack(starterPack, id, site)));
    if (!(await store.isMember(account, id))) await store.addMembership(account, id, 'owner');
    if (faqs !== undefined && faqs.length > 0) mustWork(await addFaqs(sitesDir, id, 'general', newFaqs(faqs)));
    await registry.reload(id);
    response.json({ ok: true, snippet: snippet(options.publicUrl(), id) });
  });

  router.post('/sites/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const { faqs, ...form } = parse(siteSchema.partial(), request.body);
    const patch = sitePatch(form);
    if (Object.keys(patch).length > 0) mustWork(await updateSiteJson(sitesDir, site.id, patch));
    if (faqs !== undefined && faqs.length > 0) {
      mustWork(await addFaqs(sitesDir, site.id, 'general', newFaqs(faqs, registry.of(site.id)?.book)));
    }
    await registry.reload(site.id);
    response.json({ ok: true });
  });
  return router;
}

function siteView(site: Site) {
  const { id, name, ownerName, locales, defaultLocale, timeZone, position, origins, greeting } = site;
  const hours = Object.fromEntries(
    DAYS.map((day, index) => [
      day,
      (site.hours[index] ?? []).map(({ from, to }) => `${clock(from)}-${clock(to > 1440 ? to - 1440 : to)}`),
    ]),
  );
  const accent = site.colors.accent;
  return {
    ...{ id, name, ownerName, locales, defaultLocale, timeZone, hours, accent, position, origins, greeting },
    promiseHours: site.policy.promiseHours,
  };
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The form's fields in the words of `site.json`. The usual language stands first. */
function sitePatch(form: SiteForm) {
  const languages = form.languages && [...form.languages].sort((a, b) => rank(a, form) - rank(b, form));
  return {
    ...(form.name !== undefined && { name: form.name }),
    ...(form.ownerName !== undefined && { ownerName: form.ownerName }),
    ...(languages !== undefined && { languages }),
    ...(form.timeZone !== undefined && { timeZone: form.timeZone }),
    ...(form.hours !== undefined && { hours: Object.fromEntries(DAYS.map((day) => [day, form.hours?.[day] ?? []])) }),
    ...(form.promiseHours !== undefined && { policy: { promiseHours: form.promiseHours } }),
    ...(form.accent !== undefined && { colors: { accent: form.accent } }),
    ...(form.origins !== undefined && { origins: form.origins }),
  };
}

function rank(language: 'en' | 'zh', { defaultLanguage }: SiteForm): number {
  return language === defaultLanguage ? 0 : 1;
}

/** FAQs from the form get the first numbers that are free. */
function newFaqs(faqs: z.infer<typeof faqSchema>[], book?: FaqBook): FaqEntry[] {
  let number = 0;
  return faqs.map((faq) => {
    do number++;
    while (book?.faqs.has(`general.question-${number}`));
    return faqEntry(faq, number);
  });
}

/** A FAQ is named by its number; its question is its first phrasing. */
function faqEntry({ question, answer, phrasings }: z.infer<typeof faqSchema>, number: number): FaqEntry {
  const given = (['en', 'zh'] as const).filter((locale) => question[locale]?.trim() && answer[locale]?.trim());
  const inEach = <T>(of: (locale: 'en' | 'zh') => T) => Object.fromEntries(given.map((locale) => [locale, of(locale)]));
  return {
    intent: `general.question-${number}`,
    question: inEach((locale) => question[locale]!.trim()),
    phrasings: inEach((locale) => [question[locale]!.trim(), ...(phrasings?.[locale] ?? [])]),
    answer: inEach((locale) => answer[locale]!.trim()),
  };
}

function mustWork(result: EditResult): void {
  if (!result.ok) throw refusedEdit(result.reason === 'invalid' ? 'bad_request' : 'conflict', result.problems);
}

export function snippet(publicUrl: string, site: string): string {
  return `<script async src="${publicUrl}/widget/${site}.js"></script>`;
}
