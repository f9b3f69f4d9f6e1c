import type { Attachment } from '../domain/attachment/attachment.ts';
import type { Entity } from '../domain/entity.ts';
import type { Locale } from '../domain/locale.ts';
import type { Ask, FormEffect } from '../domain/dialogue/forms/form-effect.ts';
import type { FormEvent, Heard } from '../domain/dialogue/forms/form-event.ts';
import type { FormState, SlotValue } from '../domain/dialogue/forms/form-state.ts';
import type { Form } from '../domain/dialogue/forms/form.ts';
import { stepForm } from '../domain/dialogue/forms/step-form.ts';
import type { TicketDraft } from '../domain/ticket/ticket-draft.ts';

/** Finds what tests name: `TL-1042`, `a@b.example`, `+4930123456`, `2026-12-03` (also with `T10:00`), `EUR 5.00`. */
export function findPlainly(text: string): Entity[] {
  const kinds: readonly [Entity['kind'], RegExp][] = [
    ['order', /\bTL-\d{4}\b/g],
    ['email', /[\w.]+@[\w.]+\w/g],
    ['phone', /\+\d{7,15}/g],
    ['date', /\b\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?/g],
    ['amount', /\b[A-Z]{3} \d+\.\d{2}\b/g],
  ];
  const found = kinds.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => {
      const place = { value: match[0], text: match[0], start: match.index, end: match.index + match[0].length };
      return { kind, ...place, timeIsCertain: match[0].includes('T'), amount: 0, currency: '' } as Entity;
    }),
  );
  return found.sort((first, second) => first.start - second.start);
}

/** A talk with the form engine alone, with every event kept. */
export class FormTalk {
  state: FormState | null = null;
  effects: readonly FormEffect[] = [];
  readonly events: FormEvent[] = [];
  readonly #forms: ReadonlyMap<string, Form>;
  #now: number;
  locale: Locale = 'en';

  /** @param now 1 December 2026, unless it is told. UTC milliseconds. */
  constructor(forms: readonly Form[], now = Date.UTC(2026, 11, 1, 12)) {
    this.#forms = new Map(forms.map((form) => [form.name, form]));
    this.#now = now;
  }

  begin(form: string, words = '', known: Readonly<Record<string, SlotValue>> = {}): this {
    return this.#step({ type: 'begin', form, known, ...this.#said(words) });
  }

  /** Sends files, with words or without. */
  send(files: readonly Attachment[], words = ''): this {
    return this.#step({ type: 'words', pressed: null, heard: null, ...this.#said(words), files });
  }

  /** @param found what is named in the words, where it is not what `findPlainly` finds */
  say(words: string, heard: Heard = null, found?: readonly Entity[]): this {
    return this.#step({ type: 'words', pressed: null, heard, ...this.#said(words), ...(found && { found }) });
  }

  press(pressed: string): this {
    return this.#step({ type: 'words', pressed, heard: null, ...this.#said('') });
  }

  back(): this {
    return this.#step({ type: 'return', ...this.#said('') });
  }

  later(ms: number): this {
    this.#now += ms;
    return this;
  }

  /** What the bot said at the last step. */
  get text(): string {
    return this.effects.flatMap((effect) => (effect.type === 'say' ? [effect.text] : [])).join('\n\n');
  }

  get buttons(): string[] {
    const said = this.effects.filter((effect) => effect.type === 'say').at(-1);
    return (said?.quickReplies ?? []).map(({ label }) => label);
  }

  get ask(): Ask | undefined {
    return this.effects.filter((effect) => effect.type === 'say').at(-1)?.ask;
  }

  get ticket(): TicketDraft | undefined {
    return this.effects.find((effect) => effect.type === 'ticket')?.draft;
  }

  get kinds(): string[] {
    return this.effects.map(({ type }) => type);
  }

  /** The values by slot. */
  get values(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.state?.slots ?? {}).map(([name, { value }]) => [name, value]));
  }

  #said(words: string) {
    const today = new Date(this.#now).toISOString().slice(0, 10);
    return { words, found: findPlainly(words), locale: this.locale, at: this.#now, today };
  }

  #step(event: FormEvent): this {
    this.events.push(event);
    const { state, effects } = stepForm(this.state, event, { forms: this.#forms, address: '您' });
    this.state = state;
    this.effects = effects;
    this.#now += 1_000;
    return this;
  }
}
