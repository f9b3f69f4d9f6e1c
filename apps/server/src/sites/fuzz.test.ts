import { describe, expect, it } from '@jest/globals';
import { createSeededIds, createSeededRandom } from '@solodesk/core/testing';
import { randomTalk } from '../testing/fuzz/random-talk.ts';
import { realDesks } from '../testing/real-desk.ts';
import type { RealSite } from '../testing/real-desk.ts';

/** Of `npm run fuzz`; in `npm test` always the same thousand. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 1_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
/** One talk alone, to look at it. */
const ONLY = process.env['FUZZ_TALK'] === undefined ? null : Number(process.env['FUZZ_TALK']);
const SITES: readonly RealSite[] = ['demo', 'clinic', 'demo', 'courses', 'saas', 'demo', 'clinic', 'shop'];
/** What all these talks together come to, or else they try too little. */
const REACHED = [
  ...['answer', 'ticket', 'handoff', 'cancellation', 'complaint', 'emergency', 'order shown', 'en', 'zh', 'score'],
  ...['booked', 'mail sent', 'mail answered'],
  ...['owner takes over', 'owner writes', 'owner hands back', 'owner closes'],
];
/** The same of what is rare: only many talks reach it, whatever the models of the day are. */
const REACHED_BY_MANY = ['moved', 'booking cancelled'];
const MANY = 5_000;

describe(`${RUNS} conversations of chance (seed ${SEED})`, () => {
  it(
    'throw nothing, go around in no circle, can be left, and come each to an answer, a ticket, a person or a cancellation',
    async () => {
      const faults: string[] = [];
      const outcomes: Record<string, number> = {};
      const desks = new Map<RealSite, Awaited<ReturnType<typeof realDesks>>>();
      for (const site of new Set(SITES)) desks.set(site, await realDesks(site));
      for (let talk = ONLY ?? 0; talk < (ONLY === null ? RUNS : ONLY + 1) && faults.length < 5; talk++) {
        const make = desks.get(SITES[talk % SITES.length] as RealSite)!;
        const log: string[] = [];
        const ids = createSeededIds(talk);
        try {
          const done = await randomTalk(
            (before) =>
              before === undefined
                ? Object.assign(make(), { ids })
                : Object.assign(make(before.store), { ids, clock: before.clock, here: before.here }),
            createSeededRandom(SEED * 1_000_003 + talk),
            log,
          );
          for (const [name, count] of Object.entries(done.outcomes)) outcomes[name] = (outcomes[name] ?? 0) + count;
        } catch (cause) {
          const what = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
          faults.push(`FUZZ_SEED=${SEED} FUZZ_TALK=${talk}: ${what}\n${log.join('\n')}`);
        }
      }
      expect(faults).toEqual([]);
      if (ONLY !== null) return;
      if (RUNS > 99) process.stdout.write(`${JSON.stringify(outcomes)}\n`);
      const expected = RUNS < MANY ? REACHED : [...REACHED, ...REACHED_BY_MANY];
      expect(expected.filter((outcome) => outcomes[outcome] === undefined)).toEqual([]);
    },
    RUNS * 200 + 120_000,
  );
});
