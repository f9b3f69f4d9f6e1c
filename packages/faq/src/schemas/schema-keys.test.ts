import { describe, expect, it } from '@jest/globals';
import { faqFile } from './faq-schema.ts';
import { keysAt } from './schema-keys.ts';
import { siteFile } from './site-schema.ts';

describe('the names that may stand at a place', () => {
  it.each([
    [[], ['category', 'faqs']],
    [
      ['faqs', 0],
      ['intent', 'question', 'phrasings', 'answer', 'tests', 'followUp'],
    ],
    [
      ['faqs', 3, 'question'],
      ['en', 'zh'],
    ],
    [
      ['faqs', 0, 'answer', 'en'],
      ['text', 'quickReplies', 'variants'],
    ],
    [
      ['faqs', 0, 'answer', 'en', 'quickReplies', 1],
      ['label', 'intent'],
    ],
    [
      ['faqs', 0, 'tests', 'en', 0],
      ['ask', 'expect'],
    ],
  ])('%j are those of its schema', (path, keys) => expect(keysAt(faqFile, path)).toEqual(expect.arrayContaining(keys)));

  it('are none where no group can stand', () => {
    expect(keysAt(faqFile, ['category'])).toEqual([]);
    expect(keysAt(faqFile, ['nothing', 'there'])).toEqual([]);
  });

  it('are found behind usual values and refinements as well', () => {
    expect(keysAt(siteFile, ['hours'])).toEqual(expect.arrayContaining(['mon', 'sun']));
    expect(keysAt(siteFile, [])).toEqual(expect.arrayContaining(['languages', 'origins', 'policy']));
  });
});
