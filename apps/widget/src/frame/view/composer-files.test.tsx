/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { ChatState } from '@solodesk/client';
import type { Attachment } from '@solodesk/protocol/visitor';
import { en } from '../texts/en.ts';
import { Composer } from './composer.tsx';
import { FrameContext } from './frame-context.ts';
import type { Speaking } from './frame-context.ts';

const PHOTO = { id: 'p1', name: 'photo.jpg', type: 'image/jpeg', bytes: 9 };

/** The last request that the page made; a test answers it. */
class HeldUpload {
  static last: HeldUpload | null = null;
  upload = {};
  onload?: () => void;
  status = 201;
  responseText = JSON.stringify({ file: PHOTO });
  constructor() {
    HeldUpload.last = this;
  }
  open(): void {}
  readonly headers: Record<string, string> = {};
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }
  send(): void {}
  abort(): void {}
}

/** What a new visitor has from the welcome on; and who waits for that. */
let token: string | undefined;
const listeners = new Set<() => void>();
let sent: [text: string, files: readonly Attachment[] | undefined][];
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 50)));
const until = async (isSo: () => boolean) => {
  for (let n = 0; n < 200 && !isSo(); n++) await settle();
  expect(isSo()).toBe(true);
};
const button = () => document.querySelector<HTMLButtonElement>('button.send')!;
const isHeld = () => button().getAttribute('aria-disabled') === 'true';
const paste = (files: File[], types = ['Files']) => {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { files, types } });
  void act(() => void document.querySelector('textarea')!.dispatchEvent(event));
  return event.defaultPrevented;
};

let frame: object;
function show(draft: string): void {
  const state = { draft, items: [] } as unknown as ChatState;
  void act(() =>
    render(
      <FrameContext.Provider value={frame as Speaking}>
        <Composer state={state} setLocale={() => undefined} />
      </FrameContext.Provider>,
      document.body,
    ),
  );
}

beforeEach(() => {
  sent = [];
  token = 'secret';
  listeners.clear();
  HeldUpload.last = null;
  globalThis.XMLHttpRequest = HeldUpload as never;
  const chat = {
    send: (text: string, _intent: string | undefined, files?: readonly Attachment[]) => sent.push([text, files]),
    setDraft: () => undefined,
    suggest: () => undefined,
    token: () => token,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  frame = { chat, texts: en, locale: 'en', site: { id: 'shop', locales: ['en'] }, preferences: {} };
  show('Here it is');
});
afterEach(() => act(() => render(null, document.body)));

describe('a file in the chat', () => {
  it('keeps its message from going before it is there, also while the part that takes it is still on its way', async () => {
    expect(paste([new File(['x'], 'photo.jpg')])).toBe(true);
    await act(() => button().click());
    expect(sent).toEqual([]);
    await until(() => HeldUpload.last !== null);
    expect(document.querySelector('.tray')?.textContent).toContain('It goes out by itself');
    await act(() => HeldUpload.last!.onload!());
    await until(() => sent.length > 0);
    expect(sent).toEqual([['Here it is', [PHOTO]]]);
  });

  it('that is chosen before the server has said who the visitor is waits for that, and is not refused for it', async () => {
    token = undefined;
    paste([new File(['x'], 'photo.jpg')]);
    await until(() => document.querySelector('.tray progress') !== null && listeners.size > 0);
    await settle();
    expect(HeldUpload.last).toBe(null);
    for (const listener of listeners) listener();
    expect(HeldUpload.last).toBe(null);
    token = 'new';
    for (const listener of [...listeners]) listener();
    await until(() => HeldUpload.last !== null);
    expect(HeldUpload.last!.headers['Authorization']).toBe('Bearer new');
    expect(listeners.size).toBe(0);
    await act(() => HeldUpload.last!.onload!());
    await until(() => document.querySelector('.tray')!.textContent.includes('Ready to send'));
  });

  it('that is taken back before that is never sent', async () => {
    token = undefined;
    paste([new File(['x'], 'photo.jpg')]);
    await until(() => document.querySelector('.tray progress') !== null && listeners.size > 0);
    await act(() => document.querySelector<HTMLElement>('[aria-label="Remove photo.jpg"]')!.click());
    token = 'new';
    for (const listener of [...listeners]) listener();
    await settle();
    expect(HeldUpload.last).toBe(null);
  });

  it('that is refused lets nothing go by itself, and neither does one that was taken back', async () => {
    paste([new File(['x'], 'photo.jpg')]);
    await act(() => button().click());
    await until(() => HeldUpload.last !== null);
    Object.assign(HeldUpload.last!, { status: 400, responseText: '{"error":{"kind":"bad_request","fault":"type"}}' });
    await act(() => HeldUpload.last!.onload!());
    await until(() => document.querySelector('.tray .bad') !== null);
    paste([new File(['x'], 'other.jpg')]);
    await until(() => document.querySelectorAll('.tray li').length === 2);
    await act(() => button().click());
    await act(() => document.querySelector<HTMLElement>('[aria-label="Remove other.jpg"]')!.click());
    await settle();
    expect(sent).toEqual([]);
  });

  it('waits no more for sending once its words are written on', async () => {
    paste([new File(['x'], 'photo.jpg')]);
    await until(() => HeldUpload.last !== null);
    await act(() => button().click());
    show('Here it is, and more');
    await act(() => HeldUpload.last!.onload!());
    await settle();
    expect(sent).toEqual([]);
    expect(isHeld()).toBe(false);
  });

  it('is sent with one that was chosen right after it, before the part that takes both has come', async () => {
    paste([new File(['x'], 'photo.jpg')]);
    paste([new File(['y'], 'other.jpg')]);
    await until(() => document.querySelectorAll('.tray li').length === 2);
    await act(() => document.querySelector<HTMLElement>('[aria-label="Remove other.jpg"]')!.click());
    paste([new File(['z'], 'third.jpg')]);
    await until(() => document.querySelector('.tray')!.textContent.includes('third.jpg'));
    expect([...document.querySelectorAll('.tray b')].map((one) => one.textContent)).toEqual(['photo.jpg', 'third.jpg']);
  });

  it('is none where a table was copied: its text goes into the field', () => {
    expect(paste([new File(['x'], 'image.png')], ['text/plain', 'text/html', 'Files'])).toBe(false);
    expect(isHeld()).toBe(false);
  });
});
