import { describe, expect, it } from '@jest/globals';
import { parseMonth } from './month.ts';
import { momentReader } from './moment.ts';

describe('a month', () => {
  const read = (text: string) =>
    parseMonth(text, momentReader('UTC', null), (at) => new Date(at).toISOString().slice(0, 7));

  it('is read however people write it', () => {
    for (const text of [
      ...['2026-05', '2026/5', '2026.05', '05/2026', '5.2026', 'May 2026', 'may, 2026', '2026年5月', '２０２６年５月'],
      ...['2026-05-31', '31.05.2026', '2026年5月1日', '2026-05-03 10:00'],
    ]) {
      expect([text, read(text)]).toEqual([text, '2026-05']);
    }
    expect(read('Sept 2026')).toBe('2026-09');
    expect(read('dec-2026')).toBe('2026-12');
  });

  it('is none where it could be two, or is none at all', () => {
    for (const text of ['', '13/2026', '2026-00', '2026-13', 'spring 2026', 'ma 2026', '03/04/2026', '2026', '05/26']) {
      expect([text, read(text)]).toEqual([text, null]);
    }
  });
});
