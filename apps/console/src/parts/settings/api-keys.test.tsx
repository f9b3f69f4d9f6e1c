/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { SiteBrief } from '../../state/api/api.ts';
import { prefer } from '../../state/preferences.ts';
import type { ApiKey } from '../../state/api/records-api.ts';
import { answer } from '../../testing/answer.ts';
import { FakeTickets } from '../../testing/fake-tickets.ts';
import { fillAndSubmit, settle, showAtDesk } from '../../testing/show-at-desk.tsx';
import { ApiKeys } from './api-keys.tsx';

const DAY = Date.UTC(2026, 10, 29, 12);
const KEY: ApiKey = {
  ...{ id: 'k-1', name: 'Web shop', hint: 'solodesk_f5PM', scopes: ['orders:write', 'orders:read'] },
  ...{ createdAt: DAY, lastUsedAt: null, revokedAt: null },
};

describe('the API keys of a site', () => {
  let keys: ApiKey[];
  let desk: FakeTickets;
  const fetchBefore = globalThis.fetch;
  const text = () => document.body.textContent ?? '';
  const show = () => showAtDesk(desk, <ApiKeys site={{ id: 'shop', name: 'Shop' } as SiteBrief} />);

  beforeEach(() => {
    [keys, desk] = [[], new FakeTickets()];
    globalThis.fetch = async (_path, init) => {
      if (init?.method !== 'POST') return answer({ keys, scopes: KEY.scopes });
      keys = [KEY];
      return answer({ key: KEY, secret: 'solodesk_f5PM-secret' });
    };
  });
  afterEach(() => {
    render(null, document.body);
    globalThis.fetch = fetchBefore;
  });

  it('show the secret of a new one until it is revoked, in another window, too', async () => {
    prefer({ locale: 'en' });
    await show();
    const [name, scope] = [...document.querySelectorAll('input')];
    await act(async () => scope!.click());
    await fillAndSubmit(name!, 'Web shop');
    expect(text()).toContain('solodesk_f5PM-secret');
    keys = [{ ...KEY, revokedAt: DAY }];
    desk.changed('shop', 'keys');
    await settle(400);
    await settle();
    expect(text()).toContain('made 2026-11-29, revoked 2026-11-29');
    expect(text()).not.toContain('solodesk_f5PM-secret');
    expect(text()).not.toContain('Copy it now');
  });

  it('are told of as Chinese is written', async () => {
    prefer({ locale: 'zh' });
    keys = [KEY];
    await show();
    expect(text()).toContain('发送订单、读取订单');
    expect(text()).toContain('创建于 2026-11-29，从未使用');
  });
});
