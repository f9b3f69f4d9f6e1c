import { describe, expect, it } from '@jest/globals';
import type { BotReason, LogEntry, LogEvent } from '../conversation/log-event.ts';
import { unansweredIn } from './unanswered-in.ts';

const guesses = [{ intent: 'returns.period', confidence: 0.41 }];
const event = (entry: LogEntry, reason?: BotReason): LogEvent => ({ seq: 5, at: 1, entry, ...(reason && { reason }) });
const bot = (kind: BotReason['kind'], replyTo?: number) =>
  event({ type: 'bot_message', text: '…', ...(replyTo !== undefined && { replyTo }) }, { kind, guesses });
const nothing = { kept: null, chosen: null };

describe('what a decision means for the unanswered questions', () => {
  it.each(['unsure', 'suggested'] as const)('keeps what the bot was %s about, with its guesses', (kind) => {
    expect(unansweredIn([bot(kind, 4)])).toEqual({ kept: { seq: 4, kind, guesses }, chosen: null });
  });

  it('keeps what the bot passed on because it was not sure, but not who asked for a person', () => {
    const kept = unansweredIn([event({ type: 'handoff', reason: 'unsure' }), bot('handed_off', 4)]);
    expect(kept).toEqual({ kept: { seq: 4, kind: 'unsure', guesses }, chosen: null });
    expect(unansweredIn([event({ type: 'handoff', reason: 'asked' }), bot('handed_off', 4)])).toEqual(nothing);
  });

  it.each(['answered', 'small_talk', 'promised', 'resumed'] as const)('keeps nothing when the bot %s', (kind) => {
    expect(unansweredIn([bot(kind, 4)])).toEqual(nothing);
  });

  it('keeps nothing that answers no message', () => {
    expect(unansweredIn([bot('unsure')])).toEqual(nothing);
  });

  it('sees a chosen FAQ, and no choice in buttons that are none', () => {
    const press = (intent?: string) =>
      unansweredIn([
        event({ type: 'visitor_message', text: 'x', clientId: 'c', ...(intent !== undefined && { intent }) }),
      ]);
    expect(press('returns.period')).toEqual({ kept: null, chosen: 'returns.period' });
    expect(press('solodesk.none-of-these')).toEqual(nothing);
    expect(press('solodesk.person')).toEqual(nothing);
    expect(press()).toEqual(nothing);
  });
});
