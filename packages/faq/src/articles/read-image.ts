import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { imageSize } from 'image-size';
import type { ArticleImage } from '@solodesk/core';
import { errorCode } from '../read-text-file.ts';

export const MAX_IMAGE_BYTES = 1024 * 1024;

/** By what image-size calls them. SVG is not among them: it can hold scripts. */
const TYPES: Readonly<Record<string, { type: string; endings: readonly string[] }>> = {
  png: { type: 'image/png', endings: ['png'] },
  jpg: { type: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  gif: { type: 'image/gif', endings: ['gif'] },
  webp: { type: 'image/webp', endings: ['webp'] },
};

export type ImageReading =
  | { kind: 'image'; image: ArticleImage; width: number; height: number }
  | { kind: 'gone' }
  | { kind: 'refused'; reason: string };

/** Reads one picture, and believes its bytes rather than its name. Never throws for what a folder can hold. */
export async function readImage(path: string, name: string): Promise<ImageReading> {
  const bytes = await readBytes(path);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const size = sizeOf(bytes);
  const known = size?.type === undefined ? undefined : TYPES[size.type];
  if (!size || !known) return refused('is no PNG, JPEG, GIF or WebP picture (SVG is not taken: it can hold scripts)');
  const ending = /[^.]*$/.exec(name.toLowerCase())?.[0] ?? '';
  if (!known.endings.includes(ending)) {
    return refused(`is a ${known.type} picture, so its name must end in .${known.endings[0]}`);
  }
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
  const { width, height } = size;
  return { kind: 'image', image: { name, type: known.type, bytes, hash }, width, height };
}

async function readBytes(path: string): Promise<Uint8Array | Exclude<ImageReading, { kind: 'image' }>> {
  try {
    // Without O_NONBLOCK, opening a named pipe would wait for its writer for ever.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return refused('is not a plain file');
      if (stats.size > MAX_IMAGE_BYTES) return refused('is larger than 1 MB; make it smaller');
      const bytes = await handle.readFile();
      return bytes.length > MAX_IMAGE_BYTES ? refused('is larger than 1 MB; make it smaller') : bytes;
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? { kind: 'gone' } : refused(`cannot be read (${code})`);
  }
}

function sizeOf(bytes: Uint8Array): { width: number; height: number; type?: string | undefined } | null {
  try {
    const { width, height, type } = imageSize(bytes);
    return width > 0 && height > 0 ? { width, height, type } : null;
  } catch (error) {
    // That is how the library says that it knows no such format, or that the file ends too soon.
    if (error instanceof Error) return null;
    throw error;
  }
}

function refused(reason: string): { kind: 'refused'; reason: string } {
  return { kind: 'refused', reason };
}
