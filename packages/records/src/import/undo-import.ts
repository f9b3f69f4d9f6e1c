import type { RecordStore, UndoProgress } from '@solodesk/core';

/** After so many days what was there before an import is forgotten, and it can no longer be taken back. */
export const UNDO_DAYS = 30;
/** Records a transaction: some 10 ms in which nobody else is answered. */
const PORTION = 100;

/** Takes an import back, step by step. Null when there is nothing to take back. */
export async function undoImport(
  store: Pick<RecordStore, 'undoBatch'>,
  site: string,
  batch: number,
  now: () => number,
): Promise<Omit<UndoProgress, 'done'> | null> {
  const total = { removed: 0, restored: 0, kept: 0 };
  for (;;) {
    const step = await store.undoBatch(site, batch, { at: now(), limit: PORTION });
    if (step === null) return total.removed + total.restored + total.kept > 0 ? total : null;
    total.removed += step.removed;
    total.restored += step.restored;
    total.kept += step.kept;
    if (step.done) return total;
  }
}
