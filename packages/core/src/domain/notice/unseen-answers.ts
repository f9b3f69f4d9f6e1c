import type { Decision } from '../conversation/decision.ts';
import type { JobChange } from './job.ts';

/** How long the visitor has to see an answer in the chat. */
const UNSEEN_FOR_MS = 5 * 60_000;
const NOTHING: readonly JobChange[] = [];

/**
 * An owner's answer goes out by mail when its visitor has not seen it in time; whether they have, and where they can be
 * reached, is looked up then. Only the owner's own words cost anything here.
 */
export function unseenAnswers({ events, next }: Decision, now: number): readonly JobChange[] {
  if (next.state === 'bot') return NOTHING;
  if (!events.some(({ entry }) => entry.type === 'owner_message')) return NOTHING;
  return [{ op: 'plan', kind: 'visitor_mail', id: `${next.id}.${next.lastSeq}`, dueAt: now + UNSEEN_FOR_MS, gapMs: 0 }];
}
