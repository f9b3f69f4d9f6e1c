import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Visitor } from '../domain/visitor.ts';
import { anonymous } from '../testing/contract/stage.ts';
import { createTestDesk } from '../testing/test-desk.ts';
import type { TestDesk } from '../testing/test-desk.ts';
import { replyAsOwner } from './conversation/act-as-owner.ts';
import { receiveVisitorMessage } from './conversation/receive-visitor-message.ts';
import { sweepByTime } from './sweep-by-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('the sweep', () => {
  let desk: TestDesk;
  let visitor: Visitor;

  beforeEach(async () => {
    desk = createTestDesk();
    visitor = await desk.store.createVisitor(anonymous('shop', 'v-1'), 'hash');
  });

  const says = async (text: string) => {
    await receiveVisitorMessage(desk, visitor, { text, clientId: desk.ids.uuid() });
  };
  const conversation = async () => {
    const found = await desk.store.findConversationOfVisitor('shop', visitor.key);
    if (found === null) throw new Error('there is no conversation');
    return found;
  };
  const ownerSays = async (text: string) =>
    replyAsOwner(desk, { site: 'shop', conversationId: (await conversation()).id, ownerName: 'Mara' }, text, text);
  const promises = async () =>
    (await desk.store.readLog((await conversation()).key, { limit: 100 })).filter(
      (event) => event.reason?.kind === 'promised',
    ).length;
  const after = async (ms: number) => {
    desk.clock.advance(ms);
    await sweepByTime(desk);
  };

  it('promises an answer after 10 silent minutes, once', async () => {
    await says('a person, please');
    await after(10 * MINUTE - 1);
    expect(await promises()).toBe(0);
    await after(1);
    expect(await promises()).toBe(1);
    expect((await conversation()).promisedFor).toBe(desk.clock.now() + 4 * HOUR);
    await after(5 * HOUR);
    expect(await promises()).toBe(1);
  });

  it('makes a ticket of what the visitor wrote, with the promise that is told, and no second one', async () => {
    await says('a person, please');
    desk.clock.advance(MINUTE);
    await says('my parcel came open');
    await after(10 * MINUTE);
    const dueAt = desk.clock.now() + 4 * HOUR;
    const [ticket, ...others] = await desk.store.tickets('shop', { filter: 'all', limit: 5 });
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({ state: 'new', dueAt, conversationKey: (await conversation()).key });
    expect(ticket?.details).toMatchObject([{ value: 'a person, please\nmy parcel came open' }]);
    expect(await conversation()).toMatchObject({ tickets: [1], promisedFor: dueAt, state: 'waiting' });
    const log = (await desk.store.readLog((await conversation()).key, { limit: 9 })).map(({ entry }) => entry);
    expect(log.at(-2)).toMatchObject({ type: 'ticket', name: 'SHOP-T1' });
    expect(log.at(-1)).toMatchObject({ type: 'bot_message', text: expect.stringContaining('SHOP-T1') });
    await ownerSays('Sorry! I send another.');
    await says('and when?');
    await after(10 * MINUTE);
    expect(await promises()).toBe(2);
    expect(await desk.store.tickets('shop', { filter: 'all', limit: 5 })).toHaveLength(1);
    expect(await desk.store.overduePromises(desk.clock.now() + 5 * HOUR, 9)).toHaveLength(1);
  });

  it.each([
    ['en', 'We are closed today for Christmas Day. '],
    ['zh', '今天是圣诞节，我们休息。'],
  ] as const)('names the holiday for which it is closed, in %s', async (locale, words) => {
    const name = { en: 'Christmas Day', zh: '圣诞节' };
    const christmas = { from: '12-25', until: '12-25', name, hours: [] };
    desk.site.holidays = [christmas];
    Object.assign(desk, {
      here: false,
      calendar: { ...desk.calendar, isOpen: () => false, holidayAt: () => christmas },
    });
    visitor = await desk.store.createVisitor(anonymous('shop', 'v-2', { locale }), 'other');
    await says(locale === 'en' ? 'a person, please' : '转人工');
    const log = await desk.store.readLog((await conversation()).key, { limit: 9 });
    const said = log.flatMap(({ entry }) => (entry.type === 'bot_message' ? [entry.text] : [])).at(-1);
    expect(said?.startsWith(words)).toBe(true);
  });

  it('counts from the latest message of the visitor, and lets an answer end the wait', async () => {
    await says('a person, please');
    desk.clock.advance(9 * MINUTE);
    await says('hello?');
    await after(9 * MINUTE);
    expect(await promises()).toBe(0);
    await ownerSays('Hi!');
    await after(2 * MINUTE);
    expect(await promises()).toBe(0);
  });

  it('promises for an owner who took over and then fell silent', async () => {
    await says('a person, please');
    await ownerSays('Hi!');
    await says('and now?');
    await after(10 * MINUTE);
    expect(await promises()).toBe(1);
    expect((await conversation()).state).toBe('owner');
    await ownerSays('Sorry!');
    await says('so?');
    await after(10 * MINUTE);
    expect(await promises()).toBe(2);
  });

  it('closes what lay idle for 24 hours', async () => {
    await says('hello');
    await after(24 * HOUR - 1);
    expect((await conversation()).state).toBe('bot');
    await after(1);
    expect((await conversation()).state).toBe('closed');
    const { lastSeq } = await conversation();
    await after(48 * HOUR);
    expect((await conversation()).lastSeq).toBe(lastSeq);
  });

  it('never closes on somebody who waits for a person', async () => {
    desk.here = false;
    await says('a person, please');
    await after(72 * HOUR);
    expect((await conversation()).state).toBe('waiting');
  });

  it('keeps a failure inside its conversation', async () => {
    const other = await desk.store.createVisitor(anonymous('shop', 'v-2'), 'hash-2');
    await says('hello');
    await receiveVisitorMessage(desk, other, { text: 'hello', clientId: 'm' });
    await desk.lanes.idle();
    const commit = desk.store.commit.bind(desk.store);
    desk.store.commit = (given) =>
      given.next.visitorKey === visitor.key ? Promise.reject(new Error('no')) : commit(given);
    await after(24 * HOUR);
    expect((await conversation()).state).toBe('bot');
    expect((await desk.store.findConversationOfVisitor('shop', other.key))?.state).toBe('closed');
  });
});
