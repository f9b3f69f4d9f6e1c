/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { prefer } from '../../../state/preferences.ts';
import { answer } from '../../../testing/answer.ts';
import { SettingPage } from '../../../testing/setting-page.tsx';

const HOW = {
  name: 'how',
  _why: 'Ida asked for it',
  when: { delivered: true, _note: 1 },
  afterDays: 3,
  subject: { en: '<i>All</i> well?', zh: '还好吗？' },
  text: { en: 'Hello {name}', zh: '您好' },
};
const page = new SettingPage();
const fetchBefore = globalThis.fetch;
const frames = () => [...document.querySelectorAll('iframe')].map((each) => each.getAttribute('src'));
const message = () => (page.draft?.messages as Record<string, unknown>[])[0];
let asked: unknown[];

beforeEach(() => {
  prefer({ locale: 'en' });
  asked = [];
  globalThis.fetch = async (_, init) => {
    asked.push(JSON.parse(String(init?.body)));
    return answer({ outcome: 'failed', reason: '550 <no>', to: 'mia@shop.example' });
  };
});
afterEach(() => {
  render(null, document.body);
  globalThis.fetch = fetchBefore;
});

describe('mails that begin by themselves', () => {
  it('are told by their subjects, as text, and by when they begin', () => {
    page.show('messages', {
      messages: [HOW, { ...HOW, name: 'b', when: { stage: 'churned' }, afterDays: 1, segment: 'vip' }],
    });
    expect(page.text).toContain('<i>All</i> well?3 days after a delivery');
    expect(page.text).toContain('1 day after: Churned · vip');
  });

  it('keep what no form shows, and the language that the site does not speak at present', () => {
    page.show('messages', { languages: ['en'], messages: [HOW] });
    page.open(0);
    page.choose('When', 'at_risk');
    page.fill('Subject', 'New');
    page.fill('Text', 'Hi {name}');
    page.fill('Days later', '');
    const { afterDays: _, ...rest } = HOW;
    expect(message()).toEqual({
      ...rest,
      when: { stage: 'at_risk', _note: 1 },
      subject: { en: 'New', zh: '还好吗？' },
      text: { en: 'Hi {name}', zh: '您好' },
    });
  });

  it('begin with words for every language of the site, each beginning with a name of its own', () => {
    page.show('messages', { languages: ['zh'] });
    page.press('+ Win back');
    page.press('+ Win back');
    expect(page.draft?.messages).toMatchObject([
      { name: 'win-back', when: { stage: 'churned' }, subject: { zh: '为您准备的新品' } },
      { name: 'win-back-2' },
    ]);
    expect(JSON.stringify(page.draft)).not.toContain('Hello');
  });

  it('take what stands for their reader where one is writing', () => {
    page.show('messages', { languages: ['en'], messages: [HOW] });
    page.open(0);
    const area = page.field('Text') as unknown as HTMLTextAreaElement;
    area.setSelectionRange(0, 5);
    page.press('{offers} what they may like');
    expect(message()).toMatchObject({ text: { en: '{offers} {name}' } });
    expect(document.activeElement).toBe(area);
  });

  it('are seen as they arrive, for a reader without a name too, and not while something is wrong with them', () => {
    page.show('messages', { messages: [HOW] });
    page.open(0);
    expect(frames()).toEqual(['/preview/~draft/mail/0/en', '/preview/~draft/mail/0/zh']);
    const unnamed = page.field('As for somebody whose name is not known');
    void act(() => unnamed.click());
    expect(frames()[0]).toBe('/preview/~draft/mail/0/en?named=no');
    render(null, document.body);
    page.show('messages', { messages: [HOW] }, { problems: [{ path: ['messages', 0, 'text', 'en'], message: 'bad' }] });
    page.open(0);
    expect(frames()).toEqual([]);
    expect(page.field('Text (English)').getAttribute('aria-invalid')).toBe('true');
  });

  it('are tried out on oneself, and what went wrong is said', async () => {
    page.show('messages', { messages: [HOW] });
    page.open(0);
    await act(async () => page.button('Send a test (Chinese)').click());
    await act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
    expect(asked).toEqual([{ preview: '~draft', message: 0, language: 'zh' }]);
    expect(page.text).toContain('Not sent: 550 <no>');
  });

  it('have a button under them, or none', () => {
    page.show('messages', { languages: ['en'], messages: [HOW] });
    page.open(0);
    page.press('Remove “<i>All</i> well?”');
    page.press('+ Another mail');
    void act(() => page.field('With a button under the text').click());
    page.fill('On the button', 'To the shop');
    expect(message()).toMatchObject({ link: { label: { en: 'To the shop' }, url: 'https://' } });
    void act(() => page.field('With a button under the text').click());
    expect(message()).not.toHaveProperty('link');
  });
});
