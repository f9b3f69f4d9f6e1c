/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { Toasts } from '../parts/controls/toasts.tsx';
import type { SiteBrief } from '../state/api/api.ts';
import { bulks, finishSoon } from '../state/tickets/bulk-soon.ts';
import { DeskContext } from '../state/desk.ts';
import { prefer } from '../state/preferences.ts';
import { FakeTickets, ticketOf } from '../testing/fake-tickets.ts';
import { Tickets } from './tickets.tsx';
import '../testing/nothing-resizes.ts';

const SITE = { id: 'shop', name: 'Shop' } as SiteBrief;
const FOUR = Array.from({ length: 4 }, (_, index) => ticketOf({ number: index + 1, name: `SHOP-T${index + 1}` }));

let desk: FakeTickets;
const text = () => document.body.textContent ?? '';
const pass = (ms: number) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)));
const rows = () => [...document.querySelectorAll('.record-item b')].map(({ textContent }) => textContent);
const press = (name: string) =>
  act(async () =>
    [...document.querySelectorAll<HTMLElement>('button')]
      .find((one) => (one.getAttribute('aria-label') ?? one.textContent)?.trim() === name)!
      .click(),
  );
const tick = (label: string) =>
  act(async () => {
    const box = [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].find(
      (one) => (one.getAttribute('aria-label') ?? one.parentElement?.textContent)?.trim() === label,
    );
    box!.click();
  });
const choose = async (label: string, value: string) => {
  await act(async () => {
    const select = [...document.querySelectorAll('select')].find(
      (one) => (one.getAttribute('aria-label') ?? one.parentElement?.firstChild?.textContent) === label,
    )!;
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await pass(10);
};

beforeEach(async () => {
  jest.useFakeTimers({ now: Date.UTC(2026, 10, 27, 9) });
  prefer({ locale: 'en' });
  desk = new FakeTickets(...FOUR);
  await act(async () =>
    render(
      <DeskContext.Provider value={desk.client}>
        <Tickets site={SITE} open={null} />
        <Toasts />
      </DeskContext.Provider>,
      document.body,
    ),
  );
  await pass(10);
});
afterEach(async () => {
  await finishSoon();
  await pass(20_000);
  render(null, document.body);
  jest.useRealTimers();
});

describe('the list of tickets', () => {
  it('is sieved by what is chosen, says how many filters there are, and is whole again when they are cleared', async () => {
    await choose('Priority', 'urgent');
    await choose('Answer due', 'late');
    expect(desk.done.at(-1)).toBe('list open level=urgent due=late');
    expect(text()).toContain('Filters · 2');
    expect(text()).toContain('No ticket fits these filters');
    await choose('Answer due', '');
    expect(desk.done.at(-1)).toBe('list open level=urgent');
    await press('Clear filters');
    await pass(10);
    expect(desk.done.at(-1)).toBe('list open');
    expect(rows()).toHaveLength(4);
  });

  it('keeps a choice under a name, shows it again with one press, and lets go of it, which can be undone', async () => {
    await choose('Priority', 'high');
    await press('Save as a view');
    const field = document.querySelector<HTMLInputElement>('[aria-label="Name of the view"]')!;
    field.value = ' Pressing ';
    await act(async () => void field.dispatchEvent(new Event('input', { bubbles: true })));
    await act(async () => void field.form!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
    await pass(10);
    expect(desk.done).toContain('keep Pressing {"filter":"open","level":"high"}');
    const view = () => document.querySelector('.ticket-view-name');
    expect(view()?.getAttribute('aria-pressed')).toBe('true');
    await press('Pressing');
    await pass(10);
    expect(desk.done.at(-1)).toBe('list open');
    await press('Pressing');
    await pass(10);
    expect(desk.done.at(-1)).toBe('list open level=high');
    await press('Remove the view “Pressing”');
    await pass(10);
    expect(view()).toBeNull();
    await press('Undo');
    await pass(10);
    expect(view()?.textContent).toBe('Pressing');
  });

  it('says so when a choice could not be kept, and keeps the name that was typed', async () => {
    desk.refuses = true;
    await choose('Priority', 'high');
    await press('Save as a view');
    const field = document.querySelector<HTMLInputElement>('[aria-label="Name of the view"]')!;
    field.value = 'Pressing';
    await act(async () => void field.dispatchEvent(new Event('input', { bubbles: true })));
    await act(async () => void field.form!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
    await pass(10);
    expect(text()).toContain('The view could not be saved. This is not allowed here.');
    expect(document.querySelector<HTMLInputElement>('[aria-label="Name of the view"]')?.value).toBe('Pressing');
  });
});

describe('many tickets at once', () => {
  it('are shown as solved at once, and nothing was told to anybody when that is undone', async () => {
    await tick('Select SHOP-T2');
    await tick('Select SHOP-T3');
    expect(text()).toContain('2 selected');
    await press('Mark as solved');
    expect(rows()).toEqual(['SHOP-T1', 'SHOP-T4']);
    expect(text()).toContain('2 tickets solved');
    expect(text()).not.toContain('2 selected');
    await press('Undo');
    await pass(20_000);
    expect(rows()).toHaveLength(4);
    expect(desk.done.filter((said) => said.startsWith('many'))).toEqual([]);
  });

  it('are changed by one question after the time for second thoughts, and stay where they are meanwhile', async () => {
    await tick('Select all 4');
    await choose('Category …', 'repairs');
    expect(text()).toContain('4 tickets moved to');
    expect([...document.querySelectorAll('.ticket-about')].every((one) => one.textContent?.includes('repairs'))).toBe(
      true,
    );
    await pass(5_000);
    expect(desk.done.filter((said) => said.startsWith('many'))).toEqual(['many 1+2+3+4 {"category":"repairs"}']);
    await pass(5_000);
    expect([...document.querySelectorAll('.ticket-about')].every((one) => one.textContent?.includes('repairs'))).toBe(
      true,
    );
  });

  it('can be given to somebody, and waits for no timer when the page is left', async () => {
    await tick('Select SHOP-T1');
    await choose('Give to …', '1');
    expect(text()).toContain('1 ticket given to Lee');
    await act(async () => void (await bulks.finish()));
    const target = { to: 'person', name: 'Lee', mail: 'lee@repairs.example' };
    expect(desk.done.at(-1)).not.toBe(undefined);
    expect(desk.done).toContain(`many 1 ${JSON.stringify({ target })}`);
    await pass(20_000);
    expect(desk.done.filter((said) => said.startsWith('many'))).toHaveLength(1);
  });

  it('go back, and are named, where the server did not agree', async () => {
    desk.closed = [2];
    await tick('Select all 4');
    await press('Mark as solved');
    expect(rows()).toEqual([]);
    await pass(5_000);
    await pass(10);
    expect(text()).toContain('Not changed: SHOP-T2.');
    expect(desk.tickets.filter(({ state }) => state === 'new').map(({ number }) => number)).toEqual([2]);
    desk.refuses = true;
    await tick('Select SHOP-T2');
    await press('Wait for the customer');
    await pass(5_000);
    await pass(10);
    expect(text()).toContain('1 ticket could not be changed. This is not allowed here.');
    expect(rows()).toContain('SHOP-T2');
  });

  it('are never those that are not in the list any more', async () => {
    await tick('Select all 4');
    await choose('Priority', 'urgent');
    expect(text()).not.toContain('selected');
  });

  it('reads in Chinese', async () => {
    await act(async () => prefer({ locale: 'zh' }));
    await tick('选择 SHOP-T1');
    expect(text()).toContain('已选 1 张');
    await press('标为已解决');
    expect(text()).toContain('1 张工单已解决');
  });
});
