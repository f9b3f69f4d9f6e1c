import { WireFault } from './realtime/wire-error.ts';

/** Whether new work is taken, and what was taken and is not answered yet: the two things that a stop has to know. */
export class Intake {
  #open = true;
  #underWay = 0;
  #waiting: (() => void)[] = [];

  get isOpen(): boolean {
    return this.#open;
  }

  /** Takes work, and counts it until it has ended. @throws WireFault `unavailable` while the server stops; then it is not begun. */
  async during<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    if (!this.#open) throw new WireFault('unavailable', 'the server is stopping');
    this.#underWay++;
    try {
      return await work();
    } finally {
      this.#underWay--;
      if (this.#underWay === 0) for (const resolve of this.#waiting.splice(0)) resolve();
    }
  }

  close(): void {
    this.#open = false;
  }

  /** Resolves when everything that was taken is answered. */
  idle(): Promise<void> {
    return this.#underWay === 0 ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve));
  }
}
