import { useState } from 'preact/hooks';
import { insightValue } from '../../state/insights/insight-value.ts';
import type { FigureGroup, InsightFigure, InsightGroup, InsightGroups } from '../../state/api/insights-api.ts';
import type { ShownFigure } from '../../state/insights/shown-figure.ts';
import { figureGroupTexts } from '../../texts/figure-group-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { insightsTexts } from '../../texts/insights-texts.ts';
import { FigureRows } from './figure-rows.tsx';

interface FigureGroupsProps {
  site: string;
  period: string;
  shown: ShownFigure;
  groups: InsightGroups;
}

/** A figure by channel and by cohort, each with what stands in it and its own rows. */
export function FigureGroups({ groups, ...props }: FigureGroupsProps) {
  const { locale } = useTexts();
  const t = figureGroupTexts[locale];
  return (
    <>
      <Groups {...props} title={t.channels} kind="channel" groups={groups.channels} />
      <Groups {...props} title={t.cohorts} kind="cohort" groups={groups.cohorts} />
    </>
  );
}

type GroupsProps = Omit<FigureGroupsProps, 'groups'> & {
  title: string;
  kind: keyof FigureGroup;
  groups: readonly InsightGroup[];
};

function Groups({ title, kind, groups, ...props }: GroupsProps) {
  const { shown } = props;
  const told = groups.flatMap((each) => {
    const figure = shown.of(each);
    return figure === undefined ? [] : [{ group: each.group, figure }];
  });
  if (told.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="insight-rows" aria-label={title}>
        {told.map(({ group, figure }) => (
          <Group key={group} {...props} name={group} group={{ [kind]: group }} figure={figure} />
        ))}
      </ul>
    </>
  );
}

type GroupProps = Omit<FigureGroupsProps, 'groups'> & { name: string; group: FigureGroup; figure: InsightFigure };

function Group({ site, period, shown, name, group, figure }: GroupProps) {
  const { locale } = useTexts();
  const [t, own] = [insightsTexts[locale], figureGroupTexts[locale]];
  const [rows, setRows] = useState(false);
  const { estimate, n, inputs } = figure;
  const value = (number: number) => insightValue(number, shown.unit, locale);
  const made = Object.entries(inputs).map(
    ([letter, number]) => `${letter} = ${letter === 'spend' ? value(number) : number}`,
  );
  return (
    <li class="figure-group">
      <span>{name === 'direct' ? own.direct : name}</span>
      <b>{estimate ? value(estimate.value) : t.few(n)}</b>
      <span class="muted">
        {estimate && `${t.interval(value(estimate.low), value(estimate.high))} · `}
        {made.join(', ')}
      </span>
      {rows ? (
        <FigureRows {...{ site, period, shown, group }} />
      ) : (
        <button type="button" class="link" aria-label={own.rowsOf(name)} onClick={() => setRows(true)}>
          {own.rows}
        </button>
      )}
    </li>
  );
}
