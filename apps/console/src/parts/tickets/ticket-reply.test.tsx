/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { DeskContext } from '../../state/desk.ts';
import { FakeTickets, ticketOf } from '../../testing/fake-tickets.ts';
import { TicketReply } from './ticket-reply.tsx';
import { TicketWords } from './ticket-words.tsx';

const LABEL = { id: 'f1', name: 'label.pdf', type: 'application/pdf', bytes: 2_000 };

/** A request that the server answers when a test says so. */
class HeldUpload {
  static last: HeldUpload;
  upload = {};
  onload?: () => void;
  onabort?: () => void;
  status = 0;
  responseText = '';
  address = '';
  constructor() {
    HeldUpload.last = this;
  }
  open(_method: string, address: string): void {
    this.address = address;
  }
  setRequestHeader(): void {}
  send(): void {}
  abort(): void {
    this.onabort?.();
  }
  answer(status: number, body: object): void {
    Object.assign(this, { status, responseText: JSON.stringify(body) });
    this.onload?.();
  }
}

let desk: FakeTickets;
const text = () => document.body.textContent ?? '';
const send = () => [...document.querySelectorAll('button')].find((one) => one.textContent === 'Send reply')!;
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 50)));
const until = async (isSo: () => boolean) => {
  for (let n = 0; n < 100 && !isSo(); n++) await settle();
  expect(isSo()).toBe(true);
};
/** The event of a form that files are pasted to, or dropped on; and whether the page takes it from the browser. */
const bring = async (kind: 'paste' | 'drop', files: File[], types = ['Files']) => {
  const event = new Event(kind, { bubbles: true, cancelable: true });
  Object.assign(event, { [kind === 'paste' ? 'clipboardData' : 'dataTransfer']: { files, types } });
  await act(async () => void document.querySelector('textarea')!.dispatchEvent(event));
  return event.defaultPrevented;
};

describe('a reply to a ticket', () => {
  beforeEach(async () => {
    globalThis.XMLHttpRequest = HeldUpload as never;
    desk = new FakeTickets();
    await act(async () =>
      render(
        <DeskContext.Provider value={desk.client}>
          <TicketReply site="shop" ticket={ticketOf()} />
        </DeskContext.Provider>,
        document.body,
      ),
    );
  });
  afterEach(() => render(null, document.body));

  it.each(['paste', 'drop'] as const)('takes files by %s, waits for them, and may be nothing else', async (kind) => {
    expect(await bring(kind, [new File(['%PDF-1.7'], 'label.pdf')])).toBe(true);
    await until(() => text().includes('Uploading'));
    await act(async () => send().click());
    expect(desk.done).toEqual([]);
    expect(text()).toContain('It goes out by itself');
    expect(HeldUpload.last.address).toBe(`/console/api/files/shop/${ticketOf().conversation}`);
    HeldUpload.last.answer(201, { file: LABEL });
    await until(() => desk.done.length > 0);
    expect(desk.done).toEqual(['reply 17  +label.pdf']);
    await until(() => document.querySelector('[aria-label="Files to send"]') === null);
    expect(send().disabled).toBe(true);
  });

  it('goes nowhere without a file that was just chosen, before the part that takes it has come', async () => {
    const area = document.querySelector('textarea')!;
    await act(() => {
      area.value = 'Here is the label.';
      area.dispatchEvent(new Event('input', { bubbles: true }));
    });
    const chosen = new Event('paste', { bubbles: true, cancelable: true });
    Object.assign(chosen, { clipboardData: { files: [new File(['%PDF'], 'label.pdf')], types: ['Files'] } });
    void act(() => void area.dispatchEvent(chosen));
    await act(async () => send().click());
    expect(desk.done).toEqual([]);
  });

  it('takes the text of a table that was copied, and not the picture that comes with it', async () => {
    const types = ['text/plain', 'text/html', 'Files'];
    expect(await bring('paste', [new File(['x'], 'image.png')], types)).toBe(false);
    expect(document.querySelector('[aria-label="Files to send"]')).toBeNull();
  });

  it('keeps its words when a file is refused, and says why', async () => {
    const area = document.querySelector('textarea')!;
    area.value = 'Please print this.';
    await act(async () => void area.dispatchEvent(new Event('input', { bubbles: true })));
    await bring('paste', [new File(['MZ'], 'label.exe')]);
    await until(() => text().includes('Uploading'));
    // Pressed too early: nothing goes out without what is refused, before its sender has seen that.
    await act(async () => send().click());
    HeldUpload.last.answer(400, { error: { kind: 'bad_request', fault: 'type' } });
    await until(() => text().includes('This kind of file is not taken.'));
    expect(desk.done).toEqual([]);
    await act(async () => send().click());
    expect(desk.done).toEqual(['reply 17 Please print this.']);
  });

  it('leaves what is pasted to the field where it is text', async () => {
    expect(await bring('paste', [])).toBe(false);
  });
});

it('a note about a ticket takes no files', async () => {
  const words = { title: 'Note', label: 'Note', hint: '', button: 'Add', draft: 'n', onSend: async () => true };
  await act(async () => render(<TicketWords {...words} />, document.body));
  expect(document.querySelector('input[type=file]')).toBeNull();
  expect(await bring('drop', [new File(['x'], 'a.txt')])).toBe(false);
  render(null, document.body);
});
