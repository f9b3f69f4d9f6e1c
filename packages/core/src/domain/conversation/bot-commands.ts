import type { ActionInput } from '../action/action-run.ts';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';
import { ticketName } from '../ticket/ticket.ts';
import type { TicketChange } from '../ticket/ticket.ts';
import { withoutThread } from '../dialogue/dialogue-context.ts';
import type { DialogueContext } from '../dialogue/dialogue-context.ts';
import type { Ask } from '../dialogue/forms/form-effect.ts';
import { pausedForm } from '../dialogue/forms/pause-form.ts';
import type { FormState, SlotValue } from '../dialogue/forms/form-state.ts';
import type { Link, QuickReply } from '../faq.ts';
import type { TicketDraft } from '../ticket/ticket-draft.ts';
import type { Conversation } from './conversation.ts';
import { DecisionDraft } from './decision.ts';
import type { Decision, TicketConsent } from './decision.ts';
import type { BotReason, LogEntry } from './log-event.ts';

/** What the bot has decided to say. */
export interface BotReply {
  text: string;
  quickReplies: QuickReply[];
  links: Link[];
  reason: BotReason;
  /** Passes the conversation to a person, and why. */
  handoff: 'asked' | 'unsure' | 'emergency' | null;
  /** With a handoff while nobody is there: when an answer is promised. */
  promisedFor: number | null;
  unsureStreak: number;
  /** What to remember for the next message; left out: what was remembered stands. */
  context?: DialogueContext | null;
  /** The form that is open afterwards; left out: the one that was open stays as it is. */
  form?: FormState | null;
  /** Requests that were sent with the message before: tickets to be. */
  tickets?: readonly TicketDraft[];
  /** An action that was asked for, to be run. */
  action?: { name: string; slots: Readonly<Record<string, SlotValue>>; input?: ActionInput };
  /** What the message asks for. */
  ask?: Ask;
  /** The step that this asks for, as it waits to be run. */
  run?: Extract<OutboxEntry, { kind: 'action' }>;
  /** What these became: saved, told and confirmed with this reply. */
  opened?: OpenedTickets;
}

export interface OpenedTickets {
  tickets: readonly TicketChange[];
  outbox: readonly OutboxEntry[];
  consents: readonly TicketConsent[];
  /** Of their names. */
  prefix: string;
}

/**
 * The bot answers the message `replyTo`. Null when it is not owed any more: somebody took over, or closed, or it was
 * answered already. That is what keeps the bot silent even if it was computing an answer.
 */
export function botSpeaks(conversation: Conversation, replyTo: number, reply: BotReply, at: number): Decision | null {
  if (conversation.state !== 'bot' || !conversation.botDue.includes(replyTo)) return null;
  const draft = new DecisionDraft(conversation, at);
  // The handoff first: the bot's word about it, with its buttons, is then the last thing that the visitor reads.
  if (reply.handoff !== null) draft.append({ type: 'handoff', reason: reply.handoff });
  if (reply.opened !== undefined) open(draft, reply.opened);
  // A step whose result comes at once is answered by that result.
  if (reply.run === undefined || reply.text !== '') draft.append(botMessage(reply, replyTo), reply.reason);
  draft.set({ botDue: conversation.botDue.filter((seq) => seq !== replyTo), unsureStreak: reply.unsureStreak });
  if (reply.context !== undefined) draft.set({ context: reply.context });
  if (reply.form !== undefined) draft.set({ form: reply.form });
  if (reply.handoff !== null) {
    // What else was owed is the person's now.
    // A message that asks for something goes on asking, though a person is called.
    const asks = reply.ask !== undefined;
    draft.set({
      state: asks ? 'bot' : 'waiting',
      urgent: conversation.urgent || reply.handoff === 'emergency',
      botDue: [],
      unsureStreak: 0,
      context: withoutThread(draft.next.context),
      form: asks ? draft.next.form : pausedForm(draft.next.form),
      // Who went on with the bot meanwhile still waits, and an earlier promise stands.
      waitingSince: conversation.waitingSince ?? conversation.lastVisitorAt,
      promisedFor: conversation.promisedFor ?? reply.promisedFor,
    });
  }
  return decided(draft, reply);
}

/**
 * The bot tells what came of something that it was asked to do, as a turn of its own. Null when a person has the conversation,
 * or it has ended.
 * @param replyTo the message that this answers, where nothing was said to it yet
 */
export function botTells(conversation: Conversation, reply: BotReply, at: number, replyTo?: number): Decision | null {
  if (conversation.state !== 'bot') return null;
  const draft = new DecisionDraft(conversation, at);
  if (reply.opened !== undefined) open(draft, reply.opened);
  draft.append(botMessage(reply, replyTo), reply.reason);
  if (reply.form !== undefined) draft.set({ form: reply.form });
  return decided(draft, reply);
}

/** News of something that is long over, to whoever talks with the bot or has left. Null while a person has the conversation. */
export function botReports(conversation: Conversation, reply: BotReply, at: number): Decision | null {
  if (conversation.state !== 'bot' && conversation.state !== 'closed') return null;
  const draft = new DecisionDraft(conversation, at);
  if (conversation.state === 'closed') {
    draft.append({ type: 'reopened' });
    draft.set({ state: 'bot', unsureStreak: 0 });
  }
  draft.append(botMessage(reply), reply.reason);
  return draft.done();
}

function decided(draft: DecisionDraft, { opened, run }: BotReply): Decision {
  if (opened === undefined && run === undefined) return draft.done();
  const outbox = [...(opened?.outbox ?? []), ...(run === undefined ? [] : [run])];
  return {
    ...draft.done(),
    ...(opened !== undefined && { tickets: opened.tickets }),
    ...(opened !== undefined && opened.consents.length > 0 && { consents: opened.consents }),
    ...(outbox.length > 0 && { outbox }),
  };
}

/** The cards of the new tickets. From now on a person's word is awaited, whoever goes on talking meanwhile. */
function open(draft: DecisionDraft, { tickets, prefix }: OpenedTickets): void {
  for (const { expectedVersion, next } of tickets) {
    if (expectedVersion > 0) continue;
    draft.append({ type: 'ticket', number: next.number, name: ticketName(prefix, next.number), state: next.state });
    draft.set({
      tickets: [...draft.next.tickets, next.number],
      waitingSince: draft.next.waitingSince ?? draft.at,
      promisedFor: draft.next.promisedFor ?? next.dueAt,
    });
  }
}

/** The bot speaks for an owner who is silent, with the ticket that this becomes. Null when the owner is not awaited, or a promise stands already. */
export function promise(conversation: Conversation, reply: BotReply, at: number): Decision | null {
  const awaited = conversation.state === 'waiting' || conversation.state === 'owner';
  if (!awaited || conversation.waitingSince === null || conversation.promisedFor !== null) return null;
  const draft = new DecisionDraft(conversation, at);
  draft.set({ promisedFor: reply.promisedFor });
  if (reply.opened !== undefined) open(draft, reply.opened);
  draft.append(botMessage(reply), reply.reason);
  return decided(draft, reply);
}

type BotEntry = Extract<LogEntry, { type: 'bot_message' }>;

export function botMessage(reply: BotReply, replyTo?: number): BotEntry {
  const entry: { -readonly [K in keyof BotEntry]: BotEntry[K] } = { type: 'bot_message', text: reply.text };
  if (replyTo !== undefined) entry.replyTo = replyTo;
  if (reply.quickReplies.length > 0) entry.quickReplies = reply.quickReplies;
  if (reply.links.length > 0) entry.links = reply.links;
  if (reply.ask !== undefined) entry.ask = reply.ask;
  return entry;
}
