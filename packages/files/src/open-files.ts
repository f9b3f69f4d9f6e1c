import { mkdir, readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Attachment, FileStore, UploadStore } from '@solodesk/core';
import { FilePlaces } from './file-places.ts';
import { codeOf, receiveFile } from './receive-file.ts';

/** The files of a desk: what is known of them in the store, their content in a folder. */
export interface Files extends FileStore {
  /** Takes a file in. Its row is the caller's to make; without one it is swept. @throws FileRefused */
  receive(
    to: { readonly site: string; readonly conversationKey: number; readonly id: string },
    sent: { readonly body: Readable; readonly name: string; readonly announced: number | null },
  ): Promise<Attachment>;
  /** Where the content of a file lies, or its smaller picture; for sending it. */
  pathOf(site: string, conversationKey: number, id: string, preview: boolean): string;
  /** Removes the content of one file. */
  remove(site: string, conversationKey: number, id: string): Promise<void>;
  /** Removes what lies there and nobody remembers, where it is older than `before` (UTC milliseconds); how many files. */
  sweep(before: number, goesOn: () => boolean): Promise<number>;
  /** Removes what had not arrived whole when the process before this one ended. */
  clearIncoming(): Promise<void>;
}

/** @param folder outside of everything that is served; made with the first file @param leftFree bytes that must stay free on the disk, 200 MB unless told otherwise */
export function openFiles(
  folder: string,
  store: Pick<UploadStore, 'findUpload' | 'uploadsOf'>,
  leftFree?: number,
): Files {
  const places = new FilePlaces(folder);
  const removeFrom = async (names: string[], place: string): Promise<number> => {
    for (const name of names) await rm(join(place, name), { force: true });
    return names.filter((name) => !name.endsWith('.preview')).length;
  };
  return {
    receive: (to, sent) => receiveFile(places, to, sent, leftFree),
    pathOf: (site, key, id, preview) => (preview ? places.preview(site, key, id) : places.file(site, key, id)),
    async remove(site, key, id) {
      await rm(places.preview(site, key, id), { force: true });
      await rm(places.file(site, key, id), { force: true });
    },
    async clearIncoming() {
      await rm(places.incoming, { recursive: true, force: true });
      await mkdir(places.incoming, { recursive: true });
    },

    async filesOf(site, keys) {
      return (await store.uploadsOf(site, keys)).map(({ id, conversationKey, name, type, bytes, at }) => ({
        ...{ id, conversationKey, name, type, bytes, at },
      }));
    },
    async readFile(site, id) {
      const upload = await store.findUpload(site, id);
      return upload === null ? null : orNull(readFile(places.file(site, upload.conversationKey, id)));
    },
    async removeFilesOf(site, keys) {
      let removed = 0;
      for (const key of keys) {
        const place = places.conversation(site, key);
        removed += await removeFrom(await namesIn(place), place);
        await rm(place, { recursive: true, force: true });
      }
      return removed;
    },

    async sweep(before, goesOn) {
      let removed = 0;
      for (const site of await namesIn(folder)) {
        if (site.startsWith('.')) continue;
        for (const key of await namesIn(places.site(site))) {
          if (!goesOn()) return removed;
          const place = places.conversation(site, Number(key));
          const known = new Set((await store.uploadsOf(site, [Number(key)])).map(({ id }) => id));
          const left = (await namesIn(place)).filter((name) => !known.has(name.replace(/\.preview$/, '')));
          const old = await Promise.all(
            left.map(async (name) => ((await modified(join(place, name))) ?? before) < before),
          );
          removed += await removeFrom(
            left.filter((_, index) => old[index]),
            place,
          );
        }
      }
      return removed;
    },
  };
}

const namesIn = async (place: string): Promise<string[]> => (await orNull(readdir(place))) ?? [];
const modified = async (file: string): Promise<number | null> => (await orNull(stat(file)))?.mtimeMs ?? null;

/** Null where it is not there (any more). */
async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null;
    throw cause;
  }
}
