import { describe, expect, it } from '@jest/globals';
import { cleanForm, EMPTY_FORM, faqName, incompleteIn, languageOf, oursFirst } from './faq-form.ts';
import { figure } from './figures.ts';

const answer = (text: string) => ({ text, links: [], quickReplies: [] });

describe('the form of an FAQ', () => {
  it('is complete with a question and an answer in each language of the site', () => {
    const form = { ...EMPTY_FORM, question: { en: 'Q', zh: '问' }, answer: { en: answer('A'), zh: answer(' ') } };
    expect(incompleteIn(form, ['en', 'zh'])).toBe('zh');
    expect(incompleteIn(form, ['en'])).toBeNull();
    expect(incompleteIn(EMPTY_FORM, ['zh', 'en'])).toBe('zh');
  });

  it('is sent without blank lines and empty rows', () => {
    const form = {
      ...EMPTY_FORM,
      phrasings: { en: [' a ', '', '  ', 'b'] },
      answer: {
        en: {
          text: 'A',
          links: [{ label: ' ', url: '' }],
          quickReplies: [{ label: '' }, { label: 'Yes', intent: '' }],
        },
      },
    };
    expect(cleanForm(form)).toEqual({
      ...EMPTY_FORM,
      phrasings: { en: ['a', 'b'] },
      answer: { en: { text: 'A', links: [], quickReplies: [{ label: 'Yes' }] } },
    });
  });

  it('puts a sentence into its language, or into one that the site speaks', () => {
    expect(languageOf('我想 refund', ['en', 'zh'])).toBe('zh');
    expect(languageOf('refund', ['en', 'zh'])).toBe('en');
    expect(languageOf('我想退', ['en'])).toBe('en');
  });

  it('stands in the language of the console first', () => {
    expect(oursFirst(['en', 'zh'], 'zh')).toEqual(['zh', 'en']);
    expect(oursFirst(['zh', 'en'], 'zh')).toEqual(['zh', 'en']);
    expect(oursFirst(['en'], 'zh')).toEqual(['en']);
  });

  it('names an FAQ by its question', () => {
    const faqs = [{ intent: 'a.b', question: { zh: '问' } }];
    expect([faqName(faqs, 'a.b', 'en'), faqName(faqs, 'a.c', 'en')]).toEqual(['问', 'a.c']);
  });

  it('names what every bot knows in words, in the language of the console', () => {
    expect(faqName([], 'solodesk.greeting', 'en')).toBe('Greeting (small talk)');
    expect(faqName([], 'solodesk.greeting', 'zh')).toBe('打招呼（寒暄）');
    expect(faqName([], 'solodesk.person', 'en')).toBe('Talk to a person');
    expect(faqName([], 'solodesk.toString', 'en')).toBe('solodesk.toString');
  });
});

describe('a share', () => {
  it.each([
    [0.741, '74'],
    [0.041, '4.1'],
    [0.997, '99'],
    [0, '0'],
    [1, '100'],
    [0.9999, '100'],
    [0.0004, '0.0'],
    [null, '–'],
    [undefined, '–'],
  ])('%s is written %s', (share, text) => {
    expect(figure(share)).toBe(text);
  });
});
