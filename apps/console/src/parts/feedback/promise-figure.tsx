import { problemsApi } from '../../state/api/problems-api.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { COLON, errorText, useTexts } from '../../texts/index.ts';

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** How many of the answers that the bot promised in the owner's name came in time. */
export function PromiseFigure({ site }: { site: string }) {
  const { t, locale } = useTexts();
  const { value, error } = useRemote(site, () => problemsApi.promises(site));
  if (error !== null) return <p class="note note-bad">{errorText(t, error)}</p>;
  if (value === null) return null;
  const { kept, broken, open, share, days, usualMinutes } = value;
  const n = kept + broken;
  const figure =
    share === null
      ? t.known.few(n, days)
      : t.known.kept(kept, n, `${percent(share.value)}, ${percent(share.low)}–${percent(share.high)}`, days);
  return (
    <p>
      <b>
        {t.known.promises}
        {COLON[locale]}
      </b>
      {figure}
      {open > 0 && ` · ${t.known.open(open)}`}
      {usualMinutes !== null && (
        <>
          <br />
          <span class="muted">{t.known.usual(String(Math.round(usualMinutes / 6) / 10))}</span>
        </>
      )}
    </p>
  );
}
