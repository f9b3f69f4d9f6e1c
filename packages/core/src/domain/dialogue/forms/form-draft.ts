import { localize } from '../../locale.ts';
import type { QuickReply } from '../../faq.ts';
import type { Form, Slot } from './form.ts';
import type { Ask, FormEffect } from './form-effect.ts';
import type { FormEvent } from './form-event.ts';
import type { FormState, SlotValue } from './form-state.ts';
import { draftTicket, isDue } from './draft-ticket.ts';
import { buttonIntent } from './form-button.ts';
import type { ButtonVerb } from './form-button.ts';
import { formTexts } from './voiced-form-texts.ts';
import type { FormTexts } from './form-texts.ts';
import { daysAfter } from './calendar-day.ts';
import { labelOf, showValue } from './show-value.ts';

/** What a step needs to know of the site. */
export interface FormWorld {
  readonly forms: ReadonlyMap<string, Form>;
  /** 您 or 你. */
  readonly address: string;
}

export interface FormStep {
  /** Null: no form is open any more. */
  readonly state: FormState | null;
  readonly effects: readonly FormEffect[];
}

/** UTF-16 units of the words that asked for another form. */
const LONGEST_NOTED = 500;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** One step of a form in the making: the state is changed here and nowhere else, and what is said is collected. */
export class FormDraft {
  readonly form: Form;
  readonly event: FormEvent;
  readonly texts: FormTexts;
  readonly #state: Writable<FormState>;
  readonly #effects: FormEffect[] = [];
  readonly #toldBefore: FormState['slots'];
  #ended = false;
  /** Said before whatever this step asks. */
  #lead: string[] = [];

  readonly #world: FormWorld;

  constructor(form: Form, state: FormState, event: FormEvent, world: FormWorld) {
    this.#world = world;
    this.form = form;
    this.event = event;
    this.texts = formTexts(event.locale, world.address);
    this.#state = { ...state, at: event.at };
    this.#toldBefore = state.slots;
  }

  get state(): FormState {
    return this.#state;
  }

  /** The slot that is asked for; null when something else is asked, or nothing. */
  get asked(): Slot | null {
    return this.slot(this.#state.asking);
  }

  get title(): string {
    return localize(this.form.title, this.event.locale) ?? this.form.name;
  }

  otherTitle(form: string): string {
    return localize(this.#world.forms.get(form)?.title ?? {}, this.event.locale) ?? form;
  }

  slot(name: string | null): Slot | null {
    return this.form.slots.find((slot) => slot.name === name) ?? null;
  }

  label(slot: Slot): string {
    return labelOf(slot, this.event.locale);
  }

  purpose(slot: Slot): string {
    return localize(slot.purpose, this.event.locale) ?? '';
  }

  set(change: Partial<Omit<FormState, 'form' | 'at'>>): void {
    Object.assign(this.#state, change);
  }

  fill(slot: Slot, value: SlotValue): void {
    const slots = { ...this.#state.slots, [slot.name]: value };
    // What was asked for only because of the value before is not wanted any more.
    for (const other of this.form.slots) {
      if (other.requiredIf?.slot === slot.name && !isDue(other, { slots })) delete slots[other.name];
    }
    this.set({ slots, skipped: this.#state.skipped.filter((name) => name !== slot.name) });
  }

  empty(name: string): void {
    const { [name]: _, ...slots } = this.#state.slots;
    this.set({ slots, skipped: this.#state.skipped.filter((one) => one !== name) });
  }

  skip(slot: Slot): void {
    if (!this.#state.skipped.includes(slot.name)) this.set({ skipped: [...this.#state.skipped, slot.name] });
  }

  /** A line in front of what is asked next. */
  lead(text: string): void {
    this.#lead.push(text);
  }

  /** Another form that is asked for in between comes after this one. False when it is open, or noted, already, or there is none. */
  noteNext(form: string): boolean {
    const { next } = this.#state;
    if (form === this.form.name || !this.#world.forms.has(form) || next.some((other) => other.form === form))
      return false;
    const words = this.event.words.slice(0, LONGEST_NOTED).replace(/[\ud800-\udbff]$/, '');
    this.set({ next: [...next, { form, words }] });
    return true;
  }

  /** The result says it all: what was understood need not be told before. */
  unlead(): void {
    this.#lead = [];
  }

  /** Whether something is said already in front of what is asked. */
  get hasLead(): boolean {
    return this.#lead.length > 0 || this.#effects.some(({ type }) => type === 'aside');
  }

  /** The question that was asked in between is answered first. */
  aside(): void {
    this.#effects.push({ type: 'aside' });
  }

  say(text: string, quickReplies: QuickReply[], ask?: Ask): void {
    const whole = [...this.#lead, text].filter((part) => part !== '').join('\n\n');
    this.#lead = [];
    this.#effects.push({ type: 'say', text: whole, quickReplies, ...(ask !== undefined && { ask }) });
  }

  effect(effect: FormEffect): void {
    this.#effects.push(effect);
  }

  /** What was a ticket before the form began stays one. */
  cancel(): void {
    const { cancelled, cancelledButKept } = this.texts;
    this.end('cancelled', (this.#state.ticket === undefined ? cancelled : cancelledButKept)(this.title));
  }

  end(how: 'sent' | 'cancelled' | 'left', text: string, quickReplies: QuickReply[] = []): void {
    if (text !== '' || this.#lead.length > 0) this.say(text, quickReplies);
    const [next = null, ...later] = this.#state.next;
    this.#effects.push({ type: 'end', how, next, later, known: this.#reusable() });
    this.#ended = true;
  }

  /** What another form need not ask for again: who and what this is about, but not why. */
  #reusable(): Record<string, SlotValue> {
    const entries = this.form.slots.flatMap(({ name, type, isName }) => {
      const value = this.#state.slots[name];
      if (value === undefined || !(isName || ['email', 'phone', 'order'].includes(type))) return [];
      return [[name, { ...value, from: 'known' as const }] as const];
    });
    return Object.fromEntries(entries);
  }

  button(verb: ButtonVerb, label: string, slot?: string, value?: string): QuickReply {
    return { label, intent: buttonIntent(verb, slot, value) };
  }

  ask(slot: Slot): Ask {
    const { days } = slot;
    return {
      slot: slot.name,
      type: slot.type,
      purpose: this.purpose(slot),
      ...(days !== null && {
        min: daysAfter(this.event.today, days.from),
        max: daysAfter(this.event.today, days.to),
      }),
      ...(slot.withTime && { time: true as const }),
    };
  }

  /** The details so far, a line each. */
  lines(slots: readonly Slot[] = this.form.slots): string {
    return slots
      .flatMap((slot) => {
        const value = this.#state.slots[slot.name];
        if (value === undefined) return [];
        return [this.texts.bullet(this.label(slot), showValue(slot, value, this.event.locale))];
      })
      .join('\n');
  }

  /** A request that is a ticket already holds what is told at once: whoever goes away in the middle has told it all the same. */
  #keepTold(): void {
    const { ticket, slots } = this.#state;
    const isSent = this.#effects.some(({ type }) => type === 'ticket' || type === 'action');
    if (ticket === undefined || isSent || slots === this.#toldBefore) return;
    const draft = draftTicket(this.form, this.#state, this.event.locale);
    this.#effects.push({ type: 'ticket', draft: { ...draft, quiet: true } });
  }

  done(): FormStep {
    this.#keepTold();
    return { state: this.#ended ? null : this.#state, effects: this.#effects };
  }
}
