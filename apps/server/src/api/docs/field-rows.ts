import type { Locale } from '@solodesk/core';
import type { JsonSchema, JsonSchemas } from '../json-schemas.ts';

/** One line of the list of fields. */
export interface FieldRow {
  readonly name: string;
  /** `string`, `integer | null`, `"en" | "zh"`, `object[]`. */
  readonly type: string;
  readonly required: boolean;
  readonly about: string;
  /** How far inside, from 0. */
  readonly depth: number;
}

/** Deeper than anything of the API is. */
const DEEPEST = 3;

/** The fields of an object, an array of objects or a choice of both, with what is in them. */
export function rowsOf(schema: JsonSchema, schemas: JsonSchemas, locale: Locale, depth = 0): FieldRow[] {
  const inside = objectIn(schema, schemas);
  if (inside === null || depth > DEEPEST) return [];
  const required = (inside['required'] ?? []) as readonly string[];
  return Object.entries((inside['properties'] ?? {}) as Record<string, JsonSchema>).flatMap(([name, each]) => {
    const about = locale === 'zh' ? (each['x-description-zh'] ?? '') : (each['description'] ?? '');
    const needed = required.includes(name) && each['default'] === undefined;
    const row = {
      name,
      type: typeOf(each, schemas),
      required: needed,
      about: `${String(about)}${bounds(each, locale)}`.trim(),
      depth,
    };
    return [row, ...rowsOf(each, schemas, locale, depth + 1)];
  });
}

function resolved(schema: JsonSchema, schemas: JsonSchemas): JsonSchema {
  const { $ref } = schema;
  return typeof $ref === 'string' ? (schemas.components[$ref.split('/').at(-1) ?? ''] ?? schema) : schema;
}

function objectIn(schema: JsonSchema, schemas: JsonSchemas): JsonSchema | null {
  const here = resolved(schema, schemas);
  if (here['properties'] !== undefined) return here;
  const { items, anyOf } = here as { items?: JsonSchema; anyOf?: JsonSchema[] };
  if (items !== undefined) return objectIn(items, schemas);
  for (const each of anyOf ?? []) {
    const found = objectIn(each, schemas);
    if (found !== null) return found;
  }
  return null;
}

function typeOf(schema: JsonSchema, schemas: JsonSchemas): string {
  const here = resolved(schema, schemas);
  const { type, items, anyOf, format } = here as {
    type?: string | string[];
    items?: JsonSchema;
    anyOf?: JsonSchema[];
    format?: string;
  };
  const choices = here['enum'] as readonly unknown[] | undefined;
  if (choices !== undefined) return choices.map((each) => JSON.stringify(each)).join(' | ');
  if (anyOf !== undefined) return anyOf.map((each) => typeOf(each, schemas)).join(' | ');
  if (type === 'array') return `${items === undefined ? 'any' : typeOf(items, schemas)}[]`;
  if (type === 'string' && format !== undefined) return format;
  return Array.isArray(type) ? type.join(' | ') : (type ?? 'any');
}

/** What is taken where nothing is said. */
function bounds(schema: JsonSchema, locale: Locale): string {
  const { default: usual } = schema;
  return usual === undefined || typeof usual === 'object' || usual === ''
    ? ''
    : locale === 'zh'
      ? `默认为 \`${String(usual)}\`。`
      : ` \`${String(usual)}\` when left out.`;
}
