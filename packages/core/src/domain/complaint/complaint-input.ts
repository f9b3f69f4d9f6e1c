import type { Mood } from '../priority/mood.ts';
import type { ComplaintPolicy } from './complaint-policy.ts';

/** What is asked about complaints; the functions only when it comes to them. */
export interface ComplaintInput {
  policy: ComplaintPolicy;
  mood: (text: string) => Mood;
  /** Until when the owner answers, in words of the visitor's language and zone. */
  deadlineText: () => string;
}
