import type { VisitorAcks, VisitorUp } from '@solodesk/protocol/visitor';
import { createCourier } from './courier.ts';
import type { CourierOptions, Errand } from './courier.ts';

type Told = 'seen' | 'locale' | 'page' | 'identify';

export interface LatestOptions extends CourierOptions {
  answered(event: Told, answer: VisitorAcks[Told]): void;
}

/** Tells the server things of which only the newest value counts: what is not on its way yet melts into one. */
export interface Latest {
  set<E extends Told>(event: E, body: VisitorUp[E]): void;
  /** What the handshake has just said, or what belongs to another conversation, need not be told. */
  clear(): void;
  flush(): void;
  stop(): void;
}

export function createLatest(options: LatestOptions): Latest {
  const waiting = new Map<Told, VisitorUp[Told]>();
  const courier = createCourier(options, () => {
    for (const [event, body] of waiting) {
      const done = (answer: VisitorAcks[Told], again: boolean) => {
        if (again) return;
        if (waiting.get(event) === body) waiting.delete(event);
        options.answered(event, answer);
      };
      return { event, body, done } as Errand;
    }
    return null;
  });

  return {
    set(event, body) {
      waiting.set(event, body);
      courier.go();
    },
    clear: () => waiting.clear(),
    flush: courier.go,
    stop: courier.stop,
  };
}
