import type { SlotValue } from '../dialogue/forms/form-state.ts';
import type { Locale } from '../locale.ts';
import type { ActionInput } from './action-run.ts';

/** A step of an action, as it waits in the outbox: all that it depends on besides the records. */
export interface ActionPayload {
  readonly action: string;
  /** Public id of the conversation. */
  readonly conversation: string;
  readonly run: string;
  readonly key: string;
  readonly input: ActionInput;
  readonly moves: string | null;
  readonly form: string;
  readonly slots: Readonly<Record<string, SlotValue>>;
  readonly locale: Locale;
}
