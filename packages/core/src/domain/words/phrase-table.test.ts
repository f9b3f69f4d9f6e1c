import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SaidText, phraseFrom } from './phrase.ts';
import { PhraseTable } from './phrase-table.ts';

const WRITTEN = [
  'money back',
  'refund*',
  'un*',
  // Told by all their letters, as they have no third.
  'no',
  'v2',
  'sos*',
  "didn't come",
  'late … again',
  '退款',
  '等了 … 天',
  '12315',
  'Größe',
  'again late',
  '脏',
  '态度 … 差',
  '未退',
  '退 refund 款',
];
const PHRASES = WRITTEN.map((written) => phraseFrom(written));
const table = new PhraseTable(PHRASES.map((phrase) => [phrase, phrase.written]));
const found = (text: string) => table.saidIn(text).map(({ meaning }) => meaning);

const words = fc.constantFrom(
  ...[
    'money',
    'back',
    'refunds',
    'REFUND',
    'unhappy',
    'un',
    'no',
    'not',
    'V2',
    'sosa',
    'sob',
    'didn’t',
    'come',
    'late',
    'again',
    '退',
    '款',
    '等了',
    '三',
    '天',
    '态',
    '度',
    '差',
    '脏',
    '未',
  ],
  ...['12315', 'GRÖSSE', 'größe', 'grüße', '，', '。', ' ', '-', '\n', "'", '退款', 'ｒｅｆｕｎｄ', '🙂', 'x'],
);
const anyText = fc.array(words, { maxLength: 12 }).chain((parts) => fc.constantFrom(parts.join(''), parts.join(' ')));

describe('a table of phrases', () => {
  it('finds what a text says, each phrase once, with what it stands for', () => {
    expect(found('I want my money back! Refund, refunds, money back')).toEqual(['money back', 'refund*']);
    expect(found('等了三天，退款')).toEqual(['等了 … 天', '退款']);
    expect(found('态 度，真差')).toEqual(['态度 … 差']);
    expect(found('nothing')).toEqual([]);
    expect(['No, it is', 'not v2!', 'SOS', 'v22 or nov 2'].map(found)).toEqual([['no'], ['v2'], ['sos*'], []]);
  });

  it('finds just what looking for each phrase finds, and its glance misses none', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'grapheme' })), (text) => {
        const said = new SaidText(text);
        const one = PHRASES.filter((phrase) => said.says(phrase)).map(({ written }) => written);
        expect([...found(text)].sort()).toEqual([...one].sort());
        if (one.length > 0) expect(table.mayBeSaidIn(text)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('sees at a glance that an ordinary question says nothing', () => {
    expect(table.mayBeSaidIn('Do you deliver to Norway, and how fast?')).toBe(false);
    expect(table.mayBeSaidIn('周日几点开门？')).toBe(false);
    expect(table.mayBeSaidIn('退货要等几天？我想等一下')).toBe(false);
  });
});
