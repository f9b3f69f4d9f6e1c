import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ACTION_INTENTS } from '@solodesk/protocol/visitor';
import type { VisitorSocket } from './connect.ts';

/** Messages come at this pace, however long replies take. */
const EVERY_MS = 8;
const STUCK_MS = 10_000;

/** Somebody who asks the bot one question after the other. */
export interface Visitor {
  readonly socket: VisitorSocket;
  /** What brings the bot back to questions: somebody who is asked for something leaves that, who waits for a person resumes the bot. */
  owes: { text: string; intent?: string } | null;
}

export function visitorOf(socket: VisitorSocket): Visitor {
  const visitor: Visitor = { socket, owes: null };
  socket.on('events', ({ state, events }) => {
    for (const event of events) {
      if (event.type === 'bot_message') visitor.owes = event.ask === undefined ? null : { text: 'cancel' };
    }
    if (state === 'waiting') visitor.owes = { text: 'go on', intent: ACTION_INTENTS.resumeBot };
  });
  return visitor;
}

/**
 * Visitors take turns to ask, each only once the last question was answered, until something else is over.
 * @returns milliseconds from question to reply, and how long it went on
 */
export async function talk(
  visitors: readonly Visitor[],
  texts: readonly string[],
  until: Promise<void>,
): Promise<{ times: number[]; ms: number }> {
  const times: number[] = [];
  const free = [...visitors];
  const underWay = new Set<Promise<void>>();
  const began = performance.now();
  let ms = 0;
  const asking = async () => {
    for (let asked = 0; ms === 0; asked += 1) {
      const visitor = free.shift();
      if (visitor !== undefined) {
        const { owes } = visitor;
        const one = say(visitor.socket, owes ?? { text: texts[(asked * 37) % texts.length]! }).then((took) => {
          if (owes === null) times.push(took);
          free.push(visitor);
          underWay.delete(one);
        });
        underWay.add(one);
      }
      await pause(EVERY_MS);
    }
    await Promise.all(underWay);
  };
  await Promise.all([asking(), until.finally(() => (ms = performance.now() - began))]);
  return { times, ms };
}

function say(socket: VisitorSocket, { text, intent }: { text: string; intent?: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const stuck = setTimeout(() => reject(new Error(`the bot did not reply to "${text}" in time`)), STUCK_MS);
    socket.on('events', function hear({ events }) {
      if (!events.some(({ type }) => type === 'bot_message')) return;
      socket.off('events', hear);
      clearTimeout(stuck);
      resolve(performance.now() - from);
    });
    const message = { clientId: randomUUID(), text, ...(intent === undefined ? {} : { intent }) };
    socket.emit('message', message, (answer) => {
      if (!answer.ok) reject(new Error(`${answer.error.kind}: ${answer.error.message}`));
    });
  });
}

export const p50 = (times: readonly number[]) => quantile(times, 0.5);
export const p95 = (times: readonly number[]) => quantile(times, 0.95);
export const p99 = (times: readonly number[]) => quantile(times, 0.99);

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((first, second) => first - second);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}
