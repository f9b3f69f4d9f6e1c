/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { unfinishedVariant } from '../../state/faqs/answer-variants.ts';
import { DeskContext } from '../../state/desk.ts';
import type { VariantForm } from '../../state/api/faq-api.ts';
import { prefer } from '../../state/preferences.ts';
import { FakeTickets } from '../../testing/fake-tickets.ts';
import { settle } from '../../testing/show-at-desk.tsx';
import { AnswerVariants } from './answer-variants.tsx';
import { Toasts } from '../controls/toasts.tsx';
import '../../testing/nothing-resizes.ts';

const variant = (text: string, when: Partial<VariantForm['when']>): VariantForm => ({
  when: { segment: [], page: [], stage: [], ...when },
  ...{ text, links: [], quickReplies: [] },
});
const TRADE = variant('Ask Mei.', { segment: ['wholesale', 'press'], page: ['/products/*'] });
const KNOWN = variant('As always.', { stage: ['contact'] });
let now: VariantForm[];
function Form({ first }: { first: VariantForm[] }) {
  const [variants, setVariants] = useState(first);
  now = variants;
  return <AnswerVariants variants={variants} locale="en" faqs={[]} onChange={setVariants} />;
}
const show = (...first: VariantForm[]) =>
  act(async () =>
    render(
      <DeskContext.Provider value={new FakeTickets().client}>
        <Form first={first} />
        <Toasts />
      </DeskContext.Provider>,
      document.body,
    ),
  );
const press = (name: string) =>
  act(async () =>
    [...document.querySelectorAll<HTMLElement>('button')]
      .find((one) => (one.getAttribute('aria-label') ?? one.textContent).trim().startsWith(name))!
      .click(),
  );
const input = (label: string) =>
  [...document.querySelectorAll('label')]
    .find((each) => each.textContent === label)!
    .parentElement!.querySelector<HTMLInputElement>('input, textarea')!;
const type = (field: HTMLInputElement, text: string) =>
  act(async () => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
const enter = async (label: string, text: string) => {
  await type(input(label), text);
  await act(async () => void input(label).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })));
};
const heads = () => [...document.querySelectorAll('.rule-head')].map((head) => head.textContent);

beforeEach(() => prefer({ locale: 'en' }));
afterEach(() => render(null, document.body));

describe('what some visitors are told instead', () => {
  it('is told with whom it is for, in English and Chinese', async () => {
    await show(TRADE, KNOWN);
    expect(heads()).toEqual(['1 Ask Mei.group wholesale or press, on /products/*', '2 As always.can be reached']);
    await act(async () => prefer({ locale: 'zh' }));
    expect(heads()[1]).toBe('2 As always.已有联系方式');
  });

  it('is written with the focus in its text, and is unfinished until it says what and to whom', async () => {
    await show();
    await press('Another answer for some');
    expect(document.activeElement).toBe(input('What they are told'));
    const unfinished = () => unfinishedVariant({ answer: { en: { ...variant('', {}), variants: now } } }, ['en']);
    expect(unfinished()).toEqual({ locale: 'en', place: 1 });
    await type(input('What they are told'), 'Pallets leave on Fridays.');
    expect(unfinished()).toEqual({ locale: 'en', place: 1 });
    await enter('Only on these pages', 'products');
    expect(document.body.textContent).toContain('A page begins with / or *, and has no blanks: products');
    expect(unfinished()).toEqual({ locale: 'en', place: 1 });
    await press('Take');
    await enter('Only to known, or to unknown visitors', 'not known yet');
    expect(unfinished()).toBeNull();
    expect(now).toEqual([variant('Pallets leave on Fridays.', { stage: ['visitor'] })]);
  });

  it('is put before another one, and what is open stays open', async () => {
    await show(TRADE, KNOWN);
    await act(async () => document.querySelectorAll<HTMLElement>('.rule-head')[1]!.click());
    await press('Move “As always.” up');
    expect(now.map(({ text }) => text)).toEqual(['As always.', 'Ask Mei.']);
    expect(document.querySelectorAll<HTMLElement>('.rule-head')[0]!.getAttribute('aria-expanded')).toBe('true');
    expect(input('What they are told').value).toBe('As always.');
  });

  it('is taken out, and comes back with what was typed elsewhere meanwhile kept', async () => {
    await show(TRADE, KNOWN);
    await press('Remove “Ask Mei.”');
    expect(now).toEqual([KNOWN]);
    await act(async () => document.querySelector<HTMLElement>('.rule-head')!.click());
    await type(input('What they are told'), 'Three days.');
    await press('Undo');
    await settle();
    expect(now.map(({ text }) => text)).toEqual(['Ask Mei.', 'Three days.']);
  });

  it('is as many as the file may have', async () => {
    await show(...Array.from({ length: 20 }, () => KNOWN));
    expect(document.body.textContent).toContain('At most 20.');
    expect(document.body.textContent).not.toContain('Another answer for some');
  });
});
