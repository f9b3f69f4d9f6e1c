import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFakeClock } from '@solodesk/core/testing';
import { FollowedSite, NO_LOOKS } from '../testing/followed-site.ts';
import { postToConsole } from '../testing/owner.ts';
import type { Owner } from '../testing/owner.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import type { Visitor } from '../testing/visitor.ts';

const NOW = Date.UTC(2026, 10, 30, 8);
const [A, B] = [crypto.randomUUID(), crypto.randomUUID()];

describe('remarks beside a conversation', () => {
  let desk: TestDesk;
  let owner: Owner;
  let visitor: Visitor;
  let conversation: string;
  let followed: FollowedSite;
  const clock = createFakeClock(NOW);
  beforeAll(async () => {
    desk = await startDesk({ ...NO_LOOKS, clock, sites: { shop: {}, bakery: {} } });
    owner = await desk.console();
    visitor = await desk.visit();
    conversation = (await visitor.mustSay('hello')).conversation;
    followed = await FollowedSite.begin(desk, clock);
  });
  afterAll(() => desk.end());

  const notes = async () => (await owner.must('open', { conversation })).notes;

  it('are written, changed, dropped and put back in their place, and every console has the same', async () => {
    await followed.after(() => owner.must('note_put', { conversation, id: A, text: 'Likes blue' }));
    clock.advance(1_000);
    await followed.after(() => owner.must('note_put', { conversation, id: B, text: '周一打电话' }));
    expect(await notes()).toEqual(
      [
        { id: A, by: 'Owner', text: 'Likes blue', at: NOW },
        { id: B, by: 'Owner', text: '周一打电话', at: NOW + 1_000 },
      ].map((note) => ({ ...note, by: expect.any(String) })),
    );
    const [first] = await notes();
    await followed.after(() => owner.must('note_drop', { conversation, id: A }));
    expect((await notes()).map(({ id }) => id)).toEqual([B]);
    await followed.after(() => owner.must('note_put', { conversation, id: A, text: 'Likes blue', at: NOW }));
    expect((await notes())[0]).toEqual(first);
    clock.advance(1);
    await followed.after(() => owner.must('note_put', { conversation, id: A, text: 'Later', at: NOW + 9e9 }));
    expect((await notes()).at(-1)).toMatchObject({ id: A, at: NOW + 1_001 });
  });

  it('are never told to the visitor, in no event and with no number', async () => {
    const { seq } = await visitor.mustSay('still there?');
    const heard = JSON.stringify(visitor.heard.all);
    expect(heard).not.toContain('Likes blue');
    expect(heard).not.toContain('周一打电话');
    expect((await owner.must('open', { conversation })).events.some((event) => event.seq === seq)).toBe(true);
  });

  it('are refused without words, for what is not there, and for sites of others', async () => {
    for (const wrong of [{ text: '' }, { id: '1' }, { at: -1 }, { conversation: 'x' }]) {
      const body = { site: 'shop', conversation, id: A, text: 'x', ...wrong };
      expect(await owner.emitAnything('note_put', body)).toMatchObject({ ok: false, error: { kind: 'bad_request' } });
    }
    const gone = { ok: false, error: { kind: 'not_found' } };
    const [site, nobody] = ['bakery', crypto.randomUUID()];
    expect(await owner.emit('note_put', { site, conversation, id: A, text: 'x' })).toMatchObject(gone);
    expect(await owner.emit('note_put', { conversation: nobody, id: A, text: 'x' })).toMatchObject(gone);
    expect(await owner.emit('note_drop', { site, conversation, id: A })).toMatchObject(gone);
    expect(await notes()).toHaveLength(2);
  });

  it('stand beside what was answered before in other conversations, which is told to no other site', async () => {
    const [first, second] = [await desk.visit(), await desk.visit()];
    const asked = (await first.mustSay('Can you engrave a name on the vase?')).conversation;
    await owner.must('takeover', { conversation: asked });
    await owner.reply(asked, 'Yes, up to ten letters.');
    const again = (await second.mustSay('could you engrave my name on a vase')).conversation;
    const { found } = await owner.must('answered_before', { conversation: again });
    expect(found).toEqual([
      { question: 'Can you engrave a name on the vase?', answer: 'Yes, up to ten letters.', at: expect.any(Number) },
    ]);
    // Its own answer is no news.
    expect((await owner.must('answered_before', { conversation: asked })).found).toEqual([]);
    const gone = { ok: false, error: { kind: 'not_found' } };
    expect(await owner.emit('answered_before', { site: 'bakery', conversation: again })).toMatchObject(gone);
  });

  it('go with the person', async () => {
    // A minute later more may be asked again.
    clock.advance(60_000);
    const whom = { conversation, confirm: conversation.slice(0, 6) };
    const erase = () => postToConsole(desk.url, '/privacy/shop/erase', whom, owner.cookie);
    expect((await followed.after(erase)).status).toBe(200);
    expect(await owner.emit('note_put', { conversation, id: A, text: 'x' })).toMatchObject({
      error: { kind: 'not_found' },
    });
  });
});
