import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { crc32, deflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MAX_FILE_BYTES } from '@solodesk/core';
import { createMemoryStore } from '@solodesk/core/testing';
import sharp from 'sharp';
import { openFiles } from './open-files.ts';
import type { Files } from './open-files.ts';

const TO = { site: 'shop', conversationKey: 7, id: 'abc' };
let folder = '';
let files: Files;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
  files = openFiles(folder, createMemoryStore());
  await files.clearIncoming();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const gets = (content: Uint8Array | string, name = 'a.png', announced: number | null = null) =>
  files.receive(TO, {
    body: Readable.from([typeof content === 'string' ? Buffer.from(content, 'latin1') : content]),
    name,
    announced,
  });
const path = (preview = false) => files.pathOf('shop', 7, 'abc', preview);
const whatLies = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((e) => e.isFile());
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#b0413e' } });

/** All black and true to its header: `width` × `height` pixels in a few kilobytes. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

describe('a picture that is taken in', () => {
  it('is drawn anew: turned as the camera said, and without place, device or what was put behind it', async () => {
    const taken = await picture(60, 20)
      .withExif({ IFD0: { Model: 'Secret Phone' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const sent = Buffer.concat([taken, Buffer.from('<script>alert(1)</script>')]);
    const file = await gets(sent, 'IMG.jpeg');
    expect(file).toMatchObject({ id: 'abc', name: 'IMG.jpeg', type: 'image/jpeg', width: 20, height: 60 });
    const kept = await readFile(path());
    expect(file.bytes).toBe(kept.length);
    expect(kept.includes('<script>')).toBe(false);
    expect(kept.includes('Secret')).toBe(false);
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
  });

  it('is made smaller where it is large, and has a small one for showing', async () => {
    const file = await gets(await picture(5000, 1000).png().toBuffer());
    expect(file).toMatchObject({ type: 'image/png', width: 2560, height: 512 });
    expect(await sharp(path(true)).metadata()).toMatchObject({ format: 'webp', width: 480 });
  });

  it('goes on moving where it moves, and has the size of one of its frames', async () => {
    const frames = await sharp(await picture(10, 40).png().toBuffer(), { raw: undefined } as object)
      .gif()
      .toBuffer();
    const moving = await sharp([frames, await sharp(frames).negate().gif().toBuffer()], { join: { animated: true } })
      .gif()
      .toBuffer();
    expect(await gets(moving, 'a.gif')).toMatchObject({ type: 'image/gif', width: 10, height: 40 });
    expect((await sharp(path(), { animated: true }).metadata()).pages).toBe(2);
  });

  it('is what it is, whatever it is called', async () => {
    expect(await gets(await picture(4, 4).webp().toBuffer(), '../../vase.html')).toMatchObject({
      name: 'vase.html.webp',
      type: 'image/webp',
    });
  });
});

describe('a file that is refused', () => {
  const broken = async () => {
    const noise = Buffer.from(Array.from({ length: 200 * 200 * 3 }, (_, n) => (n * 7919) % 251));
    const whole = await sharp(noise, { raw: { width: 200, height: 200, channels: 3 } })
      .png()
      .toBuffer();
    return whole.subarray(0, whole.length / 2);
  };
  const cut = () =>
    new Readable({
      read() {
        this.push('%PDF-1.7 half');
        setImmediate(() => this.destroy());
      },
    });
  const failing = (code: string) =>
    new Readable({
      read() {
        this.destroy(Object.assign(new Error('no'), { code }));
      },
    });

  it.each([
    ['without content', 'empty', async () => gets('', 'a.txt')],
    ['that says so before', 'empty', async () => gets('x', 'a.txt', 0)],
    ['with more bytes than allowed', 'too_large', async () => gets(Buffer.alloc(MAX_FILE_BYTES + 1, 65), 'a.txt')],
    ['that says that it is too large', 'too_large', async () => gets('x', 'a.txt', MAX_FILE_BYTES + 1)],
    ['of a kind that is not taken', 'type', async () => gets('<svg onload="alert(1)"/>', 'a.svg')],
    ['with a signature and nothing behind it', 'damaged', async () => gets('\x89PNG\r\n\x1a\n', 'a.png')],
    ['that ends in the middle of the picture', 'damaged', async () => gets(await broken())],
    ['of 100 megapixels in a few kilobytes', 'too_many_pixels', async () => gets(bomb(10_000, 10_000))],
    ['that was cut on its way', 'cut', () => files.receive(TO, { body: cut(), name: 'a.pdf', announced: null })],
    [
      'for which the disk has no room',
      'full',
      () => files.receive(TO, { body: failing('ENOSPC'), name: 'a.pdf', announced: 9 }),
    ],
  ])('%s says why, and nothing of it is left', async (_what, reason, sending) => {
    await expect(sending()).rejects.toMatchObject({ reason });
    expect(await whatLies()).toEqual([]);
  });

  it('leaves the last of the disk to the messages', async () => {
    files = openFiles(folder, createMemoryStore(), Infinity);
    await expect(gets('words', 'a.txt')).rejects.toMatchObject({ reason: 'full' });
    expect(await whatLies()).toEqual([]);
  });

  it('does not hold up the next one', async () => {
    await Promise.allSettled([gets('\x89PNG\r\n\x1a\n'), gets('\x89PNG\r\n\x1a\n')]);
    expect(await gets(await picture(4, 4).png().toBuffer())).toMatchObject({ width: 4 });
  });
});

describe('files that are kept', () => {
  it('go with their conversation, with their previews, and with no other', async () => {
    await gets(await picture(4, 4).png().toBuffer());
    await files.receive({ ...TO, conversationKey: 8 }, { body: Readable.from(['b']), name: 'b.txt', announced: null });
    expect(await files.removeFilesOf('bakery', [7])).toBe(0);
    expect(await files.removeFilesOf('shop', [7, 99])).toBe(1);
    expect((await whatLies()).map(({ name }) => name)).toEqual(['abc']);
  });

  it('are swept where nobody knows of them and they are old, and what never arrived at the next start', async () => {
    await gets('words', 'a.txt');
    expect(await files.sweep(Date.now() - 60_000, () => true)).toBe(0);
    await utimes(path(), 1, 1);
    expect(await files.sweep(Date.now() - 60_000, () => true)).toBe(1);
    mkdirSync(join(folder, '.incoming'), { recursive: true });
    await writeFile(join(folder, '.incoming', 'half'), 'x');
    await files.clearIncoming();
    expect(await whatLies()).toEqual([]);
  });

  it('are no way out of their folder', () => {
    expect(() => files.pathOf('shop', 7, '../../etc/passwd', false)).toThrow('not a name');
    expect(() => files.pathOf('..', 7, 'abc', false)).toThrow('not a name');
  });
});
