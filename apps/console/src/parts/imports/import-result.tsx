import { importsApi } from '../../state/api/imports-api.ts';
import type { ImportFile } from '../../state/api/imports-api.ts';
import { importTexts } from '../../texts/import-texts.ts';
import { useTexts } from '../../texts/index.ts';

interface ImportResultProps {
  site: string;
  file: ImportFile;
  onUndo(batch: number): void;
  onNext(): void;
}

/** How far an import is, and what came of it. */
export function ImportResult({ site, file, onUndo, onNext }: ImportResultProps) {
  const { locale } = useTexts();
  const t = importTexts[locale];
  const { state, progress, summary, batch } = file;
  if (state === 'running') {
    const part = progress === null || progress.of === 0 ? 0 : Math.min(1, progress.bytes / progress.of);
    return (
      <div class="import-progress">
        <progress max={1} value={part} aria-label={file.name} />
        <p class="muted" role="status">
          {t.running(progress?.rows ?? 0, Math.round(part * 100))}
        </p>
      </div>
    );
  }
  return (
    <div class="import-result">
      <h2>{file.name}</h2>
      {state === 'failed' && (
        <p class="note note-bad" role="alert">
          {t.broke}
        </p>
      )}
      {summary !== null && (
        <>
          <p role="status">{t.done(summary.rows, summary.new, summary.changed, summary.same)}</p>
          {summary.refused > 0 && (
            <>
              <h3>{t.refused(summary.refused)}</h3>
              <ul class="import-refused">
                {summary.refusedRows.slice(0, 20).map(({ line, reason }) => (
                  <li key={`${line} ${reason}`}>
                    <b>{t.line(line)}</b> {reason}
                  </li>
                ))}
              </ul>
              {summary.refused > 20 && <p class="muted">{t.moreRefused(summary.refused - 20)}</p>}
            </>
          )}
        </>
      )}
      <p class="row-buttons import-buttons">
        {file.refusedFile && (
          <a class="button" href={importsApi.refused(site, file.id)} download>
            {t.refusedFile}
          </a>
        )}
        {batch !== null && summary !== null && summary.new + summary.changed > 0 && (
          <button type="button" class="button" onClick={() => onUndo(batch)}>
            {t.undo}
          </button>
        )}
        <button type="button" class="button" onClick={onNext}>
          {t.otherFile}
        </button>
      </p>
    </div>
  );
}
