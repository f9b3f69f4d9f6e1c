import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Release } from './testing/server-process.ts';
import { KNOWN } from './testing/shop-sites.ts';
import { Visitor } from './testing/visitor.ts';

describe('the server as a process', () => {
  let release: Release;
  beforeAll(async () => {
    release = await Release.build();
  });
  afterAll(() => release.remove());

  it('finishes what it took when it is told to stop, and keeps it', async () => {
    const server = release.start();
    const url = await server.ready();
    expect(server.output).toMatch(/Console {3}http:\/\/localhost:\d+\/console\/#setup=[\w-]{43}/);
    expect(server.output).toContain('/widget/shop.js"></script>');
    const visitor = new Visitor(url, {});
    await visitor.welcomed;
    const taken = Array.from({ length: 10 }, () => visitor.say(KNOWN.question));
    // What is written before this was taken before the signal comes.
    await visitor.emit('typing', { on: true });
    const stoppedAt = performance.now();
    server.child.kill('SIGTERM');
    const acks = await Promise.all(taken);
    expect(await server.exited).toBe(0);
    expect(performance.now() - stoppedAt).toBeLessThan(10_000);
    const seqs = acks.map((ack) => (ack.ok ? ack.seq : ack.error.kind));
    expect(seqs.every((seq) => typeof seq === 'number')).toBe(true);

    const again = release.start();
    const back = new Visitor(await again.ready(), { token: visitor.token });
    await back.welcomed;
    const page = await back.emit('pull', { after: 0 });
    const stored = page.ok ? page.events : [];
    expect(seqs.filter((seq) => !stored.some((event) => event.seq === seq))).toEqual([]);
    expect(stored.filter(({ type }) => type === 'bot_message')).toHaveLength(10);
    back.leave();
    again.child.kill('SIGTERM');
    expect(await again.exited).toBe(0);
    const secretsOfOthers = (await stat(join(release.folder, 'data/solodesk.sqlite'))).mode & 0o022;
    expect(secretsOfOthers).toBe(0);
  });

  it('says in one line why it cannot start', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const file = join(release.folder, 'a-file');
    await writeFile(file, 'no folder');
    const damaged = join(release.folder, 'damaged');
    await mkdir(damaged);
    await writeFile(join(damaged, 'solodesk.sqlite'), 'this is no database, whatever its name says');
    const environments: Record<string, string>[] = [
      { PORT: String(port) },
      { PORT: 'http' },
      { HOST: '0.0.0.0' },
      { HOST: '192.0.2.1', INSECURE: 'yes' },
      { DATA_DIR: file },
      { SITES_DIR: file },
      { DATA_DIR: damaged },
      // Where no folder can be made, Node's own way of making it never ends.
      { DATA_DIR: '/proc/desk/data' },
      { SITES_DIR: '/proc/sites' },
    ];
    const reasons: string[] = [];
    for (const environment of environments) {
      const server = release.start(environment);
      expect(await server.exited).toBe(1);
      reasons.push(/Solodesk cannot start\. (.*)\n$/.exec(server.output)?.[1] ?? server.output);
    }
    other.close();
    expect(reasons).toEqual([
      `PORT: ${port} is in use by another program; stop it, or set PORT to another`,
      'PORT: must be a number from 0 to 65535',
      expect.stringMatching(/^HOST: 0\.0\.0\.0 is reachable from outside, and there is no HTTPS/),
      'HOST: 192.0.2.1 is not an address of this machine',
      `DATA_DIR: ${file} is no folder; name one, it is made if it is not there`,
      `SITES_DIR: ${file} is no folder; name one, it is made if it is not there`,
      expect.stringMatching(/^DATA_DIR: the database in .*damaged is damaged, or none\. .* restore FILE$/),
      'DATA_DIR: /proc/desk/data cannot be made there; name a place on a disk that this user may write to',
      'SITES_DIR: /proc/sites cannot be made there; name a place on a disk that this user may write to',
    ]);
    expect(await readFile(join(damaged, 'solodesk.sqlite'), 'utf8')).toContain('no database');
  });
});
