/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { SiteBrief } from '../state/api/api.ts';
import { DeskContext } from '../state/desk.ts';
import type { Segment } from '../state/api/life-api.ts';
import type { Duplicate } from '../state/api/merge-api.ts';
import { prefer } from '../state/preferences.ts';
import { Toasts } from '../parts/controls/toasts.tsx';
import { answer } from '../testing/answer.ts';
import { FakeTickets, ticketOf } from '../testing/fake-tickets.ts';
import { BLOCKED, contact, DETAIL, LIFE, OFFERS, PROFILE, STANDING, TIMELINE } from '../testing/sample-contacts.ts';
import { Contacts } from './contacts.tsx';
import '../testing/nothing-resizes.ts';

const SITE = { id: 'shop', name: 'Shop' } as SiteBrief;
let asked: string[];
let sent: unknown[];
let refusing: boolean;
let duplicates: Duplicate[];
let segments: Segment[];
let desk: FakeTickets;
const fetchBefore = globalThis.fetch;
const settle = (ms = 20) => act(async () => new Promise((resolve) => setTimeout(resolve, ms)));
const show = async (open: number | null = null, view: 'life' | 'blocked' | null = null, merging = false) => {
  await act(async () =>
    render(
      <DeskContext.Provider value={desk.client}>
        <Contacts site={SITE} open={open} view={view} merging={merging} />
        <Toasts />
      </DeskContext.Provider>,
      document.body,
    ),
  );
  await settle();
};
const text = () => document.body.textContent;

beforeEach(() => {
  asked = [];
  sent = [];
  refusing = false;
  duplicates = [];
  segments = [];
  desk = new FakeTickets();
  prefer({ locale: 'en' });
  globalThis.fetch = async (path, options) => {
    const url = new URL(String(path), 'http://desk.example');
    asked.push(url.pathname + url.search);
    if (url.pathname.endsWith('/7')) return answer(DETAIL);
    if (url.pathname.endsWith('/7/life')) return answer(STANDING);
    if (url.pathname.endsWith('/tags/shop')) return answer({ tags: [{ tag: 'vip', contacts: 1 }] });
    if (url.pathname.endsWith('/count')) return answer({ contacts: 1234 });
    if (url.pathname.endsWith('/segments/shop')) {
      if (options?.method === 'POST') {
        const body = JSON.parse(String(options.body)) as { segments: Segment[] };
        sent.push(body);
        segments = body.segments;
      }
      return answer({ segments, currency: 'CNY' });
    }
    if (url.pathname.endsWith('/life/shop')) return answer(LIFE);
    if (url.pathname.includes('/blocked/shop')) {
      if (options?.method === 'POST') sent.push([url.pathname, JSON.parse(String(options.body))]);
      return answer({ blocked: options?.method === 'POST' ? [] : [BLOCKED], next: null });
    }
    if (url.pathname.endsWith('/duplicates')) return answer({ duplicates, merges: [] });
    if (url.pathname.includes('/merge/')) {
      const [winner, loser] = [contact(7), contact(8, { verified: false })];
      const moved = { visitors: 1, orders: 2, tickets: 0, appointments: 0, surveys: 0 };
      return answer({ winner, loser, after: winner, moved, needsVouching: true });
    }
    if (url.pathname.endsWith('/merge') || url.pathname.endsWith('/undo')) {
      sent.push([url.pathname, JSON.parse(String(options?.body))]);
      return answer({ merge: { key: 5, winner: 7, loser: 8, loserName: 'Person 8', at: 1, moved: {} } });
    }
    if (url.pathname.endsWith('/timeline')) {
      const earlier = { kind: 'page', key: 1, at: 1, name: 'page_view', page: 'https://shop.example/soap' } as const;
      return answer(url.searchParams.has('after') ? { items: [earlier], next: null } : TIMELINE);
    }
    if (url.pathname.endsWith('/profile') && options?.method === 'POST') {
      sent.push(JSON.parse(String(options.body)));
      if (refusing) return answer({ error: { kind: 'unavailable', message: '' } }, 503);
      return answer({ ...PROFILE, profile: { ...PROFILE.profile, tags: ['vip', 'wholesale'] } });
    }
    if (url.pathname.endsWith('/profile')) return answer(PROFILE);
    if (url.pathname.endsWith('/offers')) return answer({ offers: OFFERS });
    if (url.searchParams.get('search') === 'gone') return answer({ error: { kind: 'unavailable', message: '' } }, 503);
    if (url.searchParams.get('search') === 'nobody') return answer({ contacts: [], next: null });
    if (url.searchParams.get('filter')?.includes('churned') === true) return answer({ contacts: [], next: null });
    if (url.searchParams.has('before')) return answer({ contacts: [{ ...contact(1), stage: null }], next: null });
    const stage = 'at_risk' as const;
    return answer({
      contacts: [
        { ...contact(3, { customer: true }), stage },
        { ...contact(2), stage },
      ],
      next: 2,
    });
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
  const press = async (label: string) => {
    const all = [...document.querySelectorAll('button')];
    await act(async () => all.find((each) => (each.ariaLabel ?? each.textContent) === label)?.click());
    await settle();
  };

  it('come page by page as their end comes near, with where they stand', async () => {
    await show();
    await settle();
    const rows = [...document.querySelectorAll('.record-item b')].map((each) => each.textContent);
    expect(rows).toEqual(['Person 3', 'Person 2', 'Person 1']);
    expect(document.querySelectorAll('.contacts .stage')).toHaveLength(2);
    // Whoever is at risk has bought: on a phone the name needs the room.
    expect(document.querySelector('.contacts .record-item')?.textContent).toBe(
      'Person 3At risk verifiedp3@one.example',
    );
    expect(asked.filter((path) => path.includes('before='))).toHaveLength(1);
  });

  it('are read anew, as many as are shown, once another device or program changed them, and not for another site', async () => {
    await show();
    await settle();
    asked.length = 0;
    desk.changed('bakery', 'contacts');
    await settle(400);
    expect(asked).toEqual([]);
    desk.changed('shop', 'contacts', 'tags');
    desk.changed('shop', 'contacts');
    await settle(400);
    expect(asked.filter((path) => path.startsWith('/console/api/contacts/shop?'))).toHaveLength(2);
    expect(asked).toContain('/console/api/tags/shop');
    const rows = [...document.querySelectorAll('.record-item b')].map((each) => each.textContent);
    expect(rows).toEqual(['Person 3', 'Person 2', 'Person 1']);
  });

  it('are narrowed down by a filter, which is kept under a name and taken back', async () => {
    await show();
    const select = [...document.querySelectorAll<HTMLSelectElement>('.contact-filters select')][0]!;
    select.value = 'at_risk';
    await act(async () => void select.dispatchEvent(new Event('change', { bubbles: true })));
    await settle();
    const filter = encodeURIComponent('{"stage":["at_risk"]}');
    expect(asked).toContain(`/console/api/contacts/shop?search=&filter=${filter}`);
    expect(text()).toContain('1,234 contacts');
    // What they spent is in the site's own currency.
    expect(
      [...document.querySelectorAll<HTMLInputElement>('.contact-filters input')].map((each) => each.value),
    ).toContain('CNY');
    const name = document.querySelector<HTMLInputElement>('[aria-label="Name of the segment"]')!;
    name.value = 'Going 走了';
    await act(async () => void name.dispatchEvent(new Event('input', { bubbles: true })));
    await press('Save as segment');
    const saved = { name: 'going', title: { en: 'Going 走了' }, where: { stage: ['at_risk'] } };
    expect(sent).toEqual([{ was: [], segments: [saved] }]);
    await press('Undo');
    expect(sent.at(-1)).toEqual({ was: [JSON.stringify(saved)], segments: [] });
  });

  it('say that nobody fits a filter, and not that there is nobody at all', async () => {
    await show();
    const select = [...document.querySelectorAll<HTMLSelectElement>('.contact-filters select')][0]!;
    select.value = 'churned';
    await act(async () => void select.dispatchEvent(new Event('change', { bubbles: true })));
    await settle();
    expect(text()).toContain('No contact fits these filters');
    expect(text()).not.toContain('No contacts yet');
  });

  it('say why somebody stands where they do', async () => {
    await show(7);
    await settle();
    expect(document.querySelector('.life-why')?.textContent).toContain('At risk Why?');
    expect(text()).toContain('Last order on 1970-01-11');
    expect(text()).toContain('At risk: Last order 90 to 180 days ago.');
    expect(text()).toContain('Changes on 1970-07-10 if nothing happens.');
  });

  it('tell who moved this week, by which rules, and what is sent', async () => {
    await show(null, 'life');
    await settle();
    expect(text()).toContain('<b>Ada</b>');
    expect(text()).toContain('New → Active');
    expect(text()).toContain('Last order in the last 90 days.');
    expect(text()).toContain('sent 3, 1 unsubscribed');
    expect(text()).toContain('No mail server is set');
  });

  it('show whom a stage of the life cycle counts', async () => {
    await show(null, 'life');
    await settle();
    const stages = [...document.querySelectorAll<HTMLButtonElement>('.life-stage')];
    await act(async () => stages[4]?.click());
    await settle();
    const filter = encodeURIComponent('{"stage":["at_risk"]}');
    expect(asked).toContain(`/console/api/contacts/shop?search=&filter=${filter}`);
    expect(location.hash).toBe('#/contacts');
  });

  it('list who is kept out, let them in, and undo that', async () => {
    await show(null, 'blocked');
    await settle();
    expect(text()).toContain('<i>buy</i>');
    await press('Unblock');
    expect(sent).toEqual([['/console/api/blocked/shop/5', { blocked: false }]]);
    await press('Undo');
    expect(sent.at(-1)).toEqual(['/console/api/blocked/shop/5', { blocked: true }]);
    await press('Somebody unknown');
    expect(location.hash).toBe('#/desk/shop/open/x');
  });

  it('are searched for when typing pauses, and say when nobody is found or nothing can be asked', async () => {
    await show();
    await type('nobody');
    expect(asked.at(-1)).toBe('/console/api/contacts/shop?search=nobody&filter=%7B%7D');
    expect(text()).toContain('Nobody is found for “nobody”');
    await type('gone');
    expect(document.querySelector('[role=alert]')?.textContent).toContain('The server cannot do this just now');
  });

  it('show one with what is known, as text, and no link that a browser would run', async () => {
    await show(7);
    // Whoever gave no name is known by how they are reached.
    expect(document.querySelector('h1#contact-title')?.textContent).toContain('p7@one.example');
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

  it('show all that happened with one, page by page, as text', async () => {
    await show(7);
    await settle();
    expect(text()).toContain('<u>hello</u>');
    expect(text()).toContain('First visit');
    expect(text()).toContain('Reason<s>a filling</s>');
    expect(text()).toContain('Allergieslatex Sensitive: shown here only');
    expect(text()).toContain('9 of 10 · ok');
    expect(text()).toContain('Ticket 17 solved · to p7@one.example');
    await press('Show earlier');
    expect(asked.at(-1)).toBe('/console/api/contacts/shop/7/timeline?after=score.8.4');
    expect(text()).toContain('Looked at https://shop.example/soap');
    expect(text()).not.toContain('Show earlier');
    expect(text()).toContain('<i>gold</i>');
  });

  it('take a tag at once, and give it back with one tap', async () => {
    await show(7);
    const input = document.querySelector<HTMLInputElement>('[aria-label="Add a tag"]')!;
    input.value = 'wholesale';
    await act(async () => void input.dispatchEvent(new Event('input', { bubbles: true })));
    await press('Add');
    expect(sent).toEqual([{ addTags: ['wholesale'] }]);
    expect(document.querySelector('.crm-tags')?.textContent).toBe('vipwholesale');
    await press('Undo');
    expect(sent.at(-1)).toEqual({ removeTags: ['wholesale'] });
  });

  it('are as they were, and say so, where a change is refused', async () => {
    refusing = true;
    await show(7);
    await press('Remove the tag vip');
    expect(sent).toEqual([{ removeTags: ['vip'] }]);
    expect(document.querySelector('.crm-tags')?.textContent).toBe('vip');
    expect(text()).toContain('Not saved; it is as it was.');
  });

  it('are merged after a look and the owner’s word, and parted again with one tap', async () => {
    duplicates = [{ contact: contact(8, { verified: false }), shared: ['email'] }];
    await show(7);
    await settle();
    await press('Preview the merge');
    expect(text()).toContain('Browsers: 1 · Orders: 2');
    expect(text()).toContain('Also recognised byp8@one.example');
    await press('Merge');
    expect(sent).toEqual([]);
    const vouch = [...document.querySelectorAll<HTMLInputElement>('.merge-preview input')].at(0)!;
    await act(async () => vouch.click());
    await press('Merge');
    expect(sent.at(-1)).toEqual(['/console/api/contacts/shop/7/merge', { loser: 8, vouched: true }]);
    await press('Undo');
    expect(sent.at(-1)).toEqual(['/console/api/merges/shop/5/undo', {}]);
    expect(text()).toContain('Person 8 is a contact again');
  });

  it('are previewed at once where a conversation led to the merge', async () => {
    duplicates = [
      { contact: contact(8, { verified: false }), shared: ['email'] },
      { contact: contact(9), shared: ['phone'] },
    ];
    const seen: string[] = [];
    Element.prototype.scrollIntoView = function (this: Element) {
      seen.push(this.className);
    };
    await show(7, null, true);
    await settle();
    await settle();
    expect(text()).toContain('Browsers: 1 · Orders: 2');
    expect(document.querySelectorAll('.merge-preview')).toHaveLength(1);
    expect(seen).toEqual(['duplicates']);
    await press('Keep both');
    expect(document.querySelectorAll('.merge-preview')).toHaveLength(0);
  });

  it('say what they might like, and why', async () => {
    await show(7);
    await settle();
    expect(document.querySelector('.crm-offers')?.textContent).toBe('Teapot6 of 7 who bought Kettle bought it too');
    expect(document.querySelector('.crm-offers a')?.getAttribute('href')).toBe('https://shop.example/teapot');
  });

  it('read in Chinese', async () => {
    prefer({ locale: 'zh' });
    await show(7);
    await settle();
    expect(text()).toContain('未验证');
    expect(text()).toContain('<b>Soap</b> × 2');
    expect(text()).toContain('已结束');
  });
});
