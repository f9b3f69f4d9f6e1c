import { describe, expect, it } from '@jest/globals';
import { quietUntil } from './quiet-hours.ts';

const NIGHT = { from: 22 * 60, to: 7 * 60 };
/** Winter in Berlin: an hour ahead of UTC. */
const at = (hour: number, minute = 0) => Date.UTC(2026, 0, 5, hour - 1, minute, 30);

describe('quiet hours', () => {
  it('end in the morning when they began in the evening', () => {
    const morning = Date.UTC(2026, 0, 6, 6);
    expect(quietUntil(NIGHT, at(22), 'Europe/Berlin')).toBe(morning);
    expect(quietUntil(NIGHT, at(23, 59), 'Europe/Berlin')).toBe(morning);
    expect(quietUntil(NIGHT, at(24 + 6, 59), 'Europe/Berlin')).toBe(morning);
  });

  it('are over at their end, and not begun before', () => {
    expect(quietUntil(NIGHT, at(7), 'Europe/Berlin')).toBeNull();
    expect(quietUntil(NIGHT, at(21, 59), 'Europe/Berlin')).toBeNull();
  });

  it('go by the clock of the site', () => {
    expect(quietUntil(NIGHT, at(12), 'Asia/Tokyo')).toBeNull();
    expect(quietUntil(NIGHT, at(15), 'Asia/Shanghai')).toBe(Date.UTC(2026, 0, 5, 23));
  });

  it('of one day are within it, and of no length are none', () => {
    const noon = { from: 12 * 60, to: 13 * 60 };
    expect(quietUntil(noon, at(12, 30), 'Europe/Berlin')).toBe(Date.UTC(2026, 0, 5, 12));
    expect(quietUntil(noon, at(13), 'Europe/Berlin')).toBeNull();
    expect(quietUntil({ from: 60, to: 60 }, at(1), 'Europe/Berlin')).toBeNull();
  });
});
