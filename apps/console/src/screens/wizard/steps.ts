import type { Session } from '../../state/api/api.ts';
import type { WizardTexts } from '../../texts/index.ts';
import { isGoodId, isHalfFaq, originsOf, promiseHoursOf, spanProblem } from './draft.ts';
import type { Draft } from './draft.ts';

export const STEPS = ['business', 'languages', 'hours', 'colours', 'faqs', 'test', 'snippet'] as const;
export type Step = (typeof STEPS)[number];

/** What is wrong with a step, beside the field that it belongs to. */
export interface Problem {
  field: 'name' | 'id' | 'web' | 'promise' | 'emergency' | 'step';
  text: string;
}

export interface StepProps {
  draft: Draft;
  change(changes: Partial<Draft>): void;
  problem: Problem | null;
  /** An existing site is changed: its id stays. */
  editing: boolean;
}

/** The first thing that is wrong with a step, or null. */
export function problemOf(
  step: Step,
  draft: Draft,
  editing: boolean,
  sites: Session['sites'],
  w: WizardTexts,
): Problem | null {
  if (step === 'business') {
    if (draft.name.trim() === '') return { field: 'name', text: w.business.nameMissing };
    if (!editing && !isGoodId(draft.id)) return { field: 'id', text: w.business.idWrong };
    if (!editing && sites.some(({ id }) => id === draft.id)) return { field: 'id', text: w.business.idTaken };
    if (originsOf(draft.web) === null) return { field: 'web', text: w.business.webWrong };
  }
  if (step === 'languages' && draft.languages.length === 0) return { field: 'step', text: w.languages.none };
  if (step === 'hours') {
    const wrong = Object.values(draft.hours).flat().map(spanProblem).find(Boolean);
    if (wrong) return { field: 'step', text: wrong === 'missing' ? w.hours.missing : w.hours.wrong };
    if (promiseHoursOf(draft.promiseHours) === null) return { field: 'promise', text: w.hours.promiseWrong };
  }
  if (step === 'faqs' && draft.pack?.knowsEmergencies && !/\d/.test(draft.emergencyNumber)) {
    return { field: 'emergency', text: w.faqs.emergencyMissing };
  }
  if (step === 'faqs' && draft.faqs.some((faq) => isHalfFaq(faq, draft.languages))) {
    return { field: 'step', text: w.faqs.half };
  }
  return null;
}
