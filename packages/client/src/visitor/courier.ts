import { isRetryable } from '@solodesk/protocol/visitor';
import type { Failure, VisitorAcks, VisitorUp } from '@solodesk/protocol/visitor';
import { createBackoff } from './backoff.ts';
import type { Line } from './line.ts';
import type { ChatOptions } from './types.ts';

export interface CourierOptions extends Pick<ChatOptions, 'clock' | 'random'> {
  line: Line;
}

/** Something to ask, and what to do with the answer; `again` says that it failed in a way that passes. */
export type Errand = {
  [E in keyof VisitorUp]: {
    event: E;
    body: VisitorUp[E];
    done(answer: VisitorAcks[E], again: boolean): void;
  };
}[keyof VisitorUp];

/** Does one errand after the other while there is a line, with back-off after what may be tried again. */
export interface Courier {
  /** Does what is next, unless it is busy, waiting, or without a line. */
  go(): void;
  /** The same without waiting out the back-off. */
  now(): void;
  /** The same after the next back-off. */
  later(): void;
  stop(): void;
}

/** @param next the next errand, if there is one; asked for only when it can be done. */
export function createCourier(options: CourierOptions, next: () => Errand | null): Courier {
  const { line } = options;
  const backoff = createBackoff(options);
  let busy = false;

  const go = () => {
    if (busy || backoff.waiting || !line.ready) return;
    // Whoever hears of the errand may ask for the next one at once.
    busy = true;
    const errand = next();
    if (!errand) {
      busy = false;
      return;
    }
    line.ask(errand.event, errand.body as never, (answer: Failure | { ok: true }) => {
      busy = false;
      const again = !answer.ok && (!line.ready || isRetryable(answer.error.kind));
      if (answer.ok) backoff.reset();
      // A line that is back calls by itself.
      else if (again && line.ready) backoff.schedule(go, answer.error.retryAfterMs);
      errand.done(answer as never, again);
      go();
    });
  };

  return {
    go,
    now() {
      backoff.cancel();
      go();
    },
    later: () => backoff.schedule(go),
    stop: backoff.cancel,
  };
}
