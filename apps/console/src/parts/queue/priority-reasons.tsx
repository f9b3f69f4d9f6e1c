import { priorityTexts } from '../../texts/priority-texts.ts';
import { useTexts } from '../../texts/index.ts';
import type { Locale } from '../../state/wire-types.ts';

export type PriorityLevel = 'urgent' | 'high' | 'normal' | 'low';

export interface PriorityReason {
  /** Of the rule in `site.json`. */
  name: string;
  points: number;
  text: Partial<Record<Locale, string>>;
}

/** A ticket's level, in words: no colour says it alone; with its score of 100 where that is told. */
export function LevelTag({ level, score }: { level: PriorityLevel; score?: number }) {
  const { locale } = useTexts();
  const t = priorityTexts[locale];
  return (
    <span class={`level level-${level}`} title={score === undefined ? undefined : t.of(score)}>
      {t.levels[level]}
      {score !== undefined && ` ${score}`}
    </span>
  );
}

/** The sum that made a ticket's priority, a reason a line, as it would be written on paper. */
export function PriorityReasons(priority: { score: number; level: PriorityLevel; reasons: readonly PriorityReason[] }) {
  const { locale } = useTexts();
  const t = priorityTexts[locale];
  const { score, level, reasons } = priority;
  const sum = reasons.reduce((total, { points }) => total + points, 0);
  return (
    <section class="priority-sum" aria-label={t.title}>
      {reasons.length === 0 ? (
        <p class="muted">{t.none}</p>
      ) : (
        <ul>
          {reasons.map((reason) => (
            <li key={reason.name} title={t.rule(reason.name)}>
              <span class="priority-text">
                {reason.text[locale] ?? reason.text.en ?? reason.text.zh ?? reason.name}
              </span>
              <span class="priority-points">{signed(reason.points)}</span>
            </li>
          ))}
        </ul>
      )}
      <p class="priority-total">
        <span>
          {t.total} <LevelTag level={level} />
        </span>
        <strong class="priority-points">{score}</strong>
      </p>
      {sum !== score && <p class="muted">{t.clamped(sum)}</p>}
    </section>
  );
}

function signed(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`;
}
