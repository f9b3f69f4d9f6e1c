import { insightsApi } from '../../state/api/insights-api.ts';
import type { FigureGroup, InsightRow } from '../../state/api/insights-api.ts';
import { insightValue } from '../../state/insights/insight-value.ts';
import { DESK, go } from '../../state/route.ts';
import type { ShownFigure } from '../../state/insights/shown-figure.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { insightsTexts } from '../../texts/insights-texts.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { Fault } from '../controls/fault.tsx';

interface FigureRowsProps {
  site: string;
  period: string;
  shown: ShownFigure;
  group: FigureGroup;
}

/** The rows behind a figure, of all or of one channel or cohort. */
export function FigureRows({ site, period, shown, group }: FigureRowsProps) {
  const { t: common, locale } = useTexts();
  const t = insightsTexts[locale];
  const { value, error, reload } = useRemote(
    `insight rows ${site} ${period} ${shown.key} ${JSON.stringify(group)}`,
    () => insightsApi.rows(site, period, shown.key, group),
  );
  if (error) return <Fault text={errorText(common, error)} onRetry={reload} />;
  if (!value) return <p class="muted">{common.common.loading}</p>;
  if (value.rows.length === 0) return <p class="muted">{t.noRows}</p>;
  return (
    <ul class="insight-rows" aria-label={t.rows}>
      {value.rows.map((row, place) => (
        <Row key={place} site={site} row={row} shown={shown} />
      ))}
    </ul>
  );
}

function Row({ site, row, shown }: { site: string; row: InsightRow; shown: ShownFigure }) {
  const { locale } = useTexts();
  const t = insightsTexts[locale];
  const { conversation, contact, name, day, value, holds } = row;
  const open = () => {
    if (conversation !== null) go({ ...DESK, site, filter: 'closed', conversation });
    else if (contact !== null) go({ screen: 'contacts', contact });
  };
  const unit = shown.key === 'csat' ? 'score' : shown.unit;
  return (
    <li>
      {conversation === null && contact === null ? (
        <span class="muted">{t.erased}</span>
      ) : (
        <button type="button" class="link" onClick={open}>
          {name ?? `#${contact ?? ''}`}
        </button>
      )}
      {day !== null && <span class="muted">{day}</span>}
      {value !== null && <span>{insightValue(value, unit, locale)}</span>}
      {holds !== null && contact === null && <span>{holds ? t.yes : t.no}</span>}
    </li>
  );
}
