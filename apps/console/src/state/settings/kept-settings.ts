import { changedKeys, draftOf, editOf, withKept } from './setting-draft.ts';
import type { SettingEdit } from './setting-draft.ts';
import type { SettingDraft, SiteSettings } from '../api/settings-api.ts';
import { report } from '../report.ts';

/** Unsaved edits as they outlive a reload: with the version of the file that they began from. */
interface KeptSettings {
  version: string;
  draft: SettingDraft;
  /** What was changed in forms, while the file cannot be read. */
  waiting?: SettingDraft;
}

export interface TakenUp {
  edit: SettingEdit;
  /** What the file says, where both have to be looked at. */
  theirs: SiteSettings | null;
  /** What was changed in forms and waits until the file can be read. */
  waiting: SettingDraft | null;
}

/** What is kept of an edit, and of what waits; empty where nothing differs from the file. */
export function keepSettings(edit: SettingEdit, waiting: SettingDraft | null = null): string {
  if (changedKeys(edit).length === 0 && waiting === null) return '';
  const kept: KeptSettings = { version: edit.base.version, draft: draftOf(edit), ...(waiting && { waiting }) };
  return JSON.stringify(kept);
}

/**
 * Takes up what was kept, on what the file says now. Where the file was changed meanwhile the edit stays one of the version that it
 * began from, so that nothing is written over it without a question. Where it cannot be read, what forms have changed waits.
 */
export function takeUpSettings(read: SiteSettings, text: string): TakenUp {
  const fresh = editOf(read);
  const kept = keptIn(text);
  if (kept === null) return { edit: fresh, theirs: null, waiting: null };
  const { version, draft, waiting = null } = kept;
  if (read.values === null) {
    const isOfForms = draft.whole === undefined;
    if (isOfForms) return { edit: fresh, theirs: null, waiting: draft };
    return { edit: withKept(fresh, draft), theirs: null, waiting };
  }
  // What was typed to mend a file that somebody else has mended is beside the point; what waited for that is not.
  const mine = waiting ?? draft;
  const edit = withKept(fresh, mine);
  if (version === read.version || waiting !== null || changedKeys(edit).length === 0)
    return { edit, theirs: null, waiting: null };
  return { edit: { ...edit, base: { ...read, version } }, theirs: read, waiting: null };
}

function keptIn(text: string): KeptSettings | null {
  if (text === '') return null;
  try {
    const { version, draft, waiting } = JSON.parse(text) as Partial<KeptSettings>;
    return typeof version === 'string' && draft !== undefined ? { version, draft, waiting } : null;
  } catch (error) {
    report('What was kept of the settings cannot be read.', error);
    return null;
  }
}
