import { describe, expect, it } from '@jest/globals';
import { goodFaq, lintLines, siteFiles } from '../../testing/lint-texts.ts';

const tests = (en: [ask: string, expect: string][], zh: [string, string][] = [['请解释一下吧', 'a.b']]) => ({
  tests: {
    en: en.map(([ask, intent]) => ({ ask, expect: intent })),
    zh: zh.map(([ask, intent]) => ({ ask, expect: intent })),
  },
});

describe('the tests of FAQs', () => {
  it('prove nothing when the bot has learned their words, of the question too', () => {
    const faq = goodFaq(
      'a.b',
      tests([
        ['Way 2 to ask about a.b!', 'a.b'],
        ['what about A.B', 'a.b'],
      ]),
    );
    expect(lintLines(siteFiles({}, [faq]))).toEqual([
      expect.stringMatching(
        /^test-in-phrasings warning faq\/1.json:\d+ .* learns "Way 2 .*" from faq\/1.json, line 13/,
      ),
      expect.stringMatching(/^test-in-phrasings warning .* from faq\/1.json, line 7/),
    ]);
  });

  it('contradict an FAQ that has their words as an example', () => {
    const lines = lintLines(
      siteFiles({}, [goodFaq('a.b', tests([['way 1 to ask about a.c', 'a.b']])), goodFaq('a.c')]),
    );
    expect(lines).toEqual([
      expect.stringMatching(/^contradictory-test error .* expects "a.b", but the same words mean "a.c" in faq\/1.json/),
    ]);
  });

  it('prove nothing, or contradict it, where their words are said to be out of scope', () => {
    const faqs = [
      goodFaq(
        'a.b',
        tests([
          ['are you hiring', 'none'],
          ['do you rent rooms', 'a.b'],
        ]),
      ),
    ];
    const outOfScope = { en: ['Are you hiring?', 'Do you rent rooms?'] };
    expect(lintLines(siteFiles({}, { category: 'delivery', faqs, outOfScope }))).toEqual([
      expect.stringMatching(/^test-in-phrasings warning .* learns "are you hiring" from faq\/1.json, line \d+/),
      expect.stringMatching(
        /^contradictory-test error .* expects "a.b", but the same words mean "none" in faq\/1.json/,
      ),
    ]);
  });

  it('contradict another test, also where nothing is to be understood', () => {
    const faq = goodFaq(
      'a.b',
      tests([
        ['Tell me more', 'a.b'],
        ['tell me more!', 'none'],
      ]),
    );
    expect(lintLines(siteFiles({}, [faq]))).toEqual([expect.stringMatching(/expects "none", but .* mean "a.b"/)]);
  });

  it('may be repeated, and may expect nothing or an emergency', () => {
    const faq = goodFaq(
      'a.b',
      tests([
        ['tell me', 'a.b'],
        ['tell me!', 'a.b'],
        ['how is the weather', 'none'],
        ['my chest hurts', 'emergency'],
      ]),
    );
    expect(lintLines(siteFiles({}, [faq]))).toEqual([]);
  });

  it('are missing where no test of the site expects an FAQ in a language', () => {
    const faqs = [goodFaq('a.b', { tests: undefined }), goodFaq('a.c', tests([['explain', 'a.c']], [['解释', 'a.b']]))];
    expect(lintLines(siteFiles({}, faqs))).toEqual([
      expect.stringMatching(/^untested warning faq\/1.json:5 "a.b" has no test in "en"; /),
      expect.stringMatching(/^untested warning faq\/1.json:\d+ "a.c" has no test in "zh"; /),
    ]);
  });
});
