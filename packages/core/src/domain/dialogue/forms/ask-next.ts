import { localize } from '../../locale.ts';
import type { QuickReply } from '../../faq.ts';
import { BUILT_IN } from '../../faq.ts';
import { isDue, isMissing, isReplaced } from './draft-ticket.ts';
import type { Slot } from './form.ts';
import type { FormDraft } from './form-draft.ts';
import { ASKING } from './form-state.ts';
import { sendForm } from './send-form.ts';

/** The same question is said so often; then its name alone. */
export const MOST_PROMPTS = 3;

/** Answers in a row that were none, after which the bot explains and offers a person. */
export const EXPLAIN_AT = 3;

const CONFIRM = { slot: ASKING.confirm, type: 'confirm', purpose: '' } as const;

/** The first slot that is still to be asked for, else the summary. */
export function askNext(draft: FormDraft): void {
  const slot = draft.form.slots.find((one) => isOpen(draft, one));
  if (slot !== undefined) askFor(draft, slot);
  else if (draft.form.unconfirmed) sendForm(draft);
  else askToSend(draft);
}

/** Not filled, not skipped, and wanted: an optional slot is asked for once. */
function isOpen(draft: FormDraft, slot: Slot): boolean {
  const { form, state } = draft;
  if (slot.insteadOf !== undefined || isReplaced(form, slot, state)) return false;
  if (state.slots[slot.name] !== undefined || state.skipped.includes(slot.name)) return false;
  return slot.requiredIf === null || isDue(slot, state);
}

/** Asks for a slot; a question that was said three times already is cut down to its name. */
export function askFor(draft: FormDraft, slot: Slot): void {
  const said = draft.state.prompts[slot.name] ?? 0;
  const bad = draft.state.asking === slot.name ? draft.state.bad : 0;
  draft.set({ asking: slot.name, bad, prompts: { ...draft.state.prompts, [slot.name]: said + 1 } });
  const prompt = localize(slot.prompt, draft.event.locale) ?? draft.label(slot);
  draft.say(
    said < MOST_PROMPTS ? prompt : draft.texts.shortly(draft.label(slot)),
    slotButtons(draft, slot),
    draft.ask(slot),
  );
}

/** After something in between: back to what was asked, without a question that was said too often. */
export function askAgain(draft: FormDraft): void {
  const { asked, state, texts } = draft;
  if (state.asking === ASKING.resume) return askAgainToResume(draft);
  if (asked === null) return remindToSend(draft);
  if ((state.prompts[asked.name] ?? 0) < MOST_PROMPTS) return askFor(draft, asked);
  const text = draft.hasLead ? '' : texts.shortly(draft.label(asked));
  draft.say(text, [...slotButtons(draft, asked), draft.button('cancel', texts.cancel)], draft.ask(asked));
}

/** The summary, with what may be done with it. */
export function askToSend(draft: FormDraft): void {
  const { texts, state } = draft;
  const said = state.prompts[ASKING.confirm] ?? 0;
  const prompts = { ...state.prompts, [ASKING.confirm]: said + 1 };
  draft.set({ asking: ASKING.confirm, bad: 0, prompts });
  const missing = draft.form.slots.filter((slot) => isMissing(draft.form, slot, state));
  const known = draft.lines();
  if (known === '' && missing.length === 0) {
    return draft.say(texts.shallIDo(draft.title), confirmButtons(draft), CONFIRM);
  }
  const lines = [
    texts.summary(draft.title),
    known || texts.nothingKnown,
    ...(missing.length > 0 ? [texts.leftOut(missing.map((slot) => draft.label(slot)).join(', '))] : []),
    texts.shallISend,
  ];
  draft.say(lines.join('\n'), confirmButtons(draft), CONFIRM);
}

/** The choices among a slot's buttons. */
export function choiceButtons(draft: FormDraft, slot: Slot): QuickReply[] {
  return slotButtons(draft, slot).filter(({ intent }) => intent?.includes('.choose.') === true);
}

/** The question under the summary once more, without the summary. */
export function remindToSend(draft: FormDraft): void {
  const said = draft.state.prompts[ASKING.confirm] ?? 0;
  draft.set({ asking: ASKING.confirm, prompts: { ...draft.state.prompts, [ASKING.confirm]: said + 1 } });
  const text = said > MOST_PROMPTS && draft.hasLead ? '' : draft.texts.sendOrChange;
  draft.say(text, confirmButtons(draft), CONFIRM);
}

export function askWhatToChange(draft: FormDraft, text: string): void {
  draft.set({ asking: ASKING.change });
  const { slots: filled, skipped } = draft.state;
  const slots = draft.form.slots.filter(({ name }) => filled[name] !== undefined || skipped.includes(name));
  draft.say(text, [
    ...slots.slice(0, 7).map((slot) => draft.button('change', draft.label(slot), slot.name)),
    draft.button('cancel', draft.texts.cancel),
  ]);
}

/** @param whole with the details so far; else the question alone */
export function askToResume(draft: FormDraft, whole: boolean): void {
  const { texts, state } = draft;
  const said = whole ? 0 : (state.prompts[ASKING.resume] ?? 0);
  draft.set({ asking: ASKING.resume, prompts: { ...state.prompts, [ASKING.resume]: said + 1 } });
  const text = whole ? texts.resume(draft.title, draft.lines() || texts.nothingKnown) : texts.resumeAgain(draft.title);
  draft.say(text, resumeButtons(draft));
}

/** Whoever was asked three times whether to go on, and did something else each time, is asked no more. */
function askAgainToResume(draft: FormDraft): void {
  if ((draft.state.prompts[ASKING.resume] ?? 0) < MOST_PROMPTS) return askToResume(draft, false);
  if (draft.hasLead) return draft.say('', resumeButtons(draft));
  draft.end('left', draft.texts.putAside(draft.title), [personButton(draft)]);
}

function resumeButtons(draft: FormDraft): QuickReply[] {
  const { texts } = draft;
  return [
    draft.button('go-on', texts.goOn),
    draft.button('restart', texts.restart),
    draft.button('cancel', texts.cancel),
  ];
}

export function confirmButtons(draft: FormDraft): QuickReply[] {
  const { texts } = draft;
  const cancel = draft.button('cancel', texts.cancel);
  if (draft.lines() === '') return [draft.button('send', texts.doIt), cancel];
  return [draft.button('send', texts.send), draft.button('change', texts.change), cancel];
}

export function personButton(draft: FormDraft): QuickReply {
  return { label: draft.texts.talkToPerson, intent: BUILT_IN.person };
}

/** What may be pressed instead of typing an answer. */
export function slotButtons(draft: FormDraft, slot: Slot): QuickReply[] {
  const { texts } = draft;
  const choices = slot.choices.map((choice) =>
    draft.button('choose', localize(choice.label, draft.event.locale) ?? choice.value, slot.name, choice.value),
  );
  const likely = (draft.state.offered?.[slot.name] ?? []).map(({ value, label }) =>
    draft.button('choose', label, slot.name, value),
  );
  const optional = !isDue(slot, draft.state);
  const first = (draft.state.prompts[slot.name] ?? 0) <= 1 && Object.keys(draft.state.prompts).length <= 1;
  return [
    ...choices,
    ...likely,
    ...(optional ? [draft.button('skip', texts.skip, slot.name)] : []),
    ...(first ? [draft.button('cancel', texts.cancel)] : []),
  ];
}
