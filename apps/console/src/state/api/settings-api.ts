import { request } from './api.ts';
import type { Locale } from '../wire-types.ts';

/** `site.json` as the editor reads it. */
export interface SiteSettings {
  version: string;
  text: string;
  /** Remarks included; null: the file is no JSON, and only its text can be edited. */
  values: Record<string, unknown> | null;
  /** The text of each key's value, as it stands in the file. */
  blocks: Record<string, string>;
}

/** What comes with Solodesk and can be changed by its name. */
export interface BuiltIn {
  priority: readonly { name: string; text: Partial<Record<Locale, string>>; points?: number; perHour?: number }[];
  remedies: readonly Readonly<Record<string, unknown>>[];
}

export interface ReadSettings extends SiteSettings {
  /** What holds where the file says nothing. */
  defaults: Record<string, unknown>;
  builtIn: BuiltIn;
  /** The last change, while it can be undone. */
  undo: string | null;
  /** Under which name the widget can be seen as it is. */
  preview: string;
}

/** What the editor wants changed; null takes a key out. */
export interface SettingDraft {
  values?: Record<string, unknown>;
  blocks?: Record<string, string>;
  whole?: string;
}

export interface SettingProblem {
  path: (string | number)[];
  message: string;
  /** The text in which it stands, by its key; null: the whole file's. */
  block?: string | null;
  /** From 1. */
  line?: number;
  column?: number;
}

export interface SettingsCheck {
  problems: SettingProblem[];
  /** Null while the draft describes no site. */
  preview: string | null;
}

export type SettingsSaving =
  | { saved: true; settings: SiteSettings; undo: string | null }
  | { saved: false; problems: SettingProblem[] }
  /** Somebody changed the file meanwhile: what it says now. */
  | { saved: false; changed: SiteSettings };

/** One of the messages of a draft, by the name that the draft is shown under. */
export interface MessageTest {
  preview: string;
  message: number;
  language: Locale;
}

const path = (site: string, what = '') => `settings/${encodeURIComponent(site)}${what}`;

export const settingsApi = {
  read: (site: string) => request<ReadSettings>(path(site)),
  check: (site: string, draft: SettingDraft, locale: Locale) =>
    request<SettingsCheck>(path(site, '/check'), { draft, locale }),
  save: (site: string, version: string, draft: SettingDraft, locale: Locale) =>
    request<SettingsSaving>(path(site, '/save'), { version, draft, locale }),
  testMessage: (site: string, asked: MessageTest) =>
    request<{ outcome: 'delivered' | 'failed'; reason: string | null; to: string }>(path(site, '/test-message'), asked),
  undo: (site: string, undo: string) =>
    request<{ settings: SiteSettings; undo: string | null }>(path(site, '/undo'), { undo }),
};
