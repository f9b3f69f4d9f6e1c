import type { SettingDraft, SettingProblem, SiteSettings } from '../api/settings-api.ts';

export type SettingPath = readonly (string | number)[];

/** Edits of one site's settings, beside what they began with. Immutable. */
export interface SettingEdit {
  base: SiteSettings;
  /** What is wanted, by the file's keys. */
  values: Record<string, unknown>;
  /** Texts that were typed, by key; where one is JSON, `values` says the same. */
  blocks: Record<string, string>;
  /** The whole file as text, in place of everything else. */
  whole: string | null;
}

export function editOf(base: SiteSettings): SettingEdit {
  // What is no JSON can only be mended as a text.
  return { base, values: base.values ?? {}, blocks: {}, whole: base.values === null ? base.text : null };
}

export function valueAt(values: unknown, path: SettingPath): unknown {
  return path.reduce<unknown>(
    (inner, key) => (isGroup(inner) || Array.isArray(inner) ? (inner as Record<string, unknown>)[key] : undefined),
    values,
  );
}

/** Sets a value in a form; undefined takes it out, and a group that is left empty with it. */
export function withSetting(edit: SettingEdit, path: SettingPath, value: unknown): SettingEdit {
  const { [String(path[0])]: _typed, ...blocks } = edit.blocks;
  return { ...edit, blocks, values: (withAt(edit.values, path, value) ?? {}) as Record<string, unknown> };
}

/** Takes over what was typed as JSON. What cannot be read yet stays a text, and the server says why. */
export function withBlock(edit: SettingEdit, key: string, text: string): SettingEdit {
  const blocks = { ...edit.blocks, [key]: text };
  const { value, isJson } = parsed(text);
  return isJson
    ? { ...edit, blocks, values: withAt(edit.values, [key], value) as Record<string, unknown> }
    : { ...edit, blocks };
}

/** A block's text: as it is typed, as it stands in the file, or as a form has changed it. */
export function blockText({ base, values, blocks }: SettingEdit, key: string): string {
  if (blocks[key] !== undefined) return blocks[key];
  if (isSame(values[key], base.values?.[key])) return base.blocks[key] ?? '';
  return values[key] === undefined ? '' : JSON.stringify(values[key], null, 2);
}

/** Whether what was typed for a key is no JSON at present: its fields then have nothing to show. */
export const isBroken = ({ blocks }: SettingEdit, key: string): boolean =>
  blocks[key] !== undefined && !parsed(blocks[key]).isJson;

/** The keys that are wanted otherwise than the file has them. */
export function changedKeys({ base, values, blocks, whole }: SettingEdit): string[] {
  if (whole !== null) return whole === base.text ? [] : ['site.json'];
  const keys = new Set([...Object.keys(base.values ?? {}), ...Object.keys(values), ...Object.keys(blocks)]);
  return [...keys].filter(
    (key) => !isSame(values[key], base.values?.[key]) || (blocks[key] !== undefined && !parsed(blocks[key]).isJson),
  );
}

/** What is sent: only what differs. */
export function draftOf(edit: SettingEdit): SettingDraft {
  if (edit.whole !== null) return { whole: edit.whole };
  const changed = changedKeys(edit);
  const typed = changed.filter((key) => edit.blocks[key] !== undefined);
  const filled = changed.filter((key) => edit.blocks[key] === undefined);
  return {
    values: Object.fromEntries(filled.map((key) => [key, edit.values[key] ?? null])),
    blocks: Object.fromEntries(typed.map((key) => [key, edit.blocks[key]!])),
  };
}

/** The same changes on another reading of the file. */
export function rebased(edit: SettingEdit, base: SiteSettings): SettingEdit {
  if (edit.whole !== null || base.values === null) return { ...editOf(base), whole: edit.whole ?? base.text };
  const values = { ...base.values };
  for (const key of changedKeys(edit)) {
    if (edit.values[key] === undefined) delete values[key];
    else values[key] = edit.values[key];
  }
  return { base, values, blocks: edit.blocks, whole: null };
}

/** Takes up what was kept of an edit, on what the file says now. */
export function withKept(edit: SettingEdit, kept: SettingDraft): SettingEdit {
  if (kept.whole !== undefined) return { ...edit, whole: kept.whole };
  const filled = Object.entries(kept.values ?? {}).reduce(
    (made, [key, value]) => withSetting(made, [key], value ?? undefined),
    edit,
  );
  return Object.entries(kept.blocks ?? {}).reduce((made, [key, text]) => withBlock(made, key, text), filled);
}

/** Problems that belong to a field: at its value, or somewhere in it. */
export function problemsAt(problems: readonly SettingProblem[], path: SettingPath): SettingProblem[] {
  return problems.filter((problem) => path.every((key, at) => problem.path[at] === key));
}

/** Beside its field, a problem need not name it. */
export function besideField(message: string): string {
  return message.replace(/^"[^"]*" (?!的第)/, '');
}

function withAt(values: unknown, [key, ...rest]: SettingPath, value: unknown): unknown {
  if (key === undefined) return value;
  // An entry whose last field is emptied stays an entry: without one the list would hold a null.
  if (Array.isArray(values))
    return values.map((each, at) => (at === key ? (withAt(each, rest, value) ?? {}) : (each as unknown)));
  const group = isGroup(values) ? values : {};
  const inner = withAt(group[key], rest, value);
  if (inner !== undefined) return { ...group, [key]: inner };
  const { [key]: _old, ...others } = group;
  return Object.keys(others).length > 0 ? others : undefined;
}

function parsed(text: string): { isJson: boolean; value?: unknown } {
  if (text.trim() === '') return { isJson: true, value: undefined };
  try {
    return { isJson: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return { isJson: false };
    throw error;
  }
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The order of keys means nothing in JSON. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, at) => isSame(each, b[at]));
  if (!isGroup(a) || !isGroup(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]));
}
