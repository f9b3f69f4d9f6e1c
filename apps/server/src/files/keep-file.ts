import { MOST_FILES_AN_HOUR } from '@solodesk/core';
import type { Attachment, Upload } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';
import type { Files } from '@solodesk/files';
import type { Readable } from 'node:stream';

/** One side of a conversation has brought in as many files as an hour takes. */
export class TooManyFiles extends Error {}

/** Of which conversation a file is, and of which side of it. */
export interface FileOwner {
  readonly site: string;
  readonly conversationKey: number;
  readonly from: Upload['from'];
}

/**
 * Takes a file in and notes what is known of it, so that a message may carry it. Nothing is left of one that is refused.
 * @param sent `announced` is its length, where it was said, in bytes
 * @throws FileRefused, TooManyFiles
 */
export async function keepFile(
  desk: Pick<Desk, 'store' | 'clock' | 'ids'>,
  files: Files,
  { site, conversationKey, from }: FileOwner,
  sent: { readonly body: Readable; readonly name: string; readonly announced: number | null },
): Promise<Attachment> {
  const id = desk.ids.uuid();
  const file = await files.receive({ site, conversationKey, id }, sent);
  try {
    const upload = { ...file, conversationKey, from, at: desk.clock.now() };
    if (!(await desk.store.addUpload(site, upload, MOST_FILES_AN_HOUR))) throw new TooManyFiles();
    return file;
  } catch (cause) {
    await files.remove(site, conversationKey, id);
    throw cause;
  }
}

/** Forgets those of these files that no message carries. */
export async function forgetUnsent(
  { store }: Pick<Desk, 'store'>,
  files: Files,
  { site, conversationKey }: Omit<FileOwner, 'from'>,
  kept: readonly Pick<Attachment, 'id'>[],
): Promise<void> {
  for (const { id } of kept) {
    if (await store.dropUnsent(site, id)) await files.remove(site, conversationKey, id);
  }
}
