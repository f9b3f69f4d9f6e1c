import { RETENTION_CLASSES, privacyApi } from '../state/privacy-api.ts';
import { useRemote } from '../state/use-remote.ts';
import { errorText, useTexts } from '../texts/index.ts';
import { privacyLogTexts } from '../texts/privacy-log-texts.ts';

/** How long each class of data is kept, and what would go if it were done now: nothing is taken out by looking. */
export function RetentionTable({ site }: { site: string }) {
  const { t, locale } = useTexts();
  const words = privacyLogTexts[locale];
  const { value, error } = useRemote(`retention ${site}`, () => privacyApi.retention(site));
  if (error) {
    return (
      <p class="note note-bad" role="alert">
        {errorText(t, error)}
      </p>
    );
  }
  if (!value) return <p class="muted">{t.common.loading}</p>;
  const { days, expired, runs } = value;
  const last = runs.find(({ finishedAt }) => finishedAt !== null);
  return (
    <>
      <p class="muted">
        {words.retentionText} {last ? words.lastRun(last.day) : words.noRun}
      </p>
      <table class="privacy-table">
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.kept}</th>
            <th scope="col">{words.now}</th>
          </tr>
        </thead>
        <tbody>
          {RETENTION_CLASSES.map((kind) => {
            const kept = days[kind];
            return (
              <tr key={kind}>
                <th scope="row">{words.classes[kind]}</th>
                <td>{kept === null ? <span class="muted">{words.forever}</span> : words.days(kept)}</td>
                <td>{expired[kind] ?? '–'}</td>
              </tr>
            );
          })}
          <tr>
            <th scope="row">{words.classes.backups}</th>
            <td>{words.days(days.backups)}</td>
            <td>–</td>
          </tr>
        </tbody>
      </table>
    </>
  );
}
