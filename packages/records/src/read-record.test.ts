import { describe, expect, it } from '@jest/globals';
import type { RecordKind } from '@solodesk/core';
import { readRecord } from './read-record.ts';
import { recordSchemas } from './schemas.ts';

const NOW = Date.parse('2026-11-27T12:00:00Z');
const schemas = recordSchemas({ country: 'DE' });
const problems = (kind: RecordKind, value: unknown) => {
  const reading = readRecord(schemas, kind, value, NOW);
  return reading.ok ? [] : reading.problems.map(({ field, reason }) => `${field}: ${reason}`);
};

describe('a record', () => {
  it('becomes what the store keeps: addresses in lower case, numbers in E.164, moments in milliseconds', () => {
    const reading = readRecord(
      schemas,
      'orders',
      {
        number: ' tl-1042 ',
        placedAt: '2026-11-27T10:00:00+01:00',
        customer: { email: 'Ada@One.Example', phone: '030 123456' },
        lines: [{ name: 'Soap' }],
      },
      NOW,
    );
    expect(reading).toEqual({
      ok: true,
      draft: {
        number: 'TL-1042',
        placedAt: Date.parse('2026-11-27T09:00:00Z'),
        customer: { email: 'ada@one.example', phone: '+4930123456' },
        lines: [{ product: null, name: 'Soap', quantity: 1, price: null }],
      },
    });
  });

  it.each([
    ['orders', {}, 'number: is missing'],
    ['orders', { number: '1', total: 49.9, currency: 'EUR' }, 'total: must be a whole number of minor units'],
    ['orders', { number: '1', total: 5 }, 'currency: is needed beside a total'],
    ['orders', { number: '1', status: 'gone' }, 'status: must be one of pending, paid'],
    ['orders', { number: '1', lines: [{}, { quantity: 0 }] }, 'lines.1.quantity: must be above 0'],
    ['orders', { number: '1', customer: {} }, 'customer: has neither "id" nor "email" nor "phone"'],
    ['orders', { number: '1', placedAt: '2026-11-27' }, 'placedAt: must be a moment with its offset'],
    ['orders', { number: '1', trackingUrl: 'javascript:alert(1)' }, 'trackingUrl: must be a complete address'],
    ['orders', { number: '1', totl: 5 }, 'totl: is not known here'],
    ['orders', 'x', ': '],
    ['customers', { email: 'a@b' }, 'email: is no e-mail address'],
    ['customers', { id: 'a', name: 'x\u0000' }, 'name: holds an invisible control character'],
    ['customers', { id: 'a', name: '\ud800' }, 'name: holds an invisible control character'],
    ['orders', { number: '1', placedAt: '2026-11-28T13:00:00Z' }, 'placedAt: lies in the future'],
    ['customers', { id: 'a', customerSince: '2027-01-01T00:00:00Z' }, 'customerSince: lies in the future'],
    ['feedback', { text: 'late', at: '2031-01-01T00:00:00Z' }, 'at: lies in the future'],
    ['spend', { channel: 'a', month: '2026-12', currency: 'EUR', amount: 1 }, 'month: lies in the future'],
    ['products', { id: 'a b' }, 'id: must be letters, digits'],
    ['products', { id: 'a', currency: 'EURO' }, 'currency: must be a code such as EUR'],
    ['products', { id: 'a', stock: -1 }, 'stock: must not be negative'],
    ['products', { id: 'a', names: { fr: 'x' } }, 'names.fr: is not known here'],
  ] as [RecordKind, unknown, string][])('of %s is refused for %j', (kind, value, words) => {
    expect(problems(kind, value)).toEqual([expect.stringContaining(words)]);
  });

  it('may be of a day ahead, where it is tomorrow already', () => {
    expect(problems('feedback', { text: 'late', at: '2026-11-28T11:00:00Z' })).toEqual([]);
    expect(problems('spend', { channel: 'a', month: '2026-11', currency: 'EUR', amount: 1 })).toEqual([]);
  });
});
