import type { EditResult } from './edit-result.ts';
import { withValue } from './edit-json-text.ts';
import { editSiteFile } from './edit-site-file.ts';
import { readJson } from '../json-document.ts';
import type { JsonPath } from '../json-document.ts';
import type { SiteJson } from '../schemas/site-schema.ts';

/** As RFC 7386: groups are merged, everything else (lists too) is replaced, and null removes, so that the default holds again. */
export type SitePatch = Patch<SiteJson>;

type Patch<T> = {
  [K in keyof T]?: (NonNullable<T[K]> extends readonly unknown[] | string ? T[K] : Patch<T[K]>) | null;
};

/**
 * Changes what `patch` names in `site.json`, and leaves everything else in it as it is, remarks and layout too.
 * A day's hours are closed with `[]`. Nothing is written when the site would not be good afterwards.
 */
export async function updateSiteJson(sitesDir: string, siteId: string, patch: SitePatch): Promise<EditResult> {
  return editSiteFile(sitesDir, siteId, ({ siteJson, problems }) => {
    if (!siteJson) return problems;
    const json = readJson(siteJson.file, siteJson.text);
    if (!json.ok) return json.problems;
    return { file: siteJson.file, before: siteJson.text, after: merged(siteJson.text, [], json.document.value, patch) };
  });
}

/** A `site.json` that is well-formed, with a patch; every other character stays. */
export function patchedSiteJson(text: string, patch: SitePatch): string {
  const json = readJson('site.json', text);
  return json.ok ? merged(text, [], json.document.value, patch) : text;
}

function merged(text: string, path: JsonPath, current: unknown, patch: object): string {
  let result = text;
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    const here = [...path, key];
    const inner = isGroup(current) ? current[key] : undefined;
    if (isGroup(value) && isGroup(inner)) result = merged(result, here, inner, value);
    else if (value !== null || inner !== undefined) result = withValue(result, here, withoutNulls(value));
  }
  return result;
}

/** Null has nothing to remove in what is new; by itself it becomes undefined, which removes. */
function withoutNulls(value: unknown): unknown {
  if (value === null) return undefined;
  if (!isGroup(value)) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined);
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutNulls(inner)]));
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
