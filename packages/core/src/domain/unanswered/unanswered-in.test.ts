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

  it('keeps what the bot could only point to a manual for', () => {
    expect(unansweredIn([bot('pointed', 4)])).toEqual({ kept: { seq: 4, kind: 'unsure', guesses }, chosen: null });
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

  it('keeps no "none of these", in whatever words it was said', () => {
    const declined: BotReason = { kind: 'unsure', guesses, declined: true };
    expect(unansweredIn([event({ type: 'bot_message', text: '…', replyTo: 4 }, declined)])).toEqual(nothing);
  });

  it.each(['unsure', 'pointed', 'handed_off'] as const)(
    'keeps nothing that the owner leaves to a person: %s',
    (kind) => {
      const reply = event({ type: 'bot_message', text: '…', replyTo: 4 }, { kind, guesses, outOfScope: true });
      expect(unansweredIn([event({ type: 'handoff', reason: 'unsure' }), reply])).toEqual(nothing);
    },
  );

  it('sees a chosen FAQ in an answer without a doubt, and none in what a model guessed', () => {
    const answer = (...confidences: number[]) =>
      unansweredIn([
        event(
          { type: 'bot_message', text: '30 days.', replyTo: 4 },
          { kind: 'answered', guesses: confidences.map((confidence, n) => ({ intent: `returns.${n}`, confidence })) },
        ),
      ]);
    expect(answer(1)).toEqual({ kept: null, chosen: 'returns.0' });
    expect(answer(0.99)).toEqual(nothing);
    expect(answer(1, 0.1)).toEqual(nothing);
    expect(answer()).toEqual(nothing);
  });
});
