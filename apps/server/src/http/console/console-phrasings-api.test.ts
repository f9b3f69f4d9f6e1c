import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Owner, postToConsole } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';

let desk: TestDesk;
let owner: Owner;
beforeAll(async () => {
  desk = await startDesk();
  owner = await Owner.setUp(desk.url, await desk.server.accounts.newSetupToken());
});
afterAll(() => desk.end());

const ask = async (body: unknown, cookie = owner.cookie) => {
  const response = await postToConsole(desk.url, '/phrasings', body, cookie);
  return { status: response.status, body: (await response.json()) as { phrasings: { en?: string[] } } };
};

describe('phrasings for a question that is being written', () => {
  it('are those by which others ask it, without what the site’s other FAQs are asked by', async () => {
    const question = { en: 'What payment methods do you accept?' };
    const { status, body } = await ask({ question });
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ like: expect.objectContaining({ en: 'How can I pay?' }) }),
    ]);
    const [first = ''] = body.phrasings.en ?? [];
    expect(first).not.toBe('');
    const ofShop = (await ask({ question, site: 'shop' })).body.phrasings.en;
    expect(ofShop?.length).toBeLessThan(body.phrasings.en?.length ?? 0);
    expect(ofShop).not.toContain('do you accept paypal');
    expect((await ask({ question, site: 'shop', intent: 'payment.methods' })).body).toEqual(body);
  });

  it('are none where nothing is like it', async () => {
    expect(await ask({ question: { en: 'Zirblung?' } })).toEqual({ status: 200, body: { like: null, phrasings: {} } });
    expect((await ask({ question: {} })).body).toEqual({ like: null, phrasings: {} });
  });

  it('are refused to who is nobody, for a site of others, and for what is no question', async () => {
    expect((await ask({ question: { en: 'How can I pay?' } }, '')).status).toBe(401);
    expect((await ask({ question: { en: 'How can I pay?' }, site: 'nowhere' })).status).toBe(404);
    expect((await ask({ question: { en: 'x'.repeat(501) } })).status).toBe(400);
    expect((await ask({ question: 'How can I pay?' })).status).toBe(400);
  });
});
