import { beforeEach, describe, expect, it } from '@jest/globals';
import type { InsightRun, RecordBatch } from '@solodesk/core';
import { silentLog } from '@solodesk/core/testing';
import { calendar } from '../calendar.ts';
import { InsightsSchedule, dueDay } from './insights-schedule.ts';

const HOUR = 3_600_000;
const berlin = { id: 'shop', timeZone: 'Europe/Berlin', insights: { hour: 5, customerDays: null, themeAlerts: true } };

describe('the schedule of the insights', () => {
  let now: number;
  let done: Map<string, InsightRun>;
  let runs: string[];
  let outcome: string | null;
  let hasRows: boolean;
  let batches: RecordBatch[];

  beforeEach(() => {
    [done, runs, outcome, hasRows, batches] = [new Map(), [], null, true, []];
    now = Date.parse('2026-11-27T00:00:00+01:00');
  });
  const schedule = (site = berlin) =>
    new InsightsSchedule({
      sites: { list: () => [site as never] },
      store: { insightRun: async (id) => done.get(id) ?? null, batches: async () => batches },
      ...{ calendar, clock: { now: () => now }, log: silentLog },
      async run(id) {
        const day = dueDay(site, now, calendar);
        runs.push(day);
        // As the program does: to yesterday, whatever was due.
        if (outcome === null && hasRows) done.set(id, { lastDay: day, model: 'm', readAt: now, endedAt: now });
        return outcome;
      },
    });
  /** Looks every ten minutes for some hours. */
  async function pass(hours: number, one = schedule()): Promise<void> {
    for (const end = now + hours * HOUR; now < end; now += HOUR / 6) await one.look();
  }

  it('works through each day once, from the owner’s hour on', async () => {
    done.set('shop', { lastDay: '2026-11-25', model: 'm', readAt: 0, endedAt: 0 });
    await pass(4.9);
    expect(runs).toEqual([]);
    await pass(48);
    expect(runs).toEqual(['2026-11-26', '2026-11-27']);
  });

  const batch = (change: Partial<RecordBatch>): RecordBatch => ({
    ...{ key: 1, site: 'shop', kind: 'orders', file: 'o.csv', startedAt: now, finishedAt: now, undoneAt: null },
    ...{ counts: { new: 1, changed: 0, same: 0, refused: 0 }, ...change },
  });

  it('works through what a file has brought in as soon as it is in, once, and again when it is taken back', async () => {
    await pass(6);
    runs = [];
    const one = schedule();
    batches = [batch({ finishedAt: null })];
    await pass(0.3, one);
    expect([runs.length, await one.waits('shop')]).toEqual([0, true]);
    batches = [batch({ finishedAt: now })];
    expect(await one.waits('shop')).toBe(true);
    // Also where nothing of it is of a day that is over, so that no mark is left.
    hasRows = false;
    await pass(3, one);
    expect([runs.length, await one.waits('shop')]).toEqual([1, false]);
    batches = [batch({ undoneAt: now })];
    await pass(3, one);
    expect(runs).toHaveLength(2);
  });

  it('does not wait for an import that broke off, and works through nothing for one that changed nothing', async () => {
    await pass(6);
    const one = schedule();
    batches = [batch({ finishedAt: null }), batch({ counts: { new: 0, changed: 0, same: 9, refused: 0 } })];
    runs = [];
    expect(await one.waits('shop')).toBe(true);
    await pass(1, one);
    expect([runs, await one.waits('shop')]).toEqual([[], false]);
  });

  it('does so also when the server is started anew all the time', async () => {
    done.set('shop', { lastDay: '2026-11-25', model: 'm', readAt: 0, endedAt: 0 });
    for (let n = 0; n < 30; n++) await pass(1, schedule());
    expect(runs).toEqual(['2026-11-26', '2026-11-27']);
  });

  it('makes up for days on which nothing ran as soon as it runs again, before the owner’s hour too', async () => {
    done.set('shop', { lastDay: '2026-11-20', model: 'm', readAt: 0, endedAt: 0 });
    now = Date.parse('2026-11-27T01:00:00+01:00');
    await schedule().look();
    expect(runs).toEqual(['2026-11-25']);
  });

  it('does each day once over both changes of the clock, with an hour that is skipped or comes twice', async () => {
    for (const [start, hour] of [
      ['2026-03-28T00:00:00+01:00', 2],
      ['2026-10-24T00:00:00+02:00', 2],
    ] as const) {
      now = Date.parse(start);
      runs = [];
      const site = { ...berlin, insights: { hour, customerDays: null, themeAlerts: true } };
      done.set('shop', { lastDay: dueDay(site, now, calendar), model: 'm', readAt: 0, endedAt: 0 });
      await pass(72, schedule(site));
      expect(runs).toHaveLength(3);
      expect(new Set(runs).size).toBe(3);
    }
  });

  it('tries again after a while when it failed, and not at once', async () => {
    [outcome, done] = ['no room on the disk', new Map()];
    await pass(0.9);
    const failed = runs.length;
    expect(failed).toBeGreaterThan(1);
    expect(failed).toBeLessThanOrEqual(6);
    outcome = null;
    await pass(3);
    expect(runs).toHaveLength(failed + 1);
  });

  it('looks once a day where there is nothing to work through', async () => {
    hasRows = false;
    await pass(24);
    expect(runs).toHaveLength(2);
  });

  it('begins nothing after its stop', async () => {
    const one = schedule();
    await one.stop();
    await one.look();
    expect(runs).toEqual([]);
  });
});
