import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiDesk, NOW } from '../testing/api-desk.ts';

const HOUR = 3_600_000;

describe('appointments by the API', () => {
  let at: ApiDesk;
  beforeAll(async () => {
    at = await ApiDesk.start();
    await at.ok('POST /api/customers', { id: 'P-1', email: 'ada@one.example' });
  });
  afterAll(() => at.end());

  const hourOf = (hour: number, minute = 0) => new Date(NOW + (hour - 8) * HOUR + minute * 60_000).toISOString();
  const span = (hour: number) => ({ startsAt: hourOf(hour), endsAt: hourOf(hour, 30) });

  it('are booked once, listed, moved and cancelled; free slots follow', async () => {
    const free = async () =>
      (await at.ok<{ items: { startsAt: string }[] }>('GET /api/appointments/free?days=1&minutes=30')).items.map(
        ({ startsAt }) => startsAt,
      );
    const before = await free();
    expect(before[0]).toBe(hourOf(9));
    const booked = await at.ok<{ id: string }>('POST /api/appointments', {
      ...span(9),
      service: 'first-visit',
      customer: 'P-1',
    });
    expect(booked).toMatchObject({ ...span(9), customer: 'P-1', state: 'booked', sequence: 0 });
    expect(await free()).toEqual(before.slice(1));
    expect(await at.call('POST /api/appointments', { ...span(9), service: 'x' })).toMatchObject({
      status: 409,
      body: { detail: 'the time is taken' },
    });
    const second = await at.ok<{ id: string }>('POST /api/appointments', { id: 'mine', ...span(10), service: 'x' });
    expect(await at.ok('POST /api/appointments', { id: 'mine', ...span(10), service: 'x' })).toEqual(second);
    const list = await at.all(`/api/appointments?from=${hourOf(0)}&to=${hourOf(24)}`, 1);
    expect([list.items.map(({ id }) => id), list.pages]).toEqual([[booked.id, 'mine'], 2]);
    expect((await at.call(`PATCH /api/appointments/mine`, span(9))).status).toBe(409);
    expect(await at.ok('PATCH /api/appointments/mine', span(11))).toMatchObject({ ...span(11), sequence: 1 });
    expect(await at.ok('GET /api/appointments/mine')).toMatchObject(span(11));
    for (let n = 0; n < 2; n++)
      expect(await at.ok('POST /api/appointments/mine/cancel')).toMatchObject({ state: 'cancelled' });
    expect((await at.call('PATCH /api/appointments/mine', span(10))).status).toBe(404);
  });

  it('that two book at once are one’s', async () => {
    const bookings = Array.from({ length: 5 }, () =>
      at.call('POST /api/appointments', { ...span(15), service: 'race' }),
    );
    const statuses = (await Promise.all(bookings)).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409, 409, 409, 409]);
  });

  it.each([
    { startsAt: hourOf(9), endsAt: hourOf(9) },
    { startsAt: hourOf(9), endsAt: hourOf(8) },
    { startsAt: hourOf(9), endsAt: hourOf(40) },
  ])('must end after they begin, within a day: %j', async (times) => {
    expect(await at.call('POST /api/appointments', { ...times, service: 'x' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'endsAt' }] },
    });
  });
});
