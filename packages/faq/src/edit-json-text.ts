import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import type { JsonPath } from './json-document.ts';

/** Lists of plain values stay on one line up to this width, as formatters do it. */
const INLINE_WIDTH = 100;

/**
 * Sets the value under `path` in a JSON text, and leaves every other character as it is, so that an author's diff shows
 * the change alone. The key -1 appends to a list; an undefined value removes a member of a group.
 * @param path its parent must exist
 */
export function withValue(text: string, path: JsonPath, value: unknown): string {
  const root = parseTree(text);
  const existing = root && findNodeAtLocation(root, [...path]);
  if (value === undefined) return existing?.parent ? without(text, existing.parent) : text;
  if (existing) {
    const indent = indentAt(text, existing.offset);
    return text.slice(0, existing.offset) + rendered(text, value, indent) + text.slice(endOf(existing));
  }
  const parent = root && findNodeAtLocation(root, path.slice(0, -1));
  if (!parent) throw new Error(`nothing at ${path.slice(0, -1).join('.')} to write into`);
  return inserted(text, parent, path.at(-1) ?? -1, value);
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

/** Takes a member of a group out, with its comma. */
function without(text: string, property: Node): string {
  const group = property.parent;
  const members = group?.children ?? [];
  const index = members.indexOf(property);
  const [before, next] = [members[index - 1], members[index + 1]];
  if (next) return text.slice(0, property.offset) + text.slice(next.offset);
  if (before) return text.slice(0, endOf(before)) + text.slice(endOf(property));
  return group ? `${text.slice(0, group.offset)}{}${text.slice(endOf(group))}` : text;
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
  const startsLine = text.slice(lineStart(text, last.offset), last.offset).trim() === '';
  const separator = startsLine ? `,${eolOf(text)}${indent}` : ', ';
  return text.slice(0, end) + separator + name + rendered(text, value, indent) + text.slice(end);
}

function rendered(text: string, value: unknown, indent: string): string {
  return renderJson(value, indent).replaceAll('\n', eolOf(text));
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
