import { localize } from '@solodesk/core';
import type { Form, FormState, Locale, LogEntry } from '@solodesk/core';

type BotMessage = Extract<LogEntry, { type: 'bot_message' }>;

/** The same question is said so often to one visitor about one form. */
const MOST = 3;

/** Counts how often a form says the same question, and how often in a row the same message. */
export class PromptCount {
  readonly #prompts = new Map<string, number>();
  #last = '';
  #inARow = 0;

  /** @returns what is wrong; null when nothing is */
  note(
    before: FormState | null,
    after: FormState | null,
    answer: BotMessage | null,
    forms: readonly Form[],
    locale: Locale,
  ): string | null {
    // Begun anew: it counts anew.
    if (after === null || before?.form !== after.form || Object.keys(after.prompts).length <= 1) this.#prompts.clear();
    if (answer === null || after === null) return null;
    this.#inARow = answer.text === this.#last ? this.#inARow + 1 : 1;
    this.#last = answer.text;
    if (this.#inARow > MOST) return `said ${this.#inARow} times in a row: ${answer.text}`;
    const slot = forms.find(({ name }) => name === after.form)?.slots.find(({ name }) => name === answer.ask?.slot);
    const prompt = slot === undefined ? undefined : localize(slot.prompt, locale);
    if (slot === undefined || prompt === undefined || !answer.text.endsWith(prompt)) return null;
    const count = (this.#prompts.get(slot.name) ?? 0) + 1;
    this.#prompts.set(slot.name, count);
    return count > MOST ? `asked ${count} times: ${prompt}` : null;
  }
}
