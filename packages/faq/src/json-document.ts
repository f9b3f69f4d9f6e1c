import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { wholeFileProblem } from './file-problem.ts';
import type { FileProblem } from './file-problem.ts';
import { syntaxWords } from './syntax-words.ts';
import { textPositions } from './text-positions.ts';

export type JsonPath = readonly (string | number)[];

/** A JSON file that was understood, with the way back from a value to its place. */
export interface JsonDocument {
  readonly file: string;
  /** The content without its comment-like keys. */
  readonly value: unknown;
  /** A problem at the value under `path`, or at the nearest thing around it that exists. `at: 'key'` points at its name. */
  problemAt(path: JsonPath, message: string, at?: 'key' | 'value'): FileProblem;
  /** What stands in the file under `path`, comment-like keys included; undefined when there is nothing. */
  rawAt(path: JsonPath): unknown;
}

export type JsonReading = { ok: true; document: JsonDocument } | { ok: false; problems: FileProblem[] };

/** Deeper nesting is nonsense here, and would exhaust the stack of any recursive parser. */
const MAX_DEPTH = 32;

/** Keys for the author's own remarks; they are allowed everywhere and mean nothing to us. */
const COMMENT_LIKE = /^(?:[_$].*|note|comment)$/s;

/** The same as a pattern for the published schemas. */
export const COMMENT_LIKE_PATTERN = '^(?:[_$].*|note|comment)$';

/**
 * Reads strict JSON (RFC 8259: no comments, no trailing commas; a name stands once in an object).
 * @param file as problems name it
 * @param text without byte order mark
 */
export function readJson(file: string, text: string): JsonReading {
  const place = placer(file, text);
  const { tooDeep, names } = scan(text, MAX_DEPTH);
  if (tooDeep !== null) return refuse(place(tooDeep, `is nested more than ${MAX_DEPTH} levels deep`));
  if (text.trim() === '') return refuse(wholeFileProblem(file, 'the file is empty'));
  const plain = parsePlainly(text, names);
  if (plain === null) return readInTree(file, text, place);
  const root = lazily(() => parseTree(text));
  return { ok: true, document: documentOf(file, plain.value, root, place) };
}

/**
 * What the engine's own parser makes of a text, in a tenth of the time that a tree with places takes: people chat while a server reads a
 * file. Null where only the tree can say what is wrong: the text is no JSON, or a name stands twice in an object.
 * @param names how many names the text gives to values; fewer are left where one stands twice
 */
function parsePlainly(text: string, names: number): { value: unknown } | null {
  let kept = 0;
  const withoutRemarks = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(withoutRemarks);
    if (value === null || typeof value !== 'object') return value;
    const object: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(value)) {
      kept += 1;
      const read = withoutRemarks(inner);
      if (!COMMENT_LIKE.test(key)) object[key] = read;
    }
    return object;
  };
  try {
    const value = withoutRemarks(JSON.parse(text));
    return kept === names ? { value } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The same with a tree from the start, for a text with something wrong in it. */
function readInTree(file: string, text: string, place: Place): JsonReading {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  // Only the first: the parser goes on after an error, and what it finds then is mostly its echo.
  if (first) return refuse(place(first.offset, syntaxWords(printParseErrorCode(first.error), text, first.offset)));
  if (!root) return refuse(wholeFileProblem(file, 'the file is empty'));

  const repeated: FileProblem[] = [];
  const value = valueOf(root, (key) => {
    repeated.push(place(key.offset, `"${key.value}" stands here a second time; keep one of them`));
  });
  if (repeated.length > 0) return { ok: false, problems: repeated };
  return { ok: true, document: documentOf(file, value, () => root, place) };
}

function documentOf(file: string, value: unknown, root: () => Node | undefined, place: Place): JsonDocument {
  return {
    file,
    value,
    problemAt: (path, message, at = 'value') => place(nodeAt(root(), path, at)?.offset ?? 0, message),
    rawAt: (path) => {
      const tree = root();
      const node = tree && findNodeAtLocation(tree, [...path]);
      return node && (getNodeValue(node) as unknown);
    },
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function refuse(problem: FileProblem): JsonReading {
  return { ok: false, problems: [problem] };
}

/** Offset of the bracket that goes deeper than `limit`, or null, and how many names (`"name":`) stand before it. */
function scan(text: string, limit: number): { tooDeep: number | null; names: number } {
  let depth = 0;
  let names = 0;
  let inText = false;
  for (let offset = 0; offset < text.length; offset++) {
    const char = text[offset];
    if (inText && char === '\\') offset++;
    else if (char === '"' || char === '\n') inText = char === '"' && !inText;
    else if (inText) continue;
    else if (char === ':') names++;
    else if ((char === '{' || char === '[') && ++depth > limit) return { tooDeep: offset, names };
    else if (char === '}' || char === ']') depth--;
  }
  return { tooDeep: null, names };
}

function valueOf(node: Node, onRepeated: (key: Node) => void): unknown {
  if (node.type === 'array') return (node.children ?? []).map((child) => valueOf(child, onRepeated));
  if (node.type !== 'object') return node.value as unknown;
  const object: Record<string, unknown> = {};
  for (const { children: [key, child] = [] } of node.children ?? []) {
    if (!key || !child || COMMENT_LIKE.test(String(key.value))) continue;
    if (Object.hasOwn(object, String(key.value))) onRepeated(key);
    object[String(key.value)] = valueOf(child, onRepeated);
  }
  return object;
}

function nodeAt(root: Node | undefined, path: JsonPath, at: 'key' | 'value'): Node | undefined {
  for (let length = path.length; length > 0 && root; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (!node) continue;
    const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
    return at === 'key' && length === path.length && key ? key : node;
  }
  return root;
}

type Place = (offset: number, message: string) => FileProblem;

function placer(file: string, text: string): Place {
  const positionOf = textPositions(text);
  return (offset, message) => ({ file, ...positionOf(offset), message });
}
