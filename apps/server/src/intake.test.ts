import { describe, expect, it } from '@jest/globals';
import { Intake } from './intake.ts';

describe('the intake', () => {
  it('is idle when everything that was taken is answered', async () => {
    const intake = new Intake();
    intake.enter();
    intake.enter();
    let idle = false;
    const waiting = intake.idle().then(() => (idle = true));
    intake.leave();
    await Promise.resolve();
    expect(idle).toBe(false);
    intake.leave();
    await waiting;
    await intake.idle();
  });

  it('takes nothing more once it is closed, and counts only what it took', async () => {
    const intake = new Intake();
    intake.close();
    expect(intake.isOpen).toBe(false);
    expect(() => intake.enter()).toThrow('stopping');
    await intake.idle();
  });
});
