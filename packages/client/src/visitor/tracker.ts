import { MAX_TRACK_EVENTS } from '@solodesk/protocol/visitor';
import type { TrackEvent } from '@solodesk/protocol/visitor';
import { createCourier } from './courier.ts';
import type { CourierOptions } from './courier.ts';
import type { ChatOptions, Track } from './types.ts';

const MAX_KEPT = 200;

export interface Tracker {
  /** Within the wire's limits: one bad event must not cost the packet it travels in. */
  track(event: Track, page: string): void;
  flush(): void;
  clear(): void;
  stop(): void;
}

function scalars(props: Record<string, unknown> = {}): TrackEvent['props'] {
  const good: TrackEvent['props'] = {};
  for (const [name, value] of Object.entries(props)) {
    if (name.length > 64) continue;
    if (typeof value === 'string') good[name] = value.slice(0, 500);
    else if (value === null || typeof value === 'boolean' || Number.isFinite(value)) good[name] = value as number;
  }
  return good;
}

/** Keeps what the visitor did in memory until there is a line; the client id makes a repeated packet count once. */
export function createTracker(options: CourierOptions & Pick<ChatOptions, 'ids'>): Tracker {
  const { clock, ids } = options;
  let kept: TrackEvent[] = [];
  const courier = createCourier(options, () => {
    const events = kept.slice(0, MAX_TRACK_EVENTS);
    const done = (_: unknown, again: boolean) => {
      if (!again) kept = kept.filter((event) => !events.includes(event));
    };
    return events.length ? { event: 'track', body: { events }, done } : null;
  });

  return {
    track({ name, props }, page) {
      if (typeof name !== 'string' || name === '') return;
      const event = { clientId: ids.uuid(), name: name.slice(0, 64), props: scalars(props), at: clock.now(), page };
      kept = [...kept, event].slice(-MAX_KEPT);
      courier.go();
    },
    flush: courier.go,
    clear() {
      kept = [];
    },
    stop: courier.stop,
  };
}
