import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { holdDatabase } from './testing/lock-holder.ts';
import { KNOWN } from './testing/shop-sites.ts';
import { startDesk } from './testing/start-desk.ts';
import type { TestDesk } from './testing/start-desk.ts';
import { until } from './testing/until.ts';

let desk: TestDesk;
const undo: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  await desk.end();
  for (const step of undo.splice(0).reverse()) await step();
});

const readiness = async () => (await fetch(`${desk.url}/readyz`)).status;

/** A file system of 4 MB; null where only root may make one, which a test that needs it then says. */
async function smallDisk(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'solodesk-small-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'pipe' });
  undo.push(() => void execFileSync('umount', [folder]));
  return folder;
}

describe('a database that another process holds', () => {
  it('gives senders "unavailable", keeps the server running, and heals by itself', async () => {
    desk = await startDesk({ patience: 300 });
    const visitor = await desk.visit();
    const letGo = await holdDatabase(join(desk.dataDir, 'solodesk.sqlite'));
    undo.push(letGo);
    const clientId = 'b3b0a0f4-58a5-4b0c-9f43-27dc02ee5b39';
    expect(await visitor.say(KNOWN.question, clientId)).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    expect(await readiness()).toBe(503);
    expect((await fetch(`${desk.url}/healthz`)).status).toBe(200);
    expect((await visitor.emit('pull', { after: 0 })).ok).toBe(true);
    await letGo();
    // The same message again: the widget does this by itself.
    const ack = await until(async () => {
      const again = await visitor.say(KNOWN.question, clientId);
      return again.ok && again;
    }, 'for the database to be free');
    expect(await visitor.answerTo(ack.seq)).toMatchObject({ text: KNOWN.answer });
    expect(await readiness()).toBe(200);
  });
});

// Only root may mount; everybody else gets the same behaviour from the store's own test with a page limit.
const asRoot = process.getuid?.() === 0 ? describe : describe.skip;
if (process.getuid?.() !== 0) process.stderr.write('storage-trouble.test: a full disk is tried as root only\n');

asRoot('a full disk', () => {
  it('gives senders "unavailable", loses nothing that was acknowledged, and heals when there is room', async () => {
    const databaseDir = await smallDisk();
    const ballast = join(databaseDir, 'ballast');
    await writeFile(ballast, Buffer.alloc(1_500_000));
    desk = await startDesk({ databaseDir, environment: { LIMITS: 'off' } });
    const visitor = await desk.visit();
    const acked: number[] = [];
    const refusal = await until(async () => {
      const ack = await visitor.say('x'.repeat(4000));
      if (ack.ok) acked.push(ack.seq);
      return !ack.ok && ack.error;
    }, 'for the disk to be full');
    expect(refusal.kind).toBe('unavailable');
    // At once, whatever else may still fit: the console tells the owner of it.
    const told = await fetch(`${desk.url}/readyz`);
    expect([told.status, await told.json()]).toEqual([503, expect.objectContaining({ fault: 'storage' })]);
    // What no message fits into may still hold a few heartbeats: in the last free page, and in what a refused one left.
    await until(async () => (await readiness()) === 503, 'for the desk to say that it takes no work');
    expect((await fetch(`${desk.url}/frame/shop`)).status).toBe(200);

    await rm(ballast);
    const ack = await until(async () => {
      const again = await visitor.say(KNOWN.question);
      return again.ok && again;
    }, 'for the disk to have room');
    await desk.server.sweep();
    const stored = new Set<number>();
    for (let after = 0, more = true; more;) {
      const page = await visitor.emit('pull', { after });
      if (!page.ok) throw new Error(page.error.kind);
      for (const { seq } of page.events) stored.add((after = seq));
      more = page.more;
    }
    expect([...acked, ack.seq].filter((seq) => !stored.has(seq))).toEqual([]);
  });
});
