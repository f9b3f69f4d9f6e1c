import type { QuickReply } from '../faq.ts';
import type { Localized } from '../locale.ts';

/** By the clock of the visitor: from 5, 12, 18 and 22 o'clock. */
export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night';

/** When a greeting is said: all that is given must hold, of each list one. */
export interface GreetingCondition {
  /** Paths of pages; `*` stands for anything. */
  page?: readonly string[];
  /** Whether the desk is open by its hours. */
  open?: boolean;
  part?: readonly DayPart[];
  /** Whether the visitor was here before: half an hour ago or longer. */
  returning?: boolean;
  /** Whether a ticket of the visitor's is not solved yet. */
  ticket?: boolean;
}

interface GreetingContent {
  /** `{{name|there}}` stands for a field of the customer, `{{ticket}}` and `{{subject}}` for the open ticket. */
  text: string;
  quickReplies: QuickReply[];
}

export interface Greeting extends GreetingContent {
  /** Said instead: the first whose condition holds. Left out when there are none. */
  variants?: readonly (GreetingContent & { when: GreetingCondition })[];
}

/** A word to somebody who has been on a page for a while. */
export interface ProactiveMessage {
  /** Paths of pages; `*` stands for anything. */
  readonly page: readonly string[];
  /** Seconds on the page. */
  readonly after: number;
  /** How far down the page somebody must have come, in hundredths; 0: anywhere. */
  readonly scrolled: number;
  /** Sooner, when the pointer leaves the page at its top. */
  readonly onLeaving: boolean;
  readonly text: Localized<string>;
}
