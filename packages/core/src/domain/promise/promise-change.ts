import type { Conversation } from '../conversation/conversation.ts';
import type { Decision } from '../conversation/decision.ts';

/**
 * What a decision changes about the promise of its conversation, saved in the same transaction. A conversation has at most
 * one open promise. All moments are UTC milliseconds.
 */
export type PromiseChange =
  | { readonly op: 'make'; readonly at: number; readonly dueAt: number }
  /**
   * The open promise is over: `answered` keeps it if it is in time and breaks it otherwise, `unanswered` (the owner ended it
   * without a word) breaks it, `withdrawn` (the visitor left) is neither.
   */
  | { readonly op: 'settle'; readonly at: number; readonly how: 'answered' | 'unanswered' | 'withdrawn' }
  /** The owner came to somebody who had waited since `askedAt`. */
  | { readonly op: 'reply'; readonly at: number; readonly askedAt: number };

const NOTHING: readonly PromiseChange[] = [];

/**
 * What follows from a decision. What the bot does alone, which is most of what happens, costs one comparison.
 *
 * A reply time is noted when the owner comes to a conversation, not for each word of a talk: the answers within a talk take
 * minutes, and would make a promise to somebody who waits for the first one dishonest. Somebody who was promised an answer has it with
 * the owner's first word, however long before the owner stepped in.
 */
export function promiseChanges(before: Conversation, { events, next }: Decision): readonly PromiseChange[] {
  if (before.waitingSince === null && next.waitingSince === null) return NOTHING;
  const changes: PromiseChange[] = [];
  const at = next.lastAt;
  let answered = false;
  let left = false;
  for (const { entry } of events) {
    if (entry.type === 'owner_message') answered = true;
    else if (entry.type === 'closed') left = entry.by === 'visitor';
  }
  const isPromised = before.promisedFor !== null;
  const came = before.state === 'owner' ? answered && isPromised : answered || (next.state === 'owner' && !isPromised);
  const askedAt = before.waitingSince;
  if (came && askedAt !== null) changes.push({ op: 'reply', at, askedAt });
  if (before.promisedFor !== null && next.promisedFor === null) {
    changes.push({ op: 'settle', at, how: answered ? 'answered' : left ? 'withdrawn' : 'unanswered' });
  } else if (before.promisedFor === null && next.promisedFor !== null) {
    changes.push({ op: 'make', at, dueAt: next.promisedFor });
  }
  return changes.length === 0 ? NOTHING : changes;
}
