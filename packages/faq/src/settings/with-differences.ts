import { isDeepStrictEqual } from 'node:util';
import { withInserted, withValue } from '../editing/edit-json-text.ts';
import type { JsonPath } from '../json-document.ts';

/**
 * Makes what stands under `path` say `wanted`, touching only what differs: remarks, layout and order of the rest stay.
 * In a list, what is the same at its beginning and its end keeps its lines.
 * @param current what stands there, as parsed; undefined: nothing
 * @param wanted undefined: it is removed
 */
export function withDifferences(text: string, path: JsonPath, current: unknown, wanted: unknown): string {
  if (isDeepStrictEqual(current, wanted)) return text;
  if (isGroup(current) && isGroup(wanted)) {
    const names = new Set([...Object.keys(current), ...Object.keys(wanted)]);
    return [...names].reduce(
      (result, name) => withDifferences(result, [...path, name], own(current, name), own(wanted, name)),
      text,
    );
  }
  if (Array.isArray(current) && Array.isArray(wanted)) return withEntries(text, path, current, wanted);
  return withValue(text, path, wanted);
}

function withEntries(text: string, path: JsonPath, current: readonly unknown[], wanted: readonly unknown[]): string {
  const shorter = Math.min(current.length, wanted.length);
  let same = 0;
  while (same < shorter && isDeepStrictEqual(current[same], wanted[same])) same++;
  let tail = 0;
  while (tail < shorter - same && isDeepStrictEqual(current.at(-1 - tail), wanted.at(-1 - tail))) tail++;
  const [before, after] = [current.slice(same, current.length - tail), wanted.slice(same, wanted.length - tail)];
  const paired = Math.min(before.length, after.length);
  let result = text;
  for (let at = 0; at < paired; at++) result = withDifferences(result, [...path, same + at], before[at], after[at]);
  for (let at = before.length - 1; at >= paired; at--) result = withValue(result, [...path, same + at], undefined);
  for (let at = paired; at < after.length; at++) result = withInserted(result, path, same + at, after[at]);
  return result;
}

/** What people type may be named as something that every object has. */
function own(group: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(group, name) ? group[name] : undefined;
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
