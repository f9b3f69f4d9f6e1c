import type { VisitorOutcomes } from '../../state/api/faq-api.ts';
import { useTexts } from '../../texts/index.ts';

/** Fewer questions say little. */
const ENOUGH_QUESTIONS = 20;

/** In whole parts of a hundred; null where too few were asked to say anything. */
export function answeredOfVisitors(outcomes: VisitorOutcomes | undefined): number | null {
  if (outcomes === undefined) return null;
  const all = outcomes.answered + outcomes.askedBack + outcomes.unknown;
  return all < ENOUGH_QUESTIONS ? null : Math.round((100 * outcomes.answered) / all);
}

/** What the last questions of real visitors came to: no estimate, so it stands above all that is one. */
export function VisitorsGot({ outcomes }: { outcomes: VisitorOutcomes | undefined }) {
  const { t } = useTexts();
  if (outcomes === undefined || answeredOfVisitors(outcomes) === null) return null;
  const { answered, askedBack, unknown } = outcomes;
  const parts = [
    { name: 'answered', count: answered },
    { name: 'asked-back', count: askedBack },
    { name: 'unknown', count: unknown },
  ];
  return (
    <div class="visitors-got">
      <p>
        {t.quality.visitorsAsked(answered + askedBack + unknown)}
        <b>{t.quality.visitorsAnswered(answered)}</b>
        {t.quality.visitorsOthers(askedBack, unknown)}
      </p>
      <span class="outcome-bar" aria-hidden="true">
        {parts.map(({ name, count }) => (
          <span key={name} class={`outcome outcome-${name}`} style={{ flexGrow: count }} />
        ))}
      </span>
    </div>
  );
}
