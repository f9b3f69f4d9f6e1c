import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkSite } from './check-site.ts';
import type { FileProblem } from './file-problem.ts';

function problemsOf(site: string, faqs: string): FileProblem[] {
  const siteJson = { file: 'shop/site.json', text: site };
  const reading = checkSite('shop', { siteJson, faqs: [{ file: 'shop/faq/a.json', text: faqs }], problems: [] });
  return reading.ok ? [] : reading.problems;
}

describe('any content', () => {
  it('gives problems with a place, never an exception', () => {
    const part = fc.oneof(fc.jsonValue(), fc.constantFrom('a.b', { en: 'x', zh: 'y' }, { en: ['x'], zh: ['y'] }));
    const keys = [
      'intent',
      'question',
      'phrasings',
      'answer',
      'followUp',
      'tests',
      'category',
      'faqs',
      'name',
      'greeting',
    ];
    const group = fc.dictionary(fc.constantFrom(...keys), part, { noNullPrototype: true });
    const file = fc.oneof(fc.jsonValue(), group, fc.record({ category: part, faqs: fc.array(group) }));
    fc.assert(
      fc.property(group, file, (site, faqs) => {
        for (const { line, column } of problemsOf(JSON.stringify(site), JSON.stringify(faqs)))
          expect([line, column > 0]).toEqual([1, true]);
      }),
      { numRuns: 500 },
    );
  });

  it('of 2 MB of nonsense is refused with few words', () => {
    const keys = Array.from({ length: 150_000 }, (_, index) => `"k${index}":1`).join(',');
    const entries = Array<string>(500_000).fill('0').join(',');
    expect(problemsOf(`{${keys}}`, `{"category":"a","faqs":[${entries}]}`)).toHaveLength(22);
  });
});
