import { describe, expect, it } from '@jest/globals';
import { RETURNS } from '../../testing/test-desk.ts';
import { replyInput } from '../../testing/reply-input.ts';
import { Replies } from './replies.ts';

/** One that notes when it is understood, and when what follows its answer is done. */
function asked(name: string, course: string[], fault?: Error) {
  return replyInput({
    text: `may I return the ${name}?`,
    understand: () => {
      course.push(`${name} understood`);
      if (fault !== undefined) throw fault;
      return [{ intent: RETURNS.intent, confidence: 0.9 }];
    },
  });
}

describe('replies that are asked for at the same time', () => {
  it('are decided together, before anything follows from the first of them', async () => {
    const course: string[] = [];
    const replies = new Replies();
    const text = async (name: string) => {
      const reply = await replies.decide(asked(name, course));
      course.push(`${name} answered`);
      return reply.text;
    };
    expect(await Promise.all(['vase', 'cloth'].map(text))).toEqual(['Within 30 days.', 'Within 30 days.']);
    expect(course).toEqual(['vase understood', 'cloth understood', 'vase answered', 'cloth answered']);
  });

  it('wait until all have asked: what is decided at once cannot be decided together', async () => {
    const course: string[] = [];
    const replies = new Replies();
    const asks = ['vase', 'cloth'].map((name) => {
      const reply = replies.decide(asked(name, course));
      course.push(`${name} asked for`);
      return reply;
    });
    await Promise.all(asks);
    expect(course).toEqual(['vase asked for', 'cloth asked for', 'vase understood', 'cloth understood']);
  });

  it('come before the next turn of the event loop, whenever they are asked for', async () => {
    const replies = new Replies();
    for (const name of ['vase', 'cloth']) {
      const first = await Promise.race([
        replies.decide(asked(name, [])).then(({ text }) => text),
        new Promise((resolve) => setImmediate(() => resolve('a turn later'))),
      ]);
      expect(first).toBe('Within 30 days.');
    }
  });

  it('fail one by one', async () => {
    const replies = new Replies();
    const fault = new Error('no such model');
    const [failed, reply] = await Promise.allSettled([
      replies.decide(asked('vase', [], fault)),
      replies.decide(asked('cloth', [])),
    ]);
    expect(failed).toEqual({ status: 'rejected', reason: fault });
    expect(reply).toMatchObject({ status: 'fulfilled', value: { text: 'Within 30 days.' } });
  });
});
