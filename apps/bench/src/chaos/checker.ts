import { checkBotTurns } from './check-bot-turns.ts';
import type { Histories, LoggedEvent, StoredConversation, ViewerHistory, Violation } from './history.ts';

/**
 * Compares what every client went through with what the store holds at the end. Pure: the same histories give the
 * same violations, so that a run can be judged again later.
 */
export function checkHistories(histories: Histories): Violation[] {
  const stored = new Map(histories.conversations.map((conversation) => [conversation.id, conversation]));
  return [
    ...checkLogs(histories.conversations),
    ...histories.viewers.flatMap((viewer) => [...checkAcks(viewer, stored), ...checkView(viewer, stored)]),
    ...histories.conversations.flatMap((conversation) =>
      checkBotTurns(conversation, histories.downtimes, histories.replyWithinMs),
    ),
  ];
}

/** Every log counts from 1 without holes, and no client id is stored twice, wherever. */
function checkLogs(conversations: readonly StoredConversation[]): Violation[] {
  const violations: Violation[] = [];
  const places = new Map<string, string>();
  for (const { id, events } of conversations) {
    events.forEach((event, index) => {
      if (event.seq !== index + 1) {
        const detail = `event ${index + 1} of the log has seq ${event.seq}`;
        violations.push({ kind: 'stored_hole', conversation: id, seq: event.seq, detail });
      }
      if (event.clientId === undefined) return;
      const place = `${id}#${event.seq}`;
      const before = places.get(event.clientId);
      if (before === undefined) places.set(event.clientId, place);
      else {
        const detail = `stored at ${before} and at ${place}`;
        violations.push({ kind: 'duplicate', conversation: id, seq: event.seq, clientId: event.clientId, detail });
      }
    });
  }
  return violations;
}

/** What was acknowledged is stored, in the place that the ack named. */
function checkAcks(viewer: ViewerHistory, stored: ReadonlyMap<string, StoredConversation>): Violation[] {
  const violations: Violation[] = [];
  for (const { clientId, conversation, seq } of viewer.acked) {
    const event = stored.get(conversation)?.events[seq - 1];
    if (event?.clientId === clientId) continue;
    const detail = event === undefined ? 'nothing is stored there' : 'something else is stored there';
    violations.push({ kind: 'acked_not_stored', viewer: viewer.viewer, conversation, seq, clientId, detail });
  }
  return violations;
}

/** What was shown is the stored log, from its first event to its last, each once and in order. */
function checkView(viewer: ViewerHistory, stored: ReadonlyMap<string, StoredConversation>): Violation[] {
  const violations: Violation[] = [];
  const add = (kind: Violation['kind'], conversation: string, seq: number, detail: string) =>
    violations.push({ kind, viewer: viewer.viewer, conversation, seq, detail });
  const last = new Map<string, number>();
  for (const event of viewer.seen) {
    const { conversation, seq } = event;
    const expected = (last.get(conversation) ?? 0) + 1;
    if (seq !== expected) add('seen_hole', conversation, seq, `shown after ${expected - 1}`);
    last.set(conversation, seq);
    const truth = stored.get(conversation)?.events[seq - 1];
    if (!isSame(event, truth)) add('seen_not_stored', conversation, seq, `shown ${event.type}, stored ${truth?.type}`);
  }
  if (viewer.left === true) return violations;
  for (const [conversation, seq] of last) {
    const lastStored = stored.get(conversation)?.events.length ?? 0;
    if (seq < lastStored) add('not_converged', conversation, seq, `the store is at ${lastStored}`);
  }
  for (const { conversation, seq } of viewer.acked) {
    if (!last.has(conversation)) add('not_converged', conversation, seq, 'nothing of the conversation was shown');
  }
  for (const clientId of viewer.unsent) {
    violations.push({
      kind: 'not_converged',
      viewer: viewer.viewer,
      clientId,
      detail: `still unsent${viewer.stuck === undefined ? '' : `: ${viewer.stuck}`}`,
    });
  }
  return violations;
}

function isSame(shown: { type: string; clientId?: string }, truth: LoggedEvent | undefined): boolean {
  // The click that closed a chat has an id as well, which the store keeps to know a repeat, and nobody is shown.
  const sameId = truth?.type === 'closed' || shown.clientId === truth?.clientId;
  return shown.type === truth?.type && sameId;
}
