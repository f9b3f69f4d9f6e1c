import { shownFigures } from '../../state/insights/insight-figures.ts';
import type { ShownFigure } from '../../state/insights/shown-figure.ts';
import type { InsightFigures, InsightView } from '../../state/api/insights-api.ts';
import { insightsTexts } from '../../texts/insights-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { EmptyState } from '../controls/empty-state.tsx';
import { InsightFigureRow } from './insight-figure.tsx';

interface InsightGroupsProps {
  site: string;
  figures: InsightFigures;
  before: InsightView['before'];
  groups: InsightView['groups'];
}

/** There is nothing of it at all; where something is to be said about that, the figure is shown all the same. */
const hasNothing = ({ figure }: ShownFigure) =>
  figure.lack === 'nothing' && Object.keys(figure.caveats).every((caveat) => caveat === 'gap_unknown');

/** The figures of a time by what they are about; those that have nothing to go by yet stand folded below, each with what it needs. */
export function InsightGroups({ site, figures, before, groups: by }: InsightGroupsProps) {
  const { locale } = useTexts();
  const t = insightsTexts[locale];
  const groups = shownFigures(figures, before, t);
  const lacking = groups.flatMap(({ shown }) => shown.filter(hasNothing));
  const isEmpty = groups.every(({ shown }) => shown.every(hasNothing));
  return (
    <>
      {isEmpty && <EmptyState title={t.nothingYet} text={t.nothingYetText} />}
      {groups.map(({ group, shown }) => {
        const told = shown.filter((each) => !hasNothing(each));
        return (
          told.length > 0 && (
            <section key={group}>
              <h2>{t.groups[group]}</h2>
              {told.map((each) => (
                <InsightFigureRow
                  key={`${figures.period} ${each.name}`}
                  site={site}
                  period={figures.period}
                  shown={each}
                  groups={by}
                />
              ))}
            </section>
          )
        );
      })}
      {lacking.length > 0 && <Lacking figures={lacking} open={isEmpty} />}
    </>
  );
}

/** What is still needed, by the figures that come of it. */
function Lacking({ figures, open }: { figures: readonly ShownFigure[]; open: boolean }) {
  const { locale } = useTexts();
  const t = insightsTexts[locale];
  const byNeed = new Map<string, string[]>();
  for (const { key, name } of figures) {
    const need = t.needs[needOf(key)];
    byNeed.set(need, [...(byNeed.get(need) ?? []), name]);
  }
  return (
    <details class="insight insight-lacking" open={open}>
      <summary>
        <span class="insight-name">{t.lacking(figures.length)}</span>
      </summary>
      <dl>
        {[...byNeed].map(([need, names]) => (
          <div key={need}>
            <dt>{need}</dt>
            <dd class="muted">{names.join(' · ')}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

export type InsightNeed = 'scores' | 'customers' | 'spend' | 'bot' | 'owner' | 'ended' | 'promises';

function needOf(key: string): InsightNeed {
  if (key === 'csi' || key === 'csat') return 'scores';
  if (key === 'crr' || key === 'churn') return 'customers';
  if (key === 'cac') return 'spend';
  if (key.startsWith('bot')) return 'bot';
  if (key.startsWith('owner')) return 'owner';
  return key === 'promiseKept' ? 'promises' : 'ended';
}
