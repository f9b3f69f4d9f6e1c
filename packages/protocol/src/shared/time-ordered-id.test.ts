import { describe, expect, it } from '@jest/globals';
import { visitorUpSchemas } from '../visitor/index.ts';
import { timeOrderedId } from './time-ordered-id.ts';

const RANDOM = 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6';
const MOMENT = Date.UTC(2022, 1, 22, 19, 22, 22);

describe('an id that sorts by its moment', () => {
  it('is the one of the example of RFC 9562 for its moment, with what was random kept', () => {
    expect(timeOrderedId('00000000-0000-4cc3-98c4-dc0c0c07398f', MOMENT)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('sorts as text by when it was made', () => {
    const moments = [0, 1, 999, MOMENT, MOMENT + 1, Date.UTC(2100, 0)];
    const ids = moments.map((at) => timeOrderedId(RANDOM, at));
    expect([...ids].sort()).toEqual(ids);
  });

  it.each([MOMENT + 0.7, -5, 2 ** 60])('is taken at the door whatever the clock says: %s', (at) => {
    const clientId = timeOrderedId(RANDOM, at);
    expect(visitorUpSchemas.message.safeParse({ clientId, text: 'Hello' }).success).toBe(true);
  });
});
