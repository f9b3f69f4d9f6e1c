import type { Site } from '../site.ts';
import type { Conversation } from './conversation.ts';

const MINUTE = 60_000;

/** What time alone makes due in a conversation: a word for a silent owner, or its end. Null: nothing yet. */
export function dueByTime(conversation: Conversation, policy: Site['policy'], now: number): 'promise' | 'close' | null {
  if (conversation.state === 'closed') return null;
  if (conversation.waitingSince !== null) {
    // Who waits for a person is not sent away by an idle timer, nor promised twice.
    if (conversation.promisedFor !== null || conversation.state === 'bot') return null;
    return now - conversation.lastVisitorAt >= policy.silentOwnerMinutes * MINUTE ? 'promise' : null;
  }
  return now - conversation.lastAt >= policy.idleCloseHours * 60 * MINUTE ? 'close' : null;
}
