import { describe, expect, it } from '@jest/globals';
import { findDates } from './find-dates.ts';

/** Wednesday, ten in the morning. */
const NOW = Date.parse('2026-12-02T10:00:00+08:00');
const day = (text: string) =>
  findDates(text, { now: NOW, timeZone: 'Asia/Shanghai', country: null }).map(({ value }) => value.slice(0, 10));

describe('a day of which something past is told', () => {
  it.each([
    ['I ordered on Monday', '2026-11-30'],
    ['i orderd on monday and nothing came', '2026-11-30'],
    ['where is my parcel i ordered it on monday', '2026-11-30'],
    ['Ordered Monday, still nothing', '2026-11-30'],
    ['on Monday I ordered a sofa', '2026-11-30'],
    ['it should have come on Friday', '2026-11-27'],
    ["it should've been here by Friday", '2026-11-27'],
    ['it was supposed to arrive by friday', '2026-11-27'],
    ["it didn't come on Friday", '2026-11-27'],
    ["I've been waiting since Thursday", '2026-11-26'],
    ['I bought it on the 24th', '2026-11-24'],
    ['on the 24th I bought one', '2026-11-24'],
    ['it broke on the 31st', '2026-10-31'],
    ['I bought it in June', '2026-06-01'],
    ['it came on Dec 18', '2025-12-18'],
    ['我周一下的单', '2026-11-30'],
    ['周五收到的，今天坏了', '2026-11-27'],
    ['周五本来该到的', '2026-11-27'],
    ['本来周五该到', '2026-11-27'],
    ['週五就該到了', '2026-11-27'],
    ['周五没来', '2026-11-27'],
    ['从周一等到现在', '2026-11-30'],
    ['周一的快递还没到', '2026-11-30'],
    ['24号买的', '2026-11-24'],
    ['20号买的', '2026-11-20'],
    ['12月24号买的', '2025-12-24'],
    ['下单时间是18号', '2026-11-18'],
  ])('is the last one: %s', (text, value) => {
    expect(day(text)[0]).toBe(value);
  });

  it('is not today, who would have said so', () => {
    expect(day('I ordered on Wednesday')).toEqual(['2026-11-25']);
    expect(day('我周三下的单')).toEqual(['2026-11-25']);
  });

  it.each([
    ['I want to come on Monday', '2026-12-07'],
    ['can it be delivered on Monday', '2026-12-07'],
    ['can I have it picked up on Monday?', '2026-12-07'],
    ['I bought it and want to come on Monday', '2026-12-07'],
    ['I ordered a sofa. Can I come on Monday?', '2026-12-07'],
    ['I booked for Monday', '2026-12-07'],
    ['I have got an appointment on Monday', '2026-12-07'],
    ['I said Monday', '2026-12-07'],
    ['I was hoping for Monday', '2026-12-07'],
    ['is it due on Monday?', '2026-12-07'],
    ['on the 24th I want to come', '2026-12-24'],
    ['Dec 18', '2026-12-18'],
    ['我周一来取', '2026-12-07'],
    ['我周一要取的衣服', '2026-12-07'],
    ['周一来的话有位置吗', '2026-12-07'],
    ['周一到的时候打给我', '2026-12-07'],
    ['周一没空', '2026-12-07'],
    ['改到周一可以吗', '2026-12-07'],
  ])('is the next one where it is to come: %s', (text, value) => {
    expect(day(text).at(-1)).toBe(value);
  });

  it('is read by its own verb, with others beside it', () => {
    expect(day('I ordered on Monday and want to return it on Friday')).toEqual(['2026-11-30', '2026-12-04']);
    expect(day('我周一下的单，周五能到吗')).toEqual(['2026-11-30', '2026-12-04']);
  });

  it('keeps both ends of a stretch', () => {
    const [found] = findDates('I was waiting from Monday to Tuesday', { now: NOW, timeZone: 'UTC', country: null });
    expect(found).toMatchObject({ value: '2026-11-30T12:00:00Z', until: '2026-12-01T12:00:00Z' });
  });
});
