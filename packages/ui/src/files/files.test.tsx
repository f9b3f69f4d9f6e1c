/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import type { FileLine, SentFile } from './file-line.ts';
import { FileTray } from './file-tray.tsx';
import { Files } from './files.tsx';

const line: FileLine = {
  upload: '/files/shop',
  file: (id) => `/files/shop/${id}`,
  headers: () => ({ Authorization: 'Bearer secret' }),
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 150));
const texts = (selector: string) => [...document.querySelectorAll(selector)].map((one) => one.textContent);
const press = async (name: string) => {
  const named = [...document.querySelectorAll('button')].find((one) => (one.ariaLabel ?? one.textContent) === name);
  named!.click();
  await settled();
};

/** A server in the place of the browser's, which answers what a test says. */
class FakeRequest {
  static made: FakeRequest[] = [];
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  status = 0;
  responseText = '';
  headers: Record<string, string> = {};
  stopped = false;
  constructor() {
    FakeRequest.made.push(this);
  }
  open(): void {}
  send(): void {}
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }
  abort(): void {
    this.stopped = true;
    this.onabort?.();
  }
  async answer(status: number, body: object | string): Promise<void> {
    this.status = status;
    this.responseText = typeof body === 'string' ? body : JSON.stringify(body);
    this.onload?.();
    await settled();
  }
}

const asked: string[] = [];
beforeEach(() => {
  FakeRequest.made = [];
  asked.length = 0;
  globalThis.XMLHttpRequest = FakeRequest as never;
  globalThis.fetch = (async (address: string, { method = 'GET' }: { method?: string }) => {
    asked.push(`${method} ${address}`);
    return { ok: !address.includes('gone'), blob: async () => new Blob(['x']) };
  }) as never;
  let made = 0;
  URL.createObjectURL = () => `blob:${++made}`;
  URL.revokeObjectURL = () => undefined;
});
afterEach(() => render(null, document.body));

describe('what is to be sent', () => {
  const told: (readonly SentFile[] | null | undefined)[] = [];
  let less = 0;
  const choose = async (...picked: File[]) => {
    told.length = less = 0;
    render(
      <FileTray
        {...{ line, locale: 'en', picked, limits: { bytes: 100, count: 2 } }}
        ready={(files) => told.push(files)}
        willSend={false}
        onLess={() => (less += 1)}
        onEmpty={() => undefined}
      />,
      document.body,
    );
    await settled();
  };
  const file = (name: string, text = 'words') => new File([text], name, { type: 'text/plain' });
  const kept = { id: 'a', name: 'a.txt', type: 'text/plain', bytes: 5 };

  it('goes up at once, tells how far it is, and may go with a message when it is there', async () => {
    await choose(file('../退货\u202e.txt'));
    const [request] = FakeRequest.made;
    expect(request?.headers).toMatchObject({
      Authorization: 'Bearer secret',
      'X-File-Name': encodeURIComponent('../退货\u202e.txt'),
    });
    request!.upload.onprogress!({ loaded: 2, total: 5 });
    await settled();
    expect(texts('[role=status]')).toEqual(['Uploading · 40%']);
    expect(told.at(-1)).toBeNull();
    await request!.answer(201, { file: kept });
    expect(texts('[role=status]')).toEqual(['Ready to send · 1 KB']);
    expect(told.at(-1)).toEqual([kept]);
  });

  it('says why it is refused, and what is refused holds up nothing', async () => {
    await choose(file('a.html'), file('b.txt', 'x'.repeat(101)));
    await FakeRequest.made[0]!.answer(400, { error: { kind: 'bad_request', fault: 'type' } });
    expect(texts('[role=status]')).toEqual(['This kind of file is not taken.', 'This file is too large.']);
    expect(FakeRequest.made).toHaveLength(1);
    expect(told.at(-1)).toBeUndefined();
    expect(less).toBeGreaterThan(0);
  });

  it('is tried again under the same name after a lost connection, not after a refusal', async () => {
    await choose(file('a.txt'));
    FakeRequest.made[0]!.onerror!();
    await settled();
    await press('Try again');
    await FakeRequest.made[1]!.answer(201, { file: kept });
    expect(told.at(-1)).toEqual([kept]);
    await choose(file('b.html'));
    await FakeRequest.made[2]!.answer(413, '<html>too large</html>');
    expect(texts('[role=status]')).toContain('This file is too large.');
    expect(texts('button')).not.toContain('Try again');
  });

  it('leaves with its message; what may be tried again stays for the next, and what was refused does not', async () => {
    await choose(file('a.txt'), file('b.txt'));
    await FakeRequest.made[0]!.answer(201, { file: kept });
    await FakeRequest.made[1]!.answer(503, { error: { kind: 'unavailable', fault: 'full' } });
    expect(told.at(-1)).toEqual([kept]);
    await choose();
    expect(texts('li b')).toEqual(['b.txt']);
    expect(told).toEqual([undefined]);
    expect(asked).toEqual([]);
    await press('Try again');
    await FakeRequest.made[2]!.answer(400, { error: { kind: 'bad_request', fault: 'type' } });
    await choose();
    expect(texts('li')).toEqual([]);
  });

  it('is stopped or taken back when it is removed', async () => {
    await choose(file('a.txt'), file('b.txt'));
    await FakeRequest.made[0]!.answer(201, { file: kept });
    await press('Remove a.txt');
    expect(asked).toEqual(['DELETE /files/shop/a']);
    await press('Remove b.txt');
    expect(FakeRequest.made[1]!.stopped).toBe(true);
    expect(told.at(-1)).toBeUndefined();
    expect(texts('li')).toEqual([]);
  });

  it('is no more than a message takes', async () => {
    await choose(file('a.txt'), file('b.txt'), file('c.txt'));
    expect(FakeRequest.made).toHaveLength(2);
    expect(texts('.tray > p')).toEqual(['A message takes 2 files. The others were left out.']);
  });
});

describe('files of a message', () => {
  const show = async (...files: Partial<SentFile>[]) => {
    const whole = files.map((file, n) => ({ id: `f${n}`, name: 'a', type: 'image/png', bytes: 9, ...file }));
    render(<Files files={whole} line={line} locale="en" offline={false} />, document.body);
    await settled();
  };

  it('are shown where they are pictures, and only saved where they could be anything else', async () => {
    await show({ width: 400, height: 100 }, { type: 'image/svg+xml' }, { type: 'text/html' });
    expect(asked).toEqual(['GET /files/shop/f0/preview']);
    expect(document.querySelectorAll('img')).toHaveLength(1);
    expect(document.querySelectorAll('.row-file')).toHaveLength(2);
  });

  it('have their names as text, whatever these are', async () => {
    await show({ name: '<img src=x onerror=alert(1)>', type: 'text/plain' });
    expect(document.querySelector('img')).toBeNull();
    expect(document.body.textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('say that they are not there any more', async () => {
    await show({ id: 'gone' });
    expect(document.body.textContent).toContain('Not available any more');
  });

  it('are whole when they are pressed, and small again after Escape', async () => {
    await show({ name: 'vase.png' });
    await press('Show vase.png');
    expect(asked).toContain('GET /files/shop/f0');
    const dialog = document.querySelector('[role=dialog]')!;
    dialog.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settled();
    expect(document.querySelector('[role=dialog]')).toBeNull();
  });
});
