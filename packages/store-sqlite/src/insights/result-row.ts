import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { InsightResult } from '@solodesk/core';

/** A body as it stands in its row: a short one as text, a long one in UTF-8 and compressed (raw deflate). */
export type PackedBody = string | Buffer;

export type ResultRow = Omit<InsightResult, 'body'> & { readonly body: PackedBody };

/** In UTF-16 units. What is shorter gains little, and can be read with any tool. */
const LONG = 4_000;

/** The results of a busy day are half a megabyte of JSON, and a tenth of that packed: so much less is written while others wait for the database. */
export function packBody(body: string): PackedBody {
  return body.length < LONG ? body : deflateRawSync(body);
}

export function unpackRow(row: ResultRow): InsightResult {
  const { body } = row;
  return { ...row, body: typeof body === 'string' ? body : inflateRawSync(body).toString('utf8') };
}
