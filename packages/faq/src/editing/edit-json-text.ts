import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import type { JsonPath } from '../json-document.ts';

/** Lists of plain values stay on one line up to this width, as formatters do it. */
const INLINE_WIDTH = 100;

/**
 * Sets the value under `path` in a JSON text, and leaves every other character as it is, so that an author's diff shows
 * the change alone. The key -1 appends to a list; an undefined value removes a member of a group or list.
 * @param path its parent must exist
 */
export function withValue(text: string, path: JsonPath, value: unknown): string {
  const root = parseTree(text);
  const existing = root && findNodeAtLocation(root, [...path]);
  if (value === undefined) {
    if (!existing?.parent) return text;
    return without(text, existing.parent.type === 'property' ? existing.parent : existing);
  }
  if (existing) {
    const indent = indentAt(text, existing.offset);
    return text.slice(0, existing.offset) + rendered(text, value, indent) + text.slice(endOf(existing));
  }
  const parent = root && findNodeAtLocation(root, path.slice(0, -1));
  if (!parent) throw new Error(`nothing at ${path.slice(0, -1).join('.')} to write into`);
  return inserted(text, parent, path.at(-1) ?? -1, value);
}

/**
 * Makes a list of texts say `wanted`, touching only what differs: what is gone is taken out, what is new stands in its
 * place or at the end, and everything else keeps its lines.
 * @param path of a list that exists
 */
export function withTexts(text: string, path: JsonPath, current: readonly string[], wanted: readonly string[]): string {
  if (current.length === wanted.length) {
    return wanted.reduce(
      (result, value, at) => (value === current[at] ? result : withValue(result, [...path, at], value)),
      text,
    );
  }
  const left = [...wanted];
  const gone: number[] = [];
  for (const [at, value] of current.entries()) {
    const found = left.indexOf(value);
    if (found < 0) gone.push(at);
    else left.splice(found, 1);
  }
  const added = left.reduce((result, value) => withValue(result, [...path, -1], value), text);
  return gone.reverse().reduce((result, at) => withValue(result, [...path, at], undefined), added);
}

/**
 * Puts a value into a list, before the one that stands at `at` now; every other character stays.
 * @param path of a list that exists
 * @param at from 0; the list's length puts it at the end
 */
export function withInserted(text: string, path: JsonPath, at: number, value: unknown): string {
  const root = parseTree(text);
  const next = root && findNodeAtLocation(root, [...path, at]);
  if (!next) return withValue(text, [...path, -1], value);
  const indent = indentAt(text, next.offset);
  const separator = startsLine(text, next) ? `,${eolOf(text)}${indent}` : ', ';
  return text.slice(0, next.offset) + rendered(text, value, indent) + separator + text.slice(next.offset);
}

/** JSON with two spaces a level. */
export function renderJson(value: unknown, indent = ''): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const parts = isList
    ? value.map((entry) => renderJson(entry, inner))
    : Object.entries(value)
        .filter(([, entry]) => entry !== undefined)
        .map(([key, entry]) => `${JSON.stringify(key)}: ${renderJson(entry, inner)}`);
  if (parts.length === 0) return open + close;
  const line = `${open}${parts.join(', ')}${close}`;
  const isPlain = isList && value.every((entry) => entry === null || typeof entry !== 'object');
  if (isPlain && line.length <= INLINE_WIDTH) return line;
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`;
}

/** Takes a member of a group or list out, with its comma. */
function without(text: string, member: Node): string {
  const around = member.parent;
  const members = around?.children ?? [];
  const index = members.indexOf(member);
  const [before, next] = [members[index - 1], members[index + 1]];
  if (next) return text.slice(0, member.offset) + text.slice(next.offset);
  if (before) return text.slice(0, endOf(before)) + text.slice(endOf(member));
  if (!around) return text;
  const nothing = around.type === 'array' ? '[]' : '{}';
  return text.slice(0, around.offset) + nothing + text.slice(endOf(around));
}

function inserted(text: string, parent: Node, key: string | number, value: unknown): string {
  const name = parent.type === 'object' ? `${JSON.stringify(key)}: ` : '';
  const outer = indentAt(text, parent.offset);
  const last = parent.children?.at(-1);
  if (!last) {
    const inner = `${outer}  `;
    const content = `${eolOf(text)}${inner}${name}${rendered(text, value, inner)}${eolOf(text)}${outer}`;
    return text.slice(0, parent.offset + 1) + content + text.slice(endOf(parent) - 1);
  }
  const end = endOf(last);
  const indent = indentAt(text, last.offset);
  const separator = startsLine(text, last) ? `,${eolOf(text)}${indent}` : ', ';
  return text.slice(0, end) + separator + name + rendered(text, value, indent) + text.slice(end);
}

function rendered(text: string, value: unknown, indent: string): string {
  return renderJson(value, indent).replaceAll('\n', eolOf(text));
}

function startsLine(text: string, { offset }: Node): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

function endOf(node: Node): number {
  return node.offset + node.length;
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The white space that begins the line of this offset. */
function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
