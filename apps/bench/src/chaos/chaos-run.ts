import { setTimeout as pause } from 'node:timers/promises';
import type { Owner } from '../desk/connect.ts';
import { between } from '../desk/seeded-random.ts';
import type { Random } from '../desk/seeded-random.ts';
import { startServer } from '../desk/start-server.ts';
import type { Server, ServerOptions } from '../desk/start-server.ts';
import type { Phrasing } from '../reply/sentences.ts';
import { storeFile } from '../restart/fill-store.ts';
import { checkHistories } from './checker.ts';
import { checkOwed } from './check-owed.ts';
import type { PostOffice } from './post-office.ts';
import { openFleet } from './fleet.ts';
import type { Fleet } from './fleet.ts';
import type { Violation } from './history.ts';
import { openOwnerAgent } from './owner-agent.ts';
import type { OwnerAgent } from './owner-agent.ts';
import { readHead, readOwed, readStore } from './read-store.ts';
import { unsent } from './tab.ts';

export interface RunOptions {
  server: Server;
  options: ServerOptions;
  owner: Owner;
  sites: readonly string[];
  phrasings: readonly Phrasing[];
  random: Random;
  post: PostOffice;
}

export interface RunResult {
  /** The one that was started after the kill. */
  server: Server;
  acked: number;
  violations: Violation[];
  /** What there was to be checked besides messages. */
  owed: { tickets: number; mails: number; appointments: number };
  /** From the moment at which everybody fell silent until all had seen everything; null when not in time. */
  convergedMs: number | null;
  killedAfterMs: number;
}

const CLIENTS = 200;
/** When the kill comes, counted from the first connection. */
const KILL_BETWEEN = [200, 2600] as const;
/** How long the talk goes on after the server is back. */
const TALK_AFTER_MS = 700;
const CONVERGE_WITHIN_MS = 10_000;
const REPLY_WITHIN_MS = 10_000;

/** One kill under load, and the verdict on what everybody went through. */
export async function chaosRun(run: RunOptions): Promise<RunResult> {
  const { options, random, sites } = run;
  const since = Date.now();
  const agents = await Promise.all(sites.map((site) => openOwnerAgent(run.server.url, run.owner, site, random)));
  const fleet = openFleet({ url: run.server.url, sites, clients: CLIENTS, phrasings: run.phrasings, random });
  fleet.disturb();
  for (const agent of agents) agent.work();

  const killedAfterMs = between(random, ...KILL_BETWEEN);
  await pause(killedAfterMs);
  const killed = Date.now();
  await run.server.kill();
  const server = await startServer(options);
  const downtimes = [{ from: killed, to: Date.now() }];
  await pause(TALK_AFTER_MS);
  fleet.quiet();
  for (const agent of agents) agent.quiet();

  const file = storeFile(options.dataDir);
  const convergedMs = await converge(fleet, agents, sites, file, since);
  const viewers = [...fleet.histories(), ...agents.map((agent) => agent.history())];
  const conversations = readStore(file, since);
  const owed = readOwed(file, (id) => run.post.received(id));
  const violations = [
    ...checkHistories({ viewers, conversations, downtimes, replyWithinMs: REPLY_WITHIN_MS }),
    ...checkOwed(owed, viewers, conversations),
  ];
  fleet.leave();
  for (const agent of agents) agent.leave();
  const acked = viewers.reduce((sum, viewer) => sum + viewer.acked.length, 0);
  const { tickets, mails, appointments } = owed;
  const counts = { tickets: tickets.length, mails: mails.length, appointments: appointments.length };
  return { server, acked, violations, convergedMs, killedAfterMs, owed: counts };
}

/** Waits until every client has sent and seen everything, and the bot owes nothing. Null when that takes too long. */
async function converge(
  fleet: Fleet,
  agents: readonly OwnerAgent[],
  sites: readonly string[],
  file: string,
  since: number,
): Promise<number | null> {
  const began = Date.now();
  while (Date.now() - began < CONVERGE_WITHIN_MS) {
    if (hasConverged(fleet, agents, sites, file, since)) return Date.now() - began;
    await pause(100);
  }
  return null;
}

function hasConverged(
  fleet: Fleet,
  agents: readonly OwnerAgent[],
  sites: readonly string[],
  file: string,
  since: number,
): boolean {
  const calm = fleet
    .tabs()
    .every(({ state }) => state.connection === 'online' && state.loaded && !unsent(state).length);
  if (!calm) return false;
  const head = readHead(file, since);
  const seen = fleet
    .tabs()
    .every(({ state }) => state.lastSeq === (head.lastSeq.get(state.conversation?.id ?? '') ?? 0));
  const followed = agents.every((agent, index) => agent.lastId >= (head.lastId.get(sites[index] ?? '') ?? 0));
  return seen && followed && head.owing === 0;
}
