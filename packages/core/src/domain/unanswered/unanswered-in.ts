import type { BotReason, LogEvent } from '../conversation/log-event.ts';
import { outcomeOf } from './reply-outcome.ts';

/** A visitor's message that the bot had no answer to: it was unsure, or could only ask "did you mean". */
export interface KeptQuestion {
  /** The place of the visitor's message in its conversation. */
  readonly seq: number;
  readonly kind: 'unsure' | 'suggested';
  /** What the bot thought of at the time. */
  readonly guesses: BotReason['guesses'];
}

export interface UnansweredMarks {
  readonly kept: KeptQuestion | null;
  /** The visitor chose this FAQ: what was asked before, and offered it, is answered after all. */
  readonly chosen: string | null;
}

const NOTHING: UnansweredMarks = { kept: null, chosen: null };

/**
 * What the events of one decision mean for the list of unanswered questions. It looks at what is there already, so that
 * a sure answer costs nothing more. Whether the kept message was typed (a press of "none of these" is no question) is for
 * the store to see, which has the message.
 */
export function unansweredIn(events: readonly LogEvent[]): UnansweredMarks {
  for (const { entry, reason } of events) {
    if (entry.type !== 'bot_message' || reason === undefined || entry.replyTo === undefined) continue;
    if (reason.kind === 'answered') return chosenBy(reason);
    const kind = keptAs(reason, events);
    if (kind !== null) return { kept: { seq: entry.replyTo, kind, guesses: reason.guesses }, chosen: null };
  }
  return NOTHING;
}

/** A button, or "the second one", leaves no doubt, and no other guess beside it; a model always has some. */
function chosenBy({ guesses }: BotReason): UnansweredMarks {
  const [only, other] = guesses;
  return only?.confidence === 1 && other === undefined ? { kept: null, chosen: only.intent } : NOTHING;
}

function keptAs(reason: BotReason, events: readonly LogEvent[]): KeptQuestion['kind'] | null {
  if (reason.sensitive === true) return null;
  const wasUnsure = events.some(({ entry }) => entry.type === 'handoff' && entry.reason === 'unsure');
  const outcome = outcomeOf(reason, wasUnsure);
  if (outcome === 'unknown') return 'unsure';
  return outcome === 'askedBack' ? 'suggested' : null;
}
