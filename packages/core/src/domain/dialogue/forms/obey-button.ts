import { askAgain, askFor, askNext, askWhatToChange } from './ask-next.ts';
import { readButton } from './form-button.ts';
import type { FormDraft } from './form-draft.ts';
import { ASKING } from './form-state.ts';
import { leaveOut, restart } from './obey-command.ts';
import { sendForm } from './send-form.ts';
import { changedWords } from './correct-answer.ts';

/** A pressed button, also one under an earlier message. False when it is of no form. */
export function obeyButton(draft: FormDraft, intent: string): boolean {
  const pressed = readButton(intent);
  if (pressed === null) return false;
  const slot = draft.slot(pressed.slot);
  switch (pressed.verb) {
    case 'send':
      if (draft.state.asking === ASKING.confirm) sendForm(draft);
      else askAgain(draft);
      return true;
    case 'change':
      if (slot === null) askWhatToChange(draft, draft.texts.whatToChange);
      else askFor(draft, slot);
      return true;
    case 'cancel':
      draft.cancel();
      return true;
    case 'skip':
      // A button is no slip of the tongue: it leaves out at once what it stands under.
      if (slot !== null && slot === draft.asked && draft.state.slots[slot.name] === undefined) leaveOut(draft, slot);
      else askNext(draft);
      return true;
    case 'begin':
      if (pressed.slot !== null && pressed.slot !== draft.form.name && draft.noteNext(pressed.slot)) {
        draft.lead(draft.texts.next(draft.otherTitle(pressed.slot)));
      }
      askAgain(draft);
      return true;
    case 'restart':
      restart(draft);
      return true;
    case 'choose':
      choose(draft, pressed.slot, pressed.value);
      return true;
    default:
      askNext(draft);
      return true;
  }
}

function choose(draft: FormDraft, name: string | null, value: string | null): void {
  const slot = draft.slot(name);
  const offered = [...(slot?.choices ?? []), ...(draft.state.offered?.[name ?? ''] ?? [])];
  const choice = offered.find((one) => one.value === value);
  if (slot === null || choice === undefined) return askAgain(draft);
  const before = draft.state.slots[slot.name];
  draft.fill(slot, { value: choice.value, from: 'said' });
  if (before !== undefined && before.value !== choice.value) draft.lead(changedWords(draft, slot));
  askNext(draft);
}
