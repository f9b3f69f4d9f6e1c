import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ERROR_KINDS } from './index.ts';
import { receiveMessageSchema } from './http.ts';
import { ownerHandshakeSchema, ownerUpSchemas } from './owner/index.ts';
import { logEventSchema, PROTOCOL_VERSION, visitorHandshakeSchema, visitorUpSchemas } from './visitor/index.ts';

/** When this fails: does an older client still understand? If not, raise PROTOCOL_VERSION and say why; then pin the new print. */
const PINNED = { version: 2, print: '2d4950866db89dda' };

function fingerprint(): string {
  const schemas: Record<string, z.ZodType> = {
    visitorHandshakeSchema,
    ownerHandshakeSchema,
    logEventSchema,
    receiveMessageSchema,
    ...Object.fromEntries(Object.entries(visitorUpSchemas).map(([name, schema]) => [`visitor.${name}`, schema])),
    ...Object.fromEntries(Object.entries(ownerUpSchemas).map(([name, schema]) => [`owner.${name}`, schema])),
  };
  const text = Object.keys(schemas)
    .sort()
    .map((name) => `${name} ${JSON.stringify(z.toJSONSchema(schemas[name]!))}`)
    .join('\n');
  return createHash('sha256').update(text).update(ERROR_KINDS.join()).digest('hex').slice(0, 16);
}

describe('the wire', () => {
  it('does not change its schemas without anybody noticing', () => {
    expect({ version: PROTOCOL_VERSION, print: fingerprint() }).toEqual(PINNED);
  });

  it('counts a message in code points, so that 4,000 emoji fit and 4,001 do not', () => {
    const clientId = '7f1f2a94-9d4f-4c57-8a0e-6c2f5d1d1c11';
    expect(visitorUpSchemas.message.safeParse({ clientId, text: '🧵'.repeat(4000) }).success).toBe(true);
    expect(visitorUpSchemas.message.safeParse({ clientId, text: '🧵'.repeat(4001) }).success).toBe(false);
  });

  it('refuses an object where a string belongs, and a text of blanks', () => {
    const clientId = '7f1f2a94-9d4f-4c57-8a0e-6c2f5d1d1c11';
    expect(visitorUpSchemas.message.safeParse({ clientId, text: { toString: 'x' } }).success).toBe(false);
    expect(visitorUpSchemas.message.safeParse({ clientId, text: ' \n ' }).success).toBe(false);
  });

  it('takes a message without words where it has files, and none with more than five', () => {
    const [clientId, conversation] = [crypto.randomUUID(), crypto.randomUUID()];
    const files = (count: number) => Array.from({ length: count }, () => crypto.randomUUID());
    const owner = { site: 'shop', conversation };
    for (const [count, taken] of [
      [0, false],
      [1, true],
      [5, true],
      [6, false],
    ] as const) {
      const body = { clientId, text: '', attachments: files(count) };
      expect(visitorUpSchemas.message.safeParse(body).success).toBe(taken);
      expect(ownerUpSchemas.reply.safeParse({ ...owner, ...body }).success).toBe(taken);
    }
    expect(ownerUpSchemas.reply.safeParse({ ...owner, clientId, text: ' ' }).success).toBe(false);
  });
});
