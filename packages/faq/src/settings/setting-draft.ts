import { findNodeAtLocation, getLocation, parseTree } from 'jsonc-parser';
import type { FileProblem } from '../file-problem.ts';
import { readJson } from '../json-document.ts';
import { textPositions } from '../text-positions.ts';
import { withDifferences } from './with-differences.ts';

/** What an editor wants `site.json` to say. What it does not name stays as it is. */
export interface SettingDraft {
  /** By the file's own keys; null takes one out, so that its default holds again. */
  values?: Record<string, unknown> | undefined;
  /** The same as JSON text that a person has typed; blank takes one out. */
  blocks?: Record<string, string> | undefined;
  /** The whole file as text, in place of everything else. */
  whole?: string | undefined;
}

/** What is wrong with a draft, and where: in a form's field, or at a place of the text that was typed. */
export interface SettingProblem {
  /** Of the value in `site.json`: `['hours', 'mon', 0]`; empty: the file as a whole. */
  path: (string | number)[];
  message: string;
  /** The block in which it stands; null in the draft's `whole`. Left out: no text was typed there. */
  block?: string | null;
  /** From 1, within that text. */
  line?: number;
  column?: number;
}

/** The text that `site.json` would have, or why a typed block cannot be read. */
export function draftText(
  text: string,
  { values = {}, blocks = {}, whole }: SettingDraft,
): { ok: true; text: string } | { ok: false; problems: SettingProblem[] } {
  if (whole !== undefined) return { ok: true, text: whole };
  const current = new Map<string, unknown>(Object.entries(parsed(text) as object));
  const wanted = new Map<string, unknown>(
    Object.entries(values).map(([key, value]) => [key, value === null ? undefined : value]),
  );
  const problems: SettingProblem[] = [];
  for (const [key, block] of Object.entries(blocks)) {
    if (block.trim() === '') {
      wanted.set(key, undefined);
      continue;
    }
    const json = readJson(key, block);
    if (json.ok) wanted.set(key, parsed(block));
    else problems.push(...json.problems.map((problem) => inBlock(key, problem)));
  }
  if (problems.length > 0) return { ok: false, problems };
  const result = [...wanted].reduce(
    (made, [key, value]) => withDifferences(made, [key], current.get(key), value),
    text,
  );
  return { ok: true, text: result };
}

/** Where a problem of the resulting file stands in what was typed. */
export function placedProblem(text: string, draft: SettingDraft, problem: FileProblem): SettingProblem {
  const { line, column, message } = problem;
  if (draft.whole !== undefined) return { path: [], message, block: null, line, column };
  const path = withNamed(getLocation(text, offsetAt(text, line, column)).path, message);
  const block = draft.blocks?.[String(path[0])];
  if (block === undefined) return { path, message };
  return { path, message, block: String(path[0]), ...placeIn(block, path.slice(1)) };
}

/**
 * What is not in the file has no place there: its group is pointed at, and the message names it (`"lifeCycle.churnedDays" must …`). A form
 * has a field for it all the same.
 */
function withNamed(path: (string | number)[], message: string): (string | number)[] {
  const named = /^"([^"]+)" /.exec(message)?.[1]?.split('.') ?? [];
  const known = path.filter((part) => typeof part === 'string');
  return known.every((part, at) => named[at] === part) ? [...path, ...named.slice(known.length)] : path;
}

/** Each key's own text, as it stands in the file, without the indentation that it has there. */
export function blockTexts(text: string): Record<string, string> {
  const root = parseTree(text);
  const blocks: Record<string, string> = {};
  for (const { children: [key, value] = [] } of root?.children ?? []) {
    if (!key || !value) continue;
    const lineStart = text.lastIndexOf('\n', key.offset) + 1;
    const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
    const slice = text.slice(value.offset, value.offset + value.length).replaceAll('\r\n', '\n');
    blocks[String(key.value)] = slice.replaceAll(`\n${indent}`, '\n');
  }
  return blocks;
}

/** JSON that was read without complaint before. */
function parsed(text: string): unknown {
  return JSON.parse(text);
}

function inBlock(block: string, { line, column, message }: FileProblem): SettingProblem {
  return { path: [block], message, block, line, column };
}

function placeIn(block: string, path: readonly (string | number)[]): { line: number; column: number } {
  const root = parseTree(block);
  for (let length = path.length; root && length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node) return textPositions(block)(node.parent?.type === 'property' ? node.parent.offset : node.offset);
  }
  return { line: 1, column: 1 };
}

function offsetAt(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}
