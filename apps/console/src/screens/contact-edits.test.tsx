/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { ContactFacts } from '../parts/contacts/contact-facts.tsx';
import { Toasts } from '../parts/controls/toasts.tsx';
import { DeskContext } from '../state/desk.ts';
import { prefer } from '../state/preferences.ts';
import type { Contact } from '../state/api/records-api.ts';
import { SiteZone } from '../state/site-day.ts';
import { answer } from '../testing/answer.ts';
import { FakeTickets } from '../testing/fake-tickets.ts';
import '../testing/nothing-resizes.ts';
import { NewContact } from './new-contact.tsx';

const ADA: Contact = {
  ...{ key: 7, id: 'c7', ownId: true, verified: true, name: 'Ada', email: 'ada@one.example', phone: null },
  ...{ locale: 'en', customer: true, customerSince: 5_000, source: {}, createdAt: 1 },
};
let sent: [string, unknown][];
let next: Response[];
const fetchBefore = globalThis.fetch;
const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
const text = () => document.body.textContent;
const press = async (label: string) => {
  const all = [...document.querySelectorAll('button')];
  await act(async () => all.find(({ textContent }) => textContent?.trim() === label)?.click());
  await settle();
};
const fill = async (place: number, value: string) => {
  const input = document.querySelectorAll<HTMLInputElement>('.contact-form input')[place]!;
  input.value = value;
  await act(async () => void input.dispatchEvent(new Event('input', { bubbles: true })));
};
const refused = (kind: string, message: string) => answer({ error: { kind, message } }, 400);

beforeEach(() => {
  [sent, next] = [[], []];
  prefer({ locale: 'en' });
  globalThis.fetch = async (path, options) => {
    sent.push([String(path).replace('/console/api/', ''), JSON.parse(String(options?.body))]);
    return next.shift() ?? answer({ contact: ADA, added: true });
  };
});
afterEach(() => {
  render(null, document.body);
  globalThis.fetch = fetchBefore;
  location.hash = '';
});

describe('the days of a contact', () => {
  it('are those of the business, wherever its owner is', async () => {
    const since = Date.parse('2026-03-01T16:30:00Z');
    for (const [zone, day] of [
      ['Asia/Shanghai', '2026-03-02'],
      ['America/New_York', '2026-03-01'],
    ] as const) {
      await act(async () =>
        render(
          <SiteZone.Provider value={zone}>
            <ContactFacts
              site="shop"
              contact={{ ...ADA, customerSince: since }}
              hasOrders
              onChanged={() => undefined}
            />
          </SiteZone.Provider>,
          document.body,
        ),
      );
      expect(text()).toContain(`Customer since${day}`);
    }
  });
});

describe('a contact that is put right by hand', () => {
  let changes: number;
  const { client } = new FakeTickets();
  const show = (contact: typeof ADA) =>
    act(async () =>
      render(
        <DeskContext.Provider value={client}>
          <ContactFacts site="shop" contact={contact} hasOrders={false} onChanged={() => changes++} />
          <Toasts />
        </DeskContext.Provider>,
        document.body,
      ),
    );
  beforeEach(async () => {
    changes = 0;
    await show(ADA);
  });

  it('sends what differs, and takes it back with one tap', async () => {
    await press('Change');
    await fill(0, 'Ada Löwe');
    await press('Save');
    expect(sent).toEqual([['contacts/shop/7/details', { name: 'Ada Löwe' }]]);
    expect(document.querySelector('.contact-form')).toBeNull();
    await press('Undo');
    expect(sent[1]).toEqual(['contacts/shop/7/details', { name: 'Ada' }]);
    expect([changes, text()?.includes('It is as it was.')]).toEqual([2, true]);
  });

  it('leaves what another device put right while the form was open', async () => {
    await press('Change');
    await fill(0, 'Ada Löwe');
    await show({ ...ADA, email: 'new@one.example' });
    await press('Save');
    expect(sent).toEqual([['contacts/shop/7/details', { name: 'Ada Löwe' }]]);
  });

  it('sends nothing where nothing was changed', async () => {
    await press('Change');
    await press('Save');
    expect([sent, changes]).toEqual([[], 0]);
  });

  it('keeps what was typed where it is refused, and says what is wrong at its field', async () => {
    next = [
      refused('bad_request', 'email: is no e-mail address'),
      refused('refused', 'nothing would be left'),
      refused('unavailable', ''),
    ];
    await press('Change');
    await fill(1, 'ada@');
    await press('Save');
    expect(document.querySelector('.field-error')?.textContent).toContain('This is no e-mail address');
    await fill(1, '');
    await press('Save');
    expect(text()).toContain('has to stay');
    await press('Save');
    expect(text()).toContain('The server cannot do this just now');
    expect(document.querySelectorAll<HTMLInputElement>('.contact-form input')[1]?.value).toBe('');
    expect(changes).toBe(0);
  });
});

describe('a contact that is added by hand', () => {
  let added: number;
  beforeEach(async () => {
    added = 0;
    await act(async () =>
      render(
        <DeskContext.Provider value={new FakeTickets().client}>
          <NewContact site="shop" onAdded={() => added++} />
          <Toasts />
        </DeskContext.Provider>,
        document.body,
      ),
    );
  });

  it('needs a way to be reached before anything is sent', async () => {
    await fill(0, 'Ada');
    await press('Save');
    expect(sent).toEqual([]);
    expect(text()).toContain('Please give an e-mail address or a telephone number.');
  });

  it('is sent with what was typed, and opened', async () => {
    await fill(0, 'Ada');
    await fill(2, '030 123456');
    await press('Save');
    expect(sent).toEqual([['contacts/shop', { name: 'Ada', phone: '030 123456' }]]);
    expect([added, location.hash]).toEqual([1, '#/contacts/7']);
    expect(text()).toContain('Ada is in your contacts.');
  });

  it('leads to whoever has that address already, and says that nothing was changed', async () => {
    next = [answer({ contact: ADA, added: false })];
    await fill(1, 'ada@one.example');
    await press('Save');
    expect([added, location.hash]).toEqual([0, '#/contacts/7']);
    expect(text()).toContain('Ada has this address or number already. Nothing was changed.');
  });
});
