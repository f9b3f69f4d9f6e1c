/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { OwnerClient } from '@solodesk/client/owner';
import type { CannedReply } from '@solodesk/protocol/owner';
import type { SiteBrief } from '../../state/api/api.ts';
import { DeskContext } from '../../state/desk.ts';
import { prefer } from '../../state/preferences.ts';
import { createStore } from '../../state/store.ts';
import { settle } from '../../testing/show-at-desk.tsx';
import { CannedReplies } from './canned-replies.tsx';

const LATE: CannedReply = { id: 'late', name: 'Late parcel', texts: { en: 'It is late.', zh: '晚到了。' } };
const OTHERS: CannedReply[] = [
  { id: 'hi', name: 'Hello', texts: { en: 'Hello!' } },
  { id: 'bye', name: 'Bye', texts: { en: 'Bye!' } },
];
const kept = createStore<Record<string, readonly CannedReply[]>>({});
const saved: CannedReply[] = [];
const state = { connection: 'online' };
const client = {
  get: () => state,
  subscribe: () => () => undefined,
  canned: {
    get: kept.get,
    subscribe: kept.subscribe,
    read: async () => ({ ok: true, replies: kept.get()['shop'] }),
    put: async (_site: string, reply: CannedReply) => {
      saved.push(reply);
      return { ok: true };
    },
    drop: async () => ({ ok: true }),
  },
} as unknown as OwnerClient;
/** What the server tells every window. */
const told = (...replies: CannedReply[]) => act(async () => kept.set({ shop: replies }));
const fields = () => [...document.querySelectorAll<HTMLInputElement>('input, textarea')];
const type = (place: number, text: string) =>
  act(async () => {
    fields()[place]!.value = text;
    fields()[place]!.dispatchEvent(new Event('input', { bubbles: true }));
  });
const press = (name: string) =>
  act(async () =>
    [...document.querySelectorAll<HTMLElement>('button')]
      .find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name)!
      .click(),
  );
const alert = () => document.querySelector('[role=alert]')?.textContent ?? null;

beforeEach(async () => {
  prefer({ locale: 'en' });
  saved.length = 0;
  kept.set({ shop: [OTHERS[0]!, LATE, OTHERS[1]!] });
  const site = { id: 'shop', name: 'Shop' } as SiteBrief;
  await act(async () =>
    render(
      <DeskContext.Provider value={client}>
        <CannedReplies site={site} />
      </DeskContext.Provider>,
      document.body,
    ),
  );
  await settle();
  await press('Change Late parcel');
  await type(1, 'It is late, and I am sorry.');
});
afterEach(() => render(null, document.body));

describe('a reply that is removed elsewhere while its form is open', () => {
  it('keeps the words that were typed in their place, with the focus, and says what happened', async () => {
    const field = fields()[1]!;
    field.focus();
    await told(...OTHERS);
    expect(alert()).toContain('“Late parcel” was removed in another window or by somebody else');
    expect(fields().map(({ value }) => value)).toEqual(['Late parcel', 'It is late, and I am sorry.', '晚到了。']);
    expect(document.activeElement).toBe(field);
    expect([...document.querySelectorAll('li')].map((row) => row.querySelector('form') !== null)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('is saved as a new one, which takes the place of nothing', async () => {
    await told(...OTHERS);
    await press('Save as a new one');
    expect(saved).toEqual([
      { id: expect.any(String), name: 'Late parcel', texts: { en: 'It is late, and I am sorry.', zh: '晚到了。' } },
    ]);
    expect(saved[0]!.id).not.toBe('late');
    await told(...OTHERS, saved[0]!);
    expect(document.querySelectorAll('form, [role=alert]')).toHaveLength(0);
    expect(document.body.textContent).toContain('Late parcel');
  });

  it('is let go of', async () => {
    await told(...OTHERS);
    await press('Discard');
    expect(document.body.textContent).not.toContain('Late parcel');
    expect(saved).toEqual([]);
  });

  it('is changed as before where the removal is taken back', async () => {
    await told(...OTHERS);
    await told(...OTHERS, LATE);
    expect(alert()).toBeNull();
    expect(fields()[1]!.value).toBe('It is late, and I am sorry.');
    await press('Save');
    expect(saved).toMatchObject([{ id: 'late', texts: { en: 'It is late, and I am sorry.' } }]);
  });

  it('is the last one of all, too', async () => {
    await told();
    expect(document.querySelectorAll('form')).toHaveLength(1);
    expect(document.body.textContent).not.toContain('None yet.');
  });

  it('says so in Chinese', async () => {
    await act(async () => prefer({ locale: 'zh' }));
    await told(...OTHERS);
    expect(alert()).toContain('“Late parcel”在这里打开期间');
    expect(document.body.textContent).toContain('另存为新回复');
  });
});
