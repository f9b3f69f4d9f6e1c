import { cohortChart, loadChart } from '@solodesk/ui/charts';
import type { ChartLook } from '@solodesk/ui/charts';
import { useCallback } from 'preact/hooks';
import type { InsightCohorts, InsightLoad, InsightSegments } from '../../state/api/insights-api.ts';
import { insightsTexts } from '../../texts/insights-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { InsightChart } from './insight-chart.tsx';

const ANY: ChartLook = { ink: 'black' };
const NOTHING = { option: {}, height: 0 };
/** How strongly a cell is coloured, as CSS has it. */
const strength = (share: number) => ({ '--share': `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%` });
const round = (value: number) => (value < 9.95 ? String(Math.round(value * 10) / 10) : String(Math.round(value)));

/** Expected messages by weekday and hour, the first of the two weeks; the second is alike. */
export function LoadMap({ load }: { load: InsightLoad }) {
  const { locale } = useTexts();
  const t = insightsTexts[locale];
  const { from, hours } = load;
  const draw = useCallback(
    (look: ChartLook) => loadChart({ from, hours: hours ?? [] }, locale, look),
    [from, hours, locale],
  );
  if (hours === null) return <p class="muted">{t.loadFew}</p>;
  const most = Math.max(0.01, ...hours.map(([expected]) => expected));
  const start = Date.parse(`${from}T00:00:00Z`);
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'numeric',
    timeZone: 'UTC',
  });
  const days = Array.from({ length: Math.floor(hours.length / 24) }, (_, day) =>
    format.format(start + day * 86_400_000),
  );
  return (
    <>
      <p class="muted">{t.loadText(load.weeks)}</p>
      <InsightChart name={t.loadChart} draw={draw} />
      <details class="insight-numbers">
        <summary>{t.numbers}</summary>
        <div class="insight-scroll" tabIndex={0} role="region" aria-label={t.load}>
          <table class="heat">
            <thead>
              <tr>
                <td />
                {Array.from({ length: 24 }, (_, hour) => (
                  <th key={hour} scope="col">
                    {hour}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.map((name, day) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {hours.slice(day * 24, day * 24 + 24).map(([expected, low, high], hour) => {
                    const said = t.hour(name, hour, round(expected), round(low), round(high));
                    return (
                      <td key={hour} class="heat-cell" style={strength(expected / most)} title={said}>
                        <span class="visually-hidden">{said}</span>
                        <span aria-hidden="true">{expected >= 0.5 ? Math.round(expected) : ''}</span>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

/** Of each month's new customers, which share ordered again so many months later. */
export function CohortMap({ cohorts: { cohorts } }: { cohorts: InsightCohorts }) {
  const { locale } = useTexts();
  const t = insightsTexts[locale];
  const draw = useCallback((look: ChartLook) => cohortChart(cohorts, look) ?? NOTHING, [cohorts]);
  const shown = cohorts.slice(-12);
  const most = Math.max(1, ...shown.map(({ active }) => active.length));
  return (
    <>
      <p class="muted">{t.cohortsText}</p>
      {cohortChart(cohorts, ANY) !== null && <InsightChart name={t.cohortsChart} draw={draw} />}
      <details class="insight-numbers" open={cohortChart(cohorts, ANY) === null}>
        <summary>{t.numbers}</summary>
        <div class="insight-scroll" tabIndex={0} role="region" aria-label={t.cohorts}>
          <table class="heat">
            <thead>
              <tr>
                <th scope="col">{t.cohortMonth}</th>
                <th scope="col">{t.cohortSize}</th>
                {Array.from({ length: most - 1 }, (_, at) => (
                  <th key={at} scope="col">
                    {t.after(at + 1)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ month, size, active }) => (
                <tr key={month}>
                  <th scope="row">{month}</th>
                  <td>{size}</td>
                  {active.slice(1).map((count, at) => (
                    <td
                      key={at}
                      class="heat-cell"
                      style={strength(count / size)}
                      title={t.cell(month, at + 1, count, size)}
                    >
                      {size < 5 ? '·' : `${Math.round((100 * count) / size)}`}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

/** How many customers are of which kind. */
export function SegmentBars({ segments: { segments, customers } }: { segments: InsightSegments }) {
  const { locale } = useTexts();
  const t = insightsTexts[locale];
  return (
    <>
      <p class="muted">{t.segmentsText}</p>
      <dl class="insight-bars">
        {segments.map(({ segment, size }) => (
          <div key={segment}>
            <dt>{t.segment[segment] ?? segment}</dt>
            <dd>
              {t.people(size)}
              <span class="insight-bar" aria-hidden="true">
                <i style={{ width: `${customers === 0 ? 0 : (100 * size) / customers}%` }} />
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
