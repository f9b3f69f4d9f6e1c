import { useState } from 'preact/hooks';
import { IMPORT_KINDS, importsApi } from '../../state/api/imports-api.ts';
import type { ImportFile, ImportKind } from '../../state/api/imports-api.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { importTexts } from '../../texts/import-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { Field } from '../controls/field.tsx';
import { Unread } from '../controls/fault.tsx';

export type HowToImport = Omit<Parameters<typeof importsApi.run>[2], 'reader'>;

interface ImportMappingProps {
  site: string;
  file: ImportFile;
  /** Why it could not begin. */
  fault: string | null;
  onBegin(how: HowToImport): void;
  onDrop(): void;
}

const DATES = ['dmy', 'mdy'] as const;

/** What a file holds, with its first rows beside: the last look before anything is taken. */
export function ImportMapping({ site, file, fault, onBegin, onDrop }: ImportMappingProps) {
  const { locale } = useTexts();
  const t = importTexts[locale];
  const [kind, setKind] = useState(file.likely);
  const [dates, setDates] = useState<'dmy' | 'mdy' | null>(null);
  /** What was chosen in place of the guess, by kind and column. */
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const { value, error, reload } = useRemote(`import ${site} ${file.id} ${kind}`, () =>
    importsApi.file(site, file.id, kind),
  );
  const guess = value?.guess;
  const nameOf = (field: string) => t.field[field] ?? field;
  const fieldOf = (column: string, guessed: string | null) => chosen[`${kind} ${column}`] ?? guessed ?? '';
  const columns = (guess?.columns ?? []).map(({ column, field }) => ({ column, field: fieldOf(column, field) }));
  const isReady = guess !== undefined && guess.needs.some((need) => columns.some(({ field }) => field === need));
  return (
    <form
      class="import-mapping"
      onSubmit={(event) => {
        event.preventDefault();
        const map = columns.filter(({ column }) => column !== '');
        onBegin({ kind, dates, map: map.map(({ column, field }): [string, string] => [column, field]) });
      }}
    >
      <h2>{t.preview(file.name)}</h2>
      <Field label={t.what}>
        <select value={kind} onChange={({ currentTarget }) => setKind(currentTarget.value as ImportKind)}>
          {IMPORT_KINDS.map((each) => (
            <option key={each} value={each}>
              {t.kind[each]}
            </option>
          ))}
        </select>
      </Field>
      {guess === undefined && <Unread error={error} reload={reload} />}
      {guess !== undefined && (
        <>
          <h3>{t.columns}</h3>
          <p class="muted">{t.columnsText}</p>
          <div class="import-table" role="region" aria-label={t.columns} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t.column}</th>
                  <th scope="col">{t.holds}</th>
                  <th scope="col">{t.example}</th>
                </tr>
              </thead>
              <tbody>
                {columns.map(({ column, field }, place) => (
                  <tr key={column}>
                    <th scope="row">{column}</th>
                    <td>
                      <select
                        aria-label={`${t.holds}: ${column}`}
                        value={field}
                        onChange={({ currentTarget }) =>
                          setChosen({ ...chosen, [`${kind} ${column}`]: currentTarget.value })
                        }
                      >
                        <option value="">{t.notRead}</option>
                        {guess.fields
                          .filter((each) => each === field || !columns.some((other) => other.field === each))
                          .map((each) => (
                            <option key={each} value={each}>
                              {nameOf(each)}
                            </option>
                          ))}
                      </select>
                    </td>
                    <td class="import-examples">
                      {file.rows
                        .map((row) => row[place] ?? '')
                        .filter((text) => text !== '')
                        .slice(0, 3)
                        .map((text) => text.slice(0, 80))
                        .join(' · ')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {!isReady && (
            <p class="note note-bad" role="status">
              {t.needs(guess.needs.map(nameOf))}
            </p>
          )}
          <Field label={t.dates}>
            <select
              value={dates ?? ''}
              onChange={({ currentTarget: { value: order } }) => setDates(DATES.find((each) => each === order) ?? null)}
            >
              <option value="">{t.datesAny}</option>
              <option value="dmy">{t.dmy}</option>
              <option value="mdy">{t.mdy}</option>
            </select>
          </Field>
        </>
      )}
      {fault !== null && (
        <p class="note note-bad" role="alert">
          {fault}
        </p>
      )}
      <p class="row-buttons import-buttons">
        <button type="submit" class="button button-primary" disabled={!isReady}>
          {t.begin}
        </button>
        <button type="button" class="button" onClick={onDrop}>
          {t.otherFile}
        </button>
      </p>
    </form>
  );
}
