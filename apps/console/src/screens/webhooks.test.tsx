/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import type { SiteBrief } from '../state/api/api.ts';
import { prefer } from '../state/preferences.ts';
import { answer } from '../testing/answer.ts';
import { FakeTickets } from '../testing/fake-tickets.ts';
import { fillAndSubmit, settle, showAtDesk } from '../testing/show-at-desk.tsx';
import { Webhooks } from './webhooks.tsx';

const URL_TYPED = 'https://hooks.example/a';
const ENDPOINT = { id: 'w-1', url: URL_TYPED, events: ['handoff'], paused: false, createdAt: 1 };

describe('the webhooks of a site', () => {
  let endpoints: object[];
  let refusal: string | null;
  let desk: FakeTickets;
  const fetchBefore = globalThis.fetch;
  const text = () => document.body.textContent ?? '';
  const add = async (address: string) => {
    await showAtDesk(desk, <Webhooks sites={[{ id: 'shop', name: 'Shop' } as SiteBrief]} />);
    await fillAndSubmit(document.querySelector<HTMLInputElement>('[type=url]')!, address);
  };

  beforeEach(() => {
    [endpoints, refusal, desk] = [[], null, new FakeTickets()];
    globalThis.fetch = async (_path, init) => {
      if (init?.method !== 'POST') return answer({ events: ['handoff'], endpoints });
      if (refusal !== null) return answer({ error: { kind: 'bad_request', message: refusal } }, 400);
      endpoints = [{ ...ENDPOINT, deliveries: [], failed: 0, givenUp: [] }];
      return answer({ endpoint: ENDPOINT, secret: 'whsec_once' });
    };
  });
  afterEach(() => {
    render(null, document.body);
    globalThis.fetch = fetchBefore;
  });

  it('show whose secret it is, until the webhook is removed, in another window, too', async () => {
    prefer({ locale: 'en' });
    await add(URL_TYPED);
    expect(text()).toContain(`The secret of ${URL_TYPED}: calls are signed with it`);
    expect(text()).toContain('whsec_once');
    await settle();
    expect(document.querySelectorAll('.webhook')).toHaveLength(1);
    expect(text()).toContain('whsec_once');
    endpoints = [];
    desk.changed('shop', 'webhooks');
    await settle(400);
    await settle();
    expect(text()).not.toContain('whsec_once');
  });

  it('say at the address why it was refused, in the owner’s language, and keep what was typed', async () => {
    prefer({ locale: 'zh' });
    refusal = '10.0.0.1 is no machine of the public internet, so it is not called';
    await add('https://10.0.0.1/x');
    expect(document.querySelector('.field-error')?.textContent).toBe('没有添加：10.0.0.1 不在公网上，因此不呼叫。');
    expect(document.querySelector<HTMLInputElement>('[type=url]')?.value).toBe('https://10.0.0.1/x');
  });
});
