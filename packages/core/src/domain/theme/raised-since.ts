import { feedbackOfRemark } from './remark.ts';
import type { Remark } from './remark.ts';

/** What was said after an event; of feedback, whose keys say nothing of events, what none of the earlier ones is. */
export function raisedSince(remarks: readonly Remark[], event: number, earlier: ReadonlySet<Remark>): Remark[] {
  return remarks.filter((remark) => (feedbackOfRemark(remark) === null ? remark > event : !earlier.has(remark)));
}
