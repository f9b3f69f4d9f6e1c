import { describe, expect, it } from '@jest/globals';
import { Lanes } from './lanes.ts';

/** Work that ends when it is told to, and notes when it began. */
function work(name: string, began: string[]) {
  let finish: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (finish = resolve));
  return { finish: () => finish(), run: () => (began.push(name), gate.then(() => name)) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('lanes', () => {
  it('run the work of one conversation one after the other, that of others beside it', async () => {
    const began: string[] = [];
    const lanes = new Lanes();
    const [a1, a2, b1] = [work('a1', began), work('a2', began), work('b1', began)];
    const first = lanes.run(1, a1.run);
    const second = lanes.run(1, a2.run);
    const other = lanes.run(2, b1.run);
    await turn();
    expect(began).toEqual(['a1', 'b1']);
    a1.finish();
    expect(await first).toBe('a1');
    await turn();
    expect(began).toEqual(['a1', 'b1', 'a2']);
    a2.finish();
    b1.finish();
    expect(await Promise.all([second, other])).toEqual(['a2', 'b1']);
  });

  it('go on after work that failed', async () => {
    const lanes = new Lanes();
    const failed = lanes.run(1, () => Promise.reject(new Error('no')));
    const next = lanes.run(1, async () => 'went on');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('went on');
  });

  it('are idle when everything is done, failures included', async () => {
    const began: string[] = [];
    const lanes = new Lanes();
    const slow = work('slow', began);
    const running = lanes.run(1, slow.run);
    const failing = lanes.run(1, () => Promise.reject(new Error('no')));
    let idle = false;
    const waiting = lanes.idle().then(() => (idle = true));
    await turn();
    expect(idle).toBe(false);
    slow.finish();
    await expect(failing).rejects.toThrow('no');
    await Promise.all([running, waiting]);
    expect(idle).toBe(true);
  });

  it('begin together when it is time, and the next command of a conversation does not overtake', async () => {
    const began: string[] = [];
    let isTime: () => void = () => undefined;
    const gathered = new Promise<void>((resolve) => (isTime = resolve));
    const lanes = new Lanes(() => gathered);
    const works = [work('a1', began), work('b1', began), work('a2', began)] as const;
    for (const each of works) each.finish();
    const all = [lanes.run(1, works[0].run), lanes.run(2, works[1].run), lanes.run(1, works[2].run)];
    await turn();
    expect(began).toEqual([]);
    isTime();
    expect(await Promise.all(all)).toEqual(['a1', 'b1', 'a2']);
    expect(began).toEqual(['a1', 'b1', 'a2']);
  });
});
