import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_MESSAGE_CODE_POINTS } from '../shared/limits.ts';
import { plainMessage } from './plain-message.ts';
import { visitorUpSchemas } from './up.ts';

const ID = '6f1c1c0e-3b0a-4f6e-9a51-0c0f2d7b8a11';

const uuid = fc.oneof(
  fc.uuid(),
  fc.uuid().map((id) => id.toUpperCase()),
  fc.uuid().map((id) => `${id} `),
  fc.uuid().map((id) => `${id}\n`),
  fc.uuid().map((id) => id.slice(1)),
  fc.constantFrom(
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '6f1c1c0e-3b0a-0f6e-9a51-0c0f2d7b8a11',
    '6f1c1c0e-3b0a-4f6e-1a51-0c0f2d7b8a11',
  ),
  fc.string(),
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', ' \n\t\u3000', '\u0000', '\ud800', 'how long is delivery'),
  fc
    .tuple(
      fc.constantFrom('a', '\u{1f600}', '\ud800', ' '),
      fc.integer({ min: MAX_MESSAGE_CODE_POINTS - 1, max: MAX_MESSAGE_CODE_POINTS + 1 }),
    )
    .map(([sign, times]) => sign.repeat(times)),
);
const body = fc.oneof(
  { weight: 4, arbitrary: fc.record({ clientId: uuid, text }) },
  {
    weight: 4,
    arbitrary: fc.record(
      {
        clientId: fc.oneof(uuid, fc.jsonValue()),
        text: fc.oneof(text, fc.jsonValue()),
        intent: fc.jsonValue(),
        attachments: fc.jsonValue(),
        more: fc.jsonValue(),
      },
      { requiredKeys: [] },
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue() },
);

it('makes of a body what the schema makes of it, or leaves it to the schema', () => {
  fc.assert(
    fc.property(body, (sent) => {
      const quick = plainMessage(sent);
      const { success, data } = visitorUpSchemas.message.safeParse(sent);
      if (quick !== null) expect(success ? data : 'refused').toStrictEqual(quick);
      // Words alone are never left to it: then this would be of no use.
      const isPlain = success && data.intent === undefined && data.attachments === undefined;
      expect(quick === null).toBe(!isPlain);
    }),
    { numRuns: 3000 },
  );
});

it('drops what it does not know, as the schema does', () => {
  expect(plainMessage({ clientId: ID, text: 'hi', admin: true })).toStrictEqual({ clientId: ID, text: 'hi' });
});

it.each([null, undefined, 7, 'hi', [], [ID, 'hi'], { clientId: ID }, { text: 'hi' }])(
  'leaves %j to the schema',
  (sent) => {
    expect(plainMessage(sent)).toBeNull();
  },
);
