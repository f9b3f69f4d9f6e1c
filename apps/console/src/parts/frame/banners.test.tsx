/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ComponentProps } from 'preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { DeskContext } from '../../state/desk.ts';
import { prefer } from '../../state/preferences.ts';
import { answer } from '../../testing/answer.ts';
import { StorageBanner } from './banners.tsx';

type Desk = ComponentProps<typeof DeskContext.Provider>['value'];

const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
const banner = () => document.querySelector('[role=alert]')?.textContent ?? null;
const fetchBefore = globalThis.fetch;
let ready: () => Response;

async function show(state: { connection?: string; outbox?: { error?: string }[] } = {}): Promise<void> {
  const now = { connection: 'online', outbox: [], ...state };
  const desk = { get: () => now, subscribe: () => () => undefined } as unknown as Desk;
  await act(async () =>
    render(
      <DeskContext.Provider value={desk}>
        <StorageBanner />
      </DeskContext.Provider>,
      document.body,
    ),
  );
  await settle();
}

describe('a server that lives and cannot save', () => {
  beforeEach(() => {
    prefer({ locale: 'en' });
    ready = () => answer({ ok: true });
    globalThis.fetch = (async () => ready()) as typeof fetch;
  });
  afterEach(() => {
    act(() => render(null, document.body));
    globalThis.fetch = fetchBefore;
  });
  const full = () => answer({ ok: false, fault: 'storage' }, 503);

  it('is told of, with what to do, and what becomes of what visitors write', async () => {
    ready = full;
    await show();
    expect(banner()).toContain('cannot save anything just now. Its disk is full, or another program');
    prefer({ locale: 'zh' });
    await settle();
    expect(banner()).toContain('服务器暂时无法保存任何内容。');
  });

  it('is not made of one that is well, that stops, or that cannot be reached', async () => {
    await show();
    expect(banner()).toBeNull();
    ready = () => answer({ ok: false, fault: 'stopping' }, 503);
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(banner()).toBeNull();
    ready = full;
    await show({ connection: 'reconnecting' });
    expect(banner()).toBeNull();
  });

  it('is looked for at once when a reply was refused, and again when the owner comes back', async () => {
    await show();
    ready = full;
    await show({ outbox: [{ error: 'unavailable' }] });
    expect(banner()).not.toBeNull();
    ready = () => answer({ ok: true });
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(banner()).toBeNull();
  });
});
