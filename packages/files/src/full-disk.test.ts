import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createMemoryStore } from '@solodesk/core/testing';
import sharp from 'sharp';
import { openFiles } from './open-files.ts';

const MB = 1024 * 1024;
const small = mkdtempSync(join(tmpdir(), 'small-disk-'));
const mounted = mountSmallDisk();

afterAll(() => {
  if (mounted) execFileSync('umount', [small]);
  rmSync(small, { recursive: true });
});

/** A real file system of 4 MB; only root may make one. */
function mountSmallDisk(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', small], { stdio: 'pipe' });
    return true;
  } catch (error) {
    process.stderr.write(`full-disk.test: no small file system can be mounted here (${String(error)})\n`);
    return false;
  }
}

describe('a disk that is full in the middle of a file', () => {
  // Nothing is kept free here, so that the disk itself refuses.
  const files = openFiles(join(small, 'files'), createMemoryStore(), 0);
  const ballast = join(small, 'ballast');
  const receive = (id: string, content: Uint8Array, name: string) => {
    const body = Readable.from([content], { objectMode: false });
    return files.receive({ site: 'shop', conversationKey: 7, id }, { body, name, announced: content.length });
  };
  const onDisk = async () =>
    (await readdir(join(small, 'files'), { recursive: true, withFileTypes: true })).filter((one) => one.isFile());

  const onSmallDisk = mounted ? it : it.skip;
  onSmallDisk('refuses it for that reason, leaves nothing, and takes it when there is room', async () => {
    const long = Buffer.alloc(3 * MB, '%PDF-1.7 ');
    writeFileSync(ballast, Buffer.alloc(2 * MB));
    await expect(receive('a', long, 'a.pdf')).rejects.toMatchObject({ reason: 'full' });
    expect(await onDisk()).toEqual([]);
    rmSync(ballast);
    expect(await receive('a', long, 'a.pdf')).toMatchObject({ bytes: long.length });
    expect(await onDisk()).toHaveLength(1);
    await files.remove('shop', 7, 'a');
  });

  onSmallDisk(
    'tells it from a picture that is damaged, where there is room for what came and none for what is drawn',
    async () => {
      // Noise, which no drawing makes smaller.
      const noise = {
        create: {
          width: 700,
          height: 500,
          channels: 3,
          background: '#fff',
          noise: { type: 'gaussian', mean: 128, sigma: 60 },
        },
      } as const;
      const photo = await sharp(noise).png().toBuffer();
      writeFileSync(ballast, Buffer.alloc(4 * MB - photo.length - 200_000));
      await expect(receive('b', photo, 'b.png')).rejects.toMatchObject({ reason: 'full' });
      expect(await onDisk()).toEqual([]);
      rmSync(ballast);
      expect(await receive('b', photo, 'b.png')).toMatchObject({ type: 'image/png', width: 700 });
      expect(await onDisk()).toHaveLength(2);
    },
  );
});
