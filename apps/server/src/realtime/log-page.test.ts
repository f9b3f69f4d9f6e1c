import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OwnerUp } from '@solodesk/protocol/owner';
import type { Owner } from '../testing/owner.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';

const SAID = 240;

describe('a page of a long conversation', () => {
  let desk: TestDesk;
  let owner: Owner;
  let conversation: string;
  let last: number;
  beforeAll(async () => {
    desk = await startDesk({ sites: { shop: {}, bakery: {} }, environment: { LIMITS: 'off' } });
    owner = await desk.console();
    const visitor = await desk.visit();
    conversation = (await visitor.mustSay('hello')).conversation;
    // The bot is silent from then on.
    await owner.reply(conversation, 'I am here');
    for (let n = 1; n <= SAID; n += 1) await visitor.mustSay(`line ${n}`);
    last = (await owner.must('open', { conversation })).conversation.lastSeq;
  });
  afterAll(() => desk.end());

  const read = async (place: Pick<OwnerUp['open'], 'before' | 'after' | 'around'>) => {
    const { events, more } = await owner.must('open', { conversation, ...place });
    const seqs = events.map(({ seq }) => seq);
    for (const [index, seq] of seqs.entries()) expect(seq).toBe(seqs[0]! + index);
    return { from: seqs[0], to: seqs.at(-1), more };
  };

  it('is of its newest events, or of those before or after a place', async () => {
    expect(await read({})).toEqual({ from: last - 99, to: last, more: true });
    expect(await read({ before: 120 })).toEqual({ from: 20, to: 119, more: true });
    expect(await read({ before: 50 })).toEqual({ from: 1, to: 49, more: false });
    expect(await read({ after: 20 })).toEqual({ from: 21, to: 120, more: true });
    expect(await read({ after: last - 5 })).toEqual({ from: last - 4, to: last, more: true });
    expect(await read({ after: last })).toEqual({ from: undefined, to: undefined, more: false });
  });

  it('is of those around a place, with as many on either side', async () => {
    expect(await read({ around: 120 })).toEqual({ from: 71, to: 170, more: true });
    expect(await read({ around: 1 })).toEqual({ from: 1, to: 51, more: false });
    expect(await read({ around: last })).toEqual({ from: last - 49, to: last, more: true });
    expect(await read({ around: last + 1_000 })).toEqual({ from: last - 49, to: last, more: true });
  });

  it('is refused for a place that is none, and for two at once', async () => {
    for (const wrong of [{ around: 0 }, { after: -1 }, { around: 1.5 }, { around: '7' }, { before: 9, around: 5 }]) {
      const answer = await owner.emitAnything('open', { site: 'shop', conversation, ...wrong });
      expect(answer).toMatchObject({ ok: false, error: { kind: 'bad_request' } });
    }
  });

  it('is not to be had by way of another site', async () => {
    for (const place of [{ around: 5 }, { after: 5 }]) {
      const answer = await owner.emit('open', { site: 'bakery', conversation, ...place });
      expect(answer).toMatchObject({ ok: false, error: { kind: 'not_found' } });
    }
  });
});
