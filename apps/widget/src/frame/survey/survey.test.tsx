/** @jest-environment jsdom */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import type { ChatClient, ChatState } from '@solodesk/client';
import type { Locale, SatisfactionQuestion } from '@solodesk/protocol/visitor';
import { Survey } from './survey.tsx';

const QUESTION: SatisfactionQuestion = { id: 'q-1', ticket: null, score: null, word: '' };
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
const button = (name: string) => [...document.querySelectorAll('button')].find((one) => one.textContent === name);

describe('how was it', () => {
  let asked: unknown[];
  let ok: boolean;
  beforeEach(() => {
    render(null, document.body);
    asked = [];
    ok = true;
  });
  async function show(change: Partial<SatisfactionQuestion> = {}, closed = true, locale: Locale = 'en') {
    const chat = {
      ask: (_: string, body: object, done: (answer: { ok: boolean }) => void) => {
        asked.push(body);
        done({ ok });
      },
    } as unknown as ChatClient;
    const state = { conversation: { state: closed ? 'closed' : 'bot' } } as ChatState;
    render(<Survey survey={{ ...QUESTION, ...change }} state={state} chat={chat} locale={locale} />, document.body);
    await settled();
  }
  const press = async (name: string) => {
    button(name)?.click();
    await settled();
  };

  it('is answered by one tap, and takes a word and another score after that', async () => {
    await show();
    expect(document.querySelector('form')).toBe(null);
    await press('9');
    const box = document.querySelector('input');
    if (box === null) throw new Error('there is a box for a word');
    box.value = ' quick ';
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await settled();
    await press('Send');
    expect(document.body.textContent).toContain('Thank you for your words!');
    await press('8');
    expect(asked).toEqual([
      { request: 'q-1', score: 9 },
      { request: 'q-1', score: 9, word: 'quick' },
      { request: 'q-1', score: 8 },
    ]);
    expect(document.querySelector('[aria-pressed=true]')?.textContent).toBe('8');
  });

  it('thanks for no words where there are none', async () => {
    await show({ score: 9 });
    await press('Send');
    expect(document.body.textContent).not.toContain('Thank you for your words!');
    expect(document.body.textContent).toContain('Thank you! You can change it for a day.');
  });

  it('can be skipped, which is no score, and not once there is one', async () => {
    await show();
    await press('Skip');
    expect(asked).toEqual([{ request: 'q-1', score: null }]);
    expect(document.querySelector('section')).toBe(null);
    await show({ id: 'q-2', score: 7 });
    expect(button('Skip')).toBe(undefined);
  });

  it('says when it did not get through, and shows what is stored', async () => {
    ok = false;
    await show({ score: 7 });
    await press('2');
    expect(document.querySelector('[role=alert]')?.textContent).toContain('did not get through');
    expect(document.querySelector('[aria-pressed=true]')?.textContent).toBe('7');
  });

  it('waits for the end of the chat, but not with a ticket that is solved', async () => {
    await show({}, false);
    expect(document.querySelector('section')).toBe(null);
    await show({ ticket: 'SHOP-T17' }, false, 'zh');
    expect(document.body.textContent).toContain('SHOP-T17 已解决。您满意吗？');
  });
});
