/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { SiteBrief } from '../state/api/api.ts';
import { DeskContext } from '../state/desk.ts';
import { prefer } from '../state/preferences.ts';
import { answer } from '../testing/answer.ts';
import { FakeTickets } from '../testing/fake-tickets.ts';
import { DETAIL, PROFILE, STANDING, TIMELINE } from '../testing/sample-contacts.ts';
import { ContactPage } from './contact-page.tsx';
import '../testing/nothing-resizes.ts';

const SITE = { id: 'shop', name: 'Shop' } as SiteBrief;
const GATHERED_MS = 400;
const ADDRESS = 'p7@one.example';

describe('a contact who is erased', () => {
  let desk: FakeTickets;
  let gone: boolean;
  let down: boolean;
  const fetchBefore = globalThis.fetch;
  const settle = (ms = 20) => act(async () => new Promise((resolve) => setTimeout(resolve, ms)));
  const text = () => document.body.textContent ?? '';
  const press = async (label: string) => {
    const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label);
    await act(async () => found?.click());
    await settle();
  };

  beforeEach(async () => {
    desk = new FakeTickets();
    [gone, down] = [false, false];
    prefer({ locale: 'en' });
    globalThis.fetch = async (path) => {
      const { pathname } = new URL(String(path), 'http://desk.example');
      if (pathname.endsWith('/person')) return answer({ name: 'Ada', confirm: 'Ada', files: 0, rows: [], alike: [] });
      if (pathname.endsWith('/erase')) {
        gone = true;
        desk.changed('shop', 'contacts');
        return answer({ id: 'r-1', at: 5, by: 'Mei', rows: [], files: 0 });
      }
      if (down) return answer({ error: { kind: 'unavailable', message: '' } }, 503);
      if (gone) return answer({ error: { kind: 'not_found', message: '' } }, 404);
      if (pathname.endsWith('/7')) return answer(DETAIL);
      if (pathname.endsWith('/life')) return answer(STANDING);
      if (pathname.endsWith('/profile')) return answer(PROFILE);
      if (pathname.endsWith('/timeline')) return answer(TIMELINE);
      if (pathname.endsWith('/offers')) return answer({ offers: [] });
      return answer({ duplicates: [], merges: [] });
    };
    await act(async () =>
      render(
        <DeskContext.Provider value={desk.client}>
          <ContactPage site={SITE} contact={7} merging={false} onErased={() => undefined} onRenamed={() => undefined} />
        </DeskContext.Provider>,
        document.body,
      ),
    );
    await settle();
  });
  afterEach(() => {
    render(null, document.body);
    globalThis.fetch = fetchBefore;
  });

  it('goes from the page of another window, too', async () => {
    expect(text()).toContain(ADDRESS);
    gone = true;
    desk.changed('shop', 'contacts');
    await settle(GATHERED_MS);
    await settle();
    expect(text()).toContain('This does not exist any more.');
    expect(text()).not.toContain(ADDRESS);
  });

  it('stays on the page while the server only cannot answer', async () => {
    down = true;
    desk.changed('shop', 'contacts');
    await settle(GATHERED_MS);
    await settle();
    expect(document.querySelector('[role=alert]')).not.toBe(null);
    expect(text()).toContain(ADDRESS);
  });

  it('leaves a receipt, and no complaint that they are not there', async () => {
    await press('Erase this person …');
    const input = [...document.querySelectorAll('input')].at(-1)!;
    input.value = 'Ada';
    await act(async () => void input.dispatchEvent(new Event('input', { bubbles: true })));
    await press('Erase for good');
    await settle(GATHERED_MS);
    await settle();
    expect(text()).toContain('Ada was erased');
    expect(text()).not.toContain(ADDRESS);
    expect(document.querySelector('[role=alert]')).toBe(null);
  });
});
