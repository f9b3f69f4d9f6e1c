import { describe, expect, it } from '@jest/globals';
import { Intake } from './intake.ts';

describe('the intake', () => {
  it('is idle when everything that was taken is answered, or has failed', async () => {
    const intake = new Intake();
    const works = [new Work(), new Work()];
    const [first, second] = works.map((work) => intake.during(() => work.ended));
    let idle = false;
    const waiting = intake.idle().then(() => (idle = true));
    works[0]?.end('an answer');
    expect(await first).toBe('an answer');
    expect(idle).toBe(false);
    works[1]?.fail(new Error('in vain'));
    await expect(second).rejects.toThrow('in vain');
    await waiting;
    await intake.idle();
  });

  it('takes nothing more once it is closed, and counts only what it took', async () => {
    const intake = new Intake();
    intake.close();
    expect(intake.isOpen).toBe(false);
    let begun = false;
    await expect(intake.during(async () => void (begun = true))).rejects.toThrow('stopping');
    expect(begun).toBe(false);
    await intake.idle();
  });
});

/** Work that ends when it is told to. */
class Work {
  end!: (result: string) => void;
  fail!: (cause: Error) => void;
  readonly ended = new Promise<string>((resolve, reject) => {
    this.end = resolve;
    this.fail = reject;
  });
}
