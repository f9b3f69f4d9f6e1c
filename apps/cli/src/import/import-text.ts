import type { RecordBatch, RecordKind, UndoProgress } from '@solodesk/core';
import type { ImportSummary } from '@solodesk/records';
import type { Paint } from '../terminal/terminal.ts';

/** Refused rows that are printed; all are in the file beside. */
const SHOWN = 20;

export function importText(kind: RecordKind, summary: ImportSummary, paint: Paint): string {
  const what = kind === 'spend' ? 'amounts' : kind === 'feedback' ? 'pieces of feedback' : kind;
  const { batch, rows, records, refused, refusedRows, refusedFile, refusedFileFailure } = summary;
  const lines = [
    'Columns:',
    ...summary.columns.map(({ column, field }) => `  ${column} → ${field ?? paint('dim', 'not read')}`),
    '',
    batch === null
      ? `Rows read: ${rows}. Could be imported: ${records} ${what} (${summary.new} new, ${summary.changed} changed, ${summary.same} the same). Rows refused: ${refused}. Nothing was written.`
      : `Rows read: ${rows}. Of ${what} ${summary.new} added, ${summary.changed} changed, ${summary.same} the same. Rows refused: ${refused}.`,
  ];
  if (batch !== null) {
    lines.push(
      `This is import ${batch.key}; take it back with: solodesk import undo ${batch.key} --site ${batch.site}`,
    );
  }
  if (refused > 0) {
    lines.push('', paint('red', `Refused (${refused}):`));
    lines.push(...refusedRows.slice(0, SHOWN).map(({ line, reason }) => `  line ${line}: ${reason}`));
    if (refused > SHOWN) lines.push(`  … and ${refused - SHOWN} more`);
    if (refusedFile !== null) lines.push(`All of them, to be put right and imported: ${refusedFile}`);
    if (refusedFileFailure !== null) lines.push(`They could not be written beside it: ${refusedFileFailure}`);
  }
  return lines.join('\n');
}

export function batchTable(batches: readonly RecordBatch[]): string {
  if (batches.length === 0) return 'Nothing was imported yet.';
  return batches
    .map(({ key, kind, file, startedAt, finishedAt, undoneAt, counts }) => {
      const state = undoneAt !== null ? 'taken back' : finishedAt === null ? 'broken off, or still running' : '';
      const what = `${counts.new} added, ${counts.changed} changed, ${counts.same} the same, ${counts.refused} refused`;
      return `${key}  ${new Date(startedAt).toISOString().slice(0, 16)}Z  ${kind}  ${file}  ${what}  ${state}`.trimEnd();
    })
    .join('\n');
}

export function undoText(batch: number, { removed, restored, kept }: Omit<UndoProgress, 'done'>): string {
  const rest = kept === 0 ? '' : ` ${kept} were kept: they were changed since, or something else needs them.`;
  return `Import ${batch} is taken back: ${removed} removed, ${restored} as they were before.${rest}`;
}
