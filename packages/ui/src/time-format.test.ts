import { describe, expect, it } from '@jest/globals';
import { initials } from './initials.ts';
import { dayKey, formatDateTime, formatDay, formatTime, isKnownZone } from './time-format.ts';

const zone = 'Europe/Berlin';
const at = Date.UTC(2026, 10, 23, 13, 2);

describe('times', () => {
  it('are shown on a 24-hour clock, also at midnight', () => {
    expect(formatTime(at, 'en', zone)).toBe('14:02');
    expect(formatTime(Date.UTC(2026, 10, 22, 23, 5), 'zh', zone)).toBe('00:05');
    expect(formatDateTime(at, 'en', zone)).toBe('2026-11-23 14:02');
  });

  it('are those of Greenwich where the zone is none, whoever made its name up', () => {
    const none = '<img src=x onerror=alert(1)>';
    expect(formatTime(at, 'en', none)).toBe('13:02');
    expect(dayKey(at, none)).toBe('2026-11-23');
    expect([isKnownZone(none), isKnownZone(zone)]).toEqual([false, true]);
  });

  it('belong to the day that their zone has', () => {
    expect(dayKey(Date.UTC(2026, 10, 22, 23, 30), zone)).toBe('2026-11-23');
    expect(dayKey(Date.UTC(2026, 10, 22, 23, 30), 'America/New_York')).toBe('2026-11-22');
  });

  it('say today and yesterday in both languages, across a day of 25 hours too', () => {
    expect(formatDay(at, at, 'en', zone)).toBe('Today');
    expect(formatDay(at - 86_400_000, at, 'zh', zone)).toBe('昨天');
    const afterChange = Date.UTC(2026, 9, 26, 22, 30);
    expect(formatDay(Date.UTC(2026, 9, 24, 23, 30), afterChange, 'en', zone)).toBe('Yesterday');
  });

  it('name other days, with the year when it is another', () => {
    expect(formatDay(Date.UTC(2026, 10, 16, 12), at, 'en', zone)).toContain('16 November');
    expect(formatDay(Date.UTC(2025, 10, 16, 12), at, 'en', zone)).toContain('2025');
    expect(formatDay(Date.UTC(2026, 10, 16, 12), at, 'zh', zone)).toContain('11月16日');
  });
});

describe('initials', () => {
  it('are those of the first and last word, or of the only one', () => {
    expect(['Teal & Linen', 'Mei', '李伟', 'jonas k. brandt', ''].map(initials)).toEqual(['TL', 'M', '李', 'JB', '']);
  });
});
