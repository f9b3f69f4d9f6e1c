import { useEffect, useState } from 'preact/hooks';
import { SnippetBox } from '../../parts/settings/snippet-box.tsx';
import { api } from '../../state/api/api.ts';
import type { SiteAnswer } from '../../state/api/api.ts';
import { asApiError } from '../../state/session.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { Fault } from '../../parts/controls/fault.tsx';

const PLACES = ['plain', 'wordpress', 'shopify'] as const;

/** The line to paste, and where to paste it. */
export function StepSnippet({ site }: { site: string }) {
  const { t, w } = useTexts();
  const [answer, setAnswer] = useState<SiteAnswer | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [place, setPlace] = useState<(typeof PLACES)[number]>('plain');
  useEffect(() => {
    setError(null);
    api.site(site).then(setAnswer, (cause: unknown) => setError(errorText(t, asApiError(cause))));
  }, [site, t, attempt]);
  return (
    <>
      {error && <Fault text={error} onRetry={() => setAttempt(attempt + 1)} />}
      {!answer && !error && <p class="muted">{t.common.loading}</p>}
      {answer && <SnippetBox snippet={answer.snippet} label={w.snippet.code} />}
      <div class="segments" role="group" aria-label={w.snippet.title}>
        {PLACES.map((each) => (
          <button type="button" key={each} aria-pressed={each === place} onClick={() => setPlace(each)}>
            {w.snippet.places[each]}
          </button>
        ))}
      </div>
      <ol class="how">
        {w.snippet[place].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {answer?.site.origins.includes('*') && <p class="note">{w.snippet.anyOrigin}</p>}
    </>
  );
}
