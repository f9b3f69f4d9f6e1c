import { createHash } from 'node:crypto';
import type { Site } from '@solodesk/core';
import { READERS } from '../check-site.ts';
import { editSiteFile, newProblems } from '../editing/edit-site-file.ts';
import type { Edit } from '../editing/edit-site-file.ts';
import { readJson } from '../json-document.ts';
import { readSiteFiles } from '../site-files.ts';
import type { SiteFiles } from '../site-files.ts';
import { siteFile } from '../schemas/site-schema.ts';
import { siteFrom } from '../site-from-file.ts';
import { blockTexts, draftText, placedProblem } from './setting-draft.ts';
import type { SettingDraft, SettingProblem } from './setting-draft.ts';

/** `site.json` as an editor needs it. */
export interface SiteSettings {
  /** Of the text; another text has another one. */
  version: string;
  /** The file, without byte order mark. */
  text: string;
  /** The file's values, remarks included; null when it is no JSON: then only the text can be edited. */
  values: Record<string, unknown> | null;
  /** The text of each key's value, as it stands in the file. */
  blocks: Record<string, string>;
}

/** What a draft would come to. */
export interface SettingsCheck {
  problems: SettingProblem[];
  /** The site that the draft describes; null while it describes none. */
  site: Site | null;
}

export type SettingsSaving =
  | { ok: true; /** What was written; null when nothing had to be. */ edit: Edit | null; settings: SiteSettings }
  /** Somebody changed the file since it was read: what it says now. Nothing was written. */
  | { ok: false; reason: 'changed'; settings: SiteSettings }
  | { ok: false; reason: 'invalid'; problems: SettingProblem[] };

/** What holds where `site.json` says nothing. */
export function settingDefaults(): Record<string, unknown> {
  const { name: _name, ...defaults } = siteFile.parse({ name: 'x' });
  return defaults;
}

/** @returns null when there is no readable `site.json` */
export async function readSettings(sitesDir: string, siteId: string): Promise<SiteSettings | null> {
  const { siteJson } = await readSiteFiles(sitesDir, siteId);
  return siteJson ? settingsOf(siteJson.file, siteJson.text) : null;
}

/** Holds a draft against the schema and against the site's other files. Nothing is written. */
export async function checkSettings(sitesDir: string, siteId: string, draft: SettingDraft): Promise<SettingsCheck> {
  const files = await readSiteFiles(sitesDir, siteId);
  const planned = plan(siteId, files, draft);
  if (!planned.ok) return { problems: planned.problems, site: null };
  const { file, after } = planned.edit;
  const reading = READERS.site({ file, text: after });
  return { problems: planned.problems, site: reading.ok ? siteFrom(siteId, reading.checked.content) : null };
}

/**
 * Writes a draft into `site.json`, if that still says what the editor has read, and the site is good afterwards. What the
 * draft does not change keeps every character.
 * @param version of the settings that the editor has read
 */
export async function saveSettings(
  sitesDir: string,
  siteId: string,
  version: string,
  draft: SettingDraft,
): Promise<SettingsSaving> {
  let problems: SettingProblem[] = [];
  let now: SiteSettings | null = null;
  let written: Edit | null = null;
  const result = await editSiteFile(sitesDir, siteId, (files) => {
    const { siteJson } = files;
    now = siteJson ? settingsOf(siteJson.file, siteJson.text) : null;
    if (now?.version !== version) return [];
    const planned = plan(siteId, files, draft);
    problems = planned.problems;
    if (!planned.ok || problems.length > 0) return [];
    return (written = planned.edit);
  });
  // The closure has set them: TypeScript does not see it.
  const [read, edit] = [now as SiteSettings | null, written as Edit | null];
  if (edit === null && read !== null && read.version !== version) {
    return { ok: false, reason: 'changed', settings: read };
  }
  if (result.ok && edit !== null) {
    const settings = settingsOf(edit.file, edit.after);
    return { ok: true, edit: edit.before === edit.after ? null : edit, settings };
  }
  if (problems.length > 0 || result.ok) return { ok: false, reason: 'invalid', problems };
  if (result.reason === 'changed' && read !== null) return { ok: false, reason: 'changed', settings: read };
  return { ok: false, reason: 'invalid', problems: result.problems.map(({ message }) => ({ path: [], message })) };
}

type Plan = { ok: true; edit: Edit; problems: SettingProblem[] } | { ok: false; problems: SettingProblem[] };

function plan(siteId: string, files: SiteFiles, draft: SettingDraft): Plan {
  const { siteJson } = files;
  if (!siteJson) return { ok: false, problems: files.problems.map(({ message }) => ({ path: [], message })) };
  const { file, text } = siteJson;
  if (draft.whole === undefined) {
    const json = readJson(file, text);
    if (!json.ok) return { ok: false, problems: json.problems.map(({ message }) => ({ path: [], message })) };
  }
  const drafted = draftText(text, draft);
  if (!drafted.ok) return drafted;
  const edit: Edit = { file, before: text, after: drafted.text };
  const problems = newProblems(siteId, files, edit).map((problem) =>
    problem.file === file
      ? placedProblem(edit.after, draft, problem)
      : { path: [], message: `${problem.file}, ${problem.line}: ${problem.message}` },
  );
  return { ok: true, edit, problems };
}

function settingsOf(file: string, text: string): SiteSettings {
  const version = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  const isJson = readJson(file, text).ok;
  const value: unknown = isJson ? JSON.parse(text) : null;
  const isGroup = value !== null && typeof value === 'object' && !Array.isArray(value);
  return {
    version,
    text,
    values: isGroup ? (value as Record<string, unknown>) : null,
    blocks: isGroup ? blockTexts(text) : {},
  };
}
