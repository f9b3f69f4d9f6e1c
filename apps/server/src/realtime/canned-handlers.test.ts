import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFakeClock } from '@solodesk/core/testing';
import { FollowedSite, NO_LOOKS } from '../testing/followed-site.ts';
import type { Owner } from '../testing/owner.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';

const [A, B] = [crypto.randomUUID(), crypto.randomUUID()];

describe('the replies that the owner keeps', () => {
  let desk: TestDesk;
  let owner: Owner;
  let followed: FollowedSite;
  const clock = createFakeClock(Date.UTC(2026, 10, 30, 8));
  beforeAll(async () => {
    desk = await startDesk({ ...NO_LOOKS, clock, sites: { shop: {}, bakery: {} } });
    owner = await desk.console();
    followed = await FollowedSite.begin(desk, clock);
  });
  afterAll(() => desk.end());

  const replies = async (site = 'shop') => (await owner.must('canned', { site })).replies;

  it('are kept, changed and let go of, and every console has the same', async () => {
    const late = { id: A, name: 'Late parcel', texts: { en: 'Sorry, {name}.', zh: '抱歉，{name}。' } };
    const thanks = { id: B, name: 'Thanks', texts: { en: 'Thank you! — {me}, {site}' } };
    await followed.after(() => owner.must('canned_put', late));
    clock.advance(1);
    await followed.after(() => owner.must('canned_put', thanks));
    expect(await replies()).toEqual([late, thanks]);
    const changed = { ...late, texts: { zh: '抱歉。' } };
    await followed.after(() => owner.must('canned_put', changed));
    expect(await replies()).toEqual([changed, thanks]);
    await followed.after(() => owner.must('canned_drop', { id: A }));
    expect(await replies()).toEqual([thanks]);
    expect(await replies('bakery')).toEqual([]);
  });

  it('are refused without a name, without a text, in no language of ours, and for sites of others', async () => {
    const good = { site: 'shop', id: A, name: 'x', texts: { en: 'x' } };
    for (const wrong of [{ name: '  ' }, { texts: {} }, { texts: { en: '' } }, { texts: { de: 'x' } }, { id: '1' }]) {
      const answer = await owner.emitAnything('canned_put', { ...good, ...wrong });
      expect(answer).toMatchObject({ ok: false, error: { kind: 'bad_request' } });
    }
    const gone = { ok: false, error: { kind: 'not_found' } };
    expect(await owner.emit('canned_put', { ...good, site: 'elsewhere' })).toMatchObject(gone);
    expect(await owner.emit('canned', { site: 'elsewhere' })).toMatchObject(gone);
    expect(await owner.emit('canned_drop', { site: 'elsewhere', id: B })).toMatchObject(gone);
    expect(await replies()).toHaveLength(1);
  });
});
