import type { Conversation } from '../conversation/conversation.ts';
import type { Decision } from '../conversation/decision.ts';
import type { CallKind, JobChange } from './job.ts';

const MINUTE = 60_000;
/** While nobody answers: at most one push a minute, and one mail in half an hour. */
const GAP: Record<CallKind, number> = { owner_push: MINUTE, owner_mail: 30 * MINUTE };
const KINDS: readonly CallKind[] = ['owner_push', 'owner_mail'];
const NOTHING: readonly JobChange[] = [];

export interface CallRules {
  now: number;
  /** Whether the owner is at the desk. This and what follows is asked only when something is planned. */
  here: () => boolean;
  /** How long the owner has for a word before the mail goes out. Minutes. */
  mailAfterMinutes: () => number;
}

/**
 * How the owner is called because of a decision: a push at once and a mail a little later when somebody begins to wait
 * for a person, neither when the owner came. What the bot does alone, which is most of what happens, costs one comparison.
 */
export function ownerCalls(before: Conversation, { events, next }: Decision, rules: CallRules): readonly JobChange[] {
  if (before.waitingSince === null && next.waitingSince === null) return NOTHING;
  let came = false;
  let asked = false;
  let spoke = false;
  let danger = false;
  let requested = false;
  for (const { entry } of events) {
    if (entry.type === 'owner_message' || entry.type === 'takeover') came = true;
    else if (entry.type === 'hand_back' && entry.by === 'owner') came = true;
    else if (entry.type === 'handoff') {
      asked = true;
      danger ||= entry.reason === 'emergency';
    } else if (entry.type === 'visitor_message') spoke = true;
    else if (entry.type === 'ticket' && entry.state === 'new') requested = true;
  }
  if (came || next.waitingSince === null) {
    return KINDS.map((kind) => ({ op: 'cancel', kind, answered: came }));
  }
  // A request's own promise is not one for a silent owner; a ticket that their silence makes comes with one.
  const forRequest = requested && (spoke || next.state === 'bot');
  const promised = next.promisedFor !== null && before.promisedFor === null && !asked && !forRequest;
  // Who went on with the bot is being served; what was planned before stands. Whom it passed on just now is not.
  if ((next.state === 'bot' && !asked && !requested) || !(asked || spoke || promised)) return NOTHING;
  const { now } = rules;
  // Unique without chance: every further message asks for a name, and nearly all of these are thrown away.
  const id = `${next.id}.${next.lastSeq}`;
  const later = now + Math.round(rules.mailAfterMinutes() * MINUTE);
  // Who sits at the desk sees it there: a push is for when they do not react.
  const pushAt = !asked && !promised && rules.here() ? later : now;
  return [plan('owner_push', pushAt, id), plan('owner_mail', promised || danger ? now : later, id)];
}

function plan(kind: CallKind, dueAt: number, id: string): JobChange {
  return { op: 'plan', kind, id, dueAt, gapMs: GAP[kind] };
}
