import type { Attachment } from '../attachment/attachment.ts';
import { withoutThread } from '../dialogue/dialogue-context.ts';
import { pausedForm } from '../dialogue/forms/pause-form.ts';
import type { Conversation } from './conversation.ts';
import { DecisionDraft } from './decision.ts';
import type { Decision } from './decision.ts';

export interface OwnerWords {
  name: string;
  text: string;
  clientId: string;
  attachments?: readonly Attachment[];
  /** Number of the ticket that is answered; the one that was touched last when left out. */
  ticket?: number;
}

/** The owner's first word takes the conversation over: from this decision on the bot owes nothing and stays silent. */
export function ownerSpeaks(conversation: Conversation, words: OwnerWords, at: number): Decision {
  const draft = new DecisionDraft(conversation, at);
  stepIn(draft, words.name);
  const { name, text, clientId, attachments } = words;
  draft.append({ type: 'owner_message', name, text, clientId, ...(attachments !== undefined && { attachments }) });
  draft.set({ waitingSince: null, urgent: false, promisedFor: null });
  if (words.ticket !== undefined) draft.set({ tickets: touchedLast(conversation.tickets, words.ticket) });
  return draft.done();
}

/** Steps in without a word yet. Null when this person has the conversation already. */
export function takeOver(conversation: Conversation, name: string, at: number): Decision | null {
  if (conversation.state === 'owner' && conversation.ownerName === name) return null;
  const draft = new DecisionDraft(conversation, at);
  stepIn(draft, name);
  return draft.done();
}

/** The bot goes on. Null when it has the conversation already. */
export function handBack(conversation: Conversation, at: number): Decision | null {
  if (conversation.state !== 'owner' && conversation.state !== 'waiting') return null;
  const draft = new DecisionDraft(conversation, at);
  draft.append({ type: 'hand_back', by: 'owner' });
  draft.set({ state: 'bot', ownerName: null, waitingSince: null, urgent: false, promisedFor: null, unsureStreak: 0 });
  return draft.done();
}

/**
 * Ends the conversation. Null when it has ended already.
 * @param clientId of the visitor's "end chat", so that a repeat of it ends nothing that was begun since
 */
export function close(
  conversation: Conversation,
  by: 'owner' | 'visitor' | 'idle',
  at: number,
  clientId?: string,
): Decision | null {
  if (conversation.state === 'closed') return null;
  const draft = new DecisionDraft(conversation, at);
  draft.append({ type: 'closed', by, ...(clientId !== undefined && { clientId }) });
  draft.set({
    state: 'closed',
    botDue: [],
    ownerName: null,
    waitingSince: null,
    urgent: false,
    promisedFor: null,
    unsureStreak: 0,
    context: null,
    // An idle end is a pause: the form waits for the visitor, who may come back in a week.
    form: by === 'idle' ? draft.next.form : null,
  });
  return draft.done();
}

/** What the visitor says next is about the same ticket. */
function touchedLast(tickets: readonly number[], ticket: number): readonly number[] {
  return tickets.at(-1) === ticket ? tickets : [...tickets.filter((each) => each !== ticket), ticket];
}

function stepIn(draft: DecisionDraft, name: string): void {
  const before = draft.next;
  if (before.state === 'closed') draft.append({ type: 'reopened' });
  if (before.state !== 'owner' || before.ownerName !== name) draft.append({ type: 'takeover', name });
  // The one who was awaited is here, but has not answered yet: what waits goes on waiting until the first word.
  const waitingSince = before.waitingSince ?? (before.botDue.length > 0 ? before.lastVisitorAt : null);
  draft.set({
    state: 'owner',
    ownerName: name,
    botDue: [],
    waitingSince,
    unsureStreak: 0,
    context: withoutThread(before.context),
    form: pausedForm(before.form),
  });
}
