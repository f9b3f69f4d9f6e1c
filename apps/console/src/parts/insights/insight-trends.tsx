import { CSI_RANGE, funnelChart, PERCENT_RANGE, periodsChart, trendChart, trendPoints } from '@solodesk/ui/charts';
import type { ChartLook, TrendPoint } from '@solodesk/ui/charts';
import { useCallback, useMemo } from 'preact/hooks';
import type { InsightFigures, InsightView } from '../../state/api/insights-api.ts';
import { insightsTexts } from '../../texts/insights-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { InsightChart } from './insight-chart.tsx';

/** Satisfaction and what the bot solves alone, over the periods up to the one that is shown. */
export function InsightTrends({ history }: { history: InsightView['history'] }) {
  const { locale } = useTexts();
  const t = insightsTexts[locale];
  const csi = useMemo(() => trendPoints(history.map(({ period, csi: estimate }) => ({ period, estimate }))), [history]);
  const containment = useMemo(
    () =>
      trendPoints(
        history.map(({ period, containment: estimate }) => ({ period, estimate })),
        100,
      ),
    [history],
  );
  return (
    <div class="insight-charts">
      <Trend name={t.csiTrend} points={csi} range={CSI_RANGE} />
      <Trend name={t.containmentTrend} points={containment} range={PERCENT_RANGE} />
    </div>
  );
}

interface TrendProps {
  name: string;
  points: readonly TrendPoint[];
  range: { readonly min: number; readonly max: number };
}

const ANY: ChartLook = { ink: 'black' };
const said = (value: number | null) => (value === null ? '–' : String(value));

function Trend({ name, points, range }: TrendProps) {
  const { locale } = useTexts();
  const t = insightsTexts[locale];
  const draw = useCallback((look: ChartLook) => trendChart(points, look, range), [points, range]);
  if (periodsChart(points, range, ANY) === null) return null;
  return (
    <div>
      <InsightChart name={name} draw={draw} />
      <details class="insight-numbers">
        <summary>{t.numbers}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.period}</th>
              <th scope="col">{t.trendValue}</th>
              <th scope="col">95 %</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ label, value, low, high }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{said(value)}</td>
                <td>
                  {said(low)} … {said(high)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

const STEPS = ['visitors', 'started', 'answered', 'ended', 'solved'] as const;

/** From visit to solved. */
export function InsightFunnel({ counts }: Pick<InsightFigures, 'counts'>) {
  const { locale } = useTexts();
  const t = insightsTexts[locale];
  const draw = useCallback(
    (look: ChartLook) =>
      funnelChart(
        STEPS.map((step) => ({ label: t.steps[step], count: counts[step] })),
        look,
      ),
    [counts, t],
  );
  return (
    <>
      <h2>{t.funnel}</h2>
      <InsightChart name={t.funnelChart} draw={draw} />
      <details class="insight-numbers">
        <summary>{t.numbers}</summary>
        <table>
          <tbody>
            {STEPS.map((step) => (
              <tr key={step}>
                <th scope="row">{t.steps[step]}</th>
                <td>{counts[step]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
