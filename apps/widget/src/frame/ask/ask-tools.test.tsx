/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { Ask, Locale } from '@solodesk/protocol/visitor';
import { AskTools, dayWords } from './ask-tools.tsx';
import { FrameContext } from '../view/frame-context.ts';
import type { Speaking } from '../view/frame-context.ts';
import type { Recogniser } from './speech.ts';

/** Hears what the test says; as the browser's own it ends by itself. */
class FakeRecogniser implements Recogniser {
  static last: FakeRecogniser | null = null;
  lang = '';
  interimResults = false;
  onresult: Recogniser['onresult'] = null;
  onerror: Recogniser['onerror'] = null;
  onend: Recogniser['onend'] = null;
  started = false;

  constructor() {
    FakeRecogniser.last = this;
  }
  start() {
    this.started = true;
  }
  abort() {
    this.onerror?.({ error: 'aborted' });
    this.onend?.();
  }
  hear(...words: string[]) {
    this.onresult?.({ results: words.map((transcript) => [{ transcript }]) });
  }
}

const scope = window as unknown as Record<string, unknown>;
let box: HTMLTextAreaElement;
let host: HTMLElement;
let sent: string[];
let written: string[];

beforeEach(() => {
  document.body.innerHTML = '<div></div><textarea></textarea>';
  host = document.querySelector('div')!;
  box = document.querySelector('textarea')!;
  sent = [];
  written = [];
  scope['webkitSpeechRecognition'] = FakeRecogniser;
});
afterEach(() => {
  act(() => render(null, host));
  delete scope['webkitSpeechRecognition'];
});

function show(ask: Partial<Ask>, locale: Locale = 'en') {
  const chat = { send: (text: string) => sent.push(text), setDraft: (text: string) => written.push(text) };
  const frame = { chat, locale } as unknown as Speaking;
  const whole: Ask = { slot: 'x', type: 'text', purpose: '', ...ask };
  act(() =>
    render(
      <FrameContext.Provider value={frame}>
        <AskTools ask={whole} />
      </FrameContext.Provider>,
      host,
    ),
  );
}
const mic = () => host.querySelector<HTMLButtonElement>('.mic');
const status = () => host.querySelector('[role=status]')?.textContent;
const type = (input: HTMLInputElement, value: string) =>
  act(() => {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });

describe('what helps with an answer', () => {
  it.each(['en', 'zh'] as const)('says why it is asked for, in the language of the talk, in a panel in %s', (panel) => {
    show({ purpose: 'to send you the answer' }, panel);
    expect(host.textContent).toContain('Asked to send you the answer');
    show({ type: 'date', purpose: '用于回复您' }, panel);
    expect(host.textContent).toContain('询问原因：用于回复您');
    expect(host.textContent).toContain('选这一天');
  });

  it.each([
    ['email', 'email'],
    ['phone', 'tel'],
    ['amount', 'decimal'],
    ['text', ''],
  ] as const)('gives the box for %s the keyboard "%s", and takes it back', (slot, keyboard) => {
    show({ type: slot });
    expect(box.inputMode).toBe(keyboard);
    act(() => render(null, host));
    expect(box.inputMode).toBe('');
  });

  it('lets a day be chosen within its bounds, and sends it as the visitor would write it', () => {
    show({ type: 'date', min: '2026-12-01', max: '2026-12-31' });
    const input = host.querySelector<HTMLInputElement>('input[type=date]')!;
    expect([input.min, input.max]).toEqual(['2026-12-01', '2026-12-31']);
    const take = [...host.querySelectorAll('button')].find((button) => button.textContent === 'Take this day')!;
    expect(take.disabled).toBe(true);
    type(input, '2027-01-01');
    expect(take.disabled).toBe(true);
    type(input, '2026-12-03');
    expect(take.disabled).toBe(false);
    act(() => take.click());
    expect(sent).toEqual(['3 December 2026']);
  });

  it('wants a time of day where one belongs to it', () => {
    show({ type: 'date', time: true }, 'zh');
    const [day, time] = [...host.querySelectorAll('input')] as [HTMLInputElement, HTMLInputElement];
    const take = [...host.querySelectorAll('button')].find((button) => button.textContent === '选这一天')!;
    type(day, '2026-12-03');
    expect(take.disabled).toBe(true);
    type(time, '10:30');
    act(() => take.click());
    expect(sent).toEqual(['2026年12月3日 10:30']);
  });

  it('puts what was heard into the box, sends nothing by itself, and says who else may hear', () => {
    show({ type: 'text' });
    expect(mic()!.title).toContain('browser’s maker may hear');
    act(() => mic()!.click());
    expect(FakeRecogniser.last).toMatchObject({ lang: 'en-US', started: true });
    expect(mic()!.getAttribute('aria-pressed')).toBe('true');
    expect(status()).toContain('may hear it');
    act(() => FakeRecogniser.last!.hear('my lamp ', 'arrived broken'));
    expect(written).toEqual(['my lamp arrived broken']);
    expect(sent).toEqual([]);
    act(() => mic()!.click());
    expect(mic()!.getAttribute('aria-pressed')).toBe('false');
    expect(status()).toBe('');
  });

  it('hears Chinese in Chinese, and tells when the browser does not let it hear', () => {
    show({ type: 'text' }, 'zh');
    act(() => mic()!.click());
    expect(FakeRecogniser.last!.lang).toBe('zh-CN');
    act(() => {
      FakeRecogniser.last!.onerror?.({ error: 'not-allowed' });
      FakeRecogniser.last!.onend?.();
    });
    expect(status()).toBe('浏览器不允许使用麦克风，请打字。');
  });

  it('stops listening when something else is asked', () => {
    show({ type: 'text' });
    act(() => mic()!.click());
    let ended = false;
    FakeRecogniser.last!.abort = () => {
      ended = true;
    };
    show({ type: 'email' });
    expect(ended).toBe(true);
  });

  it('offers no speech where the browser has none, or where spelling matters', () => {
    show({ type: 'email' });
    expect(mic()).toBeNull();
    delete scope['webkitSpeechRecognition'];
    show({ type: 'text' });
    expect(mic()).toBeNull();
  });
});

describe('a chosen day', () => {
  it('is written as both languages write it', () => {
    expect(dayWords('2026-02-09', 'en')).toBe('9 February 2026');
    expect(dayWords('2026-02-09', 'zh')).toBe('2026年2月9日');
  });
});
