import { phoneInsteadOf } from '@solodesk/core';
import type { Form, Slot } from '@solodesk/core';
import type { FormFile, FormSlotEntry } from './schemas/form-schema.ts';

const LONGEST = 2000;

/** A form as the dialogue works with it, with its defaults filled in. */
export function formFrom(file: FormFile): Form {
  return {
    name: file.form,
    title: file.title,
    category: file.category ?? file.form,
    subject: file.subject ?? {},
    startedBy: file.startedBy,
    slots: withPhone(file.slots),
    end: file.action === undefined ? { kind: 'ticket' } : { kind: 'action', action: file.action },
    intro: file.intro ?? {},
    done: file.done ?? {},
  };
}

/** What a form asks for, and the telephone that does as well as an address. */
function withPhone(entries: readonly FormSlotEntry[]): Slot[] {
  const slots = entries.map(slotFrom);
  const email = entries.find(({ orPhone }) => orPhone === true);
  const hasPhone = slots.some(({ name, type }) => type === 'phone' || name === 'phone');
  return email === undefined || hasPhone ? slots : [...slots, phoneInsteadOf(email.name)];
}

/** A slot with its defaults filled in. */
export function slotFrom(entry: FormSlotEntry): Slot {
  const { name, type, label, prompt, purpose, requiredIf } = entry;
  return {
    name,
    type,
    label,
    prompt,
    purpose,
    sensitive: entry.data === 'sensitive',
    required: requiredIf === undefined && (entry.required ?? true),
    requiredIf: requiredIf === undefined ? null : { slot: requiredIf.slot, is: [requiredIf.is].flat() },
    choices: (entry.choices ?? []).map((choice) => ({
      value: choice.value,
      label: choice.label,
      words: lowerCase(choice.words ?? {}),
    })),
    length: type === 'text' ? { min: entry.minLength ?? 1, max: entry.maxLength ?? LONGEST } : null,
    days: daysOf(entry),
    withTime: entry.time === true,
    ...(entry.isBirth === true && { isBirth: true }),
    fromOpening: entry.fromOpening === true,
    isName: entry.isName === true,
    ...(entry.marketing !== undefined && { marketing: entry.marketing }),
    invalid: entry.invalid ?? {},
  };
}

/** Nobody was older than 122 years, nor is anybody born tomorrow. Days from today. */
const LIVES = { from: -45_000, to: 0 };
const ANY = { from: -36_500, to: 36_500 };

function daysOf({ type, from, to, isBirth }: FormSlotEntry): Slot['days'] {
  if (type !== 'date' || (from === undefined && to === undefined && isBirth !== true)) return null;
  const usual = isBirth === true ? LIVES : ANY;
  return { from: from ?? usual.from, to: to ?? usual.to };
}

function lowerCase(words: NonNullable<NonNullable<FormSlotEntry['choices']>[number]['words']>) {
  return Object.fromEntries(
    Object.entries(words).map(([locale, list]) => [locale, list.map((word) => word.toLowerCase())]),
  );
}
