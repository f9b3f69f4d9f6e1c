import type { Site } from '../site.ts';
import type { ComplaintCase } from './complaint-case.ts';

const HOUR = 3_600_000;

/** What is needed of the calendar (`ports/calendar.ts`): opening time is counted, whatever the clocks do meanwhile. */
export type AddBusinessTime = (from: number, businessMs: number) => number;

/** When a complaint must have been answered, and when its owner is reminded of that. UTC milliseconds. */
export interface ComplaintDeadline {
  readonly dueAt: number;
  readonly warnAt: number;
}

/** The deadline of a complaint that is received at `from`, by the site's policy. */
export function complaintDeadline(
  { deadlineHours, warnHours }: Site['complaints'],
  from: number,
  addBusinessTime: AddBusinessTime,
): ComplaintDeadline {
  return {
    dueAt: addBusinessTime(from, deadlineHours * HOUR),
    warnAt: addBusinessTime(from, (deadlineHours - warnHours) * HOUR),
  };
}

/** What a ticket gets when it is made of a complaint. */
export function openComplaint({ dueAt, warnAt }: ComplaintDeadline): { dueAt: number; complaint: ComplaintCase } {
  return { dueAt, complaint: { warnAt, proposal: null, verdict: null } };
}
