/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { prefer } from '../../state/preferences.ts';
import { CategoryField, onlyCategory } from './category-field.tsx';

const LIST = {
  categories: ['account', 'returns', 'sizes'],
  categoryNames: { account: { en: 'My account', zh: '账户' }, returns: { en: 'Going back', zh: '退货' } },
};
let chosen = '';
function Form() {
  const [value, setValue] = useState('');
  chosen = value;
  return <CategoryField value={value} list={LIST} onChange={setValue} />;
}
const select = () => document.querySelector('select')!;
const choose = (value: string) =>
  act(async () => {
    select().value = value;
    select().dispatchEvent(new Event('change', { bubbles: true }));
  });
const options = () => [...select().options].map(({ text }) => text);

beforeEach(async () => {
  prefer({ locale: 'en' });
  await act(async () => render(<Form />, document.body));
});
afterEach(() => render(null, document.body));

describe('the subject of a new FAQ', () => {
  it('is chosen by its name in the console’s language, and nothing is chosen before', async () => {
    expect(options()).toEqual(['Please choose', 'Going back', 'My account', 'sizes', 'A new one …']);
    await choose('returns');
    expect(chosen).toBe('returns');
    expect(options()).not.toContain('Please choose');
    await act(async () => prefer({ locale: 'zh' }));
    expect(options()).toEqual(expect.arrayContaining(['账户', '退货', '新主题…']));
  });

  it('is a new one, named as a file may be', async () => {
    await choose('+');
    const input = document.querySelector('input')!;
    await act(async () => {
      input.value = ' Gift cards & ';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(input.value).toBe('gift-cards-');
    await act(async () => void input.dispatchEvent(new FocusEvent('blur')));
    expect(chosen).toBe('gift-cards');
    await choose('sizes');
    expect([chosen, document.querySelector('input')]).toEqual(['sizes', null]);
  });

  it('is not asked for where there is one alone, or none', () => {
    expect(onlyCategory(LIST)).toBe('');
    expect(onlyCategory({ categories: ['bread'] })).toBe('bread');
    expect(onlyCategory({ categories: [] })).toBe('general');
  });
});
