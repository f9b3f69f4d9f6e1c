/** Buttons of forms carry such intents: `solodesk.form.skip.phone`, `solodesk.form.choose.reason.damaged`. */
export const FORM_BUTTON = 'solodesk.form.';

export type ButtonVerb = 'send' | 'change' | 'cancel' | 'skip' | 'go-on' | 'restart' | 'choose' | 'begin';

export function buttonIntent(verb: ButtonVerb, slot?: string, value?: string): string {
  return FORM_BUTTON + [verb, slot, value].filter((part) => part !== undefined).join('.');
}

const SAYS_NOTHING = new Set(['send', 'change', 'cancel', 'skip', 'go-on', 'restart']);

/** Whether the words of a message are no more than a step of a form: "Send", "Skip". */
export function isBareStep(intent: string): boolean {
  const button = readButton(intent);
  return button !== null && SAYS_NOTHING.has(button.verb);
}

export interface PressedButton {
  readonly verb: string;
  readonly slot: string | null;
  readonly value: string | null;
}

/** Null when the intent is of no form's button. */
export function readButton(intent: string): PressedButton | null {
  if (!intent.startsWith(FORM_BUTTON)) return null;
  const [verb = '', slot = null, ...value] = intent.slice(FORM_BUTTON.length).split('.');
  // An order's number may hold dots.
  return { verb, slot, value: value.length === 0 ? null : value.join('.') };
}
