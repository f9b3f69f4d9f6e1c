import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { progress } from '../command/report.ts';
import { awaitBot } from '../desk/await-bot.ts';
import { setUpOwner } from '../desk/connect.ts';
import type { Owner } from '../desk/connect.ts';
import { freePort } from '../desk/free-port.ts';
import { makeScratch } from '../desk/scratch.ts';
import type { Scratch } from '../desk/scratch.ts';
import { startServer } from '../desk/start-server.ts';
import { readPhrasings } from '../reply/sentences.ts';
import { fillDesk } from './fill-desk.ts';
import type { DeskSize, FilledDesk } from './fill-desk.ts';

const SEED = 5;
const FACTS = 'filled.json';

export type Which = 'full' | 'tenth';

export interface PreparedDesk {
  scratch: Scratch;
  filled: FilledDesk;
}

export interface PreparedDesks {
  /** Of both. */
  owner: Owner;
  desks: Record<Which, PreparedDesk>;
}

export interface DesksToPrepare {
  site: string;
  sizes: Record<Which, DeskSize>;
  core: number;
  /** Where the filled desks stay for the next time, and are taken from if they are there. */
  keepIn: string | null;
}

/** Makes two desks with an owner and a bot that has learned, stopped and filled. */
export async function prepareDesks(order: DesksToPrepare): Promise<PreparedDesks> {
  const { site, sizes, keepIn } = order;
  const scratches = { full: makeScratch([site]), tenth: makeScratch([site]) };
  if (keepIn !== null && existsSync(join(keepIn, FACTS))) return takeKept(keepIn, sizes, scratches);

  const first = await startServer({ ...scratches.tenth, port: await freePort(), core: order.core });
  progress('learning the FAQs');
  await awaitBot(first.url, site, readPhrasings(join(scratches.tenth.sitesDir, site))[0]!.text);
  const owner = await setUpOwner(first);
  await first.stop();
  cpSync(scratches.tenth.dataDir, scratches.full.dataDir, { recursive: true });
  const fill = async (which: Which): Promise<PreparedDesk> => {
    const { messages, customers, tickets } = sizes[which];
    progress(`writing ${messages} messages, ${customers} customers and ${tickets} tickets`);
    const scratch = scratches[which];
    return { scratch, filled: await fillDesk(scratch.dataDir, site, sizes[which], SEED) };
  };
  const desks = { full: await fill('full'), tenth: await fill('tenth') };
  if (keepIn !== null) keep(keepIn, { owner, desks }, sizes);
  return { owner, desks };
}

interface Facts {
  owner: Owner;
  sizes: Record<Which, DeskSize>;
  filled: Record<Which, FilledDesk>;
}

function keep(folder: string, { owner, desks }: PreparedDesks, sizes: Facts['sizes']): void {
  mkdirSync(folder, { recursive: true });
  for (const which of ['full', 'tenth'] as const) {
    cpSync(desks[which].scratch.dataDir, join(folder, which), { recursive: true });
  }
  const filled = { full: desks.full.filled, tenth: desks.tenth.filled };
  // Last, so that what broke off half-way is not taken for whole.
  writeFileSync(join(folder, FACTS), JSON.stringify({ owner, sizes, filled } satisfies Facts));
}

/** @throws when the kept desks are of other sizes. */
function takeKept(folder: string, sizes: Facts['sizes'], scratches: Record<Which, Scratch>): PreparedDesks {
  const facts = JSON.parse(readFileSync(join(folder, FACTS), 'utf8')) as Facts;
  if (JSON.stringify(facts.sizes) !== JSON.stringify(sizes)) throw new Error(`${folder} holds desks of other sizes`);
  const take = (which: Which): PreparedDesk => {
    cpSync(join(folder, which), scratches[which].dataDir, { recursive: true });
    return { scratch: scratches[which], filled: facts.filled[which] };
  };
  return { owner: facts.owner, desks: { full: take('full'), tenth: take('tenth') } };
}
