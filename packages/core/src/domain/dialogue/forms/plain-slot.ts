import type { Slot } from './form.ts';

/** What most slots are; a form says only how one differs. */
export const PLAIN_SLOT: Pick<
  Slot,
  | 'sensitive'
  | 'required'
  | 'requiredIf'
  | 'choices'
  | 'length'
  | 'days'
  | 'withTime'
  | 'fromOpening'
  | 'isName'
  | 'invalid'
> = {
  sensitive: false,
  required: true,
  requiredIf: null,
  choices: [],
  length: null,
  days: null,
  withTime: false,
  fromOpening: false,
  isName: false,
  invalid: {},
};
