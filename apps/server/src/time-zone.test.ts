import { describe, expect, it, jest } from '@jest/globals';
import { isTimeZone } from './time-zone.ts';

describe('a time zone', () => {
  it('is known by its name, every time, and nothing else is', () => {
    for (let time = 0; time < 3; time += 1) {
      expect(isTimeZone('Europe/Berlin')).toBe(true);
      expect(isTimeZone('Middle/Earth')).toBe(false);
      expect(isTimeZone('')).toBe(false);
    }
  });

  it('is looked up once: each look costs a date format', () => {
    const made = jest.spyOn(Intl, 'DateTimeFormat');
    for (let visitor = 0; visitor < 100; visitor += 1) isTimeZone('Asia/Shanghai');
    expect(made).toHaveBeenCalledTimes(1);
    made.mockRestore();
  });
});
