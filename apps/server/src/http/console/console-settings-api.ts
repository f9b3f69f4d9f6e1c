import { join } from 'node:path';
import { DEFAULT_COMPLAINTS, DEFAULT_RULES } from '@solodesk/core';
import type { Ids, Locale, Log } from '@solodesk/core';
import { checkSettings, chineseProblem, readSettings, saveSettings, settingDefaults, undoEdit } from '@solodesk/faq';
import type { SettingProblem, SiteSettings } from '@solodesk/faq';
import express, { Router } from 'express';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { SavedEdits } from '../../faqs/saved-edits.ts';
import { WireFault } from '../../realtime/wire-error.ts';
import type { Previews } from '../../sites/previews.ts';
import type { SiteRegistry } from '../../sites/site-registry.ts';
import { parse } from './console-api.ts';
import { refusedEdit } from './refused-edit.ts';
import { ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

export interface ConsoleSettingsOptions extends SiteAccess {
  sitesDir: string;
  dataDir: string;
  registry: SiteRegistry;
  previews: Previews;
  ids: Ids;
  log: Log;
}

/** A `site.json` with its emergency words, priority rules and actions can be long. */
const MAX_BODY = '768kb';
const MOST_KEYS = 100;

const key = z.string().max(60);
const byKey = <T extends z.ZodType>(value: T) =>
  z.record(key, value).refine((all) => Object.keys(all).length <= MOST_KEYS, 'names too many keys');
/** The site's own schema decides about the values: its words for what is wrong are the ones that an owner reads. */
const draftSchema = z.object({
  values: byKey(z.json()).optional(),
  blocks: byKey(z.string().max(500_000)).optional(),
  whole: z.string().max(500_000).optional(),
});
const checkSchema = z.object({ draft: draftSchema, locale: z.enum(['en', 'zh']) });
const saveSchema = checkSchema.extend({ version: z.string().max(40) });
const undoSchema = z.object({ undo: z.uuid() });

/** What comes with Solodesk and can be changed by its name, as `site.json` would write it; without when a rule counts. */
const BUILT_IN = {
  priority: DEFAULT_RULES.map(({ when: _when, ...rule }) => rule),
  remedies: DEFAULT_COMPLAINTS.remedies,
};

/** The larger body of these addresses; stands before the console's usual reader of bodies. */
export function settingsBodies(): RequestHandler {
  return express.json({ limit: MAX_BODY });
}

/** Everything in a site's `site.json`: read, checked while it is edited, shown in a preview, written, and taken back. */
export function consoleSettingsApi(options: ConsoleSettingsOptions): Router {
  const { sitesDir, registry, previews, ids, log } = options;
  const saved = new SavedEdits({ file: join(options.dataDir, 'undo-settings.json'), ids, log });
  const router = Router();
  const settingsOf = async (site: string): Promise<SiteSettings> => {
    const settings = await readSettings(sitesDir, site);
    if (settings === null) throw new WireFault('not_found', `${site}/site.json cannot be read`);
    return settings;
  };

  router.get('/settings/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const settings = await settingsOf(site.id);
    const undo = await saved.ofText(site.id, settings.text);
    const about = { defaults: settingDefaults(), builtIn: BUILT_IN, undo, preview: previews.keep(site) };
    response.json({ ...settings, ...about });
  });

  router.post('/settings/:site/check', async (request, response) => {
    const { id } = await ownSite(options, request);
    const { draft, locale } = parse(checkSchema, request.body);
    const { problems, site } = await checkSettings(sitesDir, id, draft);
    response.json({ problems: inWords(problems, locale), preview: site && previews.keep({ ...site, id }) });
  });

  router.post('/settings/:site/save', async (request, response) => {
    const { id } = await ownSite(options, request);
    const { draft, locale, version } = parse(saveSchema, request.body);
    const result = await saveSettings(sitesDir, id, version, draft);
    if (!result.ok && result.reason === 'invalid') {
      return void response.json({ saved: false, problems: inWords(result.problems, locale) });
    }
    if (!result.ok) return void response.json({ saved: false, changed: result.settings });
    const { edit, settings } = result;
    const undo = edit && (await saved.keep({ site: id, edit, keys: [] }));
    await registry.reload(id, 'settings');
    response.json({ saved: true, settings, undo });
  });

  router.post('/settings/:site/undo', async (request, response) => {
    const { id } = await ownSite(options, request);
    const { undo } = parse(undoSchema, request.body);
    const made = await saved.of(id, undo);
    if (made === null) throw new WireFault('not_found', 'this change can no longer be undone here');
    const result = await undoEdit(sitesDir, id, made.edit);
    if (!result.ok) throw refusedEdit(result.reason === 'invalid' ? 'bad_request' : 'conflict', result.problems);
    await saved.forget(undo);
    await registry.reload(id, 'settings');
    const settings = await settingsOf(id);
    response.json({ settings, undo: await saved.ofText(id, settings.text) });
  });
  return router;
}

function inWords(problems: readonly SettingProblem[], locale: Locale): SettingProblem[] {
  if (locale !== 'zh') return [...problems];
  return problems.map((problem) => ({ ...problem, message: chineseProblem(problem.message) }));
}
