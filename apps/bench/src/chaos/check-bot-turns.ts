import type { Downtime, LoggedEvent, StoredConversation, Violation } from './history.ts';

type State = 'bot' | 'waiting' | 'owner' | 'closed';

/** Where an event leads, if it changes who is in charge. */
const NEXT_STATE: Record<string, State> = {
  handoff: 'waiting',
  takeover: 'owner',
  hand_back: 'bot',
  closed: 'closed',
  reopened: 'bot',
};

/**
 * Replays one log by the rules of the conversation and judges the bot: one answer for each message that came while it
 * was in charge, none for others, none after somebody took over, and each in time.
 */
export function checkBotTurns(
  conversation: StoredConversation,
  downtimes: readonly Downtime[],
  replyWithinMs: number,
): Violation[] {
  const violations: Violation[] = [];
  const owed = new Map<number, LoggedEvent>();
  const answered = new Set<number>();
  let state: State = 'bot';
  let lastMessage: LoggedEvent | null = null;
  /** Where the bot may still say that it calls a person: right after the handoff, in the same breath. */
  let handoffWord = 0;

  const add = (kind: Violation['kind'], seq: number, detail: string) =>
    violations.push({ kind, conversation: conversation.id, seq, detail });

  const judgeReply = (event: LoggedEvent, replyTo: number) => {
    const message = owed.get(replyTo);
    if (answered.has(replyTo)) add('two_replies', event.seq, `${replyTo} was answered before`);
    else if (state !== 'bot' && event.seq !== handoffWord)
      add('bot_after_takeover', event.seq, `answers ${replyTo} while the state is ${state}`);
    else if (message === undefined) add('bot_after_takeover', event.seq, `answers ${replyTo}, which it did not owe`);
    else {
      const took = event.at - message.at - absence(message.at, event.at, downtimes);
      if (took > replyWithinMs) add('late_reply', event.seq, `took ${took} ms`);
    }
    answered.add(replyTo);
    owed.delete(replyTo);
  };

  for (const event of conversation.events) {
    // The card of a ticket that the handoff makes stands between it and the bot's word.
    if (event.type === 'ticket' && event.seq === handoffWord) {
      handoffWord += 1;
      continue;
    }
    // What else was owed is the person's from here on.
    if (state === 'waiting' && event.seq !== handoffWord) owed.clear();
    if (event.type === 'visitor_message') {
      lastMessage = event;
      if (state === 'bot') owed.set(event.seq, event);
    } else if (event.type === 'bot_message') {
      if (event.replyTo !== undefined) judgeReply(event, event.replyTo);
      // A person is called, and the bot goes on asking for what they will need: its questions stay its own.
      if (state === 'waiting' && event.seq === handoffWord && event.asks === true) {
        state = 'bot';
        owed.clear();
      }
    } else {
      const next = NEXT_STATE[event.type];
      if (next === undefined) continue;
      // Whoever takes over takes what was owed, too.
      if (next === 'owner' || next === 'closed') owed.clear();
      if (next === 'waiting') handoffWord = event.seq + 1;
      state = next;
      // The visitor went back to the bot with this message, so it is the bot's to answer.
      if (event.type === 'hand_back' && event.by === 'visitor' && lastMessage) owed.set(lastMessage.seq, lastMessage);
    }
  }
  if (state === 'waiting') owed.clear();
  for (const seq of owed.keys()) add('no_reply', seq, 'the bot never answered');
  return violations;
}

/** How much of a span there was no server for. */
function absence(from: number, to: number, downtimes: readonly Downtime[]): number {
  return downtimes.reduce((sum, down) => sum + Math.max(0, Math.min(to, down.to) - Math.max(from, down.from)), 0);
}
