import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Visitor } from '../../domain/visitor.ts';
import { ActionDesk } from '../../testing/action-desk.ts';
import { linkContact } from '../visitor/link-contact.ts';

const HOUR = 3_600_000;
const NOT_FOUND =
  'I find no order with this number and this e-mail address. Please check both: they stand in the confirmation mail.\n\n' +
  'Which order is it? Its number stands in the confirmation mail.';

let at: ActionDesk;
let ann: Visitor;

beforeEach(async () => {
  at = new ActionDesk();
  ann = await at.visitor();
  await withOrders(at);
});

async function withOrders({ desk }: ActionDesk): Promise<void> {
  const write = { site: 'shop', at: 1, uuid: () => desk.ids.uuid(), batch: null };
  await desk.store.saveOrders(
    [
      {
        ...{ number: 'TL-1042', customer: { id: 'u1', email: 'ann@b.example' }, placedAt: Date.UTC(2026, 10, 20, 12) },
        ...{ status: 'shipped', total: 12_800, currency: 'EUR', trackingUrl: 'https://track.example/1042' },
        lines: [{ product: 'shirt', name: 'Linen shirt', quantity: 2, price: 6_400 }],
      },
      { number: 'TL-2000', customer: { id: 'u2', email: 'bob@b.example' }, status: 'paid' },
    ],
    write,
  );
}

async function signedIn(id: string): Promise<Visitor> {
  const visitor = await at.visitor({ userId: id, verified: true });
  await linkContact(at.desk, null, visitor);
  return visitor;
}

describe('asking where an order is', () => {
  it('shows it to who knows its number and its address, as the one answer to the last detail', async () => {
    expect(await at.asks(ann, 'where is my order TL-1042?')).toContain('Which e-mail address was it ordered with?');
    await at.asks(ann, 'ann@b.example');
    const asked = (await at.conversation(ann))?.lastSeq ?? 0;
    await at.run();
    expect(await at.last(ann)).toMatchObject({
      replyTo: asked,
      text: 'Order TL-1042: on its way.\n• 2 × Linen shirt\nPlaced on 20 Nov 2026\nTotal: €128.00',
      links: [{ label: 'Track the parcel', url: 'https://track.example/1042' }],
    });
    expect((await at.conversation(ann))?.form).toBeNull();
  });

  it('takes both from one sentence, in Chinese as well', async () => {
    const wei = await at.visitor({ locale: 'zh' });
    const text = await at.says(wei, '我的订单到哪了？TL-1042，ann@b.example');
    expect(text).toBe('订单 TL-1042：运输途中。\n• Linen shirt × 2\n下单日期：2026年11月20日\n合计：€128.00');
  });

  it('shows a signed-in customer their own without asking for an address', async () => {
    expect(await at.says(await signedIn('u1'), 'where is my order TL-1042?')).toContain('Order TL-1042: on its way.');
  });

  it('asks a signed-in customer for the address of an order that is not theirs', async () => {
    const cy = await signedIn('u9');
    expect(await at.says(cy, 'where is my order TL-1042?')).toBe(NOT_FOUND);
    expect(await at.says(cy, 'TL-1042')).toBe('Which e-mail address was it ordered with?');
    expect(await at.says(cy, 'ann@b.example')).toContain('Order TL-1042: on its way.');
  });

  it('does not take for signed in who only claims to be', async () => {
    const liar = await at.visitor({ userId: 'u1', claims: { email: 'eve@b.example' } });
    expect(await at.says(liar, 'where is my order TL-1042?')).toBe(NOT_FOUND);
  });

  it('says the same of no such order, of another address, and of another order of somebody else', async () => {
    const said = async (words: string) => at.says(await at.visitor(), words);
    expect(await said('where is my order TL-1042? bob@b.example')).toBe(NOT_FOUND);
    expect(await said('where is my order TL-9999? ann@b.example')).toBe(NOT_FOUND);
    expect(await said('where is my order TL-2000? ann@b.example')).toBe(NOT_FOUND);
  });

  it('asks the store the same questions for both wrong answers', async () => {
    const asked: string[] = [];
    const { store } = at.desk;
    const watched = new Proxy(store, {
      get(target, name: keyof typeof store) {
        const method = target[name] as (...of: unknown[]) => unknown;
        return (...of: unknown[]) => {
          asked.push(name);
          return method.apply(target, of);
        };
      },
    });
    Object.assign(at.desk, { store: watched });
    const wayOf = async (words: string) => {
      const visitor = await at.visitor();
      await at.asks(visitor, words);
      asked.length = 0;
      await at.run();
      return [...asked];
    };
    const noSuch = await wayOf('where is my order TL-9999? ann@b.example');
    expect(noSuch).toContain('findOrder');
    expect(await wayOf('where is my order TL-1042? bob@b.example')).toEqual(noSuch);
  });

  it('lets the wrong answers be corrected', async () => {
    await at.says(ann, 'where is my order TL-1024? ann@b.example');
    expect(await at.says(ann, 'TL-1042, ann@b.example')).toContain('Order TL-1042: on its way.');
  });

  it('stops after five wrong guesses, also when the right one follows, and goes on an hour later', async () => {
    await at.says(ann, 'where is my order TL-1042? x0@b.example');
    for (let guess = 1; guess < 5; guess++) await at.says(ann, `TL-1042, x${guess}@b.example`);
    const refused = await at.says(ann, 'TL-1042, ann@b.example');
    expect(refused).toBe('That did not fit several times, so I look no further for now. A person can help you.');
    expect(await at.labels(ann)).toEqual(['Talk to a person']);
    // The store remembers: another process starts with the same.
    at = at.restarted();
    at.desk.clock.advance(60_000);
    expect(await at.says(ann, 'where is my order TL-1042? ann@b.example')).toBe(refused);
    at.desk.clock.advance(2 * HOUR);
    expect(await at.says(ann, 'where is my order TL-1042? ann@b.example')).toContain('on its way');
  });

  it('protects an order from many visitors, each of whom guesses once', async () => {
    for (let guess = 0; guess < 10; guess++) {
      await at.says(await at.visitor(), `where is my order TL-1042? x${guess}@b.example`);
    }
    expect(await at.says(ann, 'where is my order TL-1042? x@b.example')).toContain('did not fit several times');
  });

  it('counts no right answer', async () => {
    for (let time = 0; time < 12; time++) {
      expect(await at.says(ann, 'where is my order TL-1042? ann@b.example')).toContain('on its way');
    }
  });

  it('answers a question asked while it looks, and tells its result all the same', async () => {
    await at.asks(ann, 'where is my order TL-1042? ann@b.example');
    expect(await at.asks(ann, 'how long may I return things?')).toBe('Within 30 days.');
    expect(await at.asks(ann, 'so?')).toBe('One moment, I am still at it.');
    await at.run();
    expect((await at.last(ann)).text).toContain('on its way');
  });
});

describe('a wish about an order', () => {
  it('becomes a ticket that holds the order, once it is clear whose it is', async () => {
    await at.says(ann, 'I want to change my order TL-1042, ann@b.example', 'the blue one, please');
    expect(await at.tickets()).toEqual([]);
    const text = await at.says(ann, 'Send');
    expect(text).toContain('Your request has the number SHOP-T1.');
    const [ticket] = await at.tickets();
    expect(ticket).toMatchObject({ category: 'orders', contact: { email: 'ann@b.example' } });
    expect(ticket?.details.map(({ slot, value }) => [slot, value])).toEqual([
      ['order', 'TL-1042'],
      ['wish', 'the blue one, please'],
      ['email', 'ann@b.example'],
      ['order-status', 'on its way'],
      ['order-placed', '20 Nov 2026'],
      ['order-lines', '2 × Linen shirt'],
      ['order-total', '€128.00'],
    ]);
  });

  it('makes no ticket of an order that is not theirs', async () => {
    await at.says(ann, 'I want to change my order TL-1042, bob@b.example', 'the blue one, please');
    expect(await at.says(ann, 'Send')).toBe(NOT_FOUND);
    expect(await at.tickets()).toEqual([]);
  });

  it('gives the label of the order, with a ticket', async () => {
    await at.says(ann, 'I need a return label for TL-1042, ann@b.example');
    const text = await at.says(ann, 'Send');
    expect(text).toContain('Put the label on the box.');
    expect((await at.last(ann)).links).toEqual([{ label: 'Return label', url: 'https://l.example/TL-1042.pdf' }]);
    expect((await at.tickets()).map(({ category }) => category)).toEqual(['returns']);
  });
});
