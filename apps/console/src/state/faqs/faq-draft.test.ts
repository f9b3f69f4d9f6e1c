/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { filledFirst, formOfDraft, leaveFaq, makeFaq, takeFaqDraft } from './faq-draft.ts';
import { route } from '../route.ts';

const DRAFT = {
  question: ' Do you  ship\nto Norway? ',
  answer: 'Yes, in five days. ',
  site: 'shop',
  conversation: 'c',
};

describe('an answer that becomes an FAQ', () => {
  it('begins a new FAQ with what was asked and said, once', () => {
    makeFaq(DRAFT);
    expect(route.get()).toEqual({ screen: 'faqs', edit: '+' });
    expect(takeFaqDraft()).toEqual(DRAFT);
    expect(takeFaqDraft()).toBeNull();
  });

  it('is in the language in which each was written', () => {
    expect(formOfDraft(DRAFT, ['en', 'zh'])).toMatchObject({
      question: { en: 'Do you ship to Norway?' },
      phrasings: { en: ['Do you ship to Norway?'] },
      answer: { en: { text: 'Yes, in five days.', links: [], quickReplies: [] } },
    });
    const mixed = formOfDraft({ ...DRAFT, question: '可以寄到挪威吗' }, ['en', 'zh']);
    expect([Object.keys(mixed.question), Object.keys(mixed.answer)]).toEqual([['zh'], ['en']]);
    expect(Object.keys(formOfDraft({ ...DRAFT, question: '可以寄到挪威吗' }, ['en']).question)).toEqual(['en']);
    expect(formOfDraft({ ...DRAFT, question: 'x'.repeat(900) }, ['en']).question.en).toHaveLength(300);
  });

  it('stands above the fields of the language that is still to be written', () => {
    const chinese = formOfDraft({ ...DRAFT, question: '可以寄到挪威吗', answer: '可以' }, ['en', 'zh']);
    expect(filledFirst(chinese, ['en', 'zh'])).toEqual(['zh', 'en']);
    expect(filledFirst(formOfDraft(DRAFT, ['en', 'zh']), ['en', 'zh'])).toEqual(['en', 'zh']);
  });

  it('keeps nothing of the one who asked: no address, and no number that could be theirs', () => {
    const question = 'Where is order 48213, me@mail.example? It has 2 cups, 15 cm.';
    expect(formOfDraft({ ...DRAFT, question }, ['en']).question.en).toBe('Where is order 00000, It has 2 cups, 15 cm.');
  });

  it('leads back to where it was said, and else to the list', () => {
    leaveFaq(DRAFT);
    expect(route.get()).toMatchObject({ screen: 'desk', site: 'shop', conversation: 'c' });
    leaveFaq(null);
    expect(route.get()).toEqual({ screen: 'faqs', edit: null });
  });
});
