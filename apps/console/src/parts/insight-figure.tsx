import { useState } from 'preact/hooks';
import type { InsightFigure, InsightRow } from '../state/insights-api.ts';
import { insightsApi } from '../state/insights-api.ts';
import { insightValue } from '../state/insight-value.ts';
import type { InsightUnit } from '../state/insight-value.ts';
import { DESK, go } from '../state/route.ts';
import { useRemote } from '../state/use-remote.ts';
import { insightsTexts } from '../texts/insights-texts.ts';
import { errorText, useTexts } from '../texts/index.ts';

export interface ShownFigure {
  /** By which its rows are asked for. */
  readonly key: string;
  readonly name: string;
  readonly formula: string;
  readonly method: 't' | 'wilson' | 'poisson' | 'order';
  readonly unit: InsightUnit;
  readonly figure: InsightFigure;
  readonly before: InsightFigure | null;
  /** What else is to be known: by which rule customers are counted. */
  readonly note: string | null;
}

/** A figure that opens into its formula, what stands in it, how sure it is, and the rows behind it. */
export function InsightFigureRow({ site, period, shown }: { site: string; period: string; shown: ShownFigure }) {
  const { locale } = useTexts();
  const t = insightsTexts[locale];
  const [rows, setRows] = useState(false);
  const { figure, before, unit, note } = shown;
  const { estimate, n, inputs, caveats } = figure;
  const value = (number: number) => insightValue(number, unit, locale);
  return (
    <details class="insight">
      <summary>
        <span class="insight-name">{shown.name}</span>
        <b class={estimate ? 'insight-value' : 'insight-value muted'}>
          {estimate ? value(estimate.value) : figure.lack === 'few' ? t.few(n) : t.nothing}
        </b>
        <span class="muted insight-more">
          {estimate && t.interval(value(estimate.low), value(estimate.high))}
          {before?.estimate && <span class="insight-before">{t.before(value(before.estimate.value))}</span>}
        </span>
      </summary>
      <dl class="insight-facts">
        <dt>{t.formula}</dt>
        <dd>{shown.formula}</dd>
        <dt>{t.inputs}</dt>
        <dd>
          {Object.entries(inputs).map(([letter, number]) => (
            <span key={letter} class="insight-input">
              {letter} = {letter === 'spend' ? value(number) : number}
              {t.letters[letter] !== undefined && <span class="muted"> ({t.letters[letter]})</span>}
            </span>
          ))}
        </dd>
        <dt>{t.count(n)}</dt>
        <dd>
          {estimate
            ? `${t.interval(value(estimate.low), value(estimate.high))} (${t.methods[shown.method]})`
            : t.few(n)}
        </dd>
      </dl>
      {note !== null && <p class="muted">{note}</p>}
      {Object.entries(caveats).map(([name, times]) => (
        <p key={name} class="insight-caveat">
          {t.caveat[name]?.(times) ?? name}
        </p>
      ))}
      {rows ? (
        <Rows site={site} period={period} shown={shown} />
      ) : (
        <button type="button" class="link" onClick={() => setRows(true)}>
          {t.showRows}
        </button>
      )}
    </details>
  );
}

function Rows({ site, period, shown }: { site: string; period: string; shown: ShownFigure }) {
  const { t: common, locale } = useTexts();
  const t = insightsTexts[locale];
  const { value, error, reload } = useRemote(`insight rows ${site} ${period} ${shown.key}`, () =>
    insightsApi.rows(site, period, shown.key),
  );
  if (error) {
    return (
      <p class="note note-bad" role="alert">
        {errorText(common, error)}{' '}
        <button type="button" class="link" onClick={reload}>
          {common.common.retry}
        </button>
      </p>
    );
  }
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
