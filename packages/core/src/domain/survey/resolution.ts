import type { Conversation } from '../conversation/conversation.ts';
import type { Decision } from '../conversation/decision.ts';
import type { BotReason, LogEvent } from '../conversation/log-event.ts';
import type { TicketChange } from '../ticket/ticket.ts';

/** What came to its end: a conversation, or the ticket with this number. */
export type Resolution = { readonly of: 'conversation' } | { readonly of: 'ticket'; readonly number: number };

/** What a decision brings to its end; a ticket before the conversation that it came from. Costs a comparison where nothing ends. */
export function resolvedBy(before: Conversation, { next, tickets }: Decision): Resolution | null {
  const solved = tickets?.find(isSolving);
  if (solved !== undefined) return { of: 'ticket', number: solved.next.number };
  return next.state === 'closed' && before.state !== 'closed' ? { of: 'conversation' } : null;
}

export function isSolving({ next, history }: TicketChange): boolean {
  // Who took a request back is not asked how it was answered.
  if (next.state !== 'solved' || history.some(({ what }) => what.type === 'withdrawn')) return false;
  return history.some(({ what }) => what.type === 'state' && what.to === 'solved');
}

/** The bot's turns that tell something. To ask back, to thank, to promise and to call a person are no answers. */
const ANSWERS: ReadonlySet<BotReason['kind']> = new Set<BotReason['kind']>([
  'answered',
  'pointed',
  'known_problem',
  'problem_fixed',
  'ticket',
]);

/**
 * Whether it would be right to ask how it was. Not of who got no answer, and not after an emergency: somebody who was told to
 * call for help is left in peace.
 * @param log what was said, oldest first, up to and with the end of it
 */
export function mayAskAfter(resolution: Resolution, log: readonly LogEvent[]): boolean {
  const talk = lastTalk(log);
  const isEmergency = talk.some(
    ({ entry, reason }) => reason?.kind === 'emergency' || (entry.type === 'handoff' && entry.reason === 'emergency'),
  );
  if (isEmergency) return false;
  return (
    resolution.of === 'ticket' ||
    talk.some(
      ({ entry, reason }) => entry.type === 'owner_message' || (reason !== undefined && ANSWERS.has(reason.kind)),
    )
  );
}

/** From where the conversation was taken up last. */
function lastTalk(log: readonly LogEvent[]): readonly LogEvent[] {
  for (let at = log.length - 2; at >= 0; at--) if (log[at]?.entry.type === 'closed') return log.slice(at + 1);
  return log;
}
