import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { z } from 'zod';
import { wholeFileProblem } from '../file-problem.ts';
import type { FileProblem } from '../file-problem.ts';
import type { JsonDocument, JsonPath } from '../json-document.ts';
import { readWithSchema } from '../schemas/schema-problems.ts';
import type { SourceFile } from '../site-files.ts';
import { categoryName, text } from '../schemas/text-rules.ts';

const frontMatter = z.strictObject({
  title: text(120),
  category: categoryName,
  order: z.int().min(0).max(9999).default(100),
  summary: text(300),
  updated: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'must be a day such as 2026-11-20')
    .optional(),
});

export type FrontMatter = z.output<typeof frontMatter>;

export type FrontMatterReading =
  | { ok: true; content: FrontMatter; body: string; /** Lines before the body. */ linesBefore: number }
  | { ok: false; problems: FileProblem[] };

/** Longer ones are no front matter but a forgotten `---`. */
const MAX_LINES = 60;
const EXAMPLE = 'title, category and summary between two lines of ---';

/** Takes the YAML head off an article and checks it. */
export function readFrontMatter({ file, text: whole }: SourceFile): FrontMatterReading {
  const lines = whole.split(/\r\n|\n|\r/);
  if (lines[0]?.trimEnd() !== '---') {
    return refuse(wholeFileProblem(file, `the file must begin with ${EXAMPLE}`));
  }
  const end = lines.slice(0, MAX_LINES + 2).findIndex((line, at) => at > 0 && line.trimEnd() === '---');
  if (end < 0) return refuse(wholeFileProblem(file, `the second --- is missing: the file must begin with ${EXAMPLE}`));

  const counter = new LineCounter();
  // The line of --- stays as an empty one, so that the parser counts lines as the author does.
  const yaml = ['', ...lines.slice(1, end)].join('\n');
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false, schema: 'core' });
  const place = (offset: number, message: string): FileProblem => {
    const { line, col } = counter.linePos(Math.min(offset, yaml.length));
    return { file, line: Math.max(1, line), column: Math.max(1, col), message };
  };
  const slip = colonSlip(lines.slice(1, end));
  if (slip) return refuse({ file, ...slip, line: slip.line + 1 });
  const [error] = document.errors;
  if (error) return refuse(place(error.pos[0], yamlWords(error.code, error.message)));
  if (!isMap(document.contents)) return refuse({ ...wholeFileProblem(file, `must hold ${EXAMPLE}`), line: 2 });
  const value = plainValue(document);
  if (value === null)
    return refuse({ ...wholeFileProblem(file, 'must not use anchors and aliases (& and *)'), line: 2 });

  const reading = readWithSchema(placed(value, document, place), frontMatter);
  if (!reading.ok) return reading;
  return { ok: true, content: reading.content, body: lines.slice(end + 1).join('\n'), linesBefore: end + 1 };
}

function refuse(problem: FileProblem): FrontMatterReading {
  return { ok: false, problems: [problem] };
}

/** Null when aliases are used: a few of them can stand for gigabytes. */
function plainValue(document: Document): Record<string, unknown> | null {
  try {
    const value = document.toJS({ maxAliasCount: 0 }) as Record<string, unknown>;
    // Remarks, as in the JSON files.
    return Object.fromEntries(Object.entries(value).filter(([key]) => !key.startsWith('_')));
  } catch (error) {
    if (error instanceof ReferenceError) return null;
    throw error;
  }
}

function placed(
  value: unknown,
  document: Document,
  place: (offset: number, message: string) => FileProblem,
): Pick<JsonDocument, 'value' | 'problemAt'> {
  const offsetOf = ([key]: JsonPath, at: 'key' | 'value'): number => {
    const pairs = isMap(document.contents) ? document.contents.items : [];
    const pair = pairs.find((item) => isScalar(item.key) && String(item.key.value) === key);
    const node = at === 'key' ? pair?.key : (pair?.value ?? pair?.key);
    const range = (node as { range?: [number, number, number] | null } | null | undefined)?.range;
    return range?.[0] ?? 1;
  };
  return { value, problemAt: (path, message, at = 'value') => place(offsetOf(path, at), message) };
}

/** A colon after one of our keys as only people read it: full-width, or without its space. `line` from 1. */
function colonSlip(lines: readonly string[]): Pick<FileProblem, 'line' | 'column' | 'message'> | null {
  for (const [at, line] of lines.entries()) {
    const [, key = '', colon] = /^(title|category|order|summary|updated)[ \t]*(：|:(?=\S))/.exec(line) ?? [];
    if (colon === undefined) continue;
    const what = colon === '：' ? 'is followed by a Chinese colon' : 'has no space after its colon';
    return { line: at + 1, column: key.length + 1, message: `"${key}" ${what}; write a colon and a space: ${key}: …` };
  }
  return null;
}

function yamlWords(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'stands here a second time; keep one of them';
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return 'has a colon in its text; put the text in double quotes';
  return `cannot be read as YAML: ${message.split('\n')[0] ?? code}`;
}
