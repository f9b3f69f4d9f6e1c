/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { SiteBrief } from '../state/api/api.ts';
import { prefer } from '../state/preferences.ts';
import { answer } from '../testing/answer.ts';
import { Privacy } from './privacy.tsx';

const NASTY = '<b>Ada</b>';
const ANSWERS: Record<string, object> = {
  erasures: {
    receipts: [{ id: 'r-1', at: 5, by: 'Mei', files: 2, rows: [{ table: 'event', erased: 3, anonymised: 0 }] }],
  },
  retention: {
    days: {
      messages: 365,
      tickets: null,
      scores: null,
      pageEvents: 1,
      mails: null,
      accessLog: 365,
      receipts: 1_095,
      backups: 30,
    },
    expired: { messages: 12, pageEvents: 0, accessLog: 0, receipts: 0 },
    runs: [
      { day: '2026-11-28', finishedAt: null, removed: {} },
      { day: '2026-11-27', finishedAt: 9, removed: {} },
    ],
  },
  views: {
    views: [
      { key: 9, at: 5, by: 'Mei', kind: 'contact', detail: '', name: NASTY, contact: 7, conversation: null },
      {
        key: 8,
        at: 4,
        by: 'Mei',
        kind: 'table_export',
        detail: 'orders',
        name: null,
        contact: null,
        conversation: null,
      },
    ],
    next: 8,
  },
  consents: { current: '2', texts: [{ version: '2', text: { en: NASTY, zh: '我们会保留记录。' }, since: 5 }] },
};

describe('the screen of privacy', () => {
  const fetchBefore = globalThis.fetch;
  const text = () => document.body.textContent ?? '';
  const show = async (locale: 'en' | 'zh') => {
    prefer({ locale });
    await act(async () => render(<Privacy site={{ id: 'shop', name: 'Shop' } as SiteBrief} />, document.body));
    await act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
  };
  beforeEach(() => {
    globalThis.fetch = async (path) => {
      const url = new URL(String(path), 'http://desk.example');
      if (url.searchParams.has('before')) {
        const earlier = {
          key: 1,
          at: 1,
          by: 'Lin',
          kind: 'conversation',
          detail: '',
          name: null,
          contact: null,
          conversation: null,
        };
        return answer({ views: [earlier], next: null });
      }
      return answer(ANSWERS[url.pathname.split('/').at(-1)!] ?? {});
    };
  });
  afterEach(() => {
    render(null, document.body);
    globalThis.fetch = fetchBefore;
  });

  it('says how long things are kept, and what would go now', async () => {
    await show('en');
    const rows = [...document.querySelectorAll('tbody tr')].map((row) => row.textContent);
    expect(rows).toContain('Closed conversations365 days12');
    expect(rows).toContain('Page views and events1 day0');
    expect(rows).toContain('Closed tickets (they become figures)until you erase it–');
    expect(text()).toContain('Last done on 2026-11-27.');
    const change = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Change how long',
    );
    await act(async () => change?.click());
    expect(location.hash).toBe('#/site/shop/privacy');
  });

  it('says who saw whom, earlier ones too, and everything of theirs is text', async () => {
    await show('en');
    expect(text()).toContain(`Mei opened the profile of ${NASTY}`);
    expect(text()).toContain('Mei exported Orders');
    const more = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Show earlier ones',
    );
    await act(async () => more?.click());
    await act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
    expect(text()).toContain('Lin opened the conversation with somebody who was erased');
    expect(text()).not.toContain('Show earlier ones');
    expect(document.querySelector('b b')).toBeNull();
  });

  it('shows consent texts, receipts and downloads, in Chinese too', async () => {
    await show('zh');
    expect(text()).toContain('我们会保留记录。');
    expect(text()).toContain('当前使用');
    expect(text()).toContain('清除 3 行，匿名化 0 行，移除 2 个文件');
    const href = () => document.querySelector('a')?.getAttribute('href');
    expect(href()).toBe('/console/api/export/shop/everything.zip?format=csv&bom=1');
    const kind = document.querySelector<HTMLSelectElement>('.privacy-export select')!;
    kind.value = 'customers';
    await act(async () => void kind.dispatchEvent(new Event('change', { bubbles: true })));
    expect(href()).toBe('/console/api/export/shop/customers.csv?bom=1');
  });
});
