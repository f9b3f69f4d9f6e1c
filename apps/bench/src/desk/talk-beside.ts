import { setTimeout as pause } from 'node:timers/promises';
import { medians } from '../command/bench-result.ts';
import type { BenchResult } from '../command/bench-result.ts';
import { progress } from '../command/report.ts';
import { connectVisitor } from './connect.ts';
import { p50, p99, talk, visitorOf } from './visitors-talk.ts';
import type { Visitor } from './visitors-talk.ts';

const ROUNDS = 5;
const VISITORS = 40;

/** Visitors who each have a line of their own. */
export async function visitorsAt(url: string, site: string): Promise<Visitor[]> {
  const visitors: Visitor[] = [];
  while (visitors.length < VISITORS) visitors.push(visitorOf((await connectVisitor(url, site)).socket));
  return visitors;
}

export interface Beside {
  readonly visitors: readonly Visitor[];
  readonly texts: readonly string[];
  /** About as long as the work takes. Milliseconds. */
  readonly firstPhaseMs: number;
  /** What the server has to do meanwhile. @param round from 1 */
  work(round: number): Promise<void>;
  /** What that is, in a line of progress: "while the batch ran". */
  readonly doing: string;
}

/**
 * How long visitors wait for the bot's reply beside some work, and how long otherwise, under the same load: phases of either kind take turns,
 * each as long as the other, and which comes first takes turns, too.
 */
export async function talkBeside({
  visitors,
  texts,
  firstPhaseMs,
  work,
  doing,
}: Beside): Promise<Pick<BenchResult, 'figures' | 'control' | 'runs' | 'repeats'>> {
  const repeats = [];
  const all = { busy: [] as number[], idle: [] as number[] };
  let phaseMs = firstPhaseMs;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const idleFirst = round % 2 === 1;
    const before = idleFirst ? await talk(visitors, texts, pause(phaseMs)) : null;
    const busy = await talk(visitors, texts, work(round));
    phaseMs = busy.ms;
    const idle = before ?? (await talk(visitors, texts, pause(phaseMs)));
    all.busy.push(...busy.times);
    all.idle.push(...idle.times);
    const repeat = {
      p99Ratio: p99(busy.times) / p99(idle.times),
      p99Ms: p99(busy.times),
      idleP99Ms: p99(idle.times),
      p50Ms: p50(busy.times),
      idleP50Ms: p50(idle.times),
      busySeconds: busy.ms / 1_000,
      replies: busy.times.length,
    };
    progress(
      `round ${round}: p99 ${repeat.p99Ms.toFixed(1)} ms ${doing} (${repeat.busySeconds.toFixed(1)} s), ` +
        `${repeat.idleP99Ms.toFixed(1)} ms otherwise`,
    );
    repeats.push(repeat);
  }
  const { idleP99Ms, idleP50Ms, ...figures } = medians(repeats);
  // A spike in one round shows here, and not in the median of the rounds.
  figures['allRoundsP99Ratio'] = Number((p99(all.busy) / p99(all.idle)).toFixed(3));
  return { figures, control: { idleP99Ms: idleP99Ms!, idleP50Ms: idleP50Ms! }, runs: ROUNDS, repeats };
}
