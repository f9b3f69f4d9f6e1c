import type { ActionOutcome } from '../../domain/action/action-outcome.ts';
import type { ActionPayload } from '../../domain/action/action-payload.ts';
import { botTells } from '../../domain/conversation/bot-commands.ts';
import type { BotReply } from '../../domain/conversation/bot-commands.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { Decision } from '../../domain/conversation/decision.ts';
import type { FormState, SlotValue } from '../../domain/dialogue/forms/form-state.ts';
import { buttonIntent } from '../../domain/dialogue/forms/form-button.ts';
import { MOST_PROMPTS } from '../../domain/dialogue/forms/ask-next.ts';
import { formTexts } from '../../domain/dialogue/forms/voiced-form-texts.ts';
import type { FormTexts } from '../../domain/dialogue/forms/form-texts.ts';
import { BUILT_IN } from '../../domain/faq.ts';
import type { QuickReply } from '../../domain/faq.ts';
import { formBook } from '../../domain/dialogue/forms/form-book.ts';
import type { Form, Slot } from '../../domain/dialogue/forms/form.ts';
import { localize } from '../../domain/locale.ts';
import type { Site } from '../../domain/site.ts';
import type { Desk } from '../desk.ts';
import { withTickets } from '../tickets/open-tickets.ts';
import type { TicketHand } from '../tickets/ticket-hand.ts';

/** Whether this step's result is still waited for, with the bot talking. */
export function isAwaited({ state, form }: Conversation, { run }: Pick<ActionPayload, 'run'>): boolean {
  return state === 'bot' && form?.run?.id === run && form.run.state === 'running';
}

/**
 * The result as another turn of the bot, with the tickets and mails that it causes. Null when it is not awaited any more: it
 * was told before a crash, or somebody took over, or the visitor has left.
 */
export function tellOutcome(
  desk: Desk,
  site: Site,
  conversation: Conversation,
  payload: ActionPayload,
  outcome: ActionOutcome,
  hand: TicketHand,
): Decision | null {
  const { form } = conversation;
  if (form === null || !isAwaited(conversation, payload)) return null;
  const knowledge = desk.knowledge.of(site.id);
  const { byName } = formBook(knowledge?.forms ?? []);
  const texts = formTexts(conversation.locale, site.voice.address);
  const reply = replyOf(form, byName, conversation, texts, outcome, desk.clock.now());
  const made = withTickets(desk, site, { conversation, text: '', knowledge }, reply, hand);
  const decision = botTells(conversation, made, desk.clock.now(), form.run?.answers);
  if (decision === null || outcome.outbox.length === 0) return decision;
  return { ...decision, outbox: [...(decision.outbox ?? []), ...outcome.outbox] };
}

function replyOf(
  form: FormState,
  forms: ReadonlyMap<string, Form>,
  { locale }: Conversation,
  texts: FormTexts,
  outcome: ActionOutcome,
  at: number,
): BotReply {
  const definition = forms.get(form.form) ?? null;
  const { after, buttons, links, text, ticket } = outcome;
  const reply: BotReply = {
    ...{ text, quickReplies: [...buttons], links: [...links], handoff: null, promisedFor: null, unsureStreak: 0 },
    reason: {
      kind: 'form',
      guesses: [],
      form: form.form,
      ...(holdsSensitive(form, definition) && { sensitive: true }),
    },
    ...(ticket !== undefined && { tickets: [ticket] }),
    form: null,
  };
  if (after.kind === 'choose' && form.run !== undefined) {
    const { run } = form;
    const { day: _day, moves: _moves, answers: _answers, ...rest } = run;
    const { moves, day } = after;
    const chosen = { ...(moves !== undefined && { moves }), ...(day !== undefined && { day }) };
    const open = { ...rest, ...chosen, state: 'choosing' as const, offered: buttons, question: text };
    return { ...reply, form: { ...form, run: open, bad: 0, at } };
  }
  const slot = after.kind === 'ask' ? definition?.slots.find(({ name }) => name === after.slot) : undefined;
  if (after.kind === 'ask' && slot !== undefined) {
    // As in a form: who was asked the same three times is not asked so again, and has a person in reach.
    const often = (form.prompts[slot.name] ?? 0) >= MOST_PROMPTS;
    const prompt = often ? texts.shortly(localize(slot.label, locale) ?? slot.name) : localize(slot.prompt, locale);
    const wayOut = [
      { label: texts.talkToPerson, intent: BUILT_IN.person },
      { label: texts.cancel, intent: buttonIntent('cancel') },
    ];
    return {
      ...reply,
      text: `${text}\n\n${prompt ?? slot.name}`,
      quickReplies: [...before(form, slot), ...reply.quickReplies, ...(often ? wayOut : [])],
      ask: { slot: slot.name, type: slot.type, purpose: localize(slot.purpose, locale) ?? '' },
      form: askedAnew(form, slot, after, at),
    };
  }
  return { ...reply, quickReplies: [...nextForms(form, locale, forms), ...reply.quickReplies] };
}

/** What was said before, a tap away: of a number and an address that do not fit, one is right. */
function before({ slots }: FormState, { name }: Slot): QuickReply[] {
  const said = slots[name];
  if (said === undefined) return [];
  return [{ label: said.shown ?? said.value, intent: buttonIntent('choose', name, said.value) }];
}

function askedAnew(
  { run: _run, ...form }: FormState,
  slot: Slot,
  { empty, slots: given }: Extract<ActionOutcome['after'], { kind: 'ask' }>,
  at: number,
): FormState {
  const said = Object.entries(given).map(([name, value]): [string, SlotValue] => [name, { value, from: 'known' }]);
  const slots = Object.fromEntries([...Object.entries(form.slots), ...said].filter(([name]) => !empty.includes(name)));
  const skipped = form.skipped.filter((name) => !empty.includes(name));
  const prompts = { ...form.prompts, [slot.name]: (form.prompts[slot.name] ?? 0) + 1 };
  const told = form.slots[slot.name];
  const likely = told === undefined ? [] : [{ value: told.value, label: told.shown ?? told.value }];
  const offered = { ...form.offered, [slot.name]: likely };
  return { ...form, slots, skipped, prompts, offered, asking: slot.name, bad: 0, at };
}

/** What was asked for meanwhile can be begun now. */
function nextForms({ next }: FormState, locale: Conversation['locale'], forms: ReadonlyMap<string, Form>) {
  return next.map(({ form }) => {
    const label = localize(forms.get(form)?.title ?? {}, locale) ?? form;
    return { label, intent: buttonIntent('begin', form) };
  });
}

function holdsSensitive(form: FormState, definition: Form | null): boolean {
  return definition?.slots.some(({ name, sensitive }) => sensitive && form.slots[name] !== undefined) === true;
}
