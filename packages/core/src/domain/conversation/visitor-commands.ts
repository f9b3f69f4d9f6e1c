import type { Attachment } from '../attachment/attachment.ts';
import { withoutThread } from '../dialogue/dialogue-context.ts';
import { pausedForm } from '../dialogue/forms/pause-form.ts';
import { ACTION } from '../faq.ts';
import { botMessage } from './bot-commands.ts';
import type { BotReply } from './bot-commands.ts';
import type { Conversation } from './conversation.ts';
import { DecisionDraft } from './decision.ts';
import type { Decision } from './decision.ts';
import { typedForBot } from './typed-for-bot.ts';

export interface VisitorWords {
  text: string;
  clientId: string;
  /** Of a pressed quick reply. */
  intent?: string;
  /** Its files; with them it may have no words. */
  attachments?: readonly Attachment[];
  /** They answer what a form asks for (a mail that names what is missing): it goes on, although a person was called, unless one has written. */
  toForm?: true;
}

/**
 * The visitor says something: reopens what was closed, and is owed an answer by the bot or by the owner.
 * @param warning said in the same breath, before anything that is computed, unless a person has the conversation
 */
export function visitorSpeaks(
  conversation: Conversation,
  words: VisitorWords,
  at: number,
  warning: BotReply | null = null,
): Decision {
  const draft = new DecisionDraft(conversation, at);
  if (conversation.state === 'closed') {
    draft.append({ type: 'reopened' });
    draft.set({ state: 'bot', unsureStreak: 0 });
  }
  const typed = mayWithdraw(conversation, words) ? typedForBot(words.text) : null;
  const dropsCall = typed?.intent === ACTION.dropCall;
  // A form that waits hears the words themselves.
  const intent = words.intent ?? (dropsCall && conversation.form !== null ? undefined : typed?.intent);
  const seq = draft.append({
    type: 'visitor_message',
    text: words.text,
    clientId: words.clientId,
    ...(intent !== undefined && { intent }),
    ...(words.attachments !== undefined && { attachments: words.attachments }),
  });
  draft.set({ lastVisitorAt: draft.at, unread: draft.next.unread + 1 });
  const goesOn = words.toForm === true && conversation.state === 'waiting' && conversation.form !== null;
  if (goesOn || typed !== null || (mayResumeBot(conversation) && isForBot(words.intent))) {
    draft.append({ type: 'hand_back', by: 'visitor' });
    // What was promised stands, and so does the question: the owner still finds it among those who wait.
    draft.set({ state: 'bot', ownerName: null, unsureStreak: 0 });
    // Not for who says that nobody need come.
    if (dropsCall) draft.set({ waitingSince: null, ...(conversation.tickets.length === 0 && { promisedFor: null }) });
  }
  if (warning !== null && draft.next.state !== 'owner') warn(draft, warning, seq);
  else if (draft.next.state === 'bot') draft.set({ botDue: [...draft.next.botDue, seq] });
  else draft.set({ waitingSince: draft.next.waitingSince ?? draft.at });
  return draft.done();
}

/** A person is called at once, and what else the bot owed is the person's now. */
function warn(draft: DecisionDraft, warning: BotReply, replyTo: number): void {
  if (draft.next.state === 'bot' && warning.handoff !== null)
    draft.append({ type: 'handoff', reason: warning.handoff });
  draft.append(botMessage(warning, replyTo), warning.reason);
  draft.set({
    state: 'waiting',
    urgent: draft.next.urgent || warning.handoff === 'emergency',
    botDue: [],
    unsureStreak: 0,
    context: withoutThread(draft.next.context),
    form: pausedForm(draft.next.form),
    waitingSince: draft.next.waitingSince ?? draft.at,
  });
}

/** A button that only the bot can follow. */
function isForBot(intent: string | undefined): boolean {
  return intent === ACTION.resumeBot || intent === ACTION.contact;
}

/** Nobody has come yet, and it is no danger, in which a person looks after them whatever they say. */
function mayWithdraw({ state, urgent }: Conversation, { intent, attachments }: VisitorWords): boolean {
  return state === 'waiting' && !urgent && intent === undefined && attachments === undefined;
}

/** While nobody has answered, the visitor may go back to the bot: always from waiting, from the owner after a promise. */
function mayResumeBot(conversation: Conversation): boolean {
  return conversation.state === 'waiting' || (conversation.state === 'owner' && conversation.promisedFor !== null);
}
