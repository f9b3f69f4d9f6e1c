import { useEffect, useState } from 'preact/hooks';
import { Fault } from '../parts/controls/fault.tsx';
import { EmptyState } from '../parts/controls/empty-state.tsx';
import { InsightFeedback } from '../parts/insights/insight-feedback.tsx';
import { InsightGroups } from '../parts/insights/insight-groups.tsx';
import { InsightProducts } from '../parts/insights/insight-products.tsx';
import { CohortMap, LoadMap, SegmentBars } from '../parts/insights/insight-maps.tsx';
import { InsightFunnel, InsightTrends } from '../parts/insights/insight-trends.tsx';
import { Spend } from '../parts/insights/spend.tsx';
import { ThemeList } from '../parts/insights/theme-list.tsx';
import type { SiteBrief } from '../state/api/api.ts';
import { insightsApi } from '../state/api/insights-api.ts';
import type { InsightFigures, InsightPeriodKind, InsightView } from '../state/api/insights-api.ts';
import { useNews } from '../state/hooks/use-news.ts';
import { useRemote } from '../state/hooks/use-remote.ts';
import { insightsTexts } from '../texts/insights-texts.ts';
import { errorText, useTexts } from '../texts/index.ts';

const KINDS: readonly InsightPeriodKind[] = ['day', 'week', 'month', 'quarter'];

/** What the nightly batch found: figures of a time, each open to what it is made of, and what is to be expected. */
export function Insights({ site }: { site: SiteBrief }) {
  const { t: common, locale } = useTexts();
  const t = insightsTexts[locale];
  const [kind, setKind] = useState<InsightPeriodKind>('week');
  const [period, setPeriod] = useState<string | null>(null);
  const { value, error, reload } = useRemote(`insights ${site.id} ${kind} ${period ?? ''}`, () =>
    insightsApi.view(site.id, kind, period),
  );
  useNews(site.id, 'insights', reload);
  const choose = (next: InsightPeriodKind) => {
    setKind(next);
    setPeriod(null);
  };
  return (
    <section class="page" aria-labelledby="insights-title">
      <h1 id="insights-title">{t.title}</h1>
      <p class="muted">{t.text}</p>
      {value?.pending && <Pending site={site} pending={value.pending} onDone={reload} />}
      {error && <Fault text={errorText(common, error)} onRetry={reload} />}
      <div class="insight-head">
        <div class="segments" role="group" aria-label={t.period}>
          {KINDS.map((one) => (
            <button key={one} type="button" aria-pressed={one === kind} onClick={() => choose(one)}>
              {t.kinds[one]}
            </button>
          ))}
        </div>
        {value?.figures && <Period view={value} figures={value.figures} onPeriod={setPeriod} />}
      </div>
      {!value && !error && <p class="muted">{common.common.loading}</p>}
      {value && !value.figures && (
        <>
          <EmptyState title={t.none} text={t.noneText} />
          <Spend site={site} />
        </>
      )}
      {value?.figures && <Found site={site} view={value} figures={value.figures} onChanged={reload} />}
      {value && !value.pending && <RunNow site={site} lastDay={value.lastDay} onDone={reload} />}
    </section>
  );
}

interface PeriodProps {
  view: InsightView;
  figures: InsightFigures;
  onPeriod(period: string): void;
}

function Period({ view, figures, onPeriod }: PeriodProps) {
  const { locale } = useTexts();
  const t = insightsTexts[locale];
  const { earlier, later } = view;
  const { first, last, through } = figures;
  return (
    <p class="insight-period">
      {earlier !== null && (
        <button type="button" class="link" onClick={() => onPeriod(earlier)}>
          ‹ {t.earlier}
        </button>
      )}
      <span>
        <b>{figures.period}</b>{' '}
        <span class="muted">
          {through < last ? t.through(through, last) : first === last ? '' : t.whole(first, last)}
        </span>
      </span>
      {later !== null && (
        <button type="button" class="link" onClick={() => onPeriod(later)}>
          {t.later} ›
        </button>
      )}
    </p>
  );
}

interface FoundProps {
  site: SiteBrief;
  view: InsightView;
  figures: InsightFigures;
  onChanged(): void;
}

function Found({ site, view, figures, onChanged }: FoundProps) {
  const { locale } = useTexts();
  const t = insightsTexts[locale];
  return (
    <>
      <p>
        <a
          class="button insight-report"
          href={insightsApi.report(site.id, figures.period, locale)}
          target="_blank"
          rel="noopener"
        >
          {t.report}
        </a>
      </p>
      {view.themes && <ThemeList site={site} found={view.themes} onChanged={onChanged} />}
      {view.products && <InsightProducts site={site.id} found={view.products} />}
      <InsightFeedback site={site.id} figures={figures} before={view.before} />
      <InsightGroups site={site.id} figures={figures} before={view.before} groups={view.groups ?? null} />
      <InsightTrends history={view.history} />
      <Spend site={site} />
      {figures.counts.visitors + figures.counts.started > 0 && <InsightFunnel counts={figures.counts} />}
      {view.load && (
        <>
          <h2>{t.load}</h2>
          <LoadMap load={view.load} />
        </>
      )}
      {view.cohorts && view.cohorts.cohorts.length > 0 && (
        <>
          <h2>{t.cohorts}</h2>
          <CohortMap cohorts={view.cohorts} />
        </>
      )}
      {view.segments && view.segments.customers > 0 && (
        <>
          <h2>{t.segments}</h2>
          <SegmentBars segments={view.segments} />
        </>
      )}
    </>
  );
}

/** How often it is asked whether what came in is worked through. Milliseconds. */
const ASK_MS = 5_000;

function Pending({ site, pending, onDone }: { site: SiteBrief; pending: 'waits' | 'working'; onDone(): void }) {
  const { locale } = useTexts();
  const t = insightsTexts[locale];
  useEffect(() => {
    const timer = setInterval(onDone, ASK_MS);
    return () => clearInterval(timer);
  }, [onDone]);
  return (
    <div class="note note-below">
      <p role="status">{t.pending[pending]}</p>
      {pending === 'waits' && <RunNow site={site} lastDay={null} onDone={onDone} />}
    </div>
  );
}

function RunNow({ site, lastDay, onDone }: { site: SiteBrief; lastDay: string | null; onDone(): void }) {
  const { locale } = useTexts();
  const t = insightsTexts[locale];
  const [state, setState] = useState<'idle' | 'running' | 'failed'>('idle');
  const run = () => {
    setState('running');
    insightsApi.run(site.id).then(
      ({ ok }) => {
        setState(ok ? 'idle' : 'failed');
        onDone();
      },
      () => setState('failed'),
    );
  };
  return (
    <p class="insight-run" role="status">
      {lastDay !== null && <span class="muted">{t.upTo(lastDay)}</span>}
      <button type="button" class="button" disabled={state === 'running'} onClick={run}>
        {state === 'running' ? t.running : t.runNow}
      </button>
      {state === 'failed' && <span class="bad">{t.failed}</span>}
    </p>
  );
}
