import { describe, expect, it } from '@jest/globals';
import { question } from '../testing/questions.ts';
import { adviceWords } from './advice-words.ts';
import { confusions } from './confusions.ts';

const thresholds = { answer: 0.6, suggest: 0.3, hint: 0.3 };

describe('intents that swallow each other', () => {
  it('come in pairs, whichever way round, those first that answer most wrongly', () => {
    const pairs = confusions(
      [
        question('a.b', 'a.c', 0.5, 'one'),
        question('a.c', 'a.b', 0.4, 'two'),
        question('a.b', 'a.b', 0.9, 'fine'),
        question('a.d', 'a.e', 0.9, 'three'),
        question('a.b', 'a.e', 0.2, 'too unsure to be seen'),
        question(null, 'a.b', 0.9, 'of no intent'),
        question('a.b', null, 0, 'not recognised'),
      ],
      'en',
      thresholds,
    );
    expect(
      pairs.map(({ intents, answered, sentences }) => [intents, answered, sentences.map(({ text }) => text)]),
    ).toEqual([
      [['a.d', 'a.e'], 1, ['three']],
      [['a.b', 'a.c'], 0, ['one', 'two']],
    ]);
    expect(pairs[0]?.sentences[0]).toEqual({
      text: 'three',
      intent: 'a.d',
      taken: 'a.e',
      confidence: 0.9,
      answered: true,
      place: { file: 'shop/faq/a.json', line: 7 },
    });
  });

  it('come with the words that pull a question to the other intent', () => {
    const [pair] = confusions(
      [
        question('returns.cost', 'delivery.cost', 0.8, 'shipping costs when I send it back'),
        question('delivery.cost', 'delivery.cost', 0.9, 'shipping costs'),
        question('delivery.cost', 'delivery.cost', 0.9, 'how much is shipping'),
      ],
      'en',
      thresholds,
    );
    expect(pair?.advice).toEqual([
      { kind: 'add_examples', intent: 'returns.cost', than: 'delivery.cost', words: ['shipping'] },
    ]);
  });

  it('come with the words that no other example has', () => {
    const [pair] = confusions(
      [
        question('a.b', 'a.c', 0.8, '怎么申请退款'),
        question('a.b', 'a.b', 0.9, '退货'),
        question('a.c', 'a.c', 1, '发货'),
      ],
      'zh',
      thresholds,
    );
    expect(pair?.advice).toEqual([{ kind: 'new_words', intent: 'a.b', words: ['申请', '退款'] }]);
  });

  it('are perhaps one when each takes several of the other', () => {
    const both = (text: string) => [question('a.b', 'a.c', 0.8, `${text} x`), question('a.c', 'a.b', 0.8, `${text} y`)];
    const [pair] = confusions([...both('one'), ...both('two')], 'en', thresholds);
    expect(pair?.advice.at(-1)).toEqual({ kind: 'merge_or_separate', intents: ['a.b', 'a.c'] });
  });

  it('are spoken of in both languages', () => {
    const advice = { kind: 'add_examples', intent: 'a.b', than: 'a.c', words: ['pay'] } as const;
    expect(adviceWords({ ...advice, words: ['pay'] }, 'en')).toBe(
      'Add phrasings to a.b with “pay”: a.c has more examples with this word.',
    );
    expect(adviceWords({ ...advice, words: ['付款', '卡'] }, 'zh')).toBe(
      '给 a.b 补充带有“付款”、“卡”的问法：a.c 里带这些词的例句更多。',
    );
  });
});
