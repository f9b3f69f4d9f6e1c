import { lifeApi } from '../../state/api/life-api.ts';
import type { LifeRules, Standing } from '../../state/api/life-api.ts';
import { useNews } from '../../state/hooks/use-news.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { useSiteDay } from '../../state/site-day.ts';
import { lifeTexts } from '../../texts/life-texts.ts';
import type { LifeTexts } from '../../texts/life-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { StageBadge } from './stage-badge.tsx';

const DAY = 86_400_000;

/** The stage of a contact, and what it follows from. Where it cannot be read the rest of the page is of use all the same. */
export function LifeWhy({ site, contact }: { site: string; contact: number }) {
  const { locale } = useTexts();
  const words = lifeTexts[locale];
  const { value, reload } = useRemote(`life ${site} ${contact}`, () => lifeApi.standing(site, contact));
  const dayOf = useSiteDay();
  useNews(site, 'contacts', reload);
  if (value === null) return <p class="life-why muted">…</p>;
  const { standing, rules } = value;
  if (standing === null) return <p class="life-why muted">{words.notYet}</p>;
  return (
    <details class="life-why">
      <summary>
        <StageBadge stage={standing.stage} /> <span class="link">{words.why}</span>
      </summary>
      <ul>
        {reasons(standing, rules, words, dayOf).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </details>
  );
}

function reasons(
  { stage, until, facts }: Standing,
  rules: LifeRules,
  words: LifeTexts,
  dayOf: (at: number) => string,
): string[] {
  const { firstOrderAt, lastOrderAt, orderBeforeAt, lastAskedAt, customerSince } = facts;
  const lines: string[] = [];
  if (stage === 'lead' && lastAskedAt !== null) lines.push(words.reason.lead(dayOf(lastAskedAt)));
  if (stage === 'contact') lines.push(words.reason.contact);
  if (lastOrderAt !== null) {
    if (firstOrderAt !== null && firstOrderAt !== lastOrderAt) lines.push(words.reason.first(dayOf(firstOrderAt)));
    lines.push(words.reason.last(dayOf(lastOrderAt)));
    if (stage === 'won_back' && orderBeforeAt !== null) {
      lines.push(words.reason.gap(Math.floor((lastOrderAt - orderBeforeAt) / DAY)));
    }
  } else if (customerSince !== null) lines.push(words.reason.marked(dayOf(customerSince)));
  lines.push(words.follows(words.stage[stage], words.rule(stage, rules)));
  if (until !== null) lines.push(words.until(dayOf(until)));
  return lines;
}
