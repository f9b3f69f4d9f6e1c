import type { TicketDetail, TicketDraft } from '../../ticket/ticket-draft.ts';
import { localize } from '../../locale.ts';
import type { Locale } from '../../locale.ts';
import { fillFields } from '../answers/fill-fields.ts';
import type { Form, Slot } from './form.ts';
import type { FormState } from './form-state.ts';
import { labelOf, showValue } from './show-value.ts';

/** Longest subject, in UTF-16 units. */
const LONGEST_SUBJECT = 140;

/** What a form has collected, in the visitor's language. */
export function draftTicket(form: Form, state: FormState, locale: Locale): TicketDraft {
  const order = valueOf(form, state, ({ type }) => type === 'order');
  const filled = form.slots.filter(({ name }) => state.slots[name] !== undefined);
  return {
    category: form.category,
    form: form.name,
    subject: subjectOf(form, state, locale),
    details: filled.map((slot) => ({
      slot: slot.name,
      label: labelOf(slot, locale),
      value: shownIn(state, slot, locale),
      sensitive: slot.sensitive,
      ...filesIn(state, slot),
    })),
    contact: contactOf(form, state),
    missing: form.slots.filter((slot) => isMissing(form, slot, state)).map(({ name }) => name),
    locale,
    ...(order !== undefined && { order }),
    ...marketingOf(form, state),
    ...(state.ticket !== undefined && { completes: state.ticket }),
  };
}

/** Not answered is not said: who skips it changes nothing. */
function marketingOf({ slots }: Form, state: FormState): Pick<TicketDraft, 'marketing'> {
  const slot = slots.find(({ name, marketing }) => marketing !== undefined && state.slots[name] !== undefined);
  return slot === undefined ? {} : { marketing: state.slots[slot.name]?.value === slot.marketing };
}

function filesIn({ slots }: FormState, { name }: Slot): Pick<TicketDetail, 'files'> {
  const files = slots[name]?.files;
  return files === undefined ? {} : { files };
}

/** Whether the request wants the slot, as things stand. */
export function isDue(slot: Slot, state: Pick<FormState, 'slots'>): boolean {
  if (slot.requiredIf === null) return slot.required;
  const value = state.slots[slot.requiredIf.slot]?.value;
  return value !== undefined && slot.requiredIf.is.includes(value);
}

/** Whether the request wants the slot, and has neither it nor what does as well. */
export function isMissing(form: Form, slot: Slot, state: Pick<FormState, 'slots'>): boolean {
  return isDue(slot, state) && state.slots[slot.name] === undefined && !isReplaced(form, slot, state);
}

/** Whether something was told that does as well. */
export function isReplaced(form: Form, { name }: Slot, { slots }: Pick<FormState, 'slots'>): boolean {
  return form.slots.some((other) => other.insteadOf === name && slots[other.name] !== undefined);
}

function subjectOf(form: Form, state: FormState, locale: Locale): string {
  const title = localize(form.title, locale) ?? form.name;
  const pattern = localize(form.subject, locale);
  if (pattern === undefined) return title;
  const text = fillFields(pattern, (name) => {
    const slot = form.slots.find((one) => one.name === name);
    if (slot === undefined || slot.sensitive || state.slots[name] === undefined) return undefined;
    return shownIn(state, slot, locale);
  });
  const subject = text.replace(/\s+/g, ' ').trim();
  return subject === '' ? title : subject.slice(0, LONGEST_SUBJECT).replace(/[\ud800-\udbff]$/, '');
}

function contactOf(form: Form, state: FormState): TicketDraft['contact'] {
  const of = (is: (slot: Slot) => boolean) => valueOf(form, state, is);
  const name = of(({ isName }) => isName);
  const email = of(({ type }) => type === 'email');
  const phone = of(({ type }) => type === 'phone');
  return {
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
  };
}

/** Of the first of these slots that is filled. */
function valueOf(form: Form, { slots }: FormState, is: (slot: Slot) => boolean): string | undefined {
  const slot = form.slots.find((one) => is(one) && slots[one.name] !== undefined);
  return slot && slots[slot.name]?.value;
}

function shownIn(state: FormState, slot: Slot, locale: Locale): string {
  const value = state.slots[slot.name];
  return value === undefined ? '' : showValue(slot, value, locale);
}
