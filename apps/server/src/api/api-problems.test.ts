import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiDesk } from '../testing/api-desk.ts';

describe('a request of the API that is wrong', () => {
  let at: ApiDesk;
  beforeAll(async () => {
    at = await ApiDesk.start();
  });
  afterAll(() => at.end());

  it('is told where and why', async () => {
    expect(await at.call('GET /api/nothing')).toMatchObject({
      status: 404,
      body: { type: 'urn:solodesk:problem:not-found' },
    });
    const wrong = await at.call('PATCH /api/tickets', {});
    expect([wrong.status, wrong.headers.get('allow'), wrong.headers.get('content-type')]).toEqual([
      ...[405, 'GET, HEAD, POST', 'application/problem+json; charset=utf-8'],
    ]);
    expect((await at.call('DELETE /api/receive_message')).headers.get('allow')).toBe('POST, OPTIONS');
    expect(await at.call('POST /api/tickets', '{\n  "subject": "x",,\n}')).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('line 2, column 18') },
    });
    expect((await at.call('POST /api/tickets', JSON.stringify({ subject: 'x'.repeat(5_000_000) }))).status).toBe(413);
    expect((await at.call('POST /api/tickets', {}, at.shop, { 'content-type': 'text/plain' })).status).toBe(415);
    expect(await at.call('GET /api/tickets?limit=1000&color=red')).toMatchObject({
      status: 422,
      body: {
        errors: [
          { in: 'query', field: 'limit' },
          { in: 'query', field: 'color' },
        ],
      },
    });
    for (const cursor of ['x', 'bnVsbA', 'MTIzNDU2']) {
      expect((await at.call(`GET /api/tickets?cursor=${cursor}`)).body).toMatchObject({
        errors: [{ field: 'cursor' }],
      });
    }
    expect((await at.call('GET /api/tickets', undefined, 'wrong')).status).toBe(401);
    expect((await at.call('GET /api/tickets', undefined, await at.keyFor('products:write'))).body).toMatchObject({
      detail: 'it needs the scope "tickets:read"',
    });
  });
});
