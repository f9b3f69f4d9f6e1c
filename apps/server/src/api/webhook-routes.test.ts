import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiDesk } from '../testing/api-desk.ts';
import type { Page } from '../testing/api-desk.ts';

describe('webhooks by the API', () => {
  let at: ApiDesk;
  beforeAll(async () => {
    at = await ApiDesk.start();
  });
  afterAll(() => at.end());

  it('manages webhooks, and keeps their secret with no answer', async () => {
    const body = { url: 'https://hooks.example/a', events: ['ticket.created'] };
    const headers = { 'idempotency-key': 'hook-1' };
    const first = await at.call('POST /api/webhooks', body, at.shop, headers);
    const again = await at.call('POST /api/webhooks', body, at.shop, headers);
    const { id, secret } = first.body as { id: string; secret: string };
    expect([first.status, again.body, again.headers.get('idempotency-replayed')]).toEqual([201, first.body, 'true']);
    expect(secret).toMatch(/^whsec_/);
    const listed = await at.ok<Page>('GET /api/webhooks');
    expect(listed.items).toHaveLength(1);
    expect(JSON.stringify(listed)).not.toContain(secret);
    expect(await at.ok(`PATCH /api/webhooks/${id}`, { paused: true })).toMatchObject({
      paused: true,
      events: body.events,
    });
    expect(await at.ok(`POST /api/webhooks/${id}/test`)).toMatchObject({ status: null, reason: expect.any(String) });
    expect((await at.call(`DELETE /api/webhooks/${id}`, undefined, at.bakery)).status).toBe(404);
    expect((await at.call(`DELETE /api/webhooks/${id}`)).status).toBe(204);
    expect((await at.ok<Page>('GET /api/webhooks')).items).toEqual([]);
  });

  it.each([
    ['http://hooks.example/a', 'only https:// addresses are called'],
    ['https://mei:secret@hooks.example/a', 'an address with a password in it is not called'],
    ['https://10.0.0.1/a', '10.0.0.1 is no machine of the public internet, so it is not called'],
    ['https://[::1]/a', '[::1] is no machine of the public internet, so it is not called'],
  ])('takes no address that would never be called, and says why: %s', async (url, reason) => {
    const answer = await at.call('POST /api/webhooks', { url, events: ['ticket.created'] });
    const error = { in: 'body', pointer: '/url', field: 'url', reason };
    expect([answer.status, answer.body]).toMatchObject([422, { detail: reason, errors: [error] }]);
    expect((await at.ok<Page>('GET /api/webhooks')).items).toEqual([]);
  });
});
