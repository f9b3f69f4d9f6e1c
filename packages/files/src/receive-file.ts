import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { MAX_FILE_BYTES, fileName, isPicture } from '@solodesk/core';
import type { Attachment } from '@solodesk/core';
import type { FilePlaces } from './file-places.ts';
import { FileRefused } from './file-refused.ts';
import { reencodePicture } from './reencode-picture.ts';
import { HEAD_BYTES, sniffFile } from './sniff-file.ts';

/** What is left to the database, whose messages matter more than anybody's pictures. Bytes. */
const LEFT_FREE = 200 * 1024 * 1024;

/**
 * Takes a file in: to the side first, checked and drawn anew there, and to its place when it is whole and on the disk. Nothing is left of one that is refused.
 * @param body what the sender sends @param announced its length, where it was said
 * @param leftFree bytes that must stay free on the disk
 * @throws FileRefused
 */
export async function receiveFile(
  places: FilePlaces,
  to: { readonly site: string; readonly conversationKey: number; readonly id: string },
  { body, name, announced }: { readonly body: Readable; readonly name: string; readonly announced: number | null },
  leftFree = LEFT_FREE,
): Promise<Attachment> {
  if (announced === 0) throw new FileRefused('empty');
  if (announced !== null && announced > MAX_FILE_BYTES) throw new FileRefused('too_large');
  await mkdir(places.incoming, { recursive: true });
  const { bavail, bsize } = await statfs(places.incoming);
  if (bavail * bsize < leftFree) throw new FileRefused('full');
  const raw = join(places.incoming, to.id);
  const made = [raw, `${raw}.whole`, `${raw}.preview`] as const;
  try {
    await store(body, raw);
    const bytes = (await stat(raw)).size;
    if (bytes === 0) throw new FileRefused('empty');
    const type = sniffFile(await head(raw), name);
    if (type === null) throw new FileRefused('type');
    const known = { id: to.id, name: fileName(name, type), type };
    if (!isPicture(known)) {
      await settle(raw, places.file(to.site, to.conversationKey, to.id));
      return { ...known, bytes };
    }
    const size = await reencodePicture(type, raw, made[1], made[2]);
    const kept = (await stat(made[1])).size;
    await settle(made[2], places.preview(to.site, to.conversationKey, to.id));
    await settle(made[1], places.file(to.site, to.conversationKey, to.id));
    return { ...known, bytes: kept, ...size };
  } catch (cause) {
    throw refusal(cause);
  } finally {
    await Promise.all(made.map((file) => rm(file, { force: true })));
  }
}

async function store(body: Readable, file: string): Promise<void> {
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > MAX_FILE_BYTES) done(new FileRefused('too_large'));
      else done(null, chunk);
    },
  });
  await pipeline(body, counted, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
}

async function head(file: string): Promise<Uint8Array> {
  const opened = await open(file, 'r');
  try {
    const buffer = new Uint8Array(HEAD_BYTES);
    const { bytesRead } = await opened.read(buffer, 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await opened.close();
  }
}

/** On the disk before anybody hears of it. */
async function settle(from: string, to: string): Promise<void> {
  const opened = await open(from, 'r+');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
  const folder = await open(dirname(to), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const CUT = ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'ABORT_ERR'];
const FULL = ['ENOSPC', 'EDQUOT', 'EROFS'];

function refusal(cause: unknown): unknown {
  const code = codeOf(cause);
  if (CUT.includes(code)) return new FileRefused('cut', { cause });
  return FULL.includes(code) ? new FileRefused('full', { cause }) : cause;
}

/** Of an error of the system. */
export function codeOf(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}
