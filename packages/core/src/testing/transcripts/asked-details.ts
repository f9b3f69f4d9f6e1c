import { ASKING } from '../../domain/dialogue/forms/form-state.ts';

/** Questions about the form itself. */
const NO_DETAILS: ReadonlySet<string> = new Set(Object.values(ASKING));

/** The details that questions asked for, each once. @param slots what each question asked for, `confirm` and the like among them */
export function askedDetails(slots: readonly string[]): string[] {
  return [...new Set(slots)].filter((slot) => !NO_DETAILS.has(slot));
}
