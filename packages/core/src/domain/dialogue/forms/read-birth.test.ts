import { describe, expect, it } from '@jest/globals';
import { FormTalk } from '../../../testing/form-talk.ts';
import { sampleForm, sampleSlot } from '../../../testing/sample-forms.ts';
import type { Entity } from '../../entity.ts';
import { readAnswer, readInPassing } from './read-slot.ts';

const BIRTH = sampleSlot('birth', {
  type: 'date',
  isBirth: true,
  days: { from: -45_000, to: 0 },
  required: false,
  label: { en: 'Date of birth', zh: '出生日期' },
});
const FORM = sampleForm('message', [
  sampleSlot('what', { fromOpening: true }),
  BIRTH,
  sampleSlot('email', { type: 'email' }),
]);
const talk = () => new FormTalk([FORM]).begin('message').say('my test results');

/** As the finder of dates gives it. */
function date(text: string, value: string): Entity {
  return { kind: 'date', text, value: `${value}T12:00:00Z`, timeIsCertain: false, start: 0, end: text.length };
}
const read = (words: string, found: string, value: string) =>
  readAnswer(BIRTH, { words, found: [date(found, value)], today: '2026-11-30' });

describe('a date of birth', () => {
  it.each([
    ['12 May 1985', '12 May 1985', '1985-05-12', '1985-05-12'],
    ['she was born on 3/3/2021, in June', '3/3/2021', '2021-03-03', '2021-03-03'],
    ['12.5.85', '12.5.85', '1985-05-12', '1985-05-12'],
    ['1985年5月12日', '1985年5月12日', '1985-05-12', '1985-05-12'],
    ['八五年五月十二', '八五年五月十二', '1985-05-12', '1985-05-12'],
    ['去年5月3号', '去年5月3号', '2025-05-03', '2025-05-03'],
    ['today, 30/11/2026', '30/11/2026', '2026-11-30', '2026-11-30'],
  ])('is kept as a day: %s', (words, found, value, kept) => {
    expect(read(words, found, value)).toMatchObject({ value: { value: kept } });
  });

  it('is of the century before, where two digits of a year would lie in the future', () => {
    expect(read('12/05/30', '12/05/30', '2030-05-12')).toMatchObject({ value: { value: '1930-05-12' } });
  });

  it('may be written in eight digits, the year first', () => {
    expect(readAnswer(BIRTH, { words: '我是19850512出生', found: [], today: '2026-11-30' })).toMatchObject({
      value: { value: '1985-05-12' },
    });
    for (const words of ['19851512', '19850231', '198505123', '12051985'])
      expect(readAnswer(BIRTH, { words, found: [], today: '2026-11-30' })).toEqual({ trouble: 'form' });
  });

  it.each([
    ['12 May', '12 May', '2027-05-12'],
    ['26 May', '26 May', '2026-05-26'],
    ['5月12号', '5月12号', '2026-05-12'],
    ['12 May at 10:30', '12 May at 10:30', '2027-05-12'],
  ])('lacks its year and nothing else: %s', (words, found, value) => {
    expect(read(words, found, value)).toEqual({ trouble: 'year' });
  });

  it.each([
    ['12 May', '2027-05-12', 'in 1985'],
    ['12 May', '2027-05-12', "'85"],
    ['12 May', '2027-05-12', '85'],
    ['5月12号', '2027-05-12', '1985年的'],
    ['五月十二', '2027-05-12', '一九八五年'],
    ['五月十二', '2027-05-12', '八五年'],
  ])('may be told in two messages, the year when it is asked for: %s, %s, %s', (day, value, year) => {
    const asked = talk().say(day, null, [date(day, value)]);
    expect(asked.text).toBe('And in which year?');
    expect(asked.state?.bad).toBe(0);
    expect(asked.say(year, null, []).values['birth']).toBe('1985-05-12');
    expect(asked.ask?.slot).toBe('email');
  });

  it('may be told year first, and is asked for anew where the half of it is said twice', () => {
    const asked = talk().say('1985', null, []);
    expect(asked.text).toMatch(/^Please write the day, month and year/);
    expect(asked.say('12 May', null, [date('12 May', '2027-05-12')]).values['birth']).toBe('1985-05-12');
    const again = talk();
    for (const bad of [0, 1]) {
      again.say('12 May', null, [date('12 May', '2027-05-12')]);
      expect(again.state?.bad).toBe(bad);
    }
  });

  it.each([
    ['last Tuesday', 'last Tuesday', '2026-11-24'],
    ['3年前', '3年前', '2023-11-30'],
    ['May 1985', 'May 1985', '1985-05-01'],
    ['1985年5月', '1985年5月', '1985-05-01'],
  ])('is asked for once more without its year or its day: %s', (words, found, value) => {
    expect(read(words, found, value)).toEqual({ trouble: 'birth' });
  });

  it('is none that lies in the future', () => {
    expect(read('1 December 2026', '1 December 2026', '2026-12-01')).toEqual({ trouble: 'late' });
    expect(read('12 May 1885', '12 May 1885', '1885-05-12')).toEqual({ trouble: 'early' });
  });

  it('is told in passing only by who says that it is one', () => {
    const words = 'my visit of 3 May 2026';
    const passing = (text: string) =>
      readInPassing(BIRTH, { words: text, found: [date('3 May 2026', '2026-05-03')], today: '2026-11-30' });
    expect(passing(words)).toBeNull();
    for (const text of ['born 3 May 2026', 'DOB: 3 May 2026', 'no, 3 May 2026', '3 May 2026'])
      expect(passing(text)).toMatchObject({ value: { value: '2026-05-03' } });
  });

  it('is asked for with what it looks like, and may be skipped', () => {
    const asked = talk();
    expect(asked.ask).toMatchObject({ slot: 'birth', type: 'date', max: '2026-12-01' });
    expect(asked.buttons).toContain('Skip this');
    expect(asked.say('it was an ordinary day').text).toMatch(/^Please write the day, month and year/);
    expect(asked.say('2027-03-01').text).toContain('still can');
    expect(asked.say('skip').ask?.slot).toBe('email');
    expect(asked.state?.skipped).toEqual(['birth']);
  });

  it('says first what is wrong with a day that is still to come', () => {
    expect(talk().say('2027-03-01').text).toBe('That day is too late. It can be 1 Dec 2026 at the latest.');
  });

  it('can be put right at the end', () => {
    const end = talk().say('1985-05-12').say('a@b.example');
    expect(end.text).toContain('• Date of birth: 12 May 1985');
    expect(end.say('no, 1985-05-13').values['birth']).toBe('1985-05-13');
    expect(end.say('change the date of birth to 1985-05-14').values['birth']).toBe('1985-05-14');
    expect(end.say('yes').ticket?.details).toContainEqual(
      expect.objectContaining({ slot: 'birth', value: '14 May 1985' }),
    );
  });
});
