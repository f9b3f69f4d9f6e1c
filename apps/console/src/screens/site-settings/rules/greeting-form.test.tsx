/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { prefer } from '../../../state/preferences.ts';
import { answer } from '../../../testing/answer.ts';
import { SettingPage } from '../../../testing/setting-page.tsx';

const page = new SettingPage();
const fetchBefore = globalThis.fetch;
const greeting = (language = 'en') => (page.draft?.greeting as Record<string, unknown> | undefined)?.[language];

beforeEach(() => {
  prefer({ locale: 'en' });
  const faq = { intent: 'returns.how', question: { en: 'How do I return it?' } };
  globalThis.fetch = async () =>
    answer({ faqs: [faq], categories: [], locales: ['en'], articles: [], categoryNames: {} });
});
afterEach(() => {
  render(null, document.body);
  globalThis.fetch = fetchBefore;
});

describe('the first message of the bot', () => {
  it('is a text a language; emptied it is the usual one', () => {
    page.show('greeting', { greeting: { en: 'Hi', zh: { text: '您好' } } });
    page.fill('First message of the bot (English)', 'Hello');
    expect(greeting()).toBe('Hello');
    page.fill('First message of the bot (English)', '');
    page.fill('First message of the bot (Chinese)', '');
    expect(page.draft).toEqual({ greeting: null });
  });

  it('has others that are said to some visitors, in an order, and is a text again without them', () => {
    page.show('greeting', { languages: ['en'], greeting: { en: 'Hi' } });
    page.press('+ Greeting');
    expect(greeting()).toEqual({ text: 'Hi', variants: [{ when: { returning: true }, text: '' }] });
    page.fill('What is said then', 'Good evening, {{name|there}}');
    page.choose('Who comes', '');
    expect(greeting()).toMatchObject({ variants: [{ when: {} }] });
    expect(page.text).toContain('says nothing yet of when');
    page.choose('Opening hours', 'false');
    page.fill('Only on these pages', '/cart');
    page.key(page.field('Only on these pages'), 'Enter');
    const evening = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === 'evening')!;
    act(() => evening.querySelector('input')!.click());
    expect(greeting()).toEqual({
      text: 'Hi',
      variants: [{ when: { open: false, page: ['/cart'], part: ['evening'] }, text: 'Good evening, {{name|there}}' }],
    });
    expect(page.text).toContain('outside of opening hours, evening, on /cart');
    page.press('Remove “Good evening, {{name|there}}”');
    expect(page.draft).toEqual({});
  });

  it('has the usual button, none, or the owner’s own, and keeps what the form does not show of them', async () => {
    const own = { label: 'Sizes', intent: 'sizes.guide', _why: 'asked daily' };
    page.show('greeting', { languages: ['en'], greeting: { en: { text: 'Hi', quickReplies: [own] } } });
    await act(async () => Promise.resolve());
    page.fill('Button 1', 'My size');
    expect(greeting()).toEqual({ text: 'Hi', quickReplies: [{ ...own, label: 'My size' }] });
    page.press('+ Button');
    page.fill('Button 2', 'Send it back');
    page.choose('Button 2 asks for', 'returns.how');
    expect((greeting() as { quickReplies: unknown[] }).quickReplies[1]).toEqual({
      label: 'Send it back',
      intent: 'returns.how',
    });
    page.choose('Button 2 asks for', '');
    expect((greeting() as { quickReplies: unknown[] }).quickReplies[1]).toBe('Send it back');
    page.choose('Buttons under it', 'none');
    expect(greeting()).toEqual({ text: 'Hi', quickReplies: [] });
    page.choose('Buttons under it', 'usual');
    expect(greeting()).toEqual({ text: 'Hi' });
  });

  it('names what is wrong at its text, at a button, and on the line of another greeting', () => {
    const problems = [
      { path: ['greeting', 'en', 'text'], message: '"text" must not be empty' },
      { path: ['greeting', 'en', 'quickReplies', 0], message: '"quickReplies" must not be empty' },
      { path: ['greeting', 'en', 'variants', 0, 'text'], message: '"text" has braces' },
    ];
    const en = { text: '', quickReplies: [''], variants: [{ when: { open: true }, text: '{{' }] };
    page.show('greeting', { languages: ['en'], greeting: { en } }, { problems });
    for (const label of ['First message of the bot (English)', 'Button 1'])
      expect(page.field(label).getAttribute('aria-invalid')).toBe('true');
    expect(page.text).toContain('1 to mend');
    page.open(0);
    expect(page.field('What is said then').getAttribute('aria-invalid')).toBe('true');
  });

  it('stays a text of JSON where no form can show it', () => {
    page.show('greeting', { languages: ['en'], greeting: { en: { text: 'Hi', variants: 'some' } } });
    expect(document.querySelector('textarea')?.value).toContain('some');
    expect(document.querySelector('.rule-add')).toBeNull();
  });
});
