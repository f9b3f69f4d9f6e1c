import type { PriorityRules } from '@solodesk/core';
import type { FileProblem } from './file-problem.ts';
import { readJson } from './json-document.ts';
import { priority, priorityFrom } from './schemas/priority-schema.ts';
import { readWithSchema } from './schemas/schema-problems.ts';

/** Reads rules that stand in a file of their own, as they would under `priority` in `site.json`. */
export function readPriority(
  file: string,
  text: string,
): { ok: true; rules: PriorityRules } | { ok: false; problems: readonly FileProblem[] } {
  const json = readJson(file, text);
  if (!json.ok) return json;
  const reading = readWithSchema(json.document, priority);
  return reading.ok ? { ok: true, rules: priorityFrom(reading.content) } : reading;
}
