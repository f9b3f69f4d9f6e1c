/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { prefer } from '../../../state/preferences.ts';
import { answer } from '../../../testing/answer.ts';
import { SettingPage } from '../../../testing/setting-page.tsx';

const page = new SettingPage();
const fetchBefore = globalThis.fetch;
const actions = () => page.draft?.actions as Record<string, unknown>[];
const click = (label: string) => act(() => page.field(label).click());

beforeEach(() => {
  prefer({ locale: 'en' });
  const faq = { intent: 'order.status', question: { en: 'Where is it?' } };
  globalThis.fetch = async () =>
    answer({ faqs: [faq], categories: [], locales: ['en'], articles: [], categoryNames: {} });
});
afterEach(() => {
  render(null, document.body);
  globalThis.fetch = fetchBefore;
});

describe('what visitors can do by themselves', () => {
  const STATUS = {
    name: 'order-status',
    do: 'order-status',
    title: { en: '<i>Where?</i>' },
    intents: ['order.status'],
  };

  it('is told with what begins it, as text', async () => {
    page.show('actions', { actions: [STATUS, { ...STATUS, name: 'x', title: {}, intents: [] }] });
    await act(async () => Promise.resolve());
    expect(page.text).toContain('<i>Where?</i>');
    expect(page.text).toContain('Where an order is · begun by Where is it?');
    expect(page.text).toContain('Where an order is · a form ends in it');
    expect(document.querySelector('.rule i')).toBeNull();
  });

  it('may be a signed call to the owner’s own system, with how long it is waited for and what is said then', () => {
    page.show('actions', { languages: ['en', 'zh'] });
    page.press('+ Ask your own system');
    expect(page.draft).toEqual({
      actions: [{ name: 'call', do: 'call', title: {}, url: 'https://', secret: 'my-system' }],
    });
    page.fill('What people call it (English)', 'My points');
    page.fill('Address of your system', 'https://shop.example/points');
    page.fill('Seconds to wait for an answer', '5');
    page.fill('What to say when it comes to nothing (Chinese)', '稍后再试');
    click('Make a request for you when your system does not answer');
    expect(actions()).toEqual([
      {
        ...{ name: 'call', do: 'call', title: { en: 'My points' }, url: 'https://shop.example/points' },
        ...{ secret: 'my-system', timeoutSeconds: 5, ticket: null, fallback: { zh: '稍后再试' } },
      },
    ]);
    click('Make a request for you when your system does not answer');
    expect(actions()[0]).not.toHaveProperty('ticket');
    page.fill('Category of that request', 'points');
    expect(actions()[0]).toMatchObject({ ticket: 'points' });
  });

  it('asks for details in an order, each of its kind, one of a few with its choices', () => {
    page.show('actions', { languages: ['en'], actions: [{ ...STATUS, _why: 'asked daily' }] });
    page.open(0);
    page.press('+ Detail');
    page.fill('What it is called', 'Size');
    page.choose('What belongs in it', 'choice');
    page.press('+ Choice');
    page.press('+ Choice');
    page.fill('What the button says', 'Large');
    page.fill('Other words for it (English)', 'big\nxl\n');
    const [slot] = actions()[0]!.slots as Record<string, unknown>[];
    expect(slot).toMatchObject({
      ...{ name: 'detail', type: 'choice', label: { en: 'Size' } },
      choices: [
        { value: 'choice', label: {} },
        { value: 'choice-2', label: { en: 'Large' }, words: { en: ['big', 'xl'] } },
      ],
    });
    // The key moves the choice, and not the detail or the action around it.
    const heads = [...document.querySelectorAll('.rule-head')];
    page.key(
      heads.find(({ textContent }) => textContent?.includes('Large'))!,
      'ArrowUp',
      { altKey: true },
    );
    page.press('+ Detail');
    click('It must be answered');
    click('Sensitive: never in logs, reports or webhooks');
    const slots = actions()[0]!.slots as Record<string, unknown>[];
    expect((slots[0]!.choices as { value: string }[]).map(({ value }) => value)).toEqual(['choice-2', 'choice']);
    expect(slots[1]).toMatchObject({ name: 'detail-2', required: false, data: 'sensitive' });
    expect(actions()[0]).toMatchObject({ _why: 'asked daily' });
    page.press('Remove “detail-2”');
    page.press('Remove “Size”');
    expect(page.draft).toEqual({});
  });

  it('asks for a detail only after some answers to one before it, and takes an answer from the first words', () => {
    const choice = (value: string) => ({ value, label: { en: `It is ${value}` } });
    const slots = [
      { name: 'wish', type: 'choice', label: { en: 'Wish' }, choices: ['refund', 'exchange', 'repair'].map(choice) },
      { name: 'story', type: 'text', label: { en: 'Story' }, required: false },
    ];
    const slot = () => (actions()[0]!.slots as Record<string, unknown>[])[1];
    page.show('actions', { languages: ['en'], actions: [{ ...STATUS, slots }] });
    page.open(0);
    page.open(2);
    click('The first words may be the answer');
    expect(slot()).toMatchObject({ fromOpening: true, required: false });
    page.choose('When it is asked', 'wish');
    // It must be answered then: the one box says so, and the other is gone.
    expect(slot()).toEqual({
      ...{ name: 'story', type: 'text', label: { en: 'Story' }, fromOpening: true },
      requiredIf: { slot: 'wish', is: ['refund'] },
    });
    expect(page.text).toContain('After some answers to “Wish”');
    expect(page.text).toContain('asked after some answers');
    expect(() => page.field('It must be answered')).toThrow();
    click('It is repair');
    click('It is refund');
    expect(slot()).toMatchObject({ requiredIf: { slot: 'wish', is: ['repair'] } });
    click('It is repair');
    expect(slot()).not.toHaveProperty('requiredIf');
    expect(page.field('It must be answered').checked).toBe(true);
  });

  it('shows no condition where nothing was asked before', () => {
    page.show('actions', { actions: [{ ...STATUS, slots: [{ name: 'story', type: 'text', label: {} }] }] });
    page.open(0);
    page.open(1);
    expect(page.text).not.toContain('When it is asked');
  });

  it('books times, with a reminder or without', () => {
    page.show('actions', { languages: ['en'] });
    page.press('+ Book a time');
    page.fill('Minutes that it takes', '45');
    expect(page.field('Minutes from one beginning to the next').placeholder).toBe('usually 45');
    page.fill('Minutes before it', '60');
    expect(actions()[0]).toMatchObject({ minutes: 45, remindMinutes: 60 });
    click('Send a reminder');
    expect(actions()[0]).toMatchObject({ remindMinutes: null });
  });

  it('names what is wrong at its field, at the details, and on the line', () => {
    const problems = [
      { path: ['actions', 0, 'slots'], message: '"slots" must have an "email"' },
      { path: ['actions', 0, 'slots', 0, 'prompt', 'en'], message: '"en" must not be empty' },
      { path: ['actions', 0, 'title', 'en'], message: '"title" has no "en"' },
    ];
    const slots = [{ name: 'order', type: 'order', label: { en: 'o' }, prompt: {}, purpose: { en: 'to look' } }];
    page.show('actions', { languages: ['en'], actions: [{ ...STATUS, slots }] }, { problems });
    expect(page.text).toContain('3 to mend');
    page.open(0);
    expect(page.field('What people call it').getAttribute('aria-invalid')).toBe('true');
    expect(page.text).toContain('must have an "email"');
    page.open(1);
    expect(page.field('The question').getAttribute('aria-invalid')).toBe('true');
  });

  it('stays a text of JSON where its kind is not known', () => {
    page.show('actions', { actions: [{ name: 'x', do: 'fly' }] });
    expect(document.querySelector('textarea')?.value).toContain('fly');
    expect(document.querySelector('.rule')).toBeNull();
  });
});
