import { changedKeys, draftOf, editOf, withKept } from './setting-draft.ts';
import type { SettingEdit } from './setting-draft.ts';
import type { SettingDraft, SiteSettings } from './settings-api.ts';
import { report } from './report.ts';

/** Unsaved edits as they outlive a reload: with the version of the file that they began from. */
interface KeptSettings {
  version: string;
  draft: SettingDraft;
}

/** What is kept of an edit; empty where nothing differs from the file. */
export function keepSettings(edit: SettingEdit): string {
  if (changedKeys(edit).length === 0) return '';
  const kept: KeptSettings = { version: edit.base.version, draft: draftOf(edit) };
  return JSON.stringify(kept);
}

/**
 * Takes up what was kept, on what the file says now. Where the file was changed meanwhile the edit stays one of the version that it
 * began from, so that nothing is written over it without a question.
 * @returns with `theirs`, what the file says, where both have to be looked at
 */
export function takeUpSettings(read: SiteSettings, text: string): { edit: SettingEdit; theirs: SiteSettings | null } {
  const fresh = editOf(read);
  const kept = keptIn(text);
  if (kept === null) return { edit: fresh, theirs: null };
  const edit = withKept(fresh, kept.draft);
  if (kept.version === read.version || changedKeys(edit).length === 0) return { edit, theirs: null };
  return { edit: { ...edit, base: { ...read, version: kept.version } }, theirs: read };
}

function keptIn(text: string): KeptSettings | null {
  if (text === '') return null;
  try {
    const { version, draft } = JSON.parse(text) as Partial<KeptSettings>;
    return typeof version === 'string' && draft !== undefined ? { version, draft } : null;
  } catch (error) {
    report('What was kept of the settings cannot be read.', error);
    return null;
  }
}
