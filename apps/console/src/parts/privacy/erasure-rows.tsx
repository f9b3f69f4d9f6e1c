import type { ErasedRows } from '../../state/api/privacy-api.ts';
import { useTexts } from '../../texts/index.ts';
import { privacyTexts } from '../../texts/privacy-texts.ts';

interface ErasureRowsProps {
  rows: readonly ErasedRows[];
  files: number;
}

/** What goes and what stays, in people's words; the names of tables are for programs. */
export function ErasureRows({ rows, files }: ErasureRowsProps) {
  const { locale } = useTexts();
  const words = privacyTexts[locale];
  const nameOf = (table: string) => words.tables[table] ?? table;
  const goes = rows.filter(({ erased }) => erased > 0);
  const stays = rows.filter(({ anonymised }) => anonymised > 0);
  return (
    <>
      <h4>{words.goes}</h4>
      <ul class="privacy-rows">
        {goes.map(({ table, erased }) => (
          <li key={table}>
            {nameOf(table)} <b>{erased}</b>
          </li>
        ))}
        {files > 0 && (
          <li>
            {words.files} <b>{files}</b>
          </li>
        )}
      </ul>
      {stays.length > 0 && (
        <>
          <h4>{words.stays}</h4>
          <ul class="privacy-rows">
            {stays.map(({ table, anonymised }) => (
              <li key={table}>
                {nameOf(table)} <b>{anonymised}</b>
              </li>
            ))}
          </ul>
          <p class="muted">
            {stays.some(({ table }) => table === 'shop_order') && words.staysOrders}{' '}
            {stays.some(({ table }) => table !== 'shop_order') && words.staysFigures}
          </p>
        </>
      )}
    </>
  );
}
