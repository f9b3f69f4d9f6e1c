import { matchesPath } from '../dialogue/answers/answer-variants.ts';
import { fillFields } from '../dialogue/answers/fill-fields.ts';
import type { QuickReply } from '../faq.ts';
import type { DayPart, Greeting, GreetingCondition } from './greeting.ts';

/** What a greeting may depend on. */
export interface GreetingFacts {
  /** Path of the page where the visitor is; null when it is not known. */
  readonly path: string | null;
  readonly isOpen: boolean;
  /** By the visitor's clock, 0 to 23. */
  readonly hour: number;
  readonly returning: boolean;
  /** The ticket that is talked about: of those not solved the newest. */
  readonly ticket: { readonly name: string; readonly subject: string } | null;
  /** Plain text of a field of the customer, or undefined. */
  readonly field: (name: string) => string | undefined;
}

/** What is said to a visitor, and whether it is a word for this moment rather than the usual greeting. */
export function chooseGreeting(
  greeting: Greeting,
  facts: GreetingFacts,
): { text: string; quickReplies: QuickReply[]; special: boolean } {
  const variant = greeting.variants?.find(({ when }) => holds(when, facts));
  const { text, quickReplies } = variant ?? greeting;
  const { ticket } = facts;
  const value = (name: string) =>
    name === 'ticket' ? ticket?.name : name === 'subject' ? ticket?.subject : facts.field(name);
  return { text: fillFields(text, value), quickReplies, special: variant !== undefined };
}

function holds(when: GreetingCondition, facts: GreetingFacts): boolean {
  const { path } = facts;
  return (
    (when.page?.some((pattern) => path !== null && matchesPath(pattern, path)) ?? true) &&
    (when.open ?? facts.isOpen) === facts.isOpen &&
    (when.part?.includes(dayPart(facts.hour)) ?? true) &&
    (when.returning ?? facts.returning) === facts.returning &&
    (when.ticket ?? facts.ticket !== null) === (facts.ticket !== null)
  );
}

function dayPart(hour: number): DayPart {
  if (hour < 5 || hour >= 22) return 'night';
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}
