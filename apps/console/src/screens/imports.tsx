import { useEffect, useState } from 'preact/hooks';
import { formatDateTime } from '@solodesk/ui';
import { ExportTables } from '../parts/privacy/export-tables.tsx';
import { Unread } from '../parts/controls/fault.tsx';
import { ImportMapping } from '../parts/imports/import-mapping.tsx';
import type { HowToImport } from '../parts/imports/import-mapping.tsx';
import { ImportResult } from '../parts/imports/import-result.tsx';
import { showToast } from '../parts/controls/toasts.tsx';
import { importsApi } from '../state/api/imports-api.ts';
import type { Batch, ImportFile } from '../state/api/imports-api.ts';
import { go } from '../state/route.ts';
import { asApiError } from '../state/session.ts';
import { useNews } from '../state/hooks/use-news.ts';
import { useRemote } from '../state/hooks/use-remote.ts';
import { importTexts } from '../texts/import-texts.ts';
import { lifeTexts } from '../texts/life-texts.ts';
import { errorText, useTexts } from '../texts/index.ts';

/** Milliseconds between two looks at how far an import is. */
const LOOK_MS = 500;

/** Files brought in and taken back, and everything taken along. */
export function Imports({ site }: { site: string }) {
  const { t: common, locale } = useTexts();
  const t = importTexts[locale];
  const [file, setFile] = useState<ImportFile | null>(null);
  const [sending, setSending] = useState<number | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const { value, error, reload } = useRemote(`imports ${site}`, () => importsApi.batches(site));
  useNews(site, 'imports', reload);
  const wordsOf = (cause: unknown) => {
    const { kind, message, unreachable } = asApiError(cause);
    return kind === 'bad_request' && message !== '' ? t.cannotRead(message) : errorText(common, { kind, unreachable });
  };

  const isRunning = file?.state === 'running';
  const id = file?.id ?? null;
  useEffect(() => {
    if (!isRunning || id === null) return;
    let current = true;
    const look = setInterval(() => {
      importsApi.file(site, id).then(
        (now) => {
          if (!current) return;
          setFile(now);
          if (now.state !== 'running') reload();
        },
        (cause: unknown) => current && setFault(wordsOf(cause)),
      );
    }, LOOK_MS);
    return () => {
      current = false;
      clearInterval(look);
    };
    // The words of a fault follow the language; the look does not begin anew for it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isRunning, id, site]);

  const send = async (chosen: File) => {
    setFault(null);
    setSending(0);
    try {
      setFile(await importsApi.upload(site, chosen, locale, setSending));
    } catch (cause) {
      setFault(wordsOf(cause));
    }
    setSending(null);
  };
  const begin = async (how: HowToImport) => {
    if (file === null) return;
    setFault(null);
    try {
      setFile(await importsApi.run(site, file.id, { ...how, reader: locale }));
    } catch (cause) {
      setFault(wordsOf(cause));
    }
  };
  const drop = () => {
    // A file that nobody wants goes by itself after a day.
    if (file !== null && file.state === 'ready') importsApi.drop(site, file.id).catch(() => reload());
    setFile(null);
    setFault(null);
  };
  const undo = async (batch: number) => {
    try {
      const { removed, restored, kept } = await importsApi.undo(site, batch);
      showToast(t.undone(removed, restored, kept));
      setFile(null);
    } catch (cause) {
      showToast(`${t.failed} ${errorText(common, asApiError(cause))}`);
    }
    reload();
  };
  return (
    <section class="page" aria-labelledby="imports-title">
      <button type="button" class="link contact-back" onClick={() => go({ screen: 'contacts', contact: null })}>
        ← {lifeTexts[locale].back}
      </button>
      <h1 id="imports-title">{t.title}</h1>
      <p class="muted">{t.text}</p>
      {file === null && (
        <label class="import-choose">
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            aria-label={t.choose}
            disabled={sending !== null}
            onChange={({ currentTarget }) => {
              const [chosen] = currentTarget.files ?? [];
              if (chosen !== undefined) void send(chosen);
              // The same file can be chosen once more after it was mended.
              currentTarget.value = '';
            }}
          />
          <span class="button button-primary" aria-hidden="true">
            {sending === null ? t.choose : t.sending(Math.round(sending * 100))}
          </span>
        </label>
      )}
      {file === null && fault !== null && (
        <p class="note note-bad" role="alert">
          {fault}
        </p>
      )}
      {file?.state === 'ready' && (
        <ImportMapping
          key={file.id}
          site={site}
          file={file}
          fault={fault ?? file.fault}
          onBegin={(how) => void begin(how)}
          onDrop={drop}
        />
      )}
      {file !== null && file.state !== 'ready' && (
        <ImportResult site={site} file={file} onUndo={(batch) => void undo(batch)} onNext={drop} />
      )}
      <h2>{t.earlier}</h2>
      {value === null && <Unread error={error} reload={reload} />}
      {value?.batches.length === 0 && <p class="muted">{t.noEarlier}</p>}
      <ul>
        {value?.batches.map((batch) => (
          <BatchRow key={batch.key} batch={batch} onUndo={() => void undo(batch.key)} />
        ))}
      </ul>
      <h2>{t.exports}</h2>
      <ExportTables site={site} />
    </section>
  );
}

function BatchRow({ batch, onUndo }: { batch: Batch; onUndo(): void }) {
  const { locale } = useTexts();
  const t = importTexts[locale];
  const { kind, file, startedAt, finishedAt, undoneAt, counts, running, undoable } = batch;
  const unfinished = running ? t.stillRunning : t.brokenOff;
  const state = undoneAt !== null ? t.takenBack : finishedAt === null ? unfinished : null;
  return (
    <li class="row">
      <span>
        <b>{t.kind[kind]}</b> <span class="muted">{file}</span>
        {state !== null && <span class="tag">{state}</span>}
        <br />
        <span class="muted">
          {formatDateTime(startedAt, locale)} · {t.counts(counts.new, counts.changed, counts.refused)}
        </span>
      </span>
      {undoable && (
        <button type="button" class="button" aria-label={`${t.undo}: ${file}`} onClick={onUndo}>
          {t.undo}
        </button>
      )}
    </li>
  );
}
