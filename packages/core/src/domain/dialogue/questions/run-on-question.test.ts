import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import { decideReply } from '../decide-reply.ts';

/** Understands a question that stands alone, and nothing else. */
const ask = (text: string, alone = 'how long do i have') =>
  decideReply(
    replyInput({
      text,
      understand: (words) => [{ intent: 'returns.period', confidence: words.trim() === alone ? 0.95 : 0.2 }],
    }),
  ).reason.kind;

describe('a question that runs on from a story', () => {
  it('is answered by itself when the bot is unsure of the whole', () => {
    expect(ask('it does not fit me at all how long do i have')).toBe('answered');
    expect(ask('bought it on monday. how long do i have')).toBe('answered');
  });

  it('is left alone when it is not understood by itself, or is no question', () => {
    expect(ask('it does not fit me at all how long do they live')).not.toBe('answered');
    expect(ask('it does not fit me what a pity', 'what a pity')).not.toBe('answered');
  });

  it('is not looked for behind a word or two: they belong to it', () => {
    expect(ask('and then how long do i have')).not.toBe('answered');
  });

  it('costs a long message without spaces no time', () => {
    expect(ask('a'.repeat(200))).not.toBe('answered');
    expect(ask('is '.repeat(66))).not.toBe('answered');
  });
});
