import { describe, expect, it } from '@jest/globals';
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
    const gathering = new Gathering();
    expect(await settled(join(gathering, 20))).toBe(20);
    const late = join(gathering, 1);
    await Promise.resolve();
    const later = join(gathering, 1);
    expect(later[0]).toBe(late[0]);
    await late[0];
    // What came now was little: the next one is not kept waiting.
    expect(await settled(join(gathering, 1))).toBe(1);
  });
});
