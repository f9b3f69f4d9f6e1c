import { ASKING } from './form-state.ts';
import type { FormState } from './form-state.ts';

/** While a person has the conversation a form rests: when the bot is back it says where things stand, and asks. */
export function pausedForm(form: FormState | null): FormState | null {
  return form === null || form.asking === ASKING.resume ? form : { ...form, asking: ASKING.resume, bad: 0 };
}
