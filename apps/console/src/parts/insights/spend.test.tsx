/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { SiteBrief } from '../../state/api/api.ts';
import { prefer } from '../../state/preferences.ts';
import type { SpendLine } from '../../state/api/spend-api.ts';
import { answer } from '../../testing/answer.ts';
import { Spend } from './spend.tsx';

const GOOGLE: SpendLine = { key: 1, channel: 'google', month: '2026-05', currency: 'EUR', amount: 4990 };
const fetchBefore = globalThis.fetch;

describe('marketing spend', () => {
  let rows: SpendLine[];
  let posted: [string, unknown][];
  const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
  const text = () => document.body.textContent ?? '';
  const fill = async (label: string, value: string) => {
    const field = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label);
    const input = document.getElementById(field?.htmlFor ?? '') as HTMLInputElement;
    await act(async () => {
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  };
  const press = async (name: string) => {
    const found = [...document.querySelectorAll('button')].find(
      (button) => (button.getAttribute('aria-label') ?? button.textContent?.trim()) === name,
    );
    await act(async () => found?.click());
    await settle();
  };

  beforeEach(async () => {
    prefer({ locale: 'en' });
    [rows, posted] = [[GOOGLE], []];
    globalThis.fetch = async (url, init) => {
      if (init?.method === 'POST') {
        posted.push([String(url).replace('/console/api/', ''), JSON.parse(String(init.body))]);
        rows = [{ ...GOOGLE, key: 2, channel: 'fair', amount: 700 }, GOOGLE];
      }
      return answer({ rows, currency: 'EUR' });
    };
    await act(async () => render(<Spend site={{ id: 'shop', name: 'Shop' } as SiteBrief} />, document.body));
    const details = document.querySelector('details')!;
    await act(async () => {
      details.open = true;
      details.dispatchEvent(new Event('toggle'));
    });
    await settle();
  });
  afterEach(() => {
    render(null, document.body);
    globalThis.fetch = fetchBefore;
  });

  it('is shown by channel and month in its own currency', () => {
    expect(text()).toContain('google 2026-05: €49.90');
  });

  it('is typed in, in whole units', async () => {
    await fill('Channel', 'Fair');
    await fill('Month', '2026-05');
    await fill('Amount', '7');
    await press('Add the amount');
    expect(posted).toEqual([['spend/shop', { channel: 'Fair', month: '2026-05', currency: 'EUR', amount: 7 }]]);
    expect(text()).toContain('fair 2026-05: €7.00');
  });

  it('is not sent before it is whole', async () => {
    await fill('Channel', 'fair');
    await fill('Amount', '-1');
    await press('Add the amount');
    expect(posted).toEqual([]);
    expect(text()).toContain('Please give a channel, a month and an amount of at least 0.');
  });

  it('is removed by its row', async () => {
    await press('Remove google 2026-05: €49.90');
    expect(posted).toEqual([['spend/shop/remove', { key: 1 }]]);
  });
});
