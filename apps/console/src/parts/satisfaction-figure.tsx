import { formatDateTime } from '@solodesk/ui';
import { satisfactionApi } from '../state/satisfaction-api.ts';
import { useRemote } from '../state/use-remote.ts';
import { errorText, useTexts } from '../texts/index.ts';
import { SATISFACTION_TEXTS } from '../texts/satisfaction-texts.ts';

/** How satisfied people are, with how that comes about and what they said. */
export function SatisfactionFigure({ site }: { site: string }) {
  const { t, locale } = useTexts();
  const words = SATISFACTION_TEXTS[locale];
  const { value: read, error } = useRemote(site, () => satisfactionApi.read(site));
  if (error !== null) return <p class="note note-bad">{errorText(t, error)}</p>;
  if (read === null) return null;
  const { value, n, sum, days, formula, count, latest, surveys } = read;
  const figure =
    value === null ? words.few(n) : words.figure(value.mean.toFixed(1), value.low.toFixed(2), value.high.toFixed(2));
  return (
    <section aria-label={words.title}>
      <p>
        <b>{words.title}:</b> {figure}
        <br />
        <span class="muted">
          {n > 0 && `${words.formula(formula, sum, n, days)} · `}
          {words.count(count.asked, count.answered, count.skipped)}
        </span>
      </p>
      {surveys.map(({ name, title, asked, answered, skipped }) => (
        <p key={name}>
          {title}: <span class="muted">{words.count(asked, answered, skipped)}</span>
        </p>
      ))}
      {latest.length > 0 && (
        <details>
          <summary>{words.latest}</summary>
          <ul>
            {latest.map(({ score, word, at, channel, ticket }) => (
              <li key={`${at} ${score} ${word}`} dir="auto" style={{ overflowWrap: 'anywhere' }}>
                <b>{score}</b>
                {word !== '' && ` “${word}”`}{' '}
                <span class="muted">
                  {[ticket, words.channel[channel], formatDateTime(at, locale)].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
