import { describe, expect, it } from '@jest/globals';
import type { LogStep } from '@solodesk/store-sqlite';
import { dayFacts } from './day-facts.ts';

/** One talk of these steps, as the facts of its day have its end. */
function endOf(...steps: (readonly [LogStep['type'], ticket?: string])[]) {
  const facts = dayFacts({
    ...{ date: '2026-03-20', visitors: 1, promises: [], scores: [], feedback: [] },
    steps: steps.map(([type, ticket = null], at) => ({ id: at, conversation: 7, seq: at + 1, at, type, ticket })),
    talkBefore: () => [],
    hourOf: () => 9,
    openTime: (from, to) => to - from,
  });
  return facts.ended;
}

const ASKED = [['visitor_message'], ['bot_message']] as const;

describe('a talk that ended', () => {
  it('is solved where it was answered and nothing is left open', () => {
    expect(endOf(...ASKED, ['closed'])).toMatchObject([{ conversation: 7, solved: true }]);
    expect(endOf(...ASKED, ['ticket', 'new'], ['ticket', 'solved'], ['closed'])).toMatchObject([{ solved: true }]);
    expect(endOf(...ASKED, ['ticket', 'solved'], ['ticket', 'open'], ['closed'])).toMatchObject([{ solved: false }]);
  });

  it('is not solved by a request that its visitor took back', () => {
    expect(endOf(...ASKED, ['ticket', 'new'], ['ticket', 'withdrawn'], ['closed'])).toMatchObject([{ solved: false }]);
  });
});
