import { describe, expect, it } from '@jest/globals';
import { findDates } from './find-dates.ts';

const day = (text: string, now = '2026-12-02T10:00:00+08:00') =>
  findDates(text, { now: Date.parse(now), timeZone: 'Asia/Shanghai', country: null }).map(({ value }) =>
    value.slice(0, 10),
  );

describe('feasts of the Chinese calendar', () => {
  it.each([
    ['春节放假吗', '2027-02-06'],
    ['春節前能到吗', '2027-02-06'],
    ['除夕营业吗', '2027-02-05'],
    ['元宵节', '2027-02-20'],
    ['端午来取', '2026-06-19'],
    ['七夕', '2026-08-19'],
    ['中秋节', '2026-09-25'],
    ['open on Chinese New Year?', '2027-02-06'],
    ["Lunar New Year's Eve", '2027-02-05'],
    ['the Lantern Festival', '2027-02-20'],
    ['dragon boat festival', '2026-06-19'],
    ['Mid-Autumn Festival', '2026-09-25'],
    ['is it here before mid autumn', '2026-09-25'],
    ['Qixi', '2026-08-19'],
  ])('are found: %s', (text, value) => {
    expect(day(text)).toEqual([value]);
  });

  it.each([
    ['2025-06-01T10:00:00+08:00', '2025-01-29', '2025-05-31', '2025-10-06'],
    ['2029-09-01T10:00:00+08:00', '2030-02-03', '2029-06-16', '2029-09-22'],
    ['2033-09-01T10:00:00+08:00', '2034-02-19', '2033-06-01', '2033-09-08'],
  ])('are the nearest, by leap months and days of their own: %s', (now, newYear, dragonBoat, midAutumn) => {
    expect([day('春节', now), day('端午', now), day('中秋', now)]).toEqual([[newYear], [dragonBoat], [midAutumn]]);
  });

  it('are no gifts and meals', () => {
    for (const text of ['中秋礼盒', '端午粽子', '元宵多少钱', 'spring festival sale', 'a Chinese New Year gift'])
      expect([text, day(text)]).toEqual([text, []]);
  });
});
