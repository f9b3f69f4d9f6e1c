import { askNext, askToResume } from './ask-next.ts';
import { answerConfirm, answerChange, answerResume, answerSlot } from './take-answer.ts';
import { obey } from './obey-command.ts';
import { obeyButton } from './obey-button.ts';
import { FormDraft } from './form-draft.ts';
import type { FormStep, FormWorld } from './form-draft.ts';
import type { FormEvent, WordsEvent } from './form-event.ts';
import { ASKING } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { readCommand } from './form-command.ts';
import { takeInPassing } from './take-in-passing.ts';

/** After so long without a word the visitor is asked whether to go on. */
const LONG_PAUSE_MS = 60 * 60_000;

/**
 * One step of a form: state + event → state + effects. Pure, and all plain JSON, so that a log of events stepped through
 * again comes to the same state.
 * @param state null before the form has begun
 * @returns the state null when no form is open (any more): it was sent, cancelled, or its file is gone
 */
export function stepForm(state: FormState | null, event: FormEvent, world: FormWorld): FormStep {
  if (event.type === 'begin') return begin(event, world);
  const form = state === null ? undefined : world.forms.get(state.form);
  if (state === null || form === undefined) return { state: null, effects: [] };
  const draft = new FormDraft(form, state, event, world);
  if (event.type === 'return') askToResume(draft, true);
  else words(draft, event, event.at - state.at > LONG_PAUSE_MS);
  return draft.done();
}

function begin(event: Extract<FormEvent, { type: 'begin' }>, world: FormWorld): FormStep {
  const form = world.forms.get(event.form);
  if (form === undefined) return { state: null, effects: [] };
  const empty: FormState = {
    ...{ form: form.name, slots: {}, skipped: [], asking: null, bad: 0, prompts: {}, next: [], at: event.at },
    ...(event.offered !== undefined && { offered: event.offered }),
  };
  const draft = new FormDraft(form, empty, event, world);
  const taken = takeInPassing(draft, { opening: true });
  if (taken.length > 0) draft.lead(draft.texts.noted(draft.lines(taken)));
  for (const slot of form.slots) {
    const known = event.known[slot.name];
    if (known !== undefined && draft.state.slots[slot.name] === undefined) draft.fill(slot, known);
  }
  for (const slot of form.slots) {
    if (event.verified && slot.unlessVerified && draft.state.slots[slot.name] === undefined) draft.skip(slot);
  }
  askNext(draft);
  return draft.done();
}

function words(draft: FormDraft, event: WordsEvent, wasLong: boolean): void {
  if (event.pressed !== null && obeyButton(draft, event.pressed)) return;
  const command = readCommand(event.words, draft.form);
  if (command?.verb === 'cancel' && obey(draft, command)) return;
  if (wasLong && draft.state.asking !== ASKING.resume) return afterPause(draft, event);
  if (command !== null && obey(draft, command)) return;
  switch (draft.state.asking) {
    case ASKING.confirm:
      return answerConfirm(draft, event);
    case ASKING.change:
      return answerChange(draft, event);
    case ASKING.resume:
      return answerResume(draft, event);
    case null:
      return askNext(draft);
    default:
      if (draft.asked === null) return askNext(draft);
      return answerSlot(draft, event, draft.asked);
  }
}

/** Whatever the first words after a week say, they are not lost: but the visitor is told what was in progress. Who answers the question goes on. */
function afterPause(draft: FormDraft, event: WordsEvent): void {
  const taken = takeInPassing(draft, { opening: false });
  const isOther = event.heard !== null && !['elsewhere', 'perhaps'].includes(event.heard.kind);
  if (taken.length > 0 && !isOther) {
    draft.lead(draft.texts.noted(draft.lines(taken)));
    return askNext(draft);
  }
  if (event.heard !== null && event.heard.kind !== 'form') draft.aside();
  if (event.heard?.kind === 'form') draft.noteNext(event.heard.form);
  askToResume(draft, true);
}
