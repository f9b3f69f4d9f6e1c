import type { z } from 'zod';
import type { FileProblem } from '../file-problem.ts';
import type { JsonDocument, JsonPath } from '../json-document.ts';
import { nearestName } from '../checks/nearest-name.ts';
import { keysAt } from './schema-keys.ts';

type Issue = z.core.$ZodIssue;
/** Whatever a schema can be held against, as long as places in it can be named. */
type Placed = Pick<JsonDocument, 'value' | 'problemAt'>;

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text in double quotes',
  array: 'a list in [ ]',
  object: 'a group in { }',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
  null: 'null',
};

const SECRET_NAME = /secret|passw|token|credential|private|api-?_?key|hmac/i;

const DAY = /^(?:mon|tue|wed|thu|fri|sat|sun)$/;
const LANGUAGE_SLIPS = [
  ['zh', /^(?:zh[-_].*|zh|cn|chs|zho|chinese|中文)$/i],
  ['en', /^(?:en[-_].*|en|eng|english|英文|英语)$/i],
] as const;

/** Finding a place costs time, and nobody reads so many: 2 MB of nonsense must not stop the server. */
const MAX_ISSUES = 100;

/** Reads a document with a schema. What does not fit becomes problems in an owner's words, each at its place. */
export function readWithSchema<T extends z.ZodType>(
  document: Placed,
  schema: T,
): { ok: true; content: z.output<T> } | { ok: false; problems: FileProblem[] } {
  const result = schema.safeParse(document.value);
  if (result.success) return { ok: true, content: result.data };
  const problems = result.error.issues.slice(0, MAX_ISSUES).flatMap((issue) => problemsOf(document, schema, issue, []));
  return { ok: false, problems };
}

function problemsOf(document: Placed, schema: z.ZodType, issue: Issue, around: JsonPath): FileProblem[] {
  const path = [...around, ...(issue.path as JsonPath)];
  const value = valueAt(document.value, path);
  if (issue.code === 'invalid_union' && value !== undefined) {
    const meant = issue.errors.find((branch) => !branch.some((inner) => isWrongKind(inner)));
    if (meant) return meant.flatMap((inner) => problemsOf(document, schema, inner, path));
  }
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys
      .slice(0, MAX_ISSUES)
      .map((key) => document.problemAt([...path, key], unknownKeyWords(key, known), 'key'));
  }
  // A rule between values speaks of its own words also where a value is only the usual one.
  const words = value === undefined && issue.code !== 'custom' ? 'is missing' : issueWords(issue, value);
  return [document.problemAt(path, `${nameOf(path)} ${words}`)];
}

/** The branch of "a text or a group" that the author did not mean. */
function isWrongKind(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 0;
}

function issueWords(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}, not ${kindOf(value)}`;
    case 'invalid_union':
      return `must be ${issue.errors.map((branch) => wantedBy(branch)).join(' or ')}, not ${kindOf(value)}`;
    case 'invalid_value':
      return `must be ${issue.values.map((allowed) => JSON.stringify(allowed)).join(' or ')}`;
    case 'too_small':
      return `must ${boundWords(issue.origin, 'at least', issue.minimum)}`;
    case 'too_big':
      return `must ${boundWords(issue.origin, 'at most', issue.maximum)}`;
    case 'invalid_key': {
      const [first] = issue.issues;
      return `has a name that ${first === undefined ? issue.message : issueWords(first, value)}`;
    }
    default:
      return issue.message;
  }
}

function wantedBy(branch: readonly Issue[]): string {
  const [first] = branch;
  return first?.code === 'invalid_type' ? (KINDS[first.expected] ?? first.expected) : 'something else';
}

function boundWords(origin: string, bound: string, limit: number | bigint): string {
  const figure = limit.toLocaleString('en-US');
  if (origin === 'array') return `have ${bound} ${figure} ${limit === 1 ? 'entry' : 'entries'}`;
  if (origin === 'string') return `have ${bound} ${figure} characters`;
  return `be ${bound} ${figure}`;
}

/** @param known names that may stand there */
function unknownKeyWords(key: string, known: readonly string[]): string {
  if (SECRET_NAME.test(key)) {
    return `"${key}" does not belong here: secrets are never kept in the site folder`;
  }
  const language = ofLanguages(known) ? languageMeant(key) : undefined;
  const meant = language ?? nearestName(key, known) ?? known.find((name) => DAY.test(name) && key.startsWith(name));
  if (meant !== undefined) {
    return `"${key}" is not known here; is "${meant}" meant? A remark of your own begins with _`;
  }
  if (ofLanguages(known))
    return `"${key}" is no language of Solodesk; texts stand under "en" (English) and "zh" (Chinese)`;
  return `"${key}" is not known here; correct its spelling, or begin it with _ to make it a remark`;
}

function ofLanguages(known: readonly string[]): boolean {
  return known.length > 0 && known.every((name) => name === 'en' || name === 'zh');
}

/** `zh-CN`, `cn` and `Chinese` for `zh`, `en_GB` and `English` for `en`. */
function languageMeant(key: string): string | undefined {
  return LANGUAGE_SLIPS.find(([, written]) => written.test(key))?.[0];
}

/** `answer.en`, or `entry 2 of "phrasings.en"`: the FAQ itself is shown by the line. */
function nameOf(path: JsonPath): string {
  const inside = path[0] === 'faqs' && path.length > 2 ? path.slice(2) : path;
  const last = inside.at(-1);
  const name = inside.filter((part) => typeof part === 'string').join('.');
  if (last === undefined) return 'the file';
  return typeof last === 'number' ? `entry ${last + 1} of "${name}"` : `"${name}"`;
}

function valueAt(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>(
    (inner, part) =>
      inner !== null && typeof inner === 'object' ? (inner as Record<string, unknown>)[part] : undefined,
    value,
  );
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'object' ? 'a group' : String(value);
}
