import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ACTION, BUILT_IN } from '../faq.ts';
import { botSpeaks, promise } from './bot-commands.ts';
import type { BotReply } from './bot-commands.ts';
import { newConversation } from './conversation.ts';
import type { Conversation } from './conversation.ts';
import type { Decision } from './decision.ts';
import type { LogEvent } from './log-event.ts';
import { close, handBack, ownerSpeaks, takeOver } from './owner-commands.ts';
import { visitorSpeaks } from './visitor-commands.ts';

const fresh = newConversation({ id: 'c', site: 'shop', visitorKey: 1, locale: 'en', timeZone: null, at: 0 });
const reply: BotReply = {
  text: 'Within 30 days.',
  quickReplies: [],
  links: [],
  reason: { kind: 'answered', guesses: [] },
  handoff: null,
  promisedFor: null,
  unsureStreak: 0,
};
const handoff: BotReply = { ...reply, text: 'I call Mara.', handoff: 'asked' };

let ids = 0;
const says = (from: Conversation, text = 'hello', at = 1_000) =>
  visitorSpeaks(from, { text, clientId: `m${++ids}` }, at).next;
const presses = (from: Conversation, intent: string, at = 1_000) =>
  visitorSpeaks(from, { text: 'a button', clientId: `m${++ids}`, intent }, at);
const answers = (from: Conversation, words = reply, at = 2_000) =>
  made(botSpeaks(from, from.botDue[0] ?? 0, words, at));
const owner = (from: Conversation, text = 'Hi, Mara here.', at = 3_000) =>
  ownerSpeaks(from, { name: 'Mara', text, clientId: `o${++ids}` }, at);
const types = (decision: Decision) => decision.events.map((event) => event.entry.type);

function made(decision: Decision | null): Decision {
  if (decision === null) throw new Error('nothing was decided');
  return decision;
}

describe('a visitor', () => {
  it('who speaks is owed an answer by the bot', () => {
    const { next, events } = visitorSpeaks(fresh, { text: 'hello', clientId: 'm' }, 1_000);
    expect(next).toMatchObject({ state: 'bot', botDue: [1], lastSeq: 1, lastVisitorAt: 1_000, unread: 1, version: 1 });
    expect(events).toEqual([{ seq: 1, at: 1_000, entry: { type: 'visitor_message', text: 'hello', clientId: 'm' } }]);
  });

  it('who speaks again before the answer is owed both', () => {
    expect(says(says(fresh)).botDue).toEqual([1, 2]);
  });

  it('reopens what was closed, for the bot', () => {
    const closed = made(close(owner(says(fresh)).next, 'owner', 4_000)).next;
    const decision = visitorSpeaks(closed, { text: 'one more', clientId: 'm' }, 5_000);
    expect(types(decision)).toEqual(['reopened', 'visitor_message']);
    expect(decision.next).toMatchObject({ state: 'bot', ownerName: null, botDue: [decision.next.lastSeq] });
  });

  it('who writes on while waiting for a person keeps the place in the queue, and the bot stays silent', () => {
    const waiting = answers(says(fresh, 'person', 1_000), handoff).next;
    const next = says(waiting, 'still there?', 9_000);
    expect(next).toMatchObject({ state: 'waiting', waitingSince: 1_000, botDue: [] });
  });

  it('starts to wait anew with the first message after the owner has answered', () => {
    const answered = owner(says(fresh)).next;
    expect(answered.waitingSince).toBeNull();
    expect(says(says(answered, 'and?', 7_000), 'hm', 8_000).waitingSince).toBe(7_000);
  });

  it.each(['Go on with the bot', 'continue with the bot please', '继续和机器人聊', '還是繼續和機器人聊吧'])(
    'who types what the button says goes back to the bot by it: "%s"',
    (text) => {
      const waiting = answers(says(fresh, 'person', 1_000), handoff).next;
      const decision = visitorSpeaks(waiting, { text, clientId: 'typed' }, 9_000);
      expect(types(decision)).toEqual(['visitor_message', 'hand_back']);
      expect(decision.events[0]?.entry).toMatchObject({ intent: ACTION.resumeBot });
      expect(decision.next).toMatchObject({ state: 'bot', waitingSince: 1_000, botDue: [decision.events[0]?.seq] });
    },
  );

  it.each([
    'never mind',
    'Oh, never mind. Thanks!',
    'nvm',
    '算了不用了',
    '不用了，谢谢',
    'Forget the human.',
    '不用转人工了',
  ])('who wants nobody any more is answered by the bot: "%s"', (text) => {
    const waiting = answers(says(fresh, 'person', 1_000), handoff).next;
    const decision = visitorSpeaks(waiting, { text, clientId: 'typed' }, 9_000);
    expect(types(decision)).toEqual(['visitor_message', 'hand_back']);
    expect(decision.events[0]?.entry).toMatchObject({ intent: ACTION.dropCall });
    expect(decision.next).toMatchObject({ state: 'bot', waitingSince: null });
  });

  it('is the person’s to read with what says more, after the person has come, and in danger', () => {
    const waiting = answers(says(fresh, 'person', 1_000), handoff).next;
    for (const text of ['never mind the colour, is it in stock?', 'the bot was no help', '不用了我自己退货吧，地址呢'])
      expect(says(waiting, text, 9_000).state).toBe('waiting');
    expect(says(owner(waiting).next, 'never mind', 9_000).state).toBe('owner');
    expect(says({ ...waiting, urgent: true }, 'never mind', 9_000).state).toBe('waiting');
  });

  it('may go back to the bot while waiting, without losing the place or the promise', () => {
    const waiting = answers(says(fresh, 'person', 1_000), { ...handoff, promisedFor: 77 }).next;
    const decision = presses(waiting, ACTION.resumeBot);
    expect(types(decision)).toEqual(['visitor_message', 'hand_back']);
    expect(decision.next).toMatchObject({ state: 'bot', waitingSince: 1_000, promisedFor: 77 });
    expect(decision.next.botDue).toHaveLength(1);
  });

  it('may not send the owner away by a button, unless the owner was silent for long', () => {
    const attended = owner(says(fresh)).next;
    expect(presses(attended, ACTION.resumeBot).next.state).toBe('owner');
    const silent = made(promise(says(attended), { ...reply, promisedFor: 99 }, 5_000)).next;
    expect(presses(silent, ACTION.resumeBot).next.state).toBe('bot');
  });
});

describe('what the talk with the bot was about', () => {
  const context = { intents: ['a.b'], words: 'how long', named: [], offered: [], insults: 0, at: 2_000 };
  const about = { ...reply, context };

  it('is kept with the conversation, until a later answer is about something else', () => {
    const first = answers(says(fresh), about).next;
    expect(first.context).toEqual(context);
    expect(answers(says(first)).next.context).toEqual(context);
    expect(answers(says(first), { ...reply, context: null }).next.context).toBeNull();
  });

  it('is forgotten when a person has the conversation, or it ends, but not how often the bot was insulted', () => {
    const talked = answers(says(fresh), about).next;
    expect(answers(says(talked), handoff).next.context).toBeNull();
    expect(owner(talked).next.context).toBeNull();
    expect(made(close(talked, 'idle', 9_000)).next.context).toBeNull();
    const insulted = answers(says(fresh), { ...reply, context: { ...context, insults: 2 } }).next;
    expect(answers(says(insulted), handoff).next.context).toMatchObject({ intents: [], words: '', insults: 2 });
  });
});

describe('the bot', () => {
  it('tells why with the guesses that count, the best one always, to four digits', () => {
    const guessed = (...confidences: number[]) =>
      answers(says(fresh), {
        ...reply,
        reason: {
          kind: 'answered',
          guesses: confidences.map((confidence, n) => ({ intent: `i${n}`, confidence })),
        },
      }).events.at(-1)?.reason?.guesses;
    expect(guessed(0.923456789, 0.0123449, 0.0099)).toEqual([
      { intent: 'i0', confidence: 0.9235 },
      { intent: 'i1', confidence: 0.0123 },
    ]);
    expect(guessed(0.0042)).toEqual([{ intent: 'i0', confidence: 0.0042 }]);
  });

  it('answers what it owes, once', () => {
    const asked = says(fresh);
    const { next, events } = answers(asked);
    expect(events[0]).toMatchObject({ seq: 2, entry: { type: 'bot_message', replyTo: 1 }, reason: reply.reason });
    expect(next.botDue).toEqual([]);
    expect(botSpeaks(next, 1, reply, 3_000)).toBeNull();
  });

  it("is silent from the owner's first word, also about what it owed before", () => {
    const taken = owner(says(fresh)).next;
    expect(taken.botDue).toEqual([]);
    expect(botSpeaks(taken, 1, reply, 4_000)).toBeNull();
    expect(botSpeaks({ ...taken, botDue: [1] }, 1, reply, 4_000)).toBeNull();
  });

  it('is silent when the conversation was closed meanwhile', () => {
    const closed = made(close(says(fresh), 'visitor', 2_000)).next;
    expect(botSpeaks(closed, 1, reply, 3_000)).toBeNull();
  });

  it('passes everything it owes to the person with a handoff', () => {
    const { next, events } = answers(says(says(fresh, 'a', 1_000), 'b', 1_500), { ...handoff, promisedFor: 77 });
    expect(events.map((event) => event.entry.type)).toEqual(['handoff', 'bot_message']);
    expect(next).toMatchObject({ state: 'waiting', botDue: [], waitingSince: 1_500, promisedFor: 77 });
  });

  it('promises once for a silent owner, and only where one is awaited', () => {
    expect(promise(says(fresh), reply, 2_000)).toBeNull();
    const awaited = says(owner(says(fresh)).next);
    const promised = made(promise(awaited, { ...reply, promisedFor: 99 }, 5_000));
    expect(promised.next).toMatchObject({ state: 'owner', promisedFor: 99 });
    expect(promise(promised.next, { ...reply, promisedFor: 100 }, 6_000)).toBeNull();
    expect(promise(owner(awaited).next, reply, 6_000)).toBeNull();
  });
});

describe('the owner', () => {
  it('takes the conversation over with the first word', () => {
    const decision = owner(says(fresh), 'Hi!');
    expect(types(decision)).toEqual(['takeover', 'owner_message']);
    expect(decision.next).toMatchObject({ state: 'owner', ownerName: 'Mara', preview: 'Hi!', previewFrom: 'owner' });
    expect(types(owner(decision.next))).toEqual(['owner_message']);
  });

  it('who takes over without a word leaves the visitor waiting since their message', () => {
    const { next } = made(takeOver(says(fresh, 'hello', 1_000), 'Mara', 2_000));
    expect(next).toMatchObject({ state: 'owner', waitingSince: 1_000, botDue: [] });
    expect(takeOver(next, 'Mara', 3_000)).toBeNull();
    expect(owner(next).next.waitingSince).toBeNull();
  });

  it('keeps an open promise no longer than until the answer', () => {
    const waiting = answers(says(fresh), { ...handoff, promisedFor: 77 }).next;
    expect(owner(waiting).next.promisedFor).toBeNull();
  });

  it('hands back to the bot, and not twice', () => {
    const { next, events } = made(handBack(owner(says(fresh)).next, 4_000));
    expect(events.map((event) => event.entry)).toEqual([{ type: 'hand_back', by: 'owner' }]);
    expect(next).toMatchObject({ state: 'bot', ownerName: null });
    expect(handBack(next, 5_000)).toBeNull();
    expect(says(next).botDue).toHaveLength(1);
  });

  it('closes, and not twice; a word afterwards reopens', () => {
    const { next } = made(close(owner(says(fresh)).next, 'owner', 4_000));
    expect(next).toMatchObject({ state: 'closed', ownerName: null, waitingSince: null });
    expect(close(next, 'owner', 5_000)).toBeNull();
    expect(types(owner(next))).toEqual(['reopened', 'takeover', 'owner_message']);
  });
});

describe('a log', () => {
  it('never runs backwards, though clocks do', () => {
    const later = says(fresh, 'a', 9_000);
    expect(says(later, 'b', 5_000).lastAt).toBe(9_000);
  });

  it('shows a preview of 200 characters, without half of an emoji', () => {
    expect(says(fresh, `${'x'.repeat(199)}😀`).preview).toBe('x'.repeat(199));
    expect(says(fresh, 'x'.repeat(500)).preview).toHaveLength(200);
  });

  it('keeps what was said last as its preview when a button only goes on with a form', () => {
    const asked = says(fresh, 'the vase is broken');
    expect(presses(asked, 'solodesk.form.send').next.preview).toBe('the vase is broken');
    expect(presses(asked, 'solodesk.form.choose.reason.damaged').next.preview).toBe('a button');
    expect(presses(fresh, 'solodesk.form.skip.phone').next.preview).toBe('a button');
  });

  it('keeps the question as its preview when a yes, or its button, only lets a person be called', () => {
    const asked = says(fresh, 'do you engrave rings?');
    for (const yes of ['yes', 'Yes please!', 'ok', '是的', '好的，谢谢'])
      expect(says(asked, yes).preview).toBe('do you engrave rings?');
    expect(presses(asked, BUILT_IN.person).next).toMatchObject({ preview: 'do you engrave rings?', unread: 2 });
    expect(says(fresh, 'yes').preview).toBe('yes');
    expect(presses(fresh, BUILT_IN.person).next.preview).toBe('a button');
    expect(says(asked, 'yes, in gold').preview).toBe('yes, in gold');
  });

  it('shows a yes that answers the owner', () => {
    expect(says(owner(says(fresh, 'do you engrave rings?'), 'In gold?').next, 'yes').preview).toBe('yes');
    expect(says(says(owner(says(fresh)).next, 'in gold?'), 'yes').preview).toBe('yes');
  });

  it('has no holes, one owner at a time, and no bot beside an owner, whatever people do', () => {
    const step = fc.constantFrom(
      'say',
      'resume',
      'bot',
      'handoff',
      'owner',
      'takeOver',
      'handBack',
      'close',
      'promise',
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let conversation = fresh;
        const log: LogEvent[] = [];
        for (const [at, name] of steps.entries()) {
          const decision = decide(conversation, name, at);
          if (decision === null) continue;
          if (name === 'bot' || name === 'handoff') expect(conversation.state).toBe('bot');
          expect(decision.next.version).toBe(conversation.version + 1);
          log.push(...decision.events);
          conversation = decision.next;
          expect(conversation.ownerName !== null).toBe(conversation.state === 'owner');
          if (conversation.state !== 'bot') expect(conversation.botDue).toEqual([]);
          if (conversation.waitingSince === null || conversation.state === 'closed') {
            expect(conversation.waitingSince).toBeNull();
            expect(conversation.promisedFor).toBeNull();
          }
        }
        expect(log.map((event) => event.seq)).toEqual(log.map((_, index) => index + 1));
        expect(conversation.lastSeq).toBe(log.length);
      }),
    );
  });
});

function decide(from: Conversation, step: string, at: number): Decision | null {
  switch (step) {
    case 'say':
      return visitorSpeaks(from, { text: 'x', clientId: `p${++ids}` }, at);
    case 'resume':
      return presses(from, ACTION.resumeBot, at);
    case 'bot':
      return botSpeaks(from, from.botDue[0] ?? 0, reply, at);
    case 'handoff':
      return botSpeaks(from, from.botDue[0] ?? 0, { ...handoff, promisedFor: at + 9 }, at);
    case 'owner':
      return owner(from, 'x', at);
    case 'takeOver':
      return takeOver(from, 'Mara', at);
    case 'handBack':
      return handBack(from, at);
    case 'close':
      return close(from, 'owner', at);
    default:
      return promise(from, { ...reply, promisedFor: at + 9 }, at);
  }
}
