import { describe, expect, it } from '@jest/globals';
import type { Holiday, OpeningSpan, OpeningTimes, TimeSlot } from '@solodesk/core';
import { createSeededRandom } from '@solodesk/core/testing';
import { calendar } from './calendar.ts';
import { slowMinutes, slowlyOpen } from './testing/slow-hours.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** Moments around which something odd happens to the clock, with the zone that it happens in. */
const ODD: readonly (readonly [zone: string, around: string, what: string])[] = [
  ['Europe/Berlin', '2026-03-29T01:00Z', '02:00 to 03:00 does not exist'],
  ['Europe/Berlin', '2026-10-25T01:00Z', '02:00 to 03:00 comes twice'],
  ['America/New_York', '2026-03-08T07:00Z', '02:00 to 03:00 does not exist'],
  ['America/New_York', '2026-11-01T06:00Z', '01:00 to 02:00 comes twice'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z', 'half an hour comes twice'],
  ['America/Havana', '2026-03-08T05:00Z', 'midnight does not exist'],
  ['Asia/Beirut', '2026-10-24T21:00Z', 'the last hour of a day comes twice'],
  ['Pacific/Apia', '2011-12-30T10:00Z', 'a whole day does not exist'],
  ['Africa/Casablanca', '2026-02-15T02:00Z', 'Ramadan begins'],
  ['Asia/Kathmandu', '2026-06-01T18:15Z', 'a zone of 5:45'],
  ['Asia/Shanghai', '2026-01-01T16:00Z', 'no changes at all'],
  ['Pacific/Chatham', '2026-04-04T14:00Z', 'a zone of 12:45 with changes'],
];

/** A seed of today, printed with a failure; SEED=… plays it again. */
const SEED = Number(process.env['SEED'] ?? Math.floor(Date.now() / DAY));

describe(`the calendar agrees with the clock on the wall (SEED=${SEED})`, () => {
  for (const [index, [timeZone, around, what]] of ODD.entries()) {
    it(`in ${timeZone}: ${what}`, () => {
      for (let round = 0; round < 4; round++) {
        const seed = SEED + index * 100 + round;
        const random = createSeededRandom(seed);
        const site = anySite(timeZone, Date.parse(around), random);
        const from = Date.parse(around) - DAY - pick(random, 600) * MINUTE;
        const to = Date.parse(around) + DAY + pick(random, 600) * MINUTE;
        const label = JSON.stringify({ seed, site, from: new Date(from) });
        const minutes = slowMinutes(site, from, to);

        const slots = calendar.openSlots(site, { from, to });
        expect([label, minutesOf(slots)]).toEqual([label, minutes]);
        expect([label, slots.every((slot, n) => n === 0 || slots[n - 1]!.to < slot.from)]).toEqual([label, true]);

        if (site.hours.some((day) => day.length > 0)) {
          expect([label, calendar.businessTimeBetween(from, to, site)]).toEqual([label, minutes.length * MINUTE]);
        }
        for (let n = 0; n < 10; n++) {
          const at = from + pick(random, (to - from) / MINUTE) * MINUTE;
          expect([label, at, calendar.isOpen(site, at)]).toEqual([label, at, slowlyOpen(site, at)]);
          const next = minutes.find((minute) => minute >= at);
          if (next !== undefined) expect([label, calendar.nextOpening(site, at)]).toEqual([label, next]);
        }
        const wanted = 1 + pick(random, 900);
        const last = minutes[wanted - 1];
        if (last !== undefined && site.hours.some((day) => day.length > 0)) {
          expect([label, calendar.addBusinessTime(from, wanted * MINUTE, site)]).toEqual([label, last + MINUTE]);
        }
      }
    });
  }

  it('and offers only slots that are open from end to end, free, and as long as asked for', () => {
    for (const [index, [timeZone, around]] of ODD.entries()) {
      const seed = SEED + 5_000 + index;
      const random = createSeededRandom(seed);
      const site = anySite(timeZone, Date.parse(around), random);
      const from = Date.parse(around) - DAY;
      const minutes = 15 * (1 + pick(random, 6));
      const booked = Array.from({ length: 5 }, () => {
        const start = from + pick(random, 2880) * MINUTE;
        return { from: start, to: start + pick(random, 120) * MINUTE };
      });
      const free = calendar.freeSlots(site, { from, days: 2, minutes, booked });
      const open = new Set(slowMinutes(site, from - DAY, from + 4 * DAY));
      const label = JSON.stringify({ seed, site });
      for (const slot of free) {
        expect([label, slot.to - slot.from]).toEqual([label, minutes * MINUTE]);
        expect([label, minutesOf([slot]).every((minute) => open.has(minute))]).toEqual([label, true]);
        expect([label, booked.some((taken) => taken.from < slot.to && slot.from < taken.to)]).toEqual([label, false]);
      }
      expect(free.every((slot, n) => n === 0 || free[n - 1]!.to <= slot.from)).toBe(true);
      // Nothing free is left out where a whole open time begins free.
      for (const slot of calendar.openSlots(site, { from, to: from + 2 * DAY })) {
        if (slot.from === from || slot.to - slot.from < minutes * MINUTE) continue;
        const first = { from: slot.from, to: slot.from + minutes * MINUTE };
        if (booked.some((taken) => taken.from < first.to && first.from < taken.to)) continue;
        expect([label, free]).toEqual([label, expect.arrayContaining([first])]);
      }
    }
  });
});

function minutesOf(slots: readonly TimeSlot[]): number[] {
  const minutes: number[] = [];
  for (const { from, to } of slots) for (let at = from; at < to; at += MINUTE) minutes.push(at);
  return minutes;
}

const pick = (random: () => number, below: number) => Math.floor(random() * below);

/** Hours of any kind: none, split, whole days, past midnight; with a holiday or a half day near the odd moment. */
function anySite(timeZone: string, around: number, random: () => number): OpeningTimes {
  const day = (): OpeningSpan[] => {
    const from = 15 * pick(random, 96);
    switch (pick(random, 6)) {
      case 0:
        return [];
      case 1:
        return [{ from: 0, to: 1440 }];
      case 2:
        return [
          { from: 0, to: 150 },
          { from: 600, to: 1080 },
        ];
      case 3:
        return [{ from: Math.max(from, 1080), to: 1440 + 15 * pick(random, 8) + 15 }];
      default:
        return [{ from, to: Math.min(1440, from + 15 * (1 + pick(random, 40))) }];
    }
  };
  // Hours past midnight may run into the next day's: the schema refuses that, and the calendar joins them all the same.
  const hours = Array.from({ length: 7 }, day);
  const holidays: Holiday[] = [];
  if (pick(random, 2) === 0) {
    const date = new Date(around + (pick(random, 3) - 1) * DAY).toISOString().slice(0, 10);
    const from = pick(random, 2) === 0 ? date : date.slice(5);
    holidays.push({ from, until: from, name: {}, hours: pick(random, 2) === 0 ? [] : [{ from: 540, to: 720 }] });
  }
  return { hours, holidays, timeZone };
}
