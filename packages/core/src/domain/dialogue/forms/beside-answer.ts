import { EXPLAIN_AT, askAgain, askNext } from './ask-next.ts';
import type { FormDraft } from './form-draft.ts';
import type { WordsEvent } from './form-event.ts';
import { takeInPassing } from './take-in-passing.ts';

/** Takes what was told besides, and goes on with the question. False when that is nothing. */
export function takesNote(draft: FormDraft): boolean {
  const taken = takeInPassing(draft, {});
  if (taken.length === 0) return false;
  draft.lead(draft.texts.noted(draft.lines(taken)));
  askNext(draft);
  return true;
}

/** Files alone are no bad answer, though the form has no place for them: the ticket comes with the talk, where they stand. */
export function keepsFiles(draft: FormDraft, { files, words }: WordsEvent): boolean {
  if (files === undefined || words.trim() !== '') return false;
  draft.lead(draft.texts.fileCame);
  askAgain(draft);
  return true;
}

/** Something else in between; false when there is nothing else in the words. */
export function digress(draft: FormDraft, { heard }: WordsEvent): boolean {
  if (heard === null) return false;
  if (heard.kind === 'elsewhere' || heard.kind === 'perhaps') {
    if (draft.state.bad + 1 < EXPLAIN_AT) {
      saysAside(draft);
      return true;
    }
    // More than once in a row, the ways out are said as well.
    draft.aside();
    return false;
  }
  if (heard.kind === 'own') {
    if (draft.asked !== null) draft.lead(draft.texts.because(draft.label(draft.asked), draft.purpose(draft.asked)));
  } else if (heard.kind === 'form') {
    if (!draft.noteNext(heard.form)) return false;
    const other = draft.otherTitle(heard.form);
    draft.lead(draft.texts.next(other));
  } else {
    draft.aside();
  }
  askAgain(draft);
  return true;
}

/** "Did you mean", or which languages are spoken, in theirs: the question stands, and has no answer yet. */
export function saysAside(draft: FormDraft): void {
  draft.set({ bad: draft.state.bad + 1 });
  draft.aside();
  askAgain(draft);
}
