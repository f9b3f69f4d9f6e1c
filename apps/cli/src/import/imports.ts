import type { RecordBatch, UndoProgress } from '@solodesk/core';
import { UNDO_DAYS, undoImport } from '@solodesk/records';
import { CommandError } from '../command-error.ts';
import type { Places } from '../places.ts';
import { siteOf, withStore } from './site-store.ts';

const SHOWN = 50;

export async function listImports(places: Places, wanted: string | null): Promise<RecordBatch[]> {
  const site = await siteOf(places, wanted);
  return withStore(places, (store) => store.batches(site.id, SHOWN));
}

/** @throws CommandError when there is nothing to take back. */
export async function takeBackImport(
  places: Places,
  wanted: string | null,
  batch: number,
): Promise<Omit<UndoProgress, 'done'>> {
  const site = await siteOf(places, wanted);
  const undone = await withStore(places, (store) => undoImport(store, site.id, batch, () => Date.now()));
  if (undone !== null) return undone;
  throw new CommandError(
    `import ${batch} of "${site.id}" cannot be taken back: there is none, it was taken back already, or it is older than ${UNDO_DAYS} days`,
  );
}
