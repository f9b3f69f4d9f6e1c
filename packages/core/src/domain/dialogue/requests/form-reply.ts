import type { BotReply } from '../../conversation/bot-commands.ts';
import { BUILT_IN } from '../../faq.ts';
import type { Link } from '../../faq.ts';
import { readWish } from '../actions/read-choice.ts';
import { afterAnswer, NOTHING_YET, offering } from '../dialogue-context.ts';
import type { DialogueContext } from '../dialogue-context.ts';
import { localize } from '../../locale.ts';
import { dayAt } from '../forms/calendar-day.ts';
import type { FormStep } from '../forms/form-draft.ts';
import type { FormEvent } from '../forms/form-event.ts';
import type { FormState, OfferedValue, SlotValue } from '../forms/form-state.ts';
import { formTexts } from '../forms/voiced-form-texts.ts';
import { NOTHING_KNOWN } from '../forms/forms-input.ts';
import type { FormsInput } from '../forms/forms-input.ts';
import { kindOf } from '../forms/form.ts';
import type { Form, Slot, SlotType } from '../forms/form.ts';
import { saysBirth } from '../forms/read-birth.ts';
import { spokenDigits } from '../../words/spoken-digits.ts';
import { stepForm } from '../forms/step-form.ts';
import { say } from '../turn.ts';
import type { Guesses, Turn } from '../turn.ts';

/** Begins a form, with the words that asked for it. @param told what they say besides what the form finds in them, by slot */
export function startForm(
  turn: Turn,
  form: Form,
  words: string,
  before: readonly FormLead[],
  guesses: Guesses,
  told: Readonly<Record<string, SlotValue>> = {},
): BotReply {
  const begun = stepForm(null, beginning(turn, form, words, told), worldOf(turn));
  const reply = replyOf(turn, null, begun);
  const lead = before.map(({ text }) => text).filter((text) => text !== '');
  reply.text = [...lead, reply.text].join('\n\n');
  reply.links = [...before.flatMap(({ links }) => links), ...reply.links];
  reply.reason = { ...reply.reason, guesses };
  return reply;
}

/** What the bot says before the first question: the form's own words, else the answer of the FAQ that starts it. */
export function introOf(turn: Turn, form: Form, answer: FormLead | null): FormLead[] {
  const own = localize(form.intro, turn.input.locale);
  if (own !== undefined) return [{ text: own, links: [] }];
  return answer === null ? [] : [answer];
}

/** Something that is said before a form's first question. */
export interface FormLead {
  readonly text: string;
  readonly links: readonly Link[];
}

/**
 * How many details of a form stand in the message, and whether one of them is a choice, which no other form has by chance.
 * @param besides not to be looked for
 */
export function toldOf(turn: Turn, form: Form, besides?: SlotType): { count: number; chosen: boolean } {
  const said = saidIn(turn, form, turn.input.text, besides);
  const { state } = stepForm(null, { type: 'begin', form: form.name, known: {}, ...said }, worldOf(turn));
  const told = form.slots.filter(({ name, type }) => type !== 'text' && state?.slots[name] !== undefined);
  return { count: told.length, chosen: told.some(({ type }) => type === 'choice') };
}

function beginning(turn: Turn, form: Form, words: string, known: Readonly<Record<string, SlotValue>>): FormEvent {
  const { known: ask, offered: offer, verified } = formsOf(turn);
  const all = Object.fromEntries(
    form.slots.flatMap((slot) => {
      const value = known[slot.name] ?? ask(slot);
      return value === undefined ? [] : [[slot.name, value]];
    }),
  );
  const likely = form.slots.flatMap((slot): [string, readonly OfferedValue[]][] => {
    const offered = all[slot.name] === undefined ? offer(slot) : [];
    return offered.length === 0 ? [] : [[slot.name, offered]];
  });
  return {
    type: 'begin',
    form: form.name,
    known: all,
    ...(likely.length > 0 && { offered: Object.fromEntries(likely) }),
    ...(verified && { verified: true }),
    ...saidIn(turn, form, words),
  };
}

export function saidIn(turn: Turn, form: Form, words = turn.input.text, besides?: SlotType) {
  const { now, locale, files } = turn.input;
  const { find, timeZone } = formsOf(turn);
  const slots = form.slots.filter((slot) => !slot.isBirth || isBirthDue(turn, slot, words));
  const kinds = [...new Set(slots.map(({ type }) => type))]
    .filter((type) => type !== 'text' && type !== 'choice' && type !== 'file')
    .filter((type) => type !== besides);
  const found = kinds.length === 0 || words === '' ? [] : find(spokenDigits(words), kinds);
  return { words, found, ...(files !== undefined && { files }), locale, at: now, today: dayAt(now, timeZone) };
}

/** Of the days that people speak of, hardly one is that of a birth. */
function isBirthDue({ input: { form } }: Turn, { name }: Slot, words: string): boolean {
  return form?.asking === name || form?.slots[name] !== undefined || saysBirth(words);
}

/** Everything that a step comes to, as one message of the bot. */
export function replyOf(turn: Turn, before: FormState | null, step: FormStep, aside: BotReply | null = null): BotReply {
  const { state, effects, texts: said, isAside } = collect(turn, step, aside);
  const name = state?.form ?? before?.form;
  const reply = say(said.join('\n\n'), { kind: 'form', guesses: [], ...(name !== undefined && { form: name }) });
  reply.form = state;
  if (isAside && aside !== null) {
    reply.links = aside.links;
    reply.reason = { ...aside.reason, ...(reply.reason.form !== undefined && { form: reply.reason.form }) };
    if (aside.context !== undefined) reply.context = aside.context;
  }
  for (const effect of effects) {
    if (effect.type === 'say') {
      reply.quickReplies = effect.quickReplies;
      if (effect.ask === undefined) delete reply.ask;
      else reply.ask = effect.ask;
    } else if (effect.type === 'unanswered') {
      reply.reason = { ...reply.reason, kind: 'unsure', guesses: turn.guesses };
      reply.context = offering(turn.context, [BUILT_IN.person], turn.input.now);
    } else if (effect.type === 'ticket') {
      reply.tickets = [...(reply.tickets ?? []), effect.draft];
    } else if (effect.type === 'end') {
      const context = knowing(turn, name, effect.known, reply.context ?? turn.context);
      if (context !== null) reply.context = context;
    } else if (effect.type === 'action') {
      const wish = before === null && name !== undefined ? wishOf(turn, name) : null;
      reply.action = { name: effect.name, slots: effect.slots, ...(wish !== null && { input: { do: 'start', wish } }) };
      // Who asks once more of the order that was just looked up is not asked which one.
      const context = knowing(turn, name, effect.slots, reply.context ?? turn.context);
      if (context !== null) reply.context = context;
    }
  }
  if (isSensitive(turn, before) || isSensitive(turn, state)) reply.reason = { ...reply.reason, sensitive: true };
  return reply;
}

/** What the words that began an action want of it, where no detail is asked for that they could stand in. */
function wishOf(turn: Turn, form: string) {
  const { pressed, text } = turn.input;
  if (pressed !== undefined || turn.input.formBook?.byName.get(form)?.slots.length !== 0) return null;
  return readWish(text, formsOf(turn).find(text, ['date']));
}

/** Whoever said who they are, where they can be reached and what it is about is not asked for it again by the next form. */
function knowing(
  turn: Turn,
  form: string | undefined,
  known: Readonly<Record<string, SlotValue>>,
  before: DialogueContext | null,
): DialogueContext | null {
  const slots = turn.input.formBook?.byName.get(form ?? '')?.slots ?? [];
  const named = slots.flatMap(({ name, type, isName, isBirth }) => {
    const value = known[name]?.value;
    return value === undefined || type === 'file' ? [] : [{ kind: kindOf({ type, isName, isBirth }), value }];
  });
  if (named.length === 0) return null;
  const { intents, words } = before ?? NOTHING_YET;
  return afterAnswer(before, { intents, words, named, at: turn.input.now });
}

/** The effects in order, with those of the form that begins when this one has ended. */
function collect(turn: Turn, step: FormStep, aside: BotReply | null) {
  const texts: string[] = [];
  let { state } = step;
  const effects = [...step.effects];
  let isAside = false;
  for (const effect of effects) {
    if (effect.type === 'aside' && aside !== null) {
      texts.push(aside.text);
      isAside = true;
    } else if (effect.type === 'say' && effect.text !== '') {
      texts.push(effect.text);
    } else if (effect.type === 'end' && effect.next !== null) {
      const form = turn.input.formBook?.byName.get(effect.next.form);
      if (form === undefined) continue;
      const next = stepForm(null, beginning(turn, form, effect.next.words, effect.known), worldOf(turn));
      state = next.state && { ...next.state, next: effect.later };
      effects.push(...next.effects);
    }
  }
  return { state, effects, texts, isAside };
}

/** Whether words around this state may hold what reports and webhooks must not see. */
function isSensitive(turn: Turn, state: FormState | null): boolean {
  const form = state && turn.input.formBook?.byName.get(state.form);
  if (!form || state === null) return false;
  return form.slots.some(
    ({ name, sensitive }) => sensitive && (state.asking === name || state.slots[name] !== undefined),
  );
}

export function textsOf(turn: Turn) {
  return formTexts(turn.input.locale, turn.input.voice.address);
}

export function worldOf(turn: Turn) {
  return { forms: turn.input.formBook?.byName ?? new Map(), address: turn.input.voice.address };
}

function formsOf(turn: Turn): FormsInput {
  return turn.input.forms?.() ?? NOTHING_KNOWN;
}
