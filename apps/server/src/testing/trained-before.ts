import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FaqBook } from '@solodesk/core';
import { trainModel } from '@solodesk/nlu';

/** The bytes of a model: read from the folder of the run, where another file of tests has trained it already. @param book with the hash of what it holds */
export async function trainedBefore(book: FaqBook): Promise<Uint8Array> {
  const folder = process.env['SOLODESK_TEST_MODELS'];
  if (folder === undefined) return trainModel(book);
  const file = join(folder, `${book.hash}.model`);
  const before = await readFile(file).catch(() => null);
  if (before !== null) return before;
  const bytes = await trainModel(book);
  // Another worker may read it meanwhile: it comes whole, or not at all.
  await writeFile(`${file}.${process.pid}`, bytes);
  await rename(`${file}.${process.pid}`, file);
  return bytes;
}
