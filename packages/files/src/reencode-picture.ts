import type { FileType } from '@solodesk/core';
import type SharpModule from 'sharp';
import { FileRefused } from './file-refused.ts';

/** Most pixels that a picture may unfold to, all frames together: a phone's 50 megapixels, and no bomb. */
const MOST_PIXELS = 64_000_000;
/** Longest side of what is kept, and of what is shown in a conversation. */
const LONGEST = 2560;
const PREVIEW_LONGEST = 480;
/** Longest time on one picture, in seconds. */
const PATIENCE = 20;

export interface Picture {
  readonly width: number;
  readonly height: number;
}

type Sharp = typeof SharpModule;
let loading: Promise<Sharp> | null = null;
/** One after another: each takes a core for a moment, and the chats need one too. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Draws a picture anew, so that nothing but its pixels is left: no EXIF (place, device), no comments, nothing after its end
 * that is something else for another program. Turned as its camera said. Its type stays.
 * @param from file of the picture @param to file that is made @param preview file of a smaller one that is made
 * @throws FileRefused `damaged` or `too_many_pixels`; then some of the files may have been made.
 */
export async function reencodePicture(type: FileType, from: string, to: string, preview: string): Promise<Picture> {
  const turn = last.then(() => reencode(type, from, to, preview));
  last = turn.catch(() => undefined);
  return turn;
}

async function reencode(type: FileType, from: string, to: string, preview: string): Promise<Picture> {
  const sharp = await (loading ??= load());
  const format = type.slice('image/'.length) as 'jpeg' | 'png' | 'gif' | 'webp';
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true } as const;
  const moves = format === 'gif' || format === 'webp';
  try {
    const seen = await sharp(from, { ...options, limitInputPixels: false }).metadata();
    if (seen.format !== format) throw new FileRefused('type');
    // Said before anything is unfolded.
    if (seen.width * seen.height * (seen.pages ?? 1) > MOST_PIXELS) throw new FileRefused('too_many_pixels');
    const whole = sharp(from, { ...options, animated: moves }).timeout({ seconds: PATIENCE });
    await whole
      .autoOrient()
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
      .toFormat(format, format === 'jpeg' ? { quality: 86 } : {})
      .toFile(to);
    await sharp(to, options)
      .timeout({ seconds: PATIENCE })
      .resize({ width: PREVIEW_LONGEST, height: PREVIEW_LONGEST, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78 })
      .toFile(preview);
    const { width, height } = await sharp(to).metadata();
    return { width, height };
  } catch (cause) {
    if (cause instanceof FileRefused) throw cause;
    if (isFull(cause)) throw new FileRefused('full', { cause });
    throw new FileRefused(/pixel limit/i.test(String(cause)) ? 'too_many_pixels' : 'damaged', { cause });
  }
}

/** The library is loaded with the first picture: a desk that gets none never pays for it. Only what is taken can be read at all. */
async function load(): Promise<Sharp> {
  try {
    const { default: sharp } = await import('sharp');
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({
      operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadNsgif', 'VipsForeignLoadWebp'],
    });
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  } catch (cause) {
    loading = null;
    throw cause;
  }
}

/** libvips tells of a full disk in its text alone. */
function isFull(cause: unknown): boolean {
  return /ENOSPC|no space left/i.test(String(cause));
}
