import { describe, expect, it } from '@jest/globals';
import { shownThemes } from './shown-themes.ts';
import type { FoundThemeRow } from './shown-themes.ts';
import { shownSizes, weeklyDays } from './theme-history.ts';
import { eachPersonOnce, shownAs } from './theme-mark.ts';
import type { Raiser, ThemeMark } from './theme-mark.ts';

const found = (id: string, size: number, score = 0): FoundThemeRow => ({
  ...{ id, since: '2026-11-01', name: `about ${id}`, words: [id, 'late'], size, before: 2, examples: [size] },
  mood: { score, negative: size, neutral: 0, positive: 0 },
});
const mark = (theme: string, change: Partial<ThemeMark> = {}): ThemeMark => ({
  ...{ theme, since: '2026-11-01', anchor: [], label: `about ${theme}`, name: null, pinned: false },
  ...{ mergedInto: null, fixed: null },
  ...change,
});

describe('themes as the owner arranged them', () => {
  it('are shown under their given names, the pinned first, then the largest', () => {
    const shown = shownThemes([found('a', 5), found('b', 9)], [mark('a', { pinned: true, name: 'Couriers' })]);
    expect(shown.map(({ name, foundName }) => [name, foundName])).toEqual([
      ['Couriers', 'about a'],
      ['about b', 'about b'],
    ]);
  });

  it('count what was merged into them, also by way of another one, and say what it was', () => {
    const marks = [mark('a', { mergedInto: 'b' }), mark('b', { mergedInto: 'c' }), mark('c')];
    const [only, ...others] = shownThemes([found('a', 6, -1), found('b', 2), found('c', 4, 0.5)], marks);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ id: 'c', size: 12, before: 6, mood: { score: -0.333, negative: 12 } });
    expect(only?.parts).toEqual([
      { id: 'a', name: 'about a' },
      { id: 'b', name: 'about b' },
    ]);
    expect(only?.words).toEqual(['c', 'late', 'a', 'b']);
  });

  it('are there while they are pinned though nobody speaks of them', () => {
    expect(shownThemes([], [mark('a', { pinned: true }), mark('b')])).toMatchObject([
      { id: 'a', name: 'about a', size: 0, mood: { score: 0 } },
    ]);
  });

  it('never end in a circle', () => {
    const circle = [mark('a', { mergedInto: 'b' }), mark('b', { mergedInto: 'a' })];
    expect(['a', 'b']).toContain(shownAs('a', circle));
  });
});

describe('who raised a theme', () => {
  it('is each person once: by contact, by browser and by address', () => {
    const row = (visitorKey: number, contact: number | null, email: string | null) =>
      ({ visitorKey, contact, email }) as Raiser;
    const rows = [row(1, null, null), row(2, 9, 'a@b.example'), row(3, 9, 'a@b.example'), row(4, 8, 'a@b.example')];
    expect(eachPersonOnce([...rows, row(1, null, null)]).map(({ visitorKey }) => visitorKey)).toEqual([1, 2]);
  });
});

describe('themes over time', () => {
  it('have a point a week, the last of each, counted back from the newest', () => {
    const days = ['2026-08-01', '2026-11-10', '2026-11-12', '2026-11-19', '2026-11-20', '2026-11-26'];
    expect(weeklyDays(days)).toEqual(['2026-11-12', '2026-11-19', '2026-11-26']);
    expect(weeklyDays([])).toEqual([]);
  });

  it('count at each time what is merged now', () => {
    const sizes = shownSizes([found('a', 5), found('b', 9)], [mark('a', { mergedInto: 'b' })]);
    expect([...sizes]).toEqual([['b', 14]]);
  });
});
