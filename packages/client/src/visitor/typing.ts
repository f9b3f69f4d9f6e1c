import type { Line } from './line.ts';
import { createTimer } from './timer.ts';
import type { ChatClock } from './types.ts';

/** "Is typing" is said again this often while it goes on ... */
const REPEAT_MS = 3000;
/** ... and ends by itself this long after the last key. */
const QUIET_MS = 5000;
/** Whoever types to the visitor and is not heard of for this long has stopped. */
const FORGET_MS = 12_000;

export interface Typing {
  /** Who types to the visitor. */
  readonly from: 'bot' | 'owner' | null;
  hear(from: 'bot' | 'owner', on: boolean): void;
  /** The visitor's own typing. */
  set(on: boolean): void;
  stop(): void;
}

/** Typing both ways; never stored, and of use only while it is fresh. */
export function createTyping(line: Line, clock: ChatClock, changed: () => void): Typing {
  let from: 'bot' | 'owner' | null = null;
  let on = false;
  let saidAt = 0;
  const quiet = createTimer(clock);
  const forget = createTimer(clock);

  const say = (now: boolean) => {
    on = now;
    saidAt = clock.now();
    if (line.ready) line.tell('typing', { on });
  };

  const set = (now: boolean) => {
    if (now) quiet.start(() => set(false), QUIET_MS);
    else quiet.stop();
    if (now ? !on || clock.now() - saidAt >= REPEAT_MS : on) say(now);
  };

  const hear = (who: 'bot' | 'owner', typing: boolean) => {
    // One who stops does not stop the other.
    if (!typing && from !== who) return;
    from = typing ? who : null;
    if (typing) forget.start(() => hear(who, false), FORGET_MS);
    else forget.stop();
    changed();
  };

  return {
    get from() {
      return from;
    },
    hear,
    set,
    stop() {
      quiet.stop();
      forget.stop();
      on = false;
      from = null;
    },
  };
}
