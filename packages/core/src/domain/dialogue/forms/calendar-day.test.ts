import { expect, it } from '@jest/globals';
import { dayAt } from './calendar-day.ts';

const at = (moment: string) => Date.parse(moment);

it.each([
  ['UTC', '2026-11-29T23:59:59.999Z', '2026-11-29', '2026-11-30'],
  ['Asia/Kathmandu', '2026-11-29T18:14:59.999Z', '2026-11-29', '2026-11-30'],
  ['America/St_Johns', '2026-11-29T03:29:59.999Z', '2026-11-28', '2026-11-29'],
  ['no/such-zone', '2026-11-29T23:59:59.999Z', '2026-11-29', '2026-11-30'],
])('in %s a day ends at its midnight, and the day before is told as before', (zone, end, day, next) => {
  expect([dayAt(at(end), zone), dayAt(at(end) + 1, zone), dayAt(at(end), zone)]).toEqual([day, next, day]);
});
