import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Visitor } from '../../domain/visitor.ts';
import { ActionDesk } from '../../testing/action-desk.ts';
import { createMemoryStore } from '../../testing/memory-store.ts';
import { takeOverConversation } from '../conversation/act-as-owner.ts';
import { endChat } from '../conversation/end-chat.ts';
import { receiveVisitorMessage } from '../conversation/receive-visitor-message.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ANN = ['I want to book a visit', 'Ann', 'ann@b.example'];

let at: ActionDesk;
let ann: Visitor;
let bob: Visitor;

beforeEach(async () => {
  at = new ActionDesk();
  ann = await at.visitor();
  bob = await at.visitor();
});

const booked = async () => {
  const all = await at.desk.store.appointmentsBetween('shop', { from: 0, to: Number.MAX_SAFE_INTEGER });
  return all.map(({ startsAt }) => new Date(startsAt).toISOString().slice(0, 16));
};

/** All but some times of the ten days are taken by others. */
async function onlyFree(...free: string[]): Promise<void> {
  const { store, clock, ids } = at.desk;
  const first = Math.floor(clock.now() / DAY) * DAY;
  for (let hour = first; hour < first + 12 * DAY; hour += HOUR) {
    const name = new Date(hour).toISOString().slice(0, 16);
    if (free.includes(name)) continue;
    const times = { startsAt: hour, endsAt: hour + HOUR, createdAt: 1 };
    const of = { site: 'shop', id: ids.uuid(), resource: '', service: 'blocked' };
    await store.bookAppointment({ ...of, ...times, contactKey: null, conversationKey: null });
  }
}

async function days(): Promise<string[]> {
  const first = Math.floor(at.desk.clock.now() / DAY) * DAY;
  return Array.from({ length: 11 }, (_, n) => new Date(first + n * DAY).toISOString().slice(0, 10));
}

describe('booking a time', () => {
  it('offers the next free times in the visitor’s zone, books the one that is chosen and mails it', async () => {
    const lee = await at.visitor({ timeZone: 'Asia/Shanghai' });
    const text = await at.says(lee, ...ANN);
    expect(text).toBe('These times are free (Asia/Shanghai). Which one suits you?');
    const labels = await at.labels(lee);
    expect(labels).toHaveLength(7);
    expect(labels.slice(5)).toEqual(['Another day', 'Cancel']);
    expect(labels[0]).toMatch(/^\w{3} \d+ \w{3}, 1[7-9]:00$/);
    // A step is one message: its result is the answer.
    const before = await at.spoken(lee);
    await at.asks(lee, labels[0] ?? '');
    expect(await at.spoken(lee)).toBe(before);
    await at.run();
    expect(await at.spoken(lee)).toBe(before + 1);
    expect((await at.conversation(lee))?.botDue).toEqual([]);
    const said = (await at.last(lee)).text;
    expect(said).toMatch(
      /^Booked: First visit, \w{3} \d+ \w{3} \d{4}, 1[7-9]:00 \(Asia\/Shanghai\)\.\nWhere: High Street 4\n/,
    );
    expect(said).toContain('on its way to ann@b.example');
    expect(await at.labels(lee)).toEqual(['Move or cancel it']);
    expect(await booked()).toHaveLength(1);
    await at.run();
    expect(at.sent).toEqual(['appointment booked → ann@b.example']);
    const [mail] = at.carrier.sent;
    const content = mail?.kind === 'mail' ? mail.payload.content : null;
    expect(content).toMatchObject({ title: 'First visit', where: 'High Street 4' });
    expect(content && 'calendar' in content ? content.calendar : '').toContain('METHOD:PUBLISH\r\n');
  });

  it('reminds a day before, and not when it was cancelled or moved since', async () => {
    await at.says(ann, ...ANN, 'Another day');
    const chosen = (await at.labels(ann))[4] ?? '';
    await at.says(ann, chosen, '09:00');
    const [start = ''] = await booked();
    await at.run();
    at.desk.clock.advance(Date.parse(`${start}Z`) - DAY - at.desk.clock.now() - 1_000);
    await at.run();
    expect(at.sent).toEqual(['appointment booked → ann@b.example']);
    at.desk.clock.advance(1_000);
    await at.run();
    expect(at.sent.at(-1)).toBe('appointment reminder → ann@b.example');
  });

  it('understands the place, the time, a day, a day with a time, and “another day” in words', async () => {
    const [, tomorrow = '', after = ''] = await days();
    await at.says(ann, ...ANN);
    expect(await at.says(ann, tomorrow)).toMatch(/^Free on /);
    expect(await at.labels(ann)).toEqual(['09:00', '10:00', '11:00', 'Another day', 'Cancel']);
    expect(await at.says(ann, 'something else')).toMatch(/^Which day suits you/);
    expect(await at.says(ann, `${after}T13:00`)).toMatch(/^That time is not free\.\n\nFree on /);
    await at.says(ann, 'the second one');
    await at.says(bob, ...ANN, `${after}T11:00`);
    expect(await booked()).toEqual([`${after}T10:00`, `${after}T11:00`]);
  });

  it('gives the last free time to one of two who race for it, and offers the next to the other', async () => {
    const [, tomorrow = '', after = ''] = await days();
    await onlyFree(`${tomorrow}T10:00`, `${after}T09:00`);
    await at.says(ann, ...ANN);
    await at.says(bob, 'I want to book a visit', 'Bob', 'bob@b.example');
    const [label = '', next = ''] = await at.labels(ann);
    await Promise.all([at.asks(ann, label), at.asks(bob, label)]);
    await at.run();
    const said = [(await at.last(ann)).text, (await at.last(bob)).text];
    expect(said.filter((text) => text.startsWith('Booked: '))).toHaveLength(1);
    const loser = said[0]?.startsWith('Booked: ') ? bob : ann;
    expect((await at.last(loser)).text).toContain('Somebody was just faster: that time is taken.');
    expect(await at.labels(loser)).toEqual([next, 'Another day', 'Cancel']);
    expect(await at.says(loser, next)).toContain('Booked: ');
  });

  it('says that nothing is free, and offers a person', async () => {
    await onlyFree();
    expect(await at.says(ann, ...ANN)).toBe('Nothing is free that can be booked here. A person can help you.');
    expect(await at.labels(ann)).toEqual(['Talk to a person']);
  });

  it('lets nobody hold more times than the site allows', async () => {
    await at.says(ann, ...ANN, 'the first one');
    // Who she is, is known by now.
    await at.says(ann, 'I want to book a visit', 'the first one');
    expect(await at.says(ann, 'I want to book a visit')).toBe(
      'You hold 2 times already; please move or cancel one of them first.',
    );
    expect(await booked()).toHaveLength(2);
  });

  it('books nothing when the visitor wants it no more, and answers questions in between', async () => {
    await at.says(ann, ...ANN);
    expect(await at.says(ann, 'how long may I return things?')).toBe(
      'Within 30 days.\n\nThese times are free (UTC). Which one suits you?',
    );
    expect(await at.says(ann, 'blue')).toBe('Please choose one of these:');
    expect(await at.says(ann, 'cancel')).toBe('All right, nothing was changed. Is there anything else?');
    expect(await booked()).toEqual([]);
    expect((await at.conversation(ann))?.form).toBeNull();
  });

  it('says of a question that it does not know that a person can tell, and keeps the times', async () => {
    await at.says(ann, ...ANN);
    expect(await at.says(ann, 'can my parrot come along?')).toBe(
      "I can't tell you that, but a person can.\n\nThese times are free (UTC). Which one suits you?",
    );
    expect((await at.labels(ann)).at(-1)).toBe('Talk to a person');
    expect(await at.desk.store.unanswered('shop', { status: 'open', limit: 10 })).toHaveLength(1);
    await at.says(ann, 'the first one');
    expect(await booked()).toHaveLength(1);
  });

  it('asks back what a question may mean, answers what is chosen of it, and books after it', async () => {
    await at.says(ann, ...ANN);
    expect(await at.says(ann, 'what about my parcel?')).toMatch(/^I want to be sure.*These times are free \(UTC\)/su);
    expect((await at.labels(ann))[1]).toBe('Talk to a person');
    expect(await at.says(ann, 'the first one')).toMatch(/^Within 30 days\..*These times are free \(UTC\)/su);
    expect(await booked()).toEqual([]);
    await at.says(ann, 'the first one');
    expect(await booked()).toHaveLength(1);
  });

  it('explains after three choices that are none, and then calls a person', async () => {
    await at.says(ann, ...ANN, 'blue', 'green');
    expect(await at.says(ann, 'yellow')).toContain('I can also get a person for you.');
    expect(await at.labels(ann)).toContain('Talk to a person');
    await at.says(ann, 'black');
    expect((await at.conversation(ann))?.state).toBe('waiting');
  });

  it('speaks Chinese', async () => {
    const wei = await at.visitor({ locale: 'zh', timeZone: 'Asia/Shanghai' });
    expect(await at.says(wei, '我想预约', '小伟', 'wei@b.example')).toBe(
      '以下时间可以预约（Asia/Shanghai），您选哪一个？',
    );
    expect((await at.labels(wei))[0]).toMatch(/^\d+月\d+日 周. 1[7-9]:00$/);
    expect(await at.says(wei, '第一个')).toMatch(
      /^预约成功：首次就诊，\d{4}年\d+月\d+日 周. 1[7-9]:00（Asia\/Shanghai）。/,
    );
  });
});

describe('an appointment that is booked', () => {
  beforeEach(async () => {
    await at.says(ann, ...ANN, 'the first one');
    await at.run();
    at.carrier.sent.length = 0;
  });

  it('is moved: its old time is free again, and a mail changes the calendar', async () => {
    const [before = ''] = await booked();
    expect(await at.says(ann, 'Move or cancel it')).toMatch(
      /^Your appointment: First visit, .* What shall I do with it\?$/,
    );
    await at.says(ann, 'Move it');
    expect(await at.says(ann, 'the second one')).toContain('Moved: First visit is now on');
    const [now = ''] = await booked();
    expect(now > before).toBe(true);
    await at.run();
    expect(at.sent).toEqual(['appointment moved → ann@b.example']);
    // Bob can have the old one.
    await at.says(bob, ...ANN, 'the first one');
    expect(await booked()).toContain(before);
  });

  it('is moved by a day and a time in words, too: there is only one to be moved', async () => {
    const [before = ''] = await booked();
    const day = new Date(at.desk.clock.now() + 3 * DAY).toISOString().slice(0, 10);
    await at.says(ann, 'Move or cancel it');
    expect(await at.says(ann, `can I come on ${day} instead`)).toContain('Free on ');
    expect(await at.says(ann, '10:00')).toContain('Moved: First visit is now on');
    expect(await booked()).toHaveLength(1);
    expect(await booked()).not.toContain(before);
  });

  it('is cancelled, and the mail takes it out of the calendar', async () => {
    await at.says(ann, 'I want to move my visit');
    const said = await at.says(ann, 'I want to cancel it');
    expect(said).toContain('Cancelled: First visit, ');
    expect(said).toContain('A mail that takes it out of your calendar is on its way to ann@b.example.');
    expect(await booked()).toEqual([]);
    await at.run();
    expect(at.sent).toEqual(['appointment cancelled → ann@b.example']);
    const [mail] = at.carrier.sent;
    const content = mail?.kind === 'mail' ? mail.payload.content : null;
    expect(content && 'calendar' in content ? content.calendar : '').toMatch(
      /METHOD:CANCEL[^]*SEQUENCE:1[^]*CANCELLED/,
    );
    at.desk.clock.advance(12 * DAY);
    await at.run();
    expect(at.sent).toHaveLength(1);
  });

  it('is left as it is', async () => {
    await at.says(ann, 'Move or cancel it', 'Leave it as it is');
    expect(await booked()).toHaveLength(1);
    expect((await at.conversation(ann))?.form).toBeNull();
    // “Cancel” would not say what of.
    await at.says(ann, 'I want to move my visit');
    expect(await at.labels(ann)).not.toContain('Cancel');
    await at.says(ann, 'Leave it as it is');
    expect((await at.conversation(ann))?.form).toBeNull();
    expect(await booked()).toHaveLength(1);
  });

  it('is moved at once by who says so, and on which day', async () => {
    expect(await at.says(ann, 'I want to move my visit')).toMatch(/^Your appointment: First visit, .*\n\nThese times/s);
    expect(await at.says(ann, 'the second one')).toContain('Moved: First visit is now on');
    const day = new Date(at.desk.clock.now() + 3 * DAY).toISOString().slice(0, 10);
    expect(await at.says(ann, `I want to move my visit to ${day}`)).toMatch(/^Your appointment: .*\nFree on /s);
    expect(await at.says(ann, '10:00')).toContain('Moved: First visit is now on');
    expect(await booked()).toHaveLength(1);
  });

  it('is cancelled after a yes by who says so', async () => {
    expect(await at.says(ann, 'I want to cancel my visit')).toContain('Shall I cancel it?');
    expect(await booked()).toHaveLength(1);
    expect(await at.says(ann, 'yes please')).toContain('Cancelled: First visit, ');
    expect(await booked()).toEqual([]);
  });

  it('is shown to nobody else, and cancelled by nobody else who knows its id', async () => {
    expect(await at.says(bob, 'I want to move my visit')).toContain('I find no coming appointment');
    const [appointment] = await at.desk.store.appointmentsBetween('shop', { from: 0, to: Number.MAX_SAFE_INTEGER });
    await at.says(bob, ...ANN);
    const intent = `solodesk.action.cancel.${appointment?.id}`;
    await receiveVisitorMessage(at.desk, bob, { text: 'Cancel it', clientId: 'forged', intent });
    await at.run();
    expect(await booked()).toHaveLength(1);
  });

  it('says how else it can be found to who asks again and has none, and not the same once more', async () => {
    await at.says(bob, 'I want to move my visit');
    expect(await at.says(bob, 'I want to cancel my visit')).toContain(
      'Still none: I only see what was booked in this chat',
    );
    expect(await at.labels(bob)).toEqual(['Talk to a person', 'Visit']);
    expect(await at.says(bob, 'Visit')).toContain('name');
  });

  it('asks which one when there are two', async () => {
    await at.says(ann, ...ANN, 'the first one');
    expect(await at.says(ann, 'I want to move my visit')).toBe('Which one is it?');
    await at.says(ann, 'the second one', 'Cancel it');
    expect(await booked()).toHaveLength(1);
  });
});

describe('an action and a crash', () => {
  /** The process dies right after a call of the store: what it had said to the store is on disk, and nothing after it. */
  function dieAfter(method: 'bookAppointment' | 'cancelAppointment' | 'moveAppointment' | 'commit'): void {
    const { store } = at.desk;
    const real = store[method].bind(store) as (...of: unknown[]) => Promise<unknown>;
    const dying = async (...of: unknown[]) => {
      await real(...of);
      throw new Error('the process is gone');
    };
    Object.assign(at.desk, {
      store: { ...store, [method]: dying, postponeJob: async () => undefined, buryJob: async () => undefined },
    });
  }

  async function revive(store: typeof at.desk.store): Promise<void> {
    Object.assign(at.desk, { store });
    await store.releaseJobs();
    at = at.restarted();
    await at.run();
  }

  it('comes to exactly the same: booked once, told once, mailed once', async () => {
    const store = createMemoryStore();
    at = new ActionDesk(store);
    ann = await at.visitor();
    await at.says(ann, ...ANN);
    const [label = ''] = await at.labels(ann);
    await at.asks(ann, label);
    dieAfter('bookAppointment');
    await at.run();
    expect((await at.last(ann)).text).toContain('These times are free');
    await revive(store);
    expect((await at.last(ann)).text).toContain('Booked: First visit');
    expect(await booked()).toHaveLength(1);
    await at.run();
    expect(at.sent).toEqual(['appointment booked → ann@b.example']);
  });

  it('is not told again when the result was saved before', async () => {
    const store = createMemoryStore();
    at = new ActionDesk(store);
    ann = await at.visitor();
    await at.says(ann, ...ANN);
    await at.asks(ann, 'the first one');
    dieAfter('commit');
    await at.run();
    const before = (await at.conversation(ann))?.lastSeq;
    await revive(store);
    expect((await at.conversation(ann))?.lastSeq).toBe(before);
    expect(await booked()).toHaveLength(1);
  });

  it('books nothing for somebody who has left, or whom a person took over, meanwhile', async () => {
    await at.says(ann, ...ANN);
    await at.asks(ann, 'the first one');
    await endChat(at.desk, ann, 'end-1');
    await at.run();
    await at.says(bob, ...ANN);
    await at.asks(bob, 'the first one');
    const conversation = await at.conversation(bob);
    await takeOverConversation(at.desk, { site: 'shop', conversationId: conversation?.id ?? '', ownerName: 'Mara' });
    await at.run();
    expect(await booked()).toEqual([]);
  });
});
