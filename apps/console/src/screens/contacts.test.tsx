/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { SiteBrief } from '../state/api.ts';
import { DeskContext } from '../state/desk.ts';
import { prefer } from '../state/preferences.ts';
import type { Contact, ContactDetail } from '../state/records-api.ts';
import { answer } from '../testing/answer.ts';
import { FakeTickets, ticketOf } from '../testing/fake-tickets.ts';
import { Contacts } from './contacts.tsx';

const SITE = { id: 'shop', name: 'Shop' } as SiteBrief;
const contact = (key: number, change: Partial<Contact> = {}): Contact => ({
  ...{ key, id: `c${key}`, ownId: true, verified: true, name: `Person ${key}`, email: `p${key}@one.example` },
  ...{ phone: null, locale: null, customer: false, customerSince: null, source: {}, createdAt: 1, ...change },
});
const DETAIL: ContactDetail = {
  contact: contact(7, { verified: false, name: null, phone: '+4930123456' }),
  orders: [
    {
      ...{ number: 'TL-1', email: null, placedAt: 1, status: 'other', statusText: 'Beim Zoll', total: 990 },
      ...{ currency: 'EUR', trackingUrl: 'javascript:alert(1)' },
      lines: [{ product: 'p', name: '<b>Soap</b>', quantity: 2, price: null }],
    },
  ],
  conversations: [{ id: 'x', state: 'closed', lastAt: 1, preview: 'hello' }],
};

let asked: string[];
let desk: FakeTickets;
const fetchBefore = globalThis.fetch;
const settle = (ms = 20) => act(async () => new Promise((resolve) => setTimeout(resolve, ms)));
const show = async (open: number | null = null) => {
  await act(async () =>
    render(
      <DeskContext.Provider value={desk.client}>
        <Contacts site={SITE} open={open} />
      </DeskContext.Provider>,
      document.body,
    ),
  );
  await settle();
};
const text = () => document.body.textContent;

beforeEach(() => {
  asked = [];
  desk = new FakeTickets();
  prefer({ locale: 'en' });
  globalThis.fetch = async (path) => {
    const url = new URL(String(path), 'http://desk.example');
    asked.push(url.pathname + url.search);
    if (url.pathname.endsWith('/7')) return answer(DETAIL);
    if (url.searchParams.get('search') === 'gone') return answer({ error: { kind: 'unavailable', message: '' } }, 503);
    if (url.searchParams.get('search') === 'nobody') return answer({ contacts: [], next: null });
    if (url.searchParams.has('before')) return answer({ contacts: [contact(1)], next: null });
    return answer({ contacts: [contact(3), contact(2)], next: 2 });
  };
});
afterEach(() => {
  render(null, document.body);
  globalThis.fetch = fetchBefore;
});

const type = async (words: string) => {
  const input = document.querySelector('input')!;
  input.value = words;
  await act(async () => void input.dispatchEvent(new Event('input', { bubbles: true })));
  await settle(350);
  await settle();
};

describe('the contacts', () => {
  it('come page by page', async () => {
    await show();
    const rows = () => [...document.querySelectorAll('.record-item b')].map((each) => each.textContent);
    expect(rows()).toEqual(['Person 3', 'Person 2']);
    const more = [...document.querySelectorAll('button')].find((button) => button.textContent === 'Show more')!;
    await act(async () => more.click());
    await settle();
    expect(rows()).toEqual(['Person 3', 'Person 2', 'Person 1']);
    expect(text()).not.toContain('Show more');
  });

  it('are searched for when typing pauses, and say when nobody is found or nothing can be asked', async () => {
    await show();
    await type('nobody');
    expect(asked.at(-1)).toBe('/console/api/contacts/shop?search=nobody');
    expect(text()).toContain('Nobody is found for “nobody”');
    await type('gone');
    expect(document.querySelector('[role=alert]')?.textContent).toContain('The server cannot do this just now');
  });

  it('show one with what is known, as text, and no link that a browser would run', async () => {
    await show(7);
    expect(text()).toContain('Without a name');
    expect(text()).toContain('This is what one visitor said.');
    expect(text()).toContain('2 × <b>Soap</b>');
    expect(text()).toContain('Beim Zoll');
    expect(text()).toContain('€9.90');
    const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual([
      'mailto:p7@one.example',
      'tel:+4930123456',
      '/console/api/export/shop/person.zip?contact=7&language=en',
    ]);
  });

  it('show the tickets that name their address, and none that only mentions it', async () => {
    const mine = ticketOf({ contact: { email: 'p7@one.example' } });
    desk.tickets = [mine, ticketOf({ number: 18, name: 'SHOP-T18', subject: 'p7@one.example wrote to me' })];
    await show(7);
    await settle();
    expect(desk.done).toContain('list all p7@one.example');
    expect(text()).toContain('SHOP-T17');
    expect(text()).not.toContain('SHOP-T18');
  });

  it('read in Chinese', async () => {
    prefer({ locale: 'zh' });
    await show(7);
    expect(text()).toContain('未留姓名');
    expect(text()).toContain('<b>Soap</b> × 2');
    expect(text()).toContain('已结束');
  });
});
