import { describe, expect, it } from '@jest/globals';
import { findDates } from './find-dates.ts';

/** Wednesday, ten in the morning. */
const NOW = Date.parse('2026-12-02T10:00:00+08:00');
const find = (text: string, about: object = {}) =>
  findDates(text, { now: NOW, timeZone: 'Asia/Shanghai', country: null, ...about });
const one = (text: string, about: object = {}) => {
  const found = find(text, about);
  return found.map((entity) => [entity.text, entity.value, entity.kind === 'date' && entity.timeIsCertain]);
};

describe('Chinese dates', () => {
  it.each([
    ['今天', '2026-12-02T12:00:00+08:00', false],
    ['后天上午十点', '2026-12-04T10:00:00+08:00', true],
    ['下周三下午', '2026-12-09T15:00:00+08:00', false],
    ['下周三下午三点', '2026-12-09T15:00:00+08:00', true],
    ['下下周一', '2026-12-14T12:00:00+08:00', false],
    ['本周日', '2026-12-06T12:00:00+08:00', false],
    ['周二', '2026-12-08T12:00:00+08:00', false],
    ['上周五', '2026-11-27T12:00:00+08:00', false],
    ['星期天晚上七点', '2026-12-06T19:00:00+08:00', true],
    ['礼拜二', '2026-12-08T12:00:00+08:00', false],
    ['12月3号', '2026-12-03T12:00:00+08:00', false],
    ['十二月三号下午两点', '2026-12-03T14:00:00+08:00', true],
    ['1月5日', '2027-01-05T12:00:00+08:00', false],
    ['11月20号', '2026-11-20T12:00:00+08:00', false],
    ['2026年12月3日', '2026-12-03T12:00:00+08:00', false],
    ['85年5月12日', '1985-05-12T12:00:00+08:00', false],
    ['八五年五月十二号', '1985-05-12T12:00:00+08:00', false],
    ['27年1月8号', '2027-01-08T12:00:00+08:00', false],
    ['明年3月', '2027-03-01T12:00:00+08:00', false],
    ['下个月3号', '2027-01-03T12:00:00+08:00', false],
    ['下个月底', '2027-01-31T12:00:00+08:00', false],
    ['月底', '2026-12-31T12:00:00+08:00', false],
    ['大后天', '2026-12-05T12:00:00+08:00', false],
    ['三天后', '2026-12-05T12:00:00+08:00', false],
    ['两周后', '2026-12-16T12:00:00+08:00', false],
    ['两个星期前', '2026-11-18T12:00:00+08:00', false],
    ['两小时后', '2026-12-02T12:00:00+08:00', true],
    ['半小时后', '2026-12-02T10:30:00+08:00', true],
    ['一个半小时后', '2026-12-02T11:30:00+08:00', true],
    ['今晚8点半', '2026-12-02T20:30:00+08:00', true],
    ['明早', '2026-12-03T08:00:00+08:00', false],
    ['明天下午三点半', '2026-12-03T15:30:00+08:00', true],
    ['明天3点', '2026-12-03T15:00:00+08:00', true],
    ['下午4点一刻', '2026-12-02T16:15:00+08:00', true],
    ['15:30', '2026-12-02T15:30:00+08:00', true],
    ['早上8点', '2026-12-03T08:00:00+08:00', true],
    ['晚上12点', '2026-12-03T00:00:00+08:00', true],
    ['中午12点', '2026-12-02T12:00:00+08:00', true],
    ['中午1点', '2026-12-02T13:00:00+08:00', true],
    ['3号', '2026-12-03T12:00:00+08:00', false],
    ['這週六', '2026-12-05T12:00:00+08:00', false],
    ['下週三下午', '2026-12-09T15:00:00+08:00', false],
    ['下周五3点', '2026-12-11T15:00:00+08:00', true],
    ['周五10点半', '2026-12-04T10:30:00+08:00', true],
    ['礼拜一9:00', '2026-12-07T09:00:00+08:00', true],
    ['下周五15:00', '2026-12-11T15:00:00+08:00', true],
    ['12.24下午3点', '2026-12-24T15:00:00+08:00', true],
    ['12.24号', '2026-12-24T12:00:00+08:00', false],
    ['圣诞节', '2026-12-25T12:00:00+08:00', false],
    ['元旦上午十点', '2027-01-01T10:00:00+08:00', true],
    ['五一', '2027-05-01T12:00:00+08:00', false],
  ])('%s is %s', (text, value, certain) => {
    expect(one(`我想${text}来取`)).toEqual([[text, value, certain]]);
  });

  it('that reach from one day to another are one', () => {
    expect(find('周一到周三')).toMatchObject([
      { text: '周一到周三', value: '2026-12-07T12:00:00+08:00', until: '2026-12-09T12:00:00+08:00' },
    ]);
  });

  it.each([
    ['明天上午10点到12点', '2026-12-03T10:00', '2026-12-03T12:00'],
    ['明天10-12点', '2026-12-03T10:00', '2026-12-03T12:00'],
    ['周五下午2点到4点', '2026-12-04T14:00', '2026-12-04T16:00'],
    ['周六晚上8点到10点', '2026-12-05T20:00', '2026-12-05T22:00'],
  ])('that reach from one hour to another are one, on one day: %s', (text, value, until) => {
    const zone = ':00+08:00';
    expect(find(`我想${text}来取`)).toMatchObject([{ text, value: value + zone, until: until + zone }]);
  });

  it('are not seen where there are none', () => {
    for (const text of [
      '2月30号',
      '我有一个问题',
      '尺码42',
      '早就收到了',
      '几天后',
      '三个月',
      '3号店',
      '周围',
      '一点都不好',
      '有点贵',
      '晚了',
      '早一点的',
      '能晚一点吗',
      '圣诞树',
      '打8.5折',
      '12.5元',
      '周5年卡',
    ]) {
      expect([text, one(text)]).toEqual([text, []]);
    }
  });
});

describe('English dates', () => {
  it.each([
    ['tomorrow', '2026-12-03T12:00:00+08:00', false],
    ['next Wednesday afternoon', '2026-12-09T15:00:00+08:00', false],
    ['in two hours', '2026-12-02T12:00:00+08:00', true],
    ['tomorrow at 5', '2026-12-03T17:00:00+08:00', true],
    ['Dec 3rd', '2026-12-03T12:00:00+08:00', false],
    ["12 May '85", '1985-05-12T12:00:00+08:00', false],
    ['20 November', '2026-11-20T12:00:00+08:00', false],
    ['3.12.2026', '2026-12-03T12:00:00+08:00', false],
    ['the day after tomorrow at 10am', '2026-12-04T10:00:00+08:00', true],
    ['in two weeks', '2026-12-16T12:00:00+08:00', false],
    ['on the 5th', '2026-12-05T12:00:00+08:00', false],
    ['on the 1st', '2027-01-01T12:00:00+08:00', false],
    ['on the 5th at half past two', '2026-12-05T14:30:00+08:00', true],
    ['on the 21st at 4pm', '2026-12-21T16:00:00+08:00', true],
    ['Friday the 4th', '2026-12-04T12:00:00+08:00', false],
    ['Wednesday the 13th', '2027-01-13T12:00:00+08:00', false],
    ['Monday the 7th of December', '2026-12-07T12:00:00+08:00', false],
    ['on the 2nd of next month', '2027-01-02T12:00:00+08:00', false],
    ['tomorrow at quarter to 3', '2026-12-03T14:45:00+08:00', true],
    ['Friday in the morning', '2026-12-04T09:00:00+08:00', false],
    ['on the 5th in the evening', '2026-12-05T20:00:00+08:00', false],
    ['tomorrow at 5 in the afternoon', '2026-12-03T17:00:00+08:00', true],
    ['at ten past nine am', '2026-12-03T09:10:00+08:00', true],
    ['the 15th of next month', '2027-01-15T12:00:00+08:00', false],
    ['the first of next month', '2027-01-01T12:00:00+08:00', false],
    ['in a fortnight', '2026-12-16T12:00:00+08:00', false],
    ['the week after next', '2026-12-16T12:00:00+08:00', false],
    ['tomorrow at 14h', '2026-12-03T14:00:00+08:00', true],
    ['10h30 tomorrow', '2026-12-03T10:30:00+08:00', true],
    ['Christmas Eve', '2026-12-24T12:00:00+08:00', false],
    ['Dec 18', '2026-12-18T12:00:00+08:00', false],
    ['January 5 at 3pm', '2027-01-05T15:00:00+08:00', true],
    ['Dec 18 2027', '2027-12-18T12:00:00+08:00', false],
    ['tomorrow at half ten', '2026-12-03T10:30:00+08:00', true],
    ['half past ten', '2026-12-02T10:30:00+08:00', true],
    ['tomorrow half 2', '2026-12-03T14:30:00+08:00', true],
    ['tomorrow around 8ish', '2026-12-03T08:00:00+08:00', true],
    ['on Friday at 4-ish', '2026-12-04T16:00:00+08:00', true],
    ["New Year's Day at 11am", '2027-01-01T11:00:00+08:00', true],
  ])('%s is %s', (text, value, certain) => {
    expect(one(`can I come ${text}?`)).toEqual([[text, value, certain]]);
  });

  // It is Wednesday, the 2nd.
  it.each([
    ['Tuesday week', '2026-12-15T12:00:00+08:00', false],
    ['a week on Tuesday', '2026-12-15T12:00:00+08:00', false],
    ['a week from Friday', '2026-12-11T12:00:00+08:00', false],
    ['two weeks on Monday', '2026-12-21T12:00:00+08:00', false],
    ['two weeks from tomorrow', '2026-12-17T12:00:00+08:00', false],
    ['a week today', '2026-12-09T12:00:00+08:00', false],
    ['tomorrow week', '2026-12-10T12:00:00+08:00', false],
    ['on Thursday week', '2026-12-10T12:00:00+08:00', false],
    ['a fortnight on Saturday', '2026-12-19T12:00:00+08:00', false],
    ['Friday fortnight', '2026-12-18T12:00:00+08:00', false],
    ['Wednesday week', '2026-12-16T12:00:00+08:00', false],
    ['week on Friday', '2026-12-11T12:00:00+08:00', false],
    ['Tuesday week at 3pm', '2026-12-15T15:00:00+08:00', true],
    ['a week on Tuesday at half past ten', '2026-12-15T10:30:00+08:00', true],
    ['next week on Tuesday', '2026-12-08T12:00:00+08:00', false],
    ['next week Friday at 10am', '2026-12-11T10:00:00+08:00', true],
    ['Tuesday week in the afternoon', '2026-12-15T15:00:00+08:00', false],
  ])('count weeks from a day: %s is %s', (text, value, certain) => {
    expect(one(`can I come ${text}?`)).toEqual([[text, value, certain]]);
  });

  it.each([
    ['last Monday', '2026-11-30T12:00:00+08:00'],
    ['last Wednesday', '2026-11-25T12:00:00+08:00'],
    ['this past Friday', '2026-11-27T12:00:00+08:00'],
    ['on Tuesday last week', '2026-11-24T12:00:00+08:00'],
    ['last week on Tuesday', '2026-11-24T12:00:00+08:00'],
    ['a fortnight ago', '2026-11-18T12:00:00+08:00'],
  ])('look back where somebody does: %s', (text, value) => {
    expect(one(`it came ${text}, I think`)).toEqual([[text, value, false]]);
  });

  it.each([
    ['tomorrow between 2 and 4', '2026-12-03T14:00', '2026-12-03T16:00'],
    ['between 2pm and 4pm on Friday', '2026-12-04T14:00', '2026-12-04T16:00'],
    ['between 11 and 2 pm tomorrow', '2026-12-03T11:00', '2026-12-03T14:00'],
    ['9-11 on Thursday', '2026-12-03T09:00', '2026-12-03T11:00'],
    ['friday 2-4pm', '2026-12-04T14:00', '2026-12-04T16:00'],
  ])('that reach from one hour to another are one, on one day: %s', (text, value, until) => {
    const zone = ':00+08:00';
    expect(find(`can I come ${text}?`)).toMatchObject([{ text, value: value + zone, until: until + zone }]);
  });

  it('count no weeks where none are meant', () => {
    expect(one('the Tuesday week plan')[0]?.[1]).toContain('2026-12-08');
    expect(one('any day next week')[0]?.[1]).toContain('2026-12-09');
    expect(one('this week on Friday')[0]?.[1]).toContain('2026-12-04');
    for (const often of ['three times a week on Tuesday', 'once a week on Tuesday', 'every week on Tuesday']) {
      expect([often, one(often).filter(([, value]) => String(value).includes('12-15'))]).toEqual([often, []]);
    }
  });

  it('read 12/3 as people write it where they are', () => {
    expect(one('on 12/3', { country: 'US' })[0]?.[1]).toContain('2026-12-03');
    expect(one('on 12/3', { country: 'GB' })[0]?.[1]).toContain('-03-12');
  });

  it('are not seen in words that only look like them', () => {
    for (const text of [
      'may I return it',
      'order 1042',
      'size 10',
      'I want a second one',
      'the sun shirt',
      'on the 2nd floor',
      'for the 3rd time',
      'five to ten people',
      '40ish people',
      'size 8ish',
      'cut it in half please',
      'the second half one has a hole',
      'between 2 and 4 people',
      'sizes 9-11 on sale',
      'a Christmas tree',
      '24h delivery',
    ]) {
      expect([text, one(text)]).toEqual([text, []]);
    }
  });

  it('are not parts of any day: who wants the evening class does not want it tonight', () => {
    for (const text of ['the evening class', 'a morning person', 'rather in the afternoon'])
      expect(one(text)).toEqual([]);
    expect(one('tomorrow evening')[0]?.[1]).toMatch(/^2026-12-03T/);
    expect(one('tonight')[0]?.[1]).toMatch(/^2026-12-02T/);
  });
});

describe("a visitor's zone", () => {
  it('decides what day and offset are meant', () => {
    const late = { now: Date.parse('2026-12-02T23:30:00-05:00'), timeZone: 'America/New_York' };
    expect(one('tomorrow 9am', late)).toEqual([['tomorrow 9am', '2026-12-03T09:00:00-05:00', true]]);
    expect(one('明天上午9点', late)).toEqual([['明天上午9点', '2026-12-03T09:00:00-05:00', true]]);
  });

  it('keeps the wall clock over a change of summer time, and elapsed hours as hours', () => {
    const before = { now: Date.parse('2026-10-24T23:30:00+02:00'), timeZone: 'Europe/Berlin' };
    expect(one('tomorrow at 10:00', before)[0]?.[1]).toBe('2026-10-25T10:00:00+01:00');
    expect(one('明天上午十点', before)[0]?.[1]).toBe('2026-10-25T10:00:00+01:00');
    expect(one('in five hours', before)[0]?.[1]).toBe('2026-10-25T03:30:00+01:00');
    expect(one('五小时后', before)[0]?.[1]).toBe('2026-10-25T03:30:00+01:00');
  });

  it('that nobody knows is taken for UTC', () => {
    expect(one('tomorrow', { timeZone: 'Mars/Base' })[0]?.[1]).toBe('2026-12-03T12:00:00Z');
  });
});
