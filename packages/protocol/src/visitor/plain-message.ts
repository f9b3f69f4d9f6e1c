import { z } from 'zod';
import { isTooLong } from '../shared/limits.ts';
import type { VisitorUp } from './up.ts';

/** What `z.uuid()` matches. */
const UUID = z.regexes.uuid();

/**
 * What `visitorUpSchemas.message` makes of a message of words alone, as nearly all are, at a fraction of its cost. Null for every other body,
 * right or wrong: the schema decides about those.
 */
export function plainMessage(body: unknown): VisitorUp['message'] | null {
  if (typeof body !== 'object' || body === null) return null;
  const { clientId, text, intent, attachments } = body as Record<string, unknown>;
  if (typeof clientId !== 'string' || typeof text !== 'string') return null;
  if (intent !== undefined || attachments !== undefined) return null;
  if (!UUID.test(clientId) || isTooLong(text) || text.trim() === '') return null;
  return { clientId, text };
}
