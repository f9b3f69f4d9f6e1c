import { ASKING } from './form-state.ts';
import type { FormState } from './form-state.ts';

/**
 * While a person has the conversation a form rests: when the bot is back it says where things stand, and asks. The message that
 * set a step of its action going is the person's to answer now: the step's result, if the bot is back for it, is news of its own.
 */
export function pausedForm(form: FormState | null): FormState | null {
  if (form === null || form.asking === ASKING.resume) return form;
  const paused: FormState = { ...form, asking: ASKING.resume, bad: 0 };
  if (form.run?.answers === undefined) return paused;
  const { answers: _answers, ...run } = form.run;
  return { ...paused, run };
}
