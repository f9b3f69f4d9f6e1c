import { describe, expect, it } from '@jest/globals';
import { checkHistories } from './checker.ts';
import type { Histories, LoggedEvent, ViewerHistory } from './history.ts';

const message = (seq: number, clientId: string, at = 1000 * seq): LoggedEvent => ({
  seq,
  at,
  type: 'visitor_message',
  clientId,
});
const reply = (seq: number, replyTo: number, at = 1000 * seq): LoggedEvent => ({
  seq,
  at,
  type: 'bot_message',
  replyTo,
});
const asking = (seq: number, replyTo: number): LoggedEvent => ({ ...reply(seq, replyTo), asks: true });
const mark = (seq: number, type: string, by?: string): LoggedEvent => ({ seq, at: 1000 * seq, type, by });

/** A tab that saw the whole log and got an ack for each of its messages. */
function viewerOf(events: readonly LoggedEvent[], change: Partial<ViewerHistory> = {}): ViewerHistory {
  const mine = events.filter((event) => event.type === 'visitor_message');
  return {
    viewer: 'tab',
    sent: mine.map((event) => event.clientId!),
    acked: mine.map((event) => ({ clientId: event.clientId!, conversation: 'c', seq: event.seq })),
    seen: events.map(({ seq, type, clientId }) => ({ conversation: 'c', seq, type, clientId })),
    unsent: [],
    ...change,
  };
}

function histories(events: readonly LoggedEvent[], viewer = viewerOf(events), more: Partial<Histories> = {}) {
  const conversations = [{ id: 'c', site: 'shop', visitor: 1, events }];
  return { viewers: [viewer], conversations, downtimes: [], replyWithinMs: 10_000, ...more };
}

const kinds = (of: Histories) => checkHistories(of).map((violation) => violation.kind);
const good = [message(1, 'a'), reply(2, 1), message(3, 'b'), reply(4, 3)];

describe('the checker of histories', () => {
  it('finds nothing in a conversation that went well', () => {
    expect(kinds(histories(good))).toEqual([]);
  });

  it('sees an acknowledged message that is not stored', () => {
    const viewer = viewerOf(good);
    const acked = [...viewer.acked, { clientId: 'lost', conversation: 'c', seq: 5 }];
    expect(kinds(histories(good, { ...viewer, acked }))).toEqual(['acked_not_stored']);
  });

  it('sees an acknowledged message whose place was given to another one', () => {
    const viewer = viewerOf(good, { acked: [{ clientId: 'lost', conversation: 'c', seq: 3 }] });
    expect(kinds(histories(good, viewer))).toEqual(['acked_not_stored']);
  });

  it('does not ask for what was sent and never acknowledged', () => {
    expect(kinds(histories(good, viewerOf(good, { sent: ['a', 'b', 'gone'] })))).toEqual([]);
  });

  it('sees a client id that is stored twice in one conversation', () => {
    expect(kinds(histories([message(1, 'a'), reply(2, 1), message(3, 'a'), reply(4, 3)]))).toContain('duplicate');
  });

  it('sees a client id that is stored in two conversations', () => {
    const first = histories(good);
    const second = { id: 'd', site: 'shop', visitor: 1, events: [message(1, 'a'), reply(2, 1)] };
    expect(kinds({ ...first, conversations: [...first.conversations, second] })).toEqual(['duplicate']);
  });

  it('sees a stored log with a hole', () => {
    expect(kinds(histories([message(1, 'a'), reply(3, 1)]))).toContain('stored_hole');
  });

  it('sees a viewer who was not shown an event in the middle', () => {
    const seen = viewerOf(good).seen.filter((event) => event.seq !== 2);
    expect(kinds(histories(good, viewerOf(good, { seen })))).toEqual(['seen_hole']);
  });

  it('sees a viewer who was shown an event twice', () => {
    const whole = viewerOf(good).seen;
    expect(kinds(histories(good, viewerOf(good, { seen: [...whole, whole[3]!] })))).toEqual(['seen_hole']);
  });

  it('sees a viewer who was shown what is not stored', () => {
    const seen = [...viewerOf(good).seen, { conversation: 'c', seq: 5, type: 'bot_message' }];
    expect(kinds(histories(good, viewerOf(good, { seen })))).toEqual(['seen_not_stored']);
  });

  it('sees a viewer who is behind the store at the end', () => {
    const seen = viewerOf(good).seen.slice(0, 3);
    expect(kinds(histories(good, viewerOf(good, { seen })))).toEqual(['not_converged']);
  });

  it('does not ask a tab that was closed on the way to have seen the end', () => {
    const seen = viewerOf(good).seen.slice(0, 3);
    expect(kinds(histories(good, viewerOf(good, { seen, unsent: ['z'], left: true })))).toEqual([]);
  });

  it('sees a viewer who got acks and was shown nothing', () => {
    expect(new Set(kinds(histories(good, viewerOf(good, { seen: [] }))))).toEqual(new Set(['not_converged']));
  });

  it('sees a message that is still unsent at the end', () => {
    expect(kinds(histories(good, viewerOf(good, { unsent: ['z'] })))).toEqual(['not_converged']);
  });

  it('sees a message that the bot owed and never answered', () => {
    expect(kinds(histories([message(1, 'a'), reply(2, 1), message(3, 'b')]))).toEqual(['no_reply']);
  });

  it('sees two answers to one message', () => {
    expect(kinds(histories([message(1, 'a'), reply(2, 1), reply(3, 1)]))).toEqual(['two_replies']);
  });

  it('sees an answer that took too long', () => {
    expect(kinds(histories([message(1, 'a', 1000), reply(2, 1, 11_001)]))).toEqual(['late_reply']);
  });

  it('does not count the time without a server as slowness of the bot', () => {
    const events = [message(1, 'a', 1000), reply(2, 1, 13_000)];
    expect(kinds(histories(events, viewerOf(events), { downtimes: [{ from: 2000, to: 5000 }] }))).toEqual([]);
  });

  it('sees a bot that answers after the owner took over', () => {
    expect(kinds(histories([message(1, 'a'), mark(2, 'takeover'), reply(3, 1)]))).toEqual(['bot_after_takeover']);
  });

  it('sees a bot that answers, after the hand back, what came while the owner was there', () => {
    const events = [mark(1, 'takeover'), message(2, 'a'), mark(3, 'hand_back', 'owner'), reply(4, 2)];
    expect(kinds(histories(events))).toEqual(['bot_after_takeover']);
  });

  it('expects answers again after a hand back', () => {
    const events = [message(1, 'a'), mark(2, 'takeover'), mark(3, 'hand_back', 'owner'), message(4, 'b')];
    expect(kinds(histories(events))).toEqual(['no_reply']);
    expect(kinds(histories([...events, reply(5, 4)]))).toEqual([]);
  });

  it('expects an answer to the message with which the visitor went back to the bot', () => {
    const events = [message(1, 'a'), reply(2, 1), mark(3, 'handoff'), message(4, 'b'), mark(5, 'hand_back', 'visitor')];
    expect(kinds(histories(events))).toEqual(['no_reply']);
    expect(kinds(histories([...events, reply(6, 4)]))).toEqual([]);
  });

  it('expects nothing of the bot in a conversation that was closed or given to a person', () => {
    expect(kinds(histories([message(1, 'a'), mark(2, 'closed', 'visitor')]))).toEqual([]);
    expect(kinds(histories([message(1, 'a'), message(2, 'b'), reply(3, 1), mark(4, 'handoff')]))).toEqual([]);
  });

  it('lets the bot go on asking where a person is called and something is still to be asked', () => {
    const events = [message(1, 'a'), mark(2, 'handoff'), asking(3, 1), message(4, 'b'), reply(5, 4)];
    expect(kinds(histories(events))).toEqual([]);
    expect(kinds(histories(events.slice(0, 4)))).toEqual(['no_reply']);
    const told = events.map((event) => (event.seq === 3 ? reply(3, 1) : event));
    expect(kinds(histories(told))).toEqual(['bot_after_takeover']);
  });

  it('lets the bot say that it calls a person right after the handoff, and nothing more', () => {
    const handedOff = [message(1, 'a'), message(2, 'b'), mark(3, 'handoff'), reply(4, 1)];
    expect(kinds(histories(handedOff))).toEqual([]);
    expect(kinds(histories([...handedOff, reply(5, 2)]))).toEqual(['bot_after_takeover']);
    expect(kinds(histories([...handedOff.slice(0, 3), message(4, 'c'), reply(5, 1)]))).toEqual(['bot_after_takeover']);
  });

  it('expects an answer in a conversation that a message reopened', () => {
    const events = [message(1, 'a'), mark(2, 'closed', 'idle'), mark(3, 'reopened'), message(4, 'b')];
    expect(kinds(histories(events))).toEqual(['no_reply']);
  });

  it('lets the bot speak by itself while the owner is silent', () => {
    const promise: LoggedEvent = { seq: 3, at: 3000, type: 'bot_message' };
    expect(kinds(histories([mark(1, 'takeover'), message(2, 'a'), promise]))).toEqual([]);
  });
});
