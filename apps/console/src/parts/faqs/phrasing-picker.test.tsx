/** @jest-environment jsdom */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { FaqChange, FaqRow, QuestionGroup } from '../../state/api/faq-api.ts';
import { PhrasingPicker } from './phrasing-picker.tsx';

const row = (intent: string, en: string) =>
  ({ intent, category: intent.split('.')[0], question: { en }, phrasings: {}, answer: {} }) as unknown as FaqRow;
const FAQS = [row('returns.period', 'How long?'), row('delivery.time', 'When?'), row('care.wash', 'How to wash?')];
const wording = (text: string) => ({ text, locale: 'en' as const, times: 1, lastAt: 1, conversation: 'c', seq: 1 });
const GROUP: QuestionGroup = {
  id: 1,
  count: 4,
  searched: 0,
  lastAt: 1,
  wordings: ['can it go back', '还能退吗', 'back to you', 'a fourth one'].map(wording),
  keys: [1, 2, 3, 4],
  nearest: [
    { intent: 'returns.period', question: {}, confidence: 0.419 },
    { intent: 'gone.away', question: {}, confidence: 0.2 },
  ],
  answered: false,
};

const added: FaqChange[] = [];
function open(group: QuestionGroup = GROUP): void {
  void act(() =>
    render(
      <PhrasingPicker
        group={group}
        faqs={FAQS}
        locales={['en', 'zh']}
        disabled={false}
        onAdd={(change) => added.push(change)}
        onCancel={() => undefined}
      />,
      document.body,
    ),
  );
}
const all = <E extends Element>(selector: string) => [...document.querySelectorAll<E>(selector)];
const press = (element: HTMLElement | undefined) => void act(() => element?.click());
const type = (input: HTMLInputElement, text: string) =>
  void act(() => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
const primary = () => all<HTMLButtonElement>('.button-primary')[0]!;

describe('choosing phrasings', () => {
  beforeEach(() => {
    render(null, document.body);
    added.length = 0;
  });

  it('offers the nearest FAQs that exist, and takes a few sentences, each in its language', () => {
    open();
    expect(all('.check').map((each) => each.textContent)).toEqual(['How long? 41 %']);
    press(primary());
    expect(added).toEqual([
      {
        kind: 'add_phrasings',
        intent: 'returns.period',
        phrasings: { en: ['can it go back', 'back to you'], zh: ['还能退吗'] },
      },
    ]);
  });

  it('takes another FAQ, other sentences and other words', () => {
    open();
    type(all<HTMLInputElement>('input[type=search]')[0]!, 'WASH how');
    expect(all('.check').map((each) => each.textContent)).toEqual(['How long? 41 %', 'How to wash? care']);
    press(all<HTMLInputElement>('.check input')[1]);
    expect(primary().textContent).toContain('How to wash?');
    const [first, second, third] = all<HTMLInputElement>('.picker-sentence input[type=checkbox]');
    press(first);
    press(second);
    press(third);
    expect(primary().disabled).toBe(true);
    const fourth = all<HTMLInputElement>('.picker-sentence input[type=text]')[3]!;
    type(fourth, ' is it washable ');
    press(primary());
    expect(added).toEqual([{ kind: 'add_phrasings', intent: 'care.wash', phrasings: { en: ['is it washable'] } }]);
  });

  it('wants an FAQ where none is near', () => {
    open({ ...GROUP, nearest: [] });
    expect([primary().disabled, primary().textContent]).toEqual([true, 'Choose an FAQ']);
  });
});
