import { describe, expect, it } from '@jest/globals';
import { createSeededRandom } from '@solodesk/core/testing';
import { shopBook } from '../testing/shop-book.ts';
import { atOnce } from '../in-slices.ts';
import { groupByMeaning } from './group-by-meaning.ts';
import type { AskedQuestion } from './group-by-meaning.ts';

const SUBJECTS: Record<'en' | 'zh', string[][]> = {
  en: [
    ['Do you ship to Norway?', 'shipping to norway possible?', 'do you shipp to norwey', 'to Norway do you ship'],
    ['Do you offer a student discount', 'discount for students?', 'is there a studnet discount'],
    ['Can I visit your studio?', 'visiting the studio'],
    ['are dogs allowed in the store', 'dogs allowed?'],
    ['do you repair shirts', 'can you repair a torn shirt', 'shirt repair service'],
    ['Is the linen organic?', 'is this made of organic linen'],
    ['do you have gift cards', 'can I buy a gift card'],
  ],
  zh: [
    ['能寄到挪威吗？', '可以发货到挪威吗', '挪威能不能送', '寄挪威可以吗'],
    ['有礼品卡吗', '可以买礼品卡吗', '礼品卡怎么买'],
    ['可以参观工作室吗', '我想去工作室看看', '工作室能参观吗'],
    ['学生有折扣吗', '学生能打折吗'],
    ['可以带狗吗', '能带狗进店吗', '店里允许带狗吗'],
    ['哪里可以停车', '停车方便吗'],
  ],
};

const ask = (texts: readonly string[], locale: 'en' | 'zh' = 'en'): AskedQuestion[] =>
  texts.map((text, at) => ({ key: at + 1, text, locale, at: 1_000 * (at + 1) }));
const textsOf = (questions: readonly AskedQuestion[]) =>
  atOnce(groupByMeaning(questions, shopBook())).map(({ wordings }) => wordings.map(({ text }) => text).sort());

describe('grouping questions by meaning', () => {
  it.each(['en', 'zh'] as const)('brings wordings of one subject together and keeps subjects apart (%s)', (locale) => {
    const subjects = SUBJECTS[locale];
    // Asked in turn, so that neighbours never belong together.
    const mixed = Array.from({ length: 4 }, (_, n) => subjects.flatMap((subject) => subject[n] ?? [])).flat();
    const expected = subjects.map((subject) => [...subject].sort());
    expect(new Set(textsOf(ask(mixed, locale)).map((each) => each.join('|')))).toEqual(
      new Set(expected.map((each) => each.join('|'))),
    );
  });

  it('counts a sentence that is written alike as one wording, and shows how it was written last', () => {
    const [group, ...others] = atOnce(
      groupByMeaning(ask(['Gift  cards?', 'gift cards', 'ＧＩＦＴ cards!!']), shopBook()),
    );
    expect(others).toEqual([]);
    expect(group).toMatchObject({ count: 3, lastAt: 3_000 });
    expect(group?.wordings).toMatchObject([
      { text: 'ＧＩＦＴ cards!!', questions: [{ key: 3 }, { key: 2 }, { key: 1 }] },
    ]);
  });

  it('begins with what was asked most, then with the newest', () => {
    const questions = ask(['dogs allowed?', 'gift cards', 'any parking', 'gift cards']);
    expect(textsOf(questions)).toEqual([['gift cards'], ['any parking'], ['dogs allowed?']]);
  });

  it('gives the same groups in whatever order the questions come', () => {
    const questions = ask(SUBJECTS.en.flat());
    const random = createSeededRandom(5);
    const shuffled = [...questions].sort(() => random() - 0.5);
    expect(atOnce(groupByMeaning(shuffled, shopBook()))).toEqual(atOnce(groupByMeaning(questions, shopBook())));
  });

  it('takes whatever people type', () => {
    const questions = ask([
      '',
      '🙂',
      '🙂🙂',
      '?',
      '1042',
      'x'.repeat(4_000),
      '我想 refund',
      '<b>',
      'constructor',
      '__proto__',
    ]);
    expect(atOnce(groupByMeaning(questions, null)).reduce((sum, { count }) => sum + count, 0)).toBe(questions.length);
    expect(atOnce(groupByMeaning([], null))).toEqual([]);
  });

  it('groups five thousand wordings in short stretches of work', () => {
    const random = createSeededRandom(9);
    const words = SUBJECTS.en.flat().join(' ').split(/\W+/);
    const word = () => words[Math.floor(random() * words.length)] ?? '';
    const questions = ask(
      Array.from({ length: 5_000 }, (_, n) => `${word()} ${word()} ${word()} x${n.toString(36)}z ${word()}`),
    );
    const started = performance.now();
    const stretches: number[] = [];
    let last = started;
    const grouping = groupByMeaning(questions, shopBook());
    for (let step = grouping.next(); step.done !== true; step = grouping.next()) {
      const now = performance.now();
      stretches.push(now - last);
      last = now;
    }
    stretches.sort((a, b) => a - b);
    // Of more than a thousand, each is less than a thousandth of the whole; a busy machine interrupts one in twenty at most.
    expect(stretches.length).toBeGreaterThan(500);
    expect((stretches.at(-Math.ceil(stretches.length / 20)) ?? Infinity) / (last - started)).toBeLessThan(1 / 50);
  });
});
