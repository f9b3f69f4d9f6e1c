import type { ActionPayload } from '../../domain/action/action-payload.ts';
import type { ActionRun } from '../../domain/action/action-run.ts';
import { actionTexts } from '../../domain/action/voiced-action-texts.ts';
import type { BotReply } from '../../domain/conversation/bot-commands.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import { draftTicket } from '../../domain/dialogue/forms/draft-ticket.ts';
import { formBook } from '../../domain/dialogue/forms/form-book.ts';
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import type { Site } from '../../domain/site.ts';
import type { Desk } from '../desk.ts';

/**
 * The reply with the step of an action that it asks for: it waits in the outbox, saved by the same commit, and the form
 * remembers by its id that its result is awaited. What is our own takes a moment, and its result is the answer; a call to the
 * owner's system may take long, so something is said meanwhile. Nearly every reply asks for none, and comes back as it is.
 * @param seq of the message that asks for it
 */
export function withAction(desk: Desk, site: Site, conversation: Conversation, reply: BotReply, seq: number): BotReply {
  const { action, form } = reply;
  if (action === undefined || !form) return reply;
  const declared = site.actions.find(({ name }) => name === action.name);
  if (declared === undefined) return asTicket(desk, site, conversation, reply);
  const id = desk.ids.uuid();
  const before = form.run;
  const input = action.input ?? { do: 'start' };
  const moves = input.do === 'move' ? input.appointment : before?.moves;
  const isCall = declared.kind === 'call';
  const text = reply.text === '' && isCall ? actionTexts(conversation.locale, site.voice.address).moment : reply.text;
  const run: ActionRun = {
    ...{ action: action.name, id, key: before?.key ?? id, state: 'running', input },
    ...{ offered: before?.offered ?? [], question: before?.question ?? '' },
    ...(text === '' && { answers: seq }),
    ...(moves !== undefined && { moves }),
    ...(before?.day !== undefined && { day: before.day }),
  };
  const payload: ActionPayload = {
    ...{ action: action.name, conversation: conversation.id, run: id, key: run.key, input, moves: moves ?? null },
    ...{ form: form.form, slots: action.slots, locale: conversation.locale },
  };
  const entry: OutboxEntry = { id, kind: 'action', key: id, dueAt: desk.clock.now(), payload };
  return { ...reply, text, form: { ...form, run }, run: entry };
}

/** Its action was taken out of the site's file: a person does it. */
function asTicket(desk: Desk, site: Site, conversation: Conversation, reply: BotReply): BotReply {
  const state = reply.form;
  const { byName } = formBook(desk.knowledge.of(site.id)?.forms ?? []);
  const form = state ? byName.get(state.form) : undefined;
  if (!state || form === undefined) return { ...reply, form: null };
  return { ...reply, text: '', form: null, tickets: [draftTicket(form, state, conversation.locale)] };
}
