import { describe, expect, it } from '@jest/globals';
import { dateWords, daysOf, faultOf, fieldsOf, holidayOf, inOrder, NO_FIELDS, withHoliday } from './holiday-dates.ts';
import { presetsFor } from './holiday-presets.ts';
import type { Holiday } from '../api/holidays-api.ts';

const TODAY = '2026-11-27';
const EVE: Holiday = { date: '2026-12-24', name: { en: 'Christmas Eve' }, hours: ['09:00-12:00'] };
const CHRISTMAS: Holiday = { date: '12-25', until: '12-26', name: { en: 'Christmas', zh: '圣诞节' } };
const SUMMER: Holiday = { date: '2026-08-03', until: '2026-08-14', name: { en: 'Summer break' } };
const TURN: Holiday = { date: '12-28', until: '01-02', name: { en: 'Between the years' } };

describe('the days of a holiday', () => {
  it('are this year’s or next year’s of a yearly one, also over New Year', () => {
    expect(daysOf(CHRISTMAS, TODAY)).toEqual({ first: '2026-12-25', last: '2026-12-26' });
    expect(daysOf(CHRISTMAS, '2026-12-27')).toEqual({ first: '2027-12-25', last: '2027-12-26' });
    expect(daysOf(TURN, '2027-01-01')).toEqual({ first: '2026-12-28', last: '2027-01-02' });
    expect(daysOf({ date: '02-29', name: {} }, TODAY).first).toBe('2028-02-29');
  });

  it('are read in both languages', () => {
    expect(dateWords(CHRISTMAS, 'en', TODAY)).toMatch(/^25\s?–\s?26 December$/);
    expect(dateWords(CHRISTMAS, 'zh', TODAY)).toBe('12月25日至12月26日');
    expect(dateWords(EVE, 'en', TODAY)).toBe('Thu, 24 December 2026');
  });
});

describe('a list of holidays', () => {
  it('shows what comes next first and what is over last', () => {
    expect(inOrder([SUMMER, TURN, EVE, CHRISTMAS], TODAY)).toEqual([EVE, CHRISTMAS, TURN, SUMMER]);
  });

  it('takes a shorter one before a longer one, as the first that names a day counts', () => {
    const eveYearly: Holiday = { date: '12-31', name: { en: 'New Year’s Eve' }, hours: ['09:00-12:00'] };
    expect(withHoliday([CHRISTMAS, TURN], eveYearly)).toEqual([eveYearly, CHRISTMAS, TURN]);
    expect(withHoliday([CHRISTMAS], SUMMER)).toEqual([CHRISTMAS, SUMMER]);
  });
});

describe('the fields of a holiday', () => {
  it('come back as they were written', () => {
    for (const each of [EVE, CHRISTMAS, SUMMER, TURN]) expect(holidayOf(fieldsOf(each, TODAY))).toEqual(each);
  });

  it('say what is wrong with them', () => {
    const good = { ...NO_FIELDS, name: { en: 'Fair' }, first: '2026-12-01' };
    expect(faultOf(good)).toBeNull();
    expect(faultOf({ ...good, name: { en: ' ' } })).toBe('name');
    expect(faultOf({ ...good, first: '' })).toBe('first');
    expect(faultOf({ ...good, last: '2026-11-30' })).toBe('last');
    expect(faultOf({ ...good, last: '2027-12-01', yearly: true })).toBe('last');
    expect(faultOf({ ...good, hours: [{ from: '09:00', to: '' }] })).toBe('hours');
    expect(faultOf({ ...good, hours: [{ from: '09:00', to: '09:00' }] })).toBe('hours');
  });
});

describe('the holidays that can be added by one press', () => {
  it('are those of the site’s country, have a name in each language, and come back each year', () => {
    expect(presetsFor('CN').map(({ name }) => name.zh)).toEqual(['元旦', '劳动节', '国庆节']);
    expect(presetsFor(null).length).toBeGreaterThan(0);
    for (const country of [null, 'AT', 'CH', 'CN', 'DE', 'FR', 'GB', 'US']) {
      for (const preset of presetsFor(country)) {
        expect(preset.name).toEqual({ en: expect.any(String), zh: expect.any(String) });
        expect(preset.date).toMatch(/^\d\d-\d\d$/);
      }
    }
  });
});
