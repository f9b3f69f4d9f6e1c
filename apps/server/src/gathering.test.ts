import { describe, expect, it, jest } from '@jest/globals';
import { Gathering } from './gathering.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Which of the promises are settled by now. */
async function settled(promises: readonly Promise<void>[]): Promise<number> {
  let count = 0;
  for (const promise of promises) void promise.then(() => count++);
  await turn();
  return count;
}

const join = (gathering: Gathering, times: number) => Array.from({ length: times }, () => gathering.join());

describe('gathering', () => {
  it('lets one that comes alone wait for the end of the turn only', async () => {
    const gathering = new Gathering();
    expect(await settled(join(gathering, 1))).toBe(1);
    expect(await settled(join(gathering, 1))).toBe(1);
  });

  it('makes those that come in one turn begin together, and a busy server wait a moment for more', async () => {
    // Timers stand still until they are moved, however slow the machine is.
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    try {
      const gathering = new Gathering();
      expect(await settled(join(gathering, 20))).toBe(20);
      const late = join(gathering, 2);
      expect(late[1]).toBe(late[0]);
      expect(await settled(late)).toBe(0);
      jest.advanceTimersByTime(6);
      expect(await settled(late)).toBe(2);
      // What came now was little: the next one is not kept waiting.
      expect(await settled(join(gathering, 1))).toBe(1);
    } finally {
      jest.useRealTimers();
    }
  });
});
