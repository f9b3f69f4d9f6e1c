import type { Site } from '../site.ts';
import type { Conversation } from './conversation.ts';

const MINUTE = 60_000;

/** What time alone makes due in a conversation: a word for a silent owner, or its end. Null: nothing yet. */
export function dueByTime(conversation: Conversation, policy: Site['policy'], now: number): 'promise' | 'close' | null {
  if (conversation.state === 'closed') return null;
  const awaited = conversation.state !== 'bot' && conversation.waitingSince !== null;
  if (awaited) {
    // Who waits for a person is not sent away by an idle timer.
    if (conversation.promisedFor !== null) return null;
    return now - conversation.lastVisitorAt >= policy.silentOwnerMinutes * MINUTE ? 'promise' : null;
  }
  return now - conversation.lastAt >= policy.idleCloseHours * 60 * MINUTE ? 'close' : null;
}
