import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Visitor } from '../../domain/visitor.ts';
import { takeOverConversation } from '../conversation/act-as-owner.ts';
import { ACTIONS, ActionDesk } from '../../testing/action-desk.ts';

let at: ActionDesk;
let ann: Visitor;

beforeEach(async () => {
  at = new ActionDesk();
  ann = await at.visitor();
});

const reply = { text: 'You have 12 points.', links: [], slots: {}, ask: null };

async function asked(): Promise<void> {
  await at.asks(ann, 'what are my points?');
  await at.asks(ann, 'C-17');
  await at.asks(ann, 'Send');
}

describe('a call to the owner’s system', () => {
  it('is made after the commit, and its words are another turn of the bot', async () => {
    at.caller.outcomes.push({
      kind: 'answered',
      reply: {
        ...reply,
        text: { en: 'You have 12 points.', zh: '您有 12 分。' },
        links: [{ label: 'More', url: 'https://p.example' }],
      },
    });
    await asked();
    expect((await at.last(ann)).text).toBe('One moment, please.');
    expect(at.caller.calls).toEqual([]);
    await at.run();
    expect(await at.last(ann)).toMatchObject({ text: 'You have 12 points.', links: [{ label: 'More' }] });
    expect(at.caller.calls).toMatchObject([{ site: 'shop', slots: { card: 'C-17' }, locale: 'en', customer: null }]);
    expect((await at.conversation(ann))?.form).toBeNull();
  });

  it('which asks for nothing is made after one yes, and at once where it only looks something up', async () => {
    const call = ACTIONS.find((action) => action.kind === 'call')!;
    const alone = (confirm: boolean) => [{ ...call, slots: [], confirm }];
    at = new ActionDesk(undefined, alone(true));
    const bob = await at.visitor();
    at.caller.outcomes.push({ kind: 'answered', reply }, { kind: 'answered', reply });
    expect(await at.says(bob, 'what are my points?')).toBe('My points: shall I go on?');
    expect(await at.labels(bob)).toEqual(['Yes, please', 'Cancel']);
    expect(await at.says(bob, 'Yes, please')).toBe('You have 12 points.');
    at = new ActionDesk(undefined, alone(false));
    at.caller.outcomes.push({ kind: 'answered', reply });
    expect(await at.says(await at.visitor(), 'what are my points?')).toBe('You have 12 points.');
  });

  it('lets the form go on where the system asks for a detail once more', async () => {
    at.caller.outcomes.push({ kind: 'answered', reply: { ...reply, text: 'There is no such card.', ask: 'card' } });
    at.caller.outcomes.push({ kind: 'answered', reply });
    await asked();
    await at.run();
    expect((await at.last(ann)).text).toBe('There is no such card.\n\nWhich card?');
    expect(await at.says(ann, 'C-18', 'Send')).toBe('You have 12 points.');
    expect(at.caller.calls.map(({ slots }) => slots['card'])).toEqual(['C-17', 'C-18']);
    expect(new Set(at.caller.calls.map(({ key }) => key)).size).toBe(2);
  });

  it('is tried again with the same key, and told when it works', async () => {
    at.caller.outcomes.push({ kind: 'failed', reason: 'it answered 503', again: true });
    at.caller.outcomes.push({ kind: 'answered', reply });
    await asked();
    await at.run();
    expect((await at.last(ann)).text).toBe('One moment, please.');
    at.desk.clock.advance(2_000);
    await at.run();
    expect((await at.last(ann)).text).toBe('You have 12 points.');
    expect(new Set(at.caller.calls.map(({ key }) => key)).size).toBe(1);
  });

  it('that comes to nothing is said so in the site’s words, becomes a ticket, and is shown to the owner', async () => {
    await asked();
    await at.run();
    at.desk.clock.advance(2_000);
    await at.run();
    const { text } = await at.last(ann);
    expect(text).toContain('The points are not to be had just now.');
    expect(text).toContain('Your request has the number SHOP-T1.');
    expect(await at.labels(ann)).toEqual(['Talk to a person']);
    expect((await at.tickets())[0]).toMatchObject({ category: 'points', details: [{ slot: 'card', value: 'C-17' }] });
    expect(await at.desk.store.deadJobs('shop', 9)).toMatchObject([{ kind: 'action', error: 'nobody is there' }]);
    expect(at.caller.calls).toHaveLength(2);
  });

  it('is not tried again where that changes nothing', async () => {
    at.caller.outcomes.push({ kind: 'failed', reason: 'its answer is no JSON', again: false });
    await asked();
    await at.run();
    expect((await at.last(ann)).text).toContain('The points are not to be had just now.');
    expect(at.caller.calls).toHaveLength(1);
  });

  it('that the owner sends again is made, and its visitor hears what became of it, once', async () => {
    at.caller.outcomes.push({ kind: 'failed', reason: 'it answered 400', again: false }, { kind: 'answered', reply });
    await asked();
    await at.run();
    const [dead] = await at.desk.store.deadJobs('shop', 9);
    await at.desk.store.reviveJob('shop', dead?.key ?? 0, at.desk.clock.now());
    await at.run();
    expect(at.caller.calls).toHaveLength(2);
    expect((await at.last(ann)).text).toBe(
      'Good news about "My points", which did not work before:\nYou have 12 points.',
    );
    expect(await at.desk.store.deadJobs('shop', 9)).toEqual([]);
    const before = await at.spoken(ann);
    await at.desk.store.reviveJob('shop', dead?.key ?? 0, at.desk.clock.now());
    await at.run();
    expect(await at.spoken(ann)).toBe(before);
  });

  it('that is sent again says nothing while a person has the conversation', async () => {
    at.caller.outcomes.push({ kind: 'failed', reason: 'it answered 400', again: false }, { kind: 'answered', reply });
    await asked();
    await at.run();
    const { id = '' } = (await at.conversation(ann)) ?? {};
    await takeOverConversation(at.desk, { site: 'shop', conversationId: id, ownerName: 'Mara' });
    const before = await at.spoken(ann);
    const [dead] = await at.desk.store.deadJobs('shop', 9);
    await at.desk.store.reviveJob('shop', dead?.key ?? 0, at.desk.clock.now());
    await at.run();
    expect(await at.spoken(ann)).toBe(before);
  });

  it('names a customer only where a signature does', async () => {
    at.caller.outcomes.push({ kind: 'answered', reply }, { kind: 'answered', reply });
    ann = await at.visitor({ userId: 'u1', verified: true });
    await asked();
    await at.run();
    ann = await at.visitor({ userId: 'u2' });
    await asked();
    await at.run();
    expect(at.caller.calls.map(({ customer }) => customer)).toEqual(['u1', null]);
  });
});
