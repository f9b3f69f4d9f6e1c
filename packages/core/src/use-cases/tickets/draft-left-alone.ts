import type { BotReply } from '../../domain/conversation/bot-commands.ts';
import { draftTicket } from '../../domain/dialogue/forms/draft-ticket.ts';
import { formBook } from '../../domain/dialogue/forms/form-book.ts';
import type { FormState } from '../../domain/dialogue/forms/form-state.ts';
import type { Site } from '../../domain/site.ts';
import { WORDS } from '../../domain/ticket/follow-conversation.ts';
import { subjectOf } from '../../domain/ticket/ticket-draft.ts';
import type { TicketDraft } from '../../domain/ticket/ticket-draft.ts';
import { ticketTexts } from '../../domain/ticket/ticket-words.ts';
import type { Asking } from './asking.ts';

/**
 * What becomes a ticket because a person was called and nobody is there: what was typed must not wait unseen, also when its
 * writer goes away before a form has asked for the rest.
 */
export function draftLeftAlone(site: Site, asking: Asking, reply: BotReply): readonly TicketDraft[] {
  const { conversation } = asking;
  const { handoff, promisedFor, form } = reply;
  if (handoff === null || handoff === 'emergency' || promisedFor === null) return [];
  // A form that begins now holds the words already; one that came to nothing holds what was told so far.
  const told = formDraft(asking, form ?? conversation.form);
  if (told !== null) return [told];
  // What is said besides goes with the ticket that is there.
  return conversation.tickets.length > 0 ? [] : [draftOfWords(site, asking, handoff)];
}

/**
 * What becomes a ticket because a person who has been called says nothing: the form as it stands, else what the visitor has written
 * since. None where there is a ticket already.
 */
export function draftOfWaiting(site: Site, asking: Asking): readonly TicketDraft[] {
  const { conversation } = asking;
  if (conversation.tickets.length > 0) return [];
  return [formDraft(asking, conversation.form) ?? draftOfWords(site, asking, 'unsure')];
}

function formDraft({ conversation, knowledge }: Asking, state: FormState | null): TicketDraft | null {
  const form = state && formBook(knowledge?.forms ?? []).byName.get(state.form);
  return form && state !== null ? draftTicket(form, state, conversation.locale) : null;
}

/** Asking for a person says nothing yet about what for. */
function draftOfWords(site: Site, asking: Asking, handoff: BotReply['handoff']): TicketDraft {
  const { conversation, text, intent } = asking;
  const { locale } = conversation;
  const texts = ticketTexts(site.voice, locale);
  const base = { category: 'general', form: null, contact: {}, locale };
  if (intent !== undefined || text === '')
    return { ...base, subject: texts.wantsPerson, details: [], missing: [WORDS] };
  const details = [{ slot: WORDS, label: texts.words, value: text, sensitive: false }];
  return { ...base, subject: subjectOf(text), details, missing: handoff === 'asked' ? [WORDS] : [] };
}
