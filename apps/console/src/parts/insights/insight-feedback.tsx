import { useState } from 'preact/hooks';
import { insightValue } from '../../state/insights/insight-value.ts';
import type { InsightFigures, InsightMoods } from '../../state/api/insights-api.ts';
import { insightsApi } from '../../state/api/insights-api.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { elsewhereTexts } from '../../texts/elsewhere-texts.ts';
import { insightFeedbackTexts } from '../../texts/insight-feedback-texts.ts';
import { insightsTexts } from '../../texts/insights-texts.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { themeTexts } from '../../texts/theme-texts.ts';
import { ElsewhereLine } from '../feedback/elsewhere.tsx';
import { Fault } from '../controls/fault.tsx';
import { MoodBar } from './mood-bar.tsx';

interface InsightFeedbackProps {
  site: string;
  figures: InsightFigures;
  before: InsightFigures | null;
}

/** What was said elsewhere in a time: what it is about and where it was said, each open to its rows. */
export function InsightFeedback({ site, figures, before }: InsightFeedbackProps) {
  const { locale } = useTexts();
  const t = insightFeedbackTexts[locale];
  const names = elsewhereTexts[locale].categories;
  const { feedback, period } = figures;
  if (feedback.n === 0) return null;
  const earlier = (category: string) => before?.feedback.categories.find((each) => each.category === category)?.n ?? 0;
  return (
    <section aria-labelledby="insight-feedback">
      <h2 id="insight-feedback">{t.title}</h2>
      <p class="muted">{t.text(feedback.n, feedback.negative)}</p>
      <h3>{t.about}</h3>
      {feedback.categories.map(({ category, ...moods }) => (
        <Kind
          key={`${period} ${category}`}
          {...{ site, period, moods, kind: { category }, name: names[category] ?? category }}
          more={before === null ? null : t.before(earlier(category))}
        />
      ))}
      <h3>{t.sources}</h3>
      <p class="muted">{t.sourcesText}</p>
      {feedback.sources.map(({ source, rating, ...moods }) => (
        <Kind
          key={`${period} ${source}`}
          {...{ site, period, moods, kind: { source }, name: source }}
          more={<Rating rating={rating} />}
        />
      ))}
    </section>
  );
}

function Rating({ rating }: { rating: InsightFigures['csi'] }) {
  const { locale } = useTexts();
  const t = insightFeedbackTexts[locale];
  const { interval } = insightsTexts[locale];
  const { estimate, n } = rating;
  const value = (number: number) => insightValue(number, 'score', locale);
  if (n === 0) return <>{t.unrated}</>;
  if (estimate === null) return <>{t.fewRated(n)}</>;
  return (
    <>
      {t.rated(value(estimate.value), n)} {interval(value(estimate.low), value(estimate.high))}
    </>
  );
}

interface KindProps {
  site: string;
  period: string;
  kind: { category: string } | { source: string };
  name: string;
  moods: InsightMoods;
  more: preact.ComponentChildren;
}

function Kind({ site, period, kind, name, moods, more }: KindProps) {
  const { locale } = useTexts();
  const t = insightFeedbackTexts[locale];
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="insight" onToggle={({ currentTarget }) => setOpen((was) => was || currentTarget.open)}>
      <summary>
        <span class="insight-name">{name}</span>
        <b class="insight-value">{t.count(moods.n)}</b>
        <span class="muted insight-more">{more}</span>
        <MoodBar {...moods} />
      </summary>
      <p class="muted">{themeTexts[locale].mood(moods.negative, moods.neutral, moods.positive)}</p>
      {isOpen && <Rows {...{ site, period, kind, n: moods.n }} />}
    </details>
  );
}

function Rows({ site, period, kind, n }: Pick<KindProps, 'site' | 'period' | 'kind'> & { n: number }) {
  const { t: common, locale } = useTexts();
  const t = insightFeedbackTexts[locale];
  const { value, error, reload } = useRemote(`insight feedback ${site} ${period} ${JSON.stringify(kind)}`, () =>
    insightsApi.feedback(site, period, kind),
  );
  if (error) return <Fault text={errorText(common, error)} onRetry={reload} />;
  if (!value) return <p class="muted">{common.common.loading}</p>;
  // What was erased since counts, and is shown no more.
  return (
    <>
      <ul>
        {value.items.map((line) => (
          <ElsewhereLine key={line.key} line={line} />
        ))}
      </ul>
      {value.items.length < n && <p class="muted">{t.notShown(n - value.items.length)}</p>}
    </>
  );
}
