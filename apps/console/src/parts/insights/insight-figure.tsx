import { useState } from 'preact/hooks';
import type { InsightGroups } from '../../state/api/insights-api.ts';
import type { ShownFigure } from '../../state/insights/shown-figure.ts';
import { insightValue } from '../../state/insights/insight-value.ts';
import { insightsTexts } from '../../texts/insights-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { FigureGroups } from './figure-groups.tsx';
import { FigureRows } from './figure-rows.tsx';

interface InsightFigureProps {
  site: string;
  period: string;
  shown: ShownFigure;
  groups: InsightGroups | null;
}

/** A figure that opens into its formula, what stands in it, how sure it is, and the rows behind it. */
export function InsightFigureRow({ site, period, shown, groups }: InsightFigureProps) {
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
          {estimate && <span>{t.interval(value(estimate.low), value(estimate.high))}</span>}
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
        <FigureRows site={site} period={period} shown={shown} group={{}} />
      ) : (
        <button type="button" class="link" onClick={() => setRows(true)}>
          {t.showRows}
        </button>
      )}
      {groups && <FigureGroups {...{ site, period, shown, groups }} />}
    </details>
  );
}
