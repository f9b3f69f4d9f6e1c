/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { Toasts } from '../parts/controls/toasts.tsx';
import type { SiteBrief } from '../state/api/api.ts';
import { DeskContext } from '../state/desk.ts';
import { prefer } from '../state/preferences.ts';
import { solvings } from '../state/tickets/solve-soon.ts';
import { FakeTickets, ticketOf } from '../testing/fake-tickets.ts';
import { Tickets } from './tickets.tsx';
import '../testing/nothing-resizes.ts';

const SITE = { id: 'shop', name: 'Shop' } as SiteBrief;
const NOW = Date.UTC(2026, 10, 27, 9);

let desk: FakeTickets;
const text = () => document.body.textContent ?? '';
const pass = (ms: number) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)));
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name);
const press = (name: string) => act(async () => button(name)?.click());
const type = async (label: string, words: string) => {
  const field = document.querySelector<HTMLInputElement>(`[aria-label="${label}"]`)!;
  field.value = words;
  await act(async () => void field.dispatchEvent(new Event('input', { bubbles: true })));
};
const show = async (open: number | null = null) => {
  const { client } = desk;
  await act(async () =>
    render(
      <DeskContext.Provider value={client}>
        <Tickets site={SITE} open={open} />
        <Toasts />
      </DeskContext.Provider>,
      document.body,
    ),
  );
  await pass(10);
};

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  sessionStorage.clear();
  prefer({ locale: 'en' });
  desk = new FakeTickets(ticketOf());
});
afterEach(async () => {
  await solvings.finish();
  render(null, document.body);
  jest.useRealTimers();
});

describe('the list of tickets', () => {
  it('tells of each what it is about, how much it presses, and until when to answer', async () => {
    desk.tickets = [ticketOf({ dueAt: NOW + 3_600_000 }), ticketOf({ number: 18, name: 'SHOP-T18', dueAt: NOW - 1 })];
    await show();
    const rows = [...document.querySelectorAll('.record-item')].map((row) => row.textContent);
    expect(rows[0]).toMatch(/SHOP-T17New\s*High 47Answer by \d\d:00Return of order 1042ann@mail\.example · Return/);
    expect(rows[1]).toMatch(/The answer was due \d\d:59/);
  });

  it('says calmly that there is nothing, and what a search did not find', async () => {
    desk.tickets = [];
    await show();
    expect(text()).toContain('Requests appear here as soon as a form is sent');
    await type('Search tickets', 'nothing');
    await pass(300);
    await pass(10);
    expect(desk.done).toContain('list open nothing');
    expect(text()).toContain('Nothing found for “nothing”');
  });
});

describe('a ticket’s page', () => {
  it('shows what was told as text, and why it has its priority', async () => {
    await show(17);
    expect(text()).toContain('<b>1042</b>');
    expect(document.querySelector('.priority-sum')?.textContent).toContain('refund+15');
  });

  it('says once until when to answer, also for a complaint, and no more when it is settled', async () => {
    const complaint = { stage: 'received', remedies: [], proposal: null, chosen: null } as const;
    desk.tickets = [ticketOf({ dueAt: NOW + 60_000, complaint: { ...complaint, remedies: [] } })];
    await show(17);
    const page = () => document.querySelector('[aria-labelledby="ticket-title"]')?.textContent ?? '';
    expect(page().match(/Answer by/g)).toHaveLength(1);
    desk.tickets = [ticketOf({ dueAt: NOW + 60_000, state: 'solved', solvedAt: 2 })];
    render(null, document.body);
    await show(17);
    expect(page()).not.toContain('Answer by');
  });

  it('sends a reply to this ticket, shows it until it has arrived, and what failed for another try', async () => {
    await show(17);
    await type('Your reply', 'A new one is on its way.');
    await press('Send reply');
    expect(desk.done).toContain('reply 17 A new one is on its way.');
    expect(text()).toContain('You · sending…');
    expect(document.querySelector('textarea')?.value).toBe('');
    await act(async () => desk.reach([]));
    expect(text()).toContain('Your reply is in the conversation.');
  });

  it('keeps what was typed and not sent', async () => {
    await show(17);
    await type('Note', 'call on Monday');
    render(null, document.body);
    await show(17);
    expect(document.querySelector<HTMLTextAreaElement>('[aria-label="Note"]')?.value).toBe('call on Monday');
  });

  it('is solved after a moment in which it can be undone', async () => {
    await show(17);
    await press('Mark as solved');
    expect(document.querySelector('h1#ticket-title')?.textContent).toContain('Solved');
    await press('Undo');
    await pass(10_000);
    expect(desk.done).not.toContain('17 solved');
    expect(document.querySelector('h1#ticket-title')?.textContent).toContain('New');
    await press('Mark as solved');
    await pass(5_000);
    expect(desk.done).toContain('17 solved');
  });

  it('has one obvious action: to offer something while a complaint waits for that, else to solve it', async () => {
    const primary = () => [...document.querySelectorAll('.button-primary')].map(({ textContent }) => textContent);
    await show(17);
    expect(primary()).toEqual(['Mark as solved']);
    desk.tickets = [ticketOf({ complaint: { stage: 'received', remedies: [], proposal: null, chosen: null } })];
    render(null, document.body);
    await show(17);
    expect(primary()).toEqual(['Offer this']);
    await press('Mark as solved');
    expect(primary()).toEqual([]);
  });

  it('says so when it could not be solved', async () => {
    desk.refuses = true;
    await show(17);
    await press('Mark as solved');
    await pass(5_000);
    expect(text()).toContain('SHOP-T17 could not be marked as solved.');
    expect(document.querySelector('[role=alert]')?.textContent).toContain('This is not allowed here.');
  });

  it('has nowhere to reply when it has no conversation, or is closed for good', async () => {
    desk.tickets = [ticketOf({ conversation: null })];
    await show(17);
    expect(text()).toContain('it cannot be answered here');
    desk.tickets = [ticketOf({ state: 'closed', solvedAt: 1 })];
    render(null, document.body);
    await show(17);
    expect(document.querySelector('[aria-label="Your reply"]')).toBeNull();
    expect(button('Mark as solved')).toBeUndefined();
  });

  it('reads in Chinese', async () => {
    prefer({ locale: 'zh' });
    await show(17);
    expect(text()).toContain('退款+15');
    expect(text()).toContain('标为已解决');
  });
});
