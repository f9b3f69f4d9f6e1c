import { describe, expect, it } from '@jest/globals';
import { goodFaq, lintLines, siteFiles } from '../../testing/lint-texts.ts';

const lessons = { category: 'piano-lessons', faqs: [goodFaq('a.b')] };

describe('a category without a Chinese name', () => {
  it('is warned of once, with what to write', () => {
    const more = { category: 'piano-lessons', faqs: [goodFaq('a.c')] };
    expect(lintLines(siteFiles({}, lessons, more))).toEqual([
      'unnamed-category warning faq/1.json:2 Chinese readers see "piano-lessons" as the name of these FAQs; name them in the console\'s settings, or in site.json: "categories": { "piano-lessons": { "en": "Piano lessons", "zh": "…" } }',
    ]);
  });

  it('is warned of also where it has an English one', () => {
    const site = { categories: { 'piano-lessons': { en: 'Your lessons' } } };
    expect(lintLines(siteFiles(site, lessons)).join()).toContain('see "Your lessons" as');
  });

  it.each([
    ['has one', { categories: { 'piano-lessons': { zh: '钢琴课' } } }, 'piano-lessons'],
    ['is a common one', {}, 'delivery'],
    ['has no Chinese readers', { languages: ['en'] }, 'piano-lessons'],
    ['is on no page', { helpCentre: false }, 'piano-lessons'],
  ])('is nothing to speak of where it %s', (_what, site, category) => {
    expect(lintLines(siteFiles(site, { ...lessons, category }))).toEqual([]);
  });

  it('is none by the name of what every object has', () => {
    expect(lintLines(siteFiles({}, { ...lessons, category: 'constructor' }))).toHaveLength(1);
  });
});
