import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkSite } from '../check-site.ts';
import { goodFaq, lintLines, siteFiles } from '../testing/lint-texts.ts';
import { lintSite } from './lint-site.ts';
import { RULES } from './rules.ts';

const shared = (more: object = {}) =>
  goodFaq('a.b', { phrasings: { ...goodFaq('a.b').phrasings, en: ['x1', 'x2', 'x3', 'x4', 'x5'] }, ...more });

describe('linting a site', () => {
  it('finds nothing in a good one', () => {
    expect(lintLines(siteFiles({}, [goodFaq('a.b'), goodFaq('a.c')], [goodFaq('a.d')]))).toEqual([]);
  });

  it('names the line and column, the rule, and what to do', () => {
    expect(lintSite(siteFiles({}, [shared()]))).toEqual([
      {
        file: 'shop/faq/1.json',
        line: 11,
        column: 9,
        severity: 'warning',
        rule: 'few-phrasings',
        message: '"a.b" has 5 different phrasings in "en"; write at least 6, each as a person in a hurry would type it',
      },
    ]);
  });

  it('looks at the files that can be read when another cannot, and blames nobody for a name that may stand there', () => {
    const lines = lintLines(siteFiles({}, '{ "category": ', [shared({ followUp: 'a.lost' })]));
    expect(lines).toEqual([
      expect.stringMatching(/^schema error faq\/1\.json:1 /),
      expect.stringMatching(/^few-phrasings warning faq\/2\.json:/),
    ]);
  });

  it('goes on without a site.json, with the languages that the FAQs use', () => {
    const files = { ...siteFiles({}, [shared()]), siteJson: null };
    expect(lintLines(files).join()).toMatch(/^few-phrasings warning/);
  });

  it.each([
    ['the FAQ', {}, {}, { _lint: { disable: ['few-phrasings'] } }],
    ['its file', {}, { _lint: { disable: ['few-phrasings'] } }, {}],
    ['site.json', { _lint: { disable: ['few-phrasings'] } }, {}, {}],
  ])('says nothing where a rule is disabled in %s', (_, site, file, faq) => {
    expect(lintLines(siteFiles(site, { category: 'delivery', ...file, faqs: [shared(faq)] }))).toEqual([]);
  });

  it('speaks of other FAQs and files all the same', () => {
    const silent = shared({ _lint: { disable: ['few-phrasings'] } });
    const other = goodFaq('a.c', { phrasings: { ...goodFaq('a.c').phrasings, en: ['y1', 'y2', 'y3'] } });
    expect(lintLines(siteFiles({}, [silent, other]))).toHaveLength(1);
  });

  it.each([
    ['a rule that does not exist', { disable: ['few-phrasing'] }, /there is no rule "few-phrasing"/],
    ['a rule that the server insists on', { disable: ['schema'] }, /cannot be disabled/],
    ['something else than a list', { disable: 'few-phrasings' }, /must look like/],
    ['nothing', [], /must look like/],
  ])('warns of a _lint key that disables %s', (_, _lint, words) => {
    expect(lintLines(siteFiles({}, [goodFaq('a.b', { _lint })]))).toEqual([
      expect.stringMatching(new RegExp(`^lint-key warning faq/1.json:\\d+ .*${words.source}`)),
    ]);
  });

  it('has rules of different names, each with its documentation', () => {
    expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
    for (const { name, docs } of RULES) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(docs).toMatch(/\.$/);
    }
  });

  it('has errors of required rules if and only if the server refuses the site', () => {
    const required = new Set(RULES.filter((rule) => rule.required).map(({ name }) => name));
    const names = fc.constantFrom('a.b', 'a.c', 'a.d');
    const faq = fc.record({
      intent: names,
      followUp: names,
      drop: fc.boolean(),
      article: fc.constantFrom('care', 'lost'),
    });
    const entries = faq.map(({ intent, followUp, drop, article }) => {
      const entry = goodFaq(intent, { followUp, articles: [article] });
      return drop ? { ...entry, answer: { en: 'Only English.' } } : entry;
    });
    fc.assert(
      fc.property(fc.array(fc.array(entries, { maxLength: 3 }), { maxLength: 2 }), fc.boolean(), (lists, broken) => {
        const files = { ...siteFiles({}, ...lists, ...(broken ? ['{'] : [])), articleNames: ['care'] };
        const refused = lintSite(files).some(({ rule }) => required.has(rule));
        expect(refused).toBe(!checkSite('shop', files).ok);
      }),
    );
  });
});
