import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createFormDesk } from '../../testing/form-desk.ts';
import { sampleForm, sampleSlot } from '../../testing/sample-forms.ts';
import { createMemoryStore } from '../../testing/memory-store.ts';
import { anonymous } from '../../testing/contract/stage.ts';
import type { TestDesk } from '../../testing/test-desk.ts';
import type { Visitor, VisitorChange } from '../../domain/visitor.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { StoredEvent } from '../../ports/conversation-store.ts';
import { closeAsOwner, handBackToBot, replyAsOwner, takeOverConversation } from './act-as-owner.ts';
import { receiveVisitorMessage } from './receive-visitor-message.ts';

const HOUR = 3_600_000;

let desk: TestDesk;
let visitor: Visitor;
let sent = 0;

beforeEach(async () => {
  desk = createFormDesk();
  visitor = await newcomer(desk);
});

function newcomer(at: TestDesk, change: Partial<VisitorChange> = {}): Promise<Visitor> {
  return at.store.createVisitor(anonymous('shop', at.ids.uuid(), change), at.ids.token());
}

async function says(text: string, intent?: string): Promise<StoredEvent> {
  desk.clock.advance(1_000);
  const words = { text, clientId: `m${++sent}`, ...(intent !== undefined && { intent }) };
  const { conversation, seq } = await receiveVisitorMessage(desk, visitor, words);
  const answers = (await desk.store.readLog(conversation.key, { after: seq, limit: 5 })).filter(
    ({ entry }) => entry.type === 'bot_message',
  );
  return answers.at(-1) as StoredEvent;
}

async function conversation(): Promise<Conversation> {
  return (await desk.store.findConversationOfVisitor('shop', visitor.key)) as Conversation;
}

const textOf = ({ entry }: StoredEvent) => ('text' in entry ? entry.text : '');
const target = async () => ({ site: 'shop', conversationId: (await conversation()).id, ownerName: 'Mara' });

describe('a form in a conversation', () => {
  it('is begun by the FAQ that starts it, with its answer first', async () => {
    const answer = await says('I want to send it back, order 1042 is broken');
    expect(textOf(answer)).toBe(
      "I take down the return.\n\nI've noted:\n• Order number: 1042\n• Reason: It is broken\n\nWhich day?",
    );
    expect(answer.entry).toMatchObject({ ask: { slot: 'day', type: 'date' } });
    expect(answer.reason).toMatchObject({ kind: 'form', form: 'return', guesses: [{ intent: 'return.start' }] });
    expect((await conversation()).form).toMatchObject({ form: 'return', asking: 'day' });
  });

  it('answers an FAQ in between and comes back to its question', async () => {
    await says('I want to send it back');
    const answer = await says('how long do I have?');
    expect(textOf(answer)).toBe('Within 30 days.\n\nWhich order?');
    expect(answer.reason).toMatchObject({ kind: 'answered', form: 'return' });
    expect((await conversation()).form?.asking).toBe('order');
    expect(textOf(await says('TL-1042'))).toBe('Which reason?');
  });

  it('takes from the page and from earlier messages what is known', async () => {
    visitor = await newcomer(desk, { claims: { email: 'ann@b.example', name: 'Ann' } });
    await says('how long for order TL-1042?');
    await says('I want to send it back, it is broken');
    expect((await conversation()).form?.slots).toMatchObject({
      order: { value: 'TL-1042', from: 'known' },
      email: { value: 'ann@b.example', from: 'known' },
    });
  });

  it('gives way to a person at once, rests meanwhile, and asks whether to go on', async () => {
    await says('I want to send it back');
    await says('let me talk to a person');
    expect(await conversation()).toMatchObject({ state: 'waiting', form: { form: 'return', asking: 'resume' } });
    await takeOverConversation(desk, await target());
    await replyAsOwner(desk, await target(), 'Hello!', 'o1');
    await says('TL-1042');
    await handBackToBot(desk, await target());
    const answer = await says('so?');
    expect(textOf(answer)).toContain('Shall we go on with it (The return)?');
    expect(textOf(await says('yes'))).toBe('Which order?');
  });

  it('rests also when the owner takes over in the middle', async () => {
    await says('I want to send it back');
    await takeOverConversation(desk, await target());
    expect((await conversation()).form).toMatchObject({ asking: 'resume' });
    await closeAsOwner(desk, await target());
    expect((await conversation()).form).toBeNull();
  });

  it('goes on after a restart', async () => {
    await says('I want to send it back');
    const reopened = createFormDesk(desk.store);
    reopened.clock.advance(desk.clock.now() - reopened.clock.now());
    desk = reopened;
    expect(textOf(await says('TL-1042'))).toBe('Which reason?');
  });

  it('asks after a week whether to go on', async () => {
    await says('I want to send it back');
    desk.clock.advance(7 * 24 * HOUR);
    expect(textOf(await says('hello'))).toContain('We are not done yet with: The return.');
    expect(textOf(await says('go on', 'solodesk.form.go-on'))).toBe('Which order?');
  });

  it('keeps with the contact whether marketing is allowed: since when, of which text, and that a form said so', async () => {
    const news = sampleSlot('news', {
      ...{ type: 'choice', required: false, marketing: 'yes' },
      choices: ['yes', 'no'].map((value) => ({ value, label: { en: `${value}, news` }, words: {} })),
    });
    desk = createFormDesk(undefined, [sampleForm('return', [sampleSlot('email', { type: 'email' }), news])]);
    Object.assign(desk.site, { consent: { version: 'v4', text: { en: 'We keep it.' } } });
    visitor = await newcomer(desk);
    const send = async (answer: string) => {
      await says('I want to send it back, a@b.example');
      await says(answer);
      const before = await marketing();
      await says('Send', 'solodesk.form.send');
      return before;
    };
    const marketing = async () => {
      const contact = await desk.store.contactOfVisitor('shop', visitor.key);
      return contact && (await desk.store.profile('shop', contact.key))?.marketing;
    };
    // Not before it was sent.
    expect(await send('yes, news')).toBeFalsy();
    const allowed = { at: desk.clock.now(), how: 'form', version: 'v4' };
    expect(await marketing()).toEqual(allowed);
    await send('skip');
    expect(await marketing()).toEqual(allowed);
    await send('no, news');
    expect(await marketing()).toBeNull();
  });

  it('gives tickets of which the owner answers one, and what the visitor says next is about that one', async () => {
    for (const order of ['TL-1042', 'TL-1043']) {
      await says(`I want to send it back, ${order} is broken, a@b.example`);
      await says('skip');
      await says('Send', 'solodesk.form.send');
    }
    const states = async () => {
      const tickets = await desk.store.tickets('shop', { filter: 'all', limit: 9 });
      return tickets.sort((a, b) => a.number - b.number).map(({ number, state }) => `${number} ${state}`);
    };
    expect(await states()).toEqual(['1 new', '2 new']);
    await replyAsOwner(desk, await target(), 'About the first: a new one is on its way.', 'o1', { ticket: 1 });
    expect(await states()).toEqual(['1 waiting', '2 new']);
    await says('thank you, when?');
    expect(await states()).toEqual(['1 open', '2 new']);
    const elsewhere = replyAsOwner(desk, await target(), 'And this?', 'o2', { ticket: 9 });
    await expect(elsewhere).rejects.toMatchObject({ kind: 'refused' });
  });

  it('ends where its button is pressed once more', async () => {
    await says('I want to send it back, TL-1042 is broken, a@b.example');
    await says('skip');
    await says('Send', 'solodesk.form.send');
    expect((await conversation()).form).toBeNull();
    expect(textOf(await says('Send', 'solodesk.form.send'))).toContain('nothing is open now');
  });

  it('takes a question and a request from one message, and a second request after the first', async () => {
    expect(textOf(await says('how long do I have? Also I want to send it back'))).toBe(
      'Within 30 days.\n\nI take down the return.\n\nWhich order?',
    );
    await says('cancel');
    await says('I want to send it back, TL-1042, broken, a@b.example, and also I want to see a doctor');
    await says('skip');
    const answer = await says('send');
    expect(textOf(answer)).toContain('Which complaint?');
    expect((await conversation()).form).toMatchObject({ form: 'visit', next: [] });
  });

  it('leaves no word unheard when nobody is there and the bot cannot help', async () => {
    desk.here = false;
    await says('blue moon over the harbour');
    const answer = await says('what is the airspeed of a swallow');
    expect(textOf(answer)).toMatch(/^I can't answer that.*T\+4h[^]*Which e-mail address shall the answer go to\?$/);
    expect(await conversation()).toMatchObject({
      state: 'bot',
      form: { form: 'contact' },
      promisedFor: expect.any(Number),
    });
    expect((await conversation()).waitingSince).not.toBeNull();
    const summary = await says('me@b.example');
    const both = 'blue moon over the harbour\nwhat is the airspeed of a swallow';
    expect(textOf(summary)).toContain(`• Your question: ${both}`);
    expect(textOf(await says('send'))).toContain("I've sent your request");
    expect(await conversation()).toMatchObject({ form: null, state: 'bot' });
    const [ticket] = await desk.store.tickets('shop', { filter: 'all', limit: 9 });
    expect(ticket).toMatchObject({ details: [{ slot: 'details', value: both }, { slot: 'email' }] });
  });

  it('asks the owner with the question whose answer was of no help', async () => {
    desk.here = false;
    await says('how long do I have?');
    await says('that did not help');
    await says('it still does not work');
    const [ticket] = await desk.store.tickets('shop', { filter: 'all', limit: 9 });
    expect(ticket?.details[0]?.value).toBe('how long do I have?\nit still does not work');
  });

  it('lets who asked for a person in vain leave a message', async () => {
    desk.here = false;
    const answer = await says('I want a person');
    expect(answer.entry).toMatchObject({
      quickReplies: [{ label: 'Leave a message' }, { label: 'Go on with the bot' }],
    });
    expect(textOf(await says('Leave a message', 'solodesk.contact'))).toContain('What is it about?');
    expect(await conversation()).toMatchObject({ state: 'bot', form: { form: 'contact', asking: 'details' } });
  });

  it('has the bot back for who types what its button says, and for who wants nobody any more', async () => {
    desk.here = false;
    await says('I want a person');
    for (const words of ['go on with the bot', 'Never mind, go on with the bot please', '算了，那就继续和机器人聊吧']) {
      expect(textOf(await says(words))).toMatch(/I'm back|我回来了/);
      await says('I want a person');
    }
    expect(textOf(await says('never mind'))).toContain('SHOP-T1 back');
    expect(await conversation()).toMatchObject({ state: 'bot' });
  });

  it('says of a message that it holds what reports must not see', async () => {
    const begun = await says('I want to see a doctor');
    expect(begun.reason).toMatchObject({ sensitive: true });
    expect((await says('my knee hurts badly since monday')).reason).toMatchObject({ sensitive: true, form: 'visit' });
  });

  it('is not missed when its file is gone', async () => {
    await says('I want to send it back');
    desk = Object.assign(createFormDesk(desk.store, []), { clock: desk.clock });
    expect(textOf(await says('how long?'))).toBe('Within 30 days.');
    expect((await conversation()).form).toBeNull();
  });
});

const SENTENCES = [
  'I want to send it back',
  '我要退货',
  'TL-1042',
  'order 77 arrived broken, write to a@b.example',
  '坏了',
  'too small',
  'a@b.example',
  '2026-12-05',
  'how long?',
  'thanks',
  'skip',
  'back',
  'cancel',
  'start again',
  'send',
  'yes',
  'no',
  'change the e-mail',
  '改一下订单号',
  'I want to see a doctor and also send it back',
  '谢谢',
  'why?',
  '🙂',
  'something that nobody understands',
];

describe('a conversation', () => {
  it('replayed from its log comes to the same form, whatever was said and whenever', async () => {
    const seed = 20_261_127;
    const step = fc.record({
      text: fc.constantFrom(...SENTENCES),
      wait: fc.constantFrom(1, 60_000, 2 * HOUR, 200 * HOUR),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), fc.boolean(), async (steps, here) => {
        desk = createFormDesk(createMemoryStore());
        desk.here = here;
        visitor = await newcomer(desk);
        const began = desk.clock.now();
        for (const { text, wait } of steps) {
          desk.clock.advance(wait);
          await says(text);
        }
        const lived = await conversation();
        const log = await desk.store.readLog(lived.key, { limit: 1_000 });

        desk = createFormDesk(createMemoryStore());
        desk.here = here;
        visitor = await newcomer(desk);
        desk.clock.advance(began - desk.clock.now());
        for (const { at, entry } of log) {
          if (entry.type !== 'visitor_message') continue;
          desk.clock.advance(at - desk.clock.now() - 1_000);
          await says(entry.text, entry.intent);
        }
        const replayed = await conversation();
        expect(replayed.form).toEqual(lived.form);
        const words = async (of: Conversation) =>
          (await desk.store.readLog(of.key, { limit: 1_000 })).map(({ at, entry }) => [
            at,
            entry.type,
            'text' in entry && entry.text,
          ]);
        expect(await words(replayed)).toEqual(
          log.map(({ at, entry }) => [at, entry.type, 'text' in entry && entry.text]),
        );
      }),
      { seed, numRuns: 60 },
    );
  });
});
