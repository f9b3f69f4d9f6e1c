import { describe, expect, it } from '@jest/globals';
import { progressOn } from './progress.ts';

const DAYS = 70;

/** Days that take so long each, and what the bar says after each. */
function played(secondsOf: (day: number) => number, isTTY = true): string[] {
  let now = 0;
  const said: string[] = [];
  const progress = progressOn({ isTTY, write: (text) => said.push(text) }, () => now);
  for (let done = 1; done <= DAYS; done++) {
    now += 1_000 * secondsOf(done);
    progress.day({ site: 'shop', day: `day ${done}`, done, of: DAYS });
  }
  return said;
}
const left = (text: string | undefined) => /, about (.*) left$/.exec(text ?? '')?.[1];

describe('how far the batch is', () => {
  it('is a bar with about how long it still takes, once a week is known', () => {
    const said = played(() => 10);
    expect(said[0]).toBe(`\r\u001b[2K${'░'.repeat(20)} shop  day 1  1 of 70 days`);
    expect(said.slice(0, 6).map(left)).toEqual(Array(6).fill(undefined));
    expect(said[6]).toContain('7 of 70 days, about 11 min left');
    expect([left(said[63]), left(said[67]), left(said[69])]).toEqual(['1 min', '20 s', undefined]);
  });

  it('counts on the ends of weeks, which take long, whatever day it is', () => {
    const said = played((day) => (day % 7 === 0 ? 64 : 1));
    // Ten seconds a day, in truth.
    for (const done of [7, 10, 14, 20, 35, 41])
      expect([done, left(said[done - 1])]).toEqual([done, `${Math.ceil((DAYS - done) / 6)} min`]);
  });

  it('follows the last weeks where days become slower, and tells hours', () => {
    const said = played((day) => (day <= 14 ? 1 : 200));
    expect(left(said[13])).toBe('56 s');
    expect(left(said[41])).toBe('1 h 34 min');
  });

  it('is a line of JSON a day where a program reads', () => {
    const said = played(() => 1, false);
    expect(said).toHaveLength(DAYS);
    expect(JSON.parse(said[0]!)).toEqual({ site: 'shop', day: 'day 1', done: 1, of: DAYS });
  });

  it('begins anew with the next site, and clears its line before it says something', () => {
    let now = 0;
    const said: string[] = [];
    const progress = progressOn({ isTTY: true, write: (text) => said.push(text) }, () => now);
    for (const site of ['shop', 'bakery'])
      for (let done = 1; done <= 7; done++) {
        now += 1_000;
        progress.day({ site, day: 'd', done, of: 20 });
      }
    expect(said.map(left).filter((each) => each !== undefined)).toEqual(['13 s', '13 s']);
    progress.say('shop is left out');
    expect(said.slice(-2)).toEqual(['\r\u001b[2K', 'shop is left out\n']);
  });
});
