import type { DayFactRows } from './insight-rows.ts';

/** Which of what was said elsewhere is meant. */
export interface FeedbackKind {
  readonly category?: string | undefined;
  readonly source?: string | undefined;
}

/** Keys of the feedback of some days that is of a kind, the newest day first. */
export function feedbackBehind(
  { category, source }: FeedbackKind,
  facts: readonly DayFactRows[],
  limit: number,
): number[] {
  return [...facts]
    .reverse()
    .flatMap(({ feedback }) => feedback)
    .filter((each) => category === undefined || each.category === category)
    .filter((each) => source === undefined || each.source === source)
    .slice(0, limit)
    .map(({ key }) => key);
}
