import { describe, expect, it } from '@jest/globals';
import { atOnce } from '../in-slices.ts';
import { soundAlike, soundsOf } from './chinese-sounds.ts';
import { SoundSlips } from './sound-slips.ts';

const TAUGHT = ['怎么退货', '什么时候发货', '可以开发票吗', '运费多少钱', '尺码不合适', '付款方式'].map((text) => [
  ...text,
]);
const characters = new Set(TAUGHT.flat());
const pairs = new Set(TAUGHT.flatMap((text) => text.slice(1).map((next, at) => `${text[at]}${next}`)));
const slips = atOnce(
  SoundSlips.build({
    has: (character) => characters.has(character),
    hasPair: (first, second) => pairs.has(first + second),
  }),
);
const corrected = (text: string) => slips.corrected([...text]).join('');

describe('Chinese that is typed by its sound', () => {
  it.each([
    ['怎么退活', '怎么退货'],
    ['可以开发漂吗', '可以开发票吗'],
    // zh and z, ng and n are one sound to many.
    ['怎么腿货', '怎么退货'],
    ['邮费和允费多少钱', '邮费和运费多少钱'],
    ['尺码布合适', '尺码不合适'],
    // Two in one text.
    ['吃码不合室', '尺码不合适'],
  ])('with a wrong character is read as it is meant: %s', (typed, meant) => {
    expect(corrected(typed)).toBe(meant);
  });

  it.each(['我的衬衫', '手机没电了', '今天天气怎么样', 'refund 可以吗', '', '👍', 'abc 123'])(
    'is left as it is where nothing speaks for a slip: %s',
    (text) => {
      const units = [...text];
      expect(slips.corrected(units)).toBe(units);
    },
  );

  it('is left where it makes a word with its neighbour, unless the other was taught beside both', () => {
    // 发火 is a word, and 发货 was taught beside 发 alone here.
    expect(corrected('什么时候发火')).toBe('什么时候发火');
    // 宽方 is none, and 款 was taught beside both.
    expect(corrected('付宽方式')).toBe('付款方式');
  });

  it('is left where it was taught beside what the one before it is read as', () => {
    // 货 and 活 sound alike, and 退 was taught before both.
    const pairs = new Set(['退货', '退活']);
    const both = atOnce(
      SoundSlips.build({
        has: (character) => '退货活'.includes(character),
        hasPair: (first, second) => pairs.has(first + second),
      }),
    );
    expect(['腿货', '腿活'].map((text) => both.corrected([...text]).join(''))).toEqual(['退货', '退活']);
  });

  it('is left where it is a common word, unless the other was taught beside both', () => {
    // 吗开 was not taught, and 码 sounds like 吗.
    expect(corrected('尺吗')).toBe('尺吗');
    expect(corrected('尺马')).toBe('尺码');
  });

  it('is looked through for so many characters only, so that rubbish takes no time', () => {
    expect(corrected(`${'祸'.repeat(20)}怎么退活`)).toMatch(/怎么退货$/);
    expect(corrected(`${'祸'.repeat(24)}怎么退活`)).toMatch(/怎么退活$/);
  });

  it('knows which characters sound alike, whatever their tones', () => {
    expect(soundAlike('货', '活')).toBe(true);
    expect(soundAlike('行', '航')).toBe(true);
    expect(soundAlike('是', '四')).toBe(true);
    expect(soundAlike('货', '退')).toBe(false);
    expect(soundsOf('a')).toEqual([]);
  });
});
