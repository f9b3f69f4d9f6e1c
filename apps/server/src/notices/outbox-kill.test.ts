import { mkdir } from 'node:fs/promises';
import type { OutboxEntry } from '@solodesk/core';
import { createSeededRandom, silentLog } from '@solodesk/core/testing';
import { MailServer } from '@solodesk/notify/testing';
import { openSqliteStore } from '@solodesk/store-sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Release } from '../testing/server-process.ts';
import { writeSite } from '../testing/shop-sites.ts';
import { until } from '../testing/until.ts';

const MINUTE = 60_000;
const MAILS = 18;
const KILLS = 4;
/** Mails that each server gets to send before it is killed. */
const EACH_SENDS = 2;

describe('a server that is killed while it sends', () => {
  let release: Release;
  let mails: MailServer;
  beforeAll(async () => {
    release = await Release.build();
    mails = await MailServer.start({
      // Slow enough to be in the middle of some mails whenever the kill comes.
      onRcptTo: (_address, _session, done) => void setTimeout(done, 100),
    });
  }, MINUTE);
  afterAll(async () => {
    await release.remove();
    await mails.stop();
  });

  it(
    'sends each mail of the outbox at most twice, by one id, and leaves none unsent that the owner is not told of',
    async () => {
      const data = `${release.folder}/data`;
      await mkdir(data, { recursive: true });
      await writeSite(`${data}/sites`, 'shop', {});
      const store = await openSqliteStore({ file: `${data}/solodesk.sqlite`, log: silentLog });
      await store.planOutbox(
        'shop',
        Array.from({ length: MAILS }, (_, n) => mailTo(n)),
      );

      const environment = { SMTP_URL: `smtp://127.0.0.1:${mails.port}`, MAIL_FROM: 'desk@shop.example' };
      const random = createSeededRandom(11);
      for (let kill = 0; kill < KILLS; kill++) {
        const server = release.start(environment);
        await server.ready();
        // Counted in mails, not in seconds: on a busy machine a server would be killed before it had sent any.
        const enough = mails.mails.length + EACH_SENDS;
        await until(async () => mails.mails.length >= enough || (await store.nextJobAt()) === null, 'for some mails');
        await new Promise((resolve) => setTimeout(resolve, Math.floor(random() * 300)));
        server.child.kill('SIGKILL');
        await server.exited;
      }
      const last = release.start(environment);
      await last.ready();
      await until(async () => (await store.nextJobAt()) === null, 'for the outbox to be empty');
      last.child.kill('SIGKILL');
      await last.exited;
      expect(Math.max(...counts().values())).toBeLessThanOrEqual(2);
      // Killed twice in the middle of one mail, it may have arrived or not: the owner decides.
      const given = await store.deadJobs('shop', 50);
      expect(given.every(({ error }) => error.includes('may have arrived'))).toBe(true);
      expect(counts().size).toBeGreaterThanOrEqual(MAILS - given.length);
      expect(given.length).toBeLessThan(MAILS / 2);
      await store.close();
    },
    2 * MINUTE,
  );

  /** How often each Message-ID arrived. */
  function counts(): Map<string, number> {
    const found = new Map<string, number>();
    for (const { messageId = '' } of mails.mails) found.set(messageId, (found.get(messageId) ?? 0) + 1);
    return found;
  }
});

function mailTo(n: number): OutboxEntry {
  return {
    ...{
      id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      key: `test:${n}`,
      dueAt: Date.now() + n * 300,
      kind: 'mail',
    },
    payload: {
      ...{ to: { address: `ann${n}@customer.example` }, locale: 'en', conversation: null },
      content: { template: 'known_problem_fixed', problem: 'The checkout', note: null },
    },
  };
}
