import { beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDesk } from '../../testing/test-desk.ts';
import type { TestDesk } from '../../testing/test-desk.ts';
import { receiveVisitorMessage } from '../conversation/receive-visitor-message.ts';
import { identify, setBlocked, track } from './update-visitor.ts';
import { visit } from './visit.ts';
import type { VisitFacts } from './visit.ts';

describe('a visit', () => {
  let desk: TestDesk;
  let tokens: number;
  beforeEach(() => {
    desk = createTestDesk();
    tokens = 0;
  });

  const nothing: VisitFacts = {
    locale: 'en',
    timeZone: null,
    page: null,
    referrer: null,
    consent: null,
    identity: null,
  };
  const fresh = () => ({ token: `token-${++tokens}`, hash: `hash-${tokens}` });
  const come = (facts: Partial<VisitFacts> = {}, known: string | null = null) =>
    visit(desk, desk.site, { ...nothing, ...facts }, known, fresh);
  const signed = { userId: 'u-1', verified: true, claims: { plan: 'gold' } };
  const claimed = { userId: 'u-1', verified: false, claims: { plan: 'free' } };

  it('of somebody new makes a visitor with a token; of a known one it makes none', async () => {
    const first = await come({ timeZone: 'Europe/Berlin', referrer: 'https://search.example/' });
    expect(first.newToken).toBe('token-1');
    expect(first.visitor).toMatchObject({ site: 'shop', timeZone: 'Europe/Berlin', verified: false, blocked: 'no' });
    expect(await come({}, 'hash-1')).toEqual({ visitor: first.visitor, newToken: null, taken: true });
    expect(tokens).toBe(1);
  });

  it('with a token that nobody gave out makes a new visitor', async () => {
    expect((await come({}, 'forged')).newToken).toBe('token-1');
  });

  it('keeps language, zone, page and consent up to date, and the first referrer', async () => {
    await come({ referrer: 'https://first.example/' });
    const page = { url: 'https://shop.example/b', title: 'B' };
    const consent = { version: '2', at: 5 };
    const { visitor } = await come(
      { locale: 'zh', timeZone: 'Asia/Shanghai', page, consent, referrer: 'https://later.example/' },
      'hash-1',
    );
    expect(visitor).toMatchObject({ locale: 'zh', timeZone: 'Asia/Shanghai', page, consent });
    expect(visitor.referrer).toBe('https://first.example/');
    expect((await come({ locale: 'zh' }, 'hash-1')).visitor).toMatchObject({
      timeZone: 'Asia/Shanghai',
      page,
      consent,
    });
  });

  it('with a signed name is linked to the contact of that id, from each browser, and with an unsigned one to none', async () => {
    const contactOf = async (visitorKey: number) => (await desk.store.contactOfVisitor('shop', visitorKey))?.id;
    const [one, two, other] = [
      await come({ identity: signed }),
      await come({ identity: signed }),
      await come({ identity: claimed }),
    ];
    expect(await Promise.all([one, two, other].map(({ visitor }) => contactOf(visitor.key)))).toEqual([
      'u-1',
      'u-1',
      undefined,
    ]);
    await identify(desk, other.visitor, signed);
    expect(await contactOf(other.visitor.key)).toBe('u-1');
    expect(await desk.store.contacts('shop', { limit: 9 })).toHaveLength(1);
  });

  it('with an unsigned name is unverified', async () => {
    expect((await come({ identity: claimed })).visitor).toMatchObject({ userId: 'u-1', verified: false });
  });

  it('of a verified visitor stays verified under an unsigned claim of the same name', async () => {
    await come({ identity: signed });
    const { visitor, newToken } = await come({ identity: claimed }, 'hash-1');
    expect(newToken).toBeNull();
    expect(visitor).toMatchObject({ userId: 'u-1', verified: true });
  });

  it("never turns one verified person's session into another's", async () => {
    const { visitor } = await come({ identity: signed });
    for (const identity of [
      { ...signed, userId: 'u-2' },
      { ...claimed, userId: 'u-2' },
    ]) {
      const other = await come({ identity }, 'hash-1');
      expect(other.newToken).not.toBeNull();
      expect(other.visitor.key).not.toBe(visitor.key);
    }
    expect(await desk.store.findVisitor(visitor.key)).toEqual(visitor);
  });

  it('is refused without a signature where the site requires one', async () => {
    desk.site.identity = 'required';
    await expect(come()).rejects.toMatchObject({ kind: 'refused' });
    await expect(come({ identity: claimed })).rejects.toMatchObject({ kind: 'refused' });
    await come({ identity: signed });
    expect((await come({}, 'hash-1')).visitor.verified).toBe(true);
  });

  it('is refused without the consent that the site asks for, in its version', async () => {
    desk.site.consent = { version: '2', text: { en: 'We store what you write.' } };
    await expect(come()).rejects.toMatchObject({ kind: 'refused' });
    await expect(come({ consent: { version: '1', at: 1 } })).rejects.toMatchObject({ kind: 'refused' });
    expect(tokens).toBe(0);
    const { visitor } = await come({ consent: { version: '2', at: 77 } });
    expect(visitor.consent).toEqual({ version: '2', at: 77 });
    expect((await come({}, 'hash-1')).newToken).toBeNull();
  });

  it('may be named later, but not renamed once it is verified', async () => {
    const { visitor } = await come();
    const named = await identify(desk, visitor, signed);
    expect(named).toMatchObject({ userId: 'u-1', verified: true, claims: { plan: 'gold' } });
    expect(desk.announcements).toEqual([{ kind: 'visitor', site: 'shop', visitorKey: visitor.key }]);
    await expect(identify(desk, named, { ...signed, userId: 'u-2' })).rejects.toMatchObject({ kind: 'refused' });
    desk.site.identity = 'required';
    await expect(identify(desk, visitor, claimed)).rejects.toMatchObject({ kind: 'refused' });
  });

  it('can be blocked by the owner, who sees only their own site', async () => {
    const { visitor } = await come();
    const { conversation } = await receiveVisitorMessage(desk, visitor, { text: 'hello', clientId: 'm' });
    await expect(setBlocked(desk, 'bakery', conversation.id, 'spam')).rejects.toMatchObject({ kind: 'not_found' });
    const blocked = await setBlocked(desk, 'shop', conversation.id, 'spam');
    const words = { text: 'buy!', clientId: 'm-2' };
    await expect(receiveVisitorMessage(desk, blocked, words)).rejects.toMatchObject({ kind: 'refused' });
  });

  it('counts what the page reports once', async () => {
    const { visitor } = await come();
    const view = { clientId: 'a', name: 'view', props: {}, at: 1, page: 'https://shop.example/' };
    await track(desk, visitor, [view]);
    await track(desk, visitor, [view]);
    expect(await desk.store.tracked(visitor.key, 10)).toEqual([view]);
  });

  it('has tracked events by a clock that is ahead, or wild, happen now at the latest', async () => {
    const { visitor } = await come();
    const view = { clientId: 'a', name: 'view', props: {}, page: 'https://shop.example/' };
    const now = desk.clock.now();
    await track(desk, visitor, [
      { ...view, at: now + 9e12 },
      { ...view, clientId: 'b', at: -5 },
    ]);
    const kept = await desk.store.tracked(visitor.key, 10);
    expect(kept.map(({ clientId, at }) => [clientId, at]).sort()).toEqual([
      ['a', now],
      ['b', 0],
    ]);
  });
});
