import type { ErasedRows } from '@solodesk/core';
import type { Paint } from '../terminal/terminal.ts';
import type { ErasureSummary } from './erase.ts';

/** What was done, or would be. */
export function eraseText({ site, receipt, rows, files, alike, scrubbed }: ErasureSummary, paint: Paint): string {
  const lines =
    receipt === null
      ? [paint('bold', `Nothing was erased yet. Of "${site}" this would go:`)]
      : [paint('bold', `Erased from "${site}". Receipt ${receipt.id}, ${new Date(receipt.at).toISOString()}`)];
  lines.push(...rowTable(rows), `  ${'files'.padEnd(20)}${String(files).padStart(8)} removed`);
  if (rows.some(({ table }) => table === 'shop_order')) {
    lines.push('Orders stay with number, day, goods and amounts, as the law wants it; they lead to nobody.');
  }
  for (const { id, verified } of alike) {
    lines.push(`Not erased, though the address or number is the same: ${id}${verified ? '' : ' (not verified)'}`);
  }
  if (!scrubbed) lines.push('The database is in use; the server clears its write-ahead log as soon as it can.');
  lines.push('Backups from before hold it until they expire.');
  return lines.join('\n');
}

function rowTable(rows: readonly ErasedRows[]): string[] {
  return rows.map(({ table, erased, anonymised }) => {
    const parts = [
      ...(erased > 0 ? [`${String(erased).padStart(8)} erased`] : []),
      ...(anonymised > 0 ? [`${String(anonymised).padStart(8)} made anonymous`] : []),
    ];
    return `  ${table.padEnd(20)}${parts.join(',')}`;
  });
}
