import { privacyApi } from '../../state/api/privacy-api.ts';
import { go } from '../../state/route.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { useTexts } from '../../texts/index.ts';
import { privacyLogTexts } from '../../texts/privacy-log-texts.ts';
import { Unread } from '../controls/fault.tsx';

/** How long each class of data is kept, and what would go if it were done now: nothing is taken out by looking. */
export function RetentionTable({ site }: { site: string }) {
  const { locale } = useTexts();
  const words = privacyLogTexts[locale];
  const { value, error, reload } = useRemote(`retention ${site}`, () => privacyApi.retention(site));
  if (error || !value) return <Unread error={error} reload={reload} />;
  const { days, expired, runs } = value;
  const last = runs.find(({ finishedAt }) => finishedAt !== null);
  return (
    <>
      <p class="muted">
        {words.retentionText} {last ? words.lastRun(last.day) : words.noRun}{' '}
        <button type="button" class="link" onClick={() => go({ screen: 'site', site, part: 'privacy' })}>
          {words.changeRetention}
        </button>
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
          {Object.entries(words.classes).map(([kind, name]) => {
            const kept = days[kind] ?? null;
            return (
              <tr key={kind}>
                <th scope="row">{name}</th>
                <td>{kept === null ? <span class="muted">{words.forever}</span> : words.days(kept)}</td>
                <td>{expired[kind] ?? '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
