import type { RecordKind } from '@solodesk/core';
import { readRecord, recordSchemas } from '@solodesk/records';
import type { DraftOf } from '@solodesk/records';
import { Problem } from './problem.ts';
import type { ProblemDetail } from './problem.ts';
import { escaped } from './read-part.ts';

/** Wrong fields that are told of one request. */
const MOST_TOLD = 100;

/**
 * Reads what another program sent, one record or many.
 * @param facts.country whose telephone numbers may lack their country code, and when it is (UTC milliseconds)
 * @throws Problem `invalid` with each wrong field
 */
export function readSentRecords<K extends RecordKind>(
  kind: K,
  values: readonly unknown[],
  many: boolean,
  { country, now }: { country: string | null; now: number },
): DraftOf[K][] {
  const schemas = schemasOf(country);
  const errors: ProblemDetail[] = [];
  const drafts: DraftOf[K][] = [];
  for (const [index, value] of values.entries()) {
    const reading = readRecord(schemas, kind, value, now);
    if (reading.ok) drafts.push(reading.draft);
    else {
      for (const { field, reason } of reading.problems) {
        const path = [...(many ? [String(index)] : []), ...(field === '' ? [] : field.split('.'))];
        errors.push({ in: 'body', pointer: path.map((part) => `/${escaped(part)}`).join(''), field, reason });
      }
    }
    if (errors.length >= MOST_TOLD) break;
  }
  const [first] = errors;
  if (first === undefined) return drafts;
  const where = [many && `record ${first.pointer.split('/')[1]}`, first.field && `"${first.field}"`].filter(Boolean);
  throw new Problem('invalid', [...where, first.reason].join(' '), { errors });
}

const schemasByCountry = new Map<string | null, ReturnType<typeof recordSchemas>>();

/** Schemas are slow to make, and the countries of sites are few. */
function schemasOf(country: string | null) {
  const known = schemasByCountry.get(country) ?? recordSchemas({ country });
  schemasByCountry.set(country, known);
  return known;
}
