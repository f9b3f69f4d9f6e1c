import { BUILT_IN, fieldsOf } from '@solodesk/core';
import type { Locale, Localized } from '@solodesk/core';
import type { Checked } from './cross-checks.ts';
import type { FaqFile } from '../schemas/faq-schema.ts';
import type { FileProblem } from '../file-problem.ts';
import type { FormFile, FormSlotEntry } from '../schemas/form-schema.ts';
import type { JsonDocument, JsonPath } from '../json-document.ts';

type FormSource = Checked<FormFile>;

/** Of a text, where the file does not say. */
const MAX_SLOT_CHARACTERS = 2000;

/** Names given twice, among forms, slots and choices; and what does not belong to a slot of its type. */
export function illFormed(forms: readonly FormSource[]): FileProblem[] {
  return [
    ...repeatedForms(forms),
    ...forms.flatMap(({ document, content }) => [
      ...illSlots(document, content.slots, ['slots']),
      ...(content.action === undefined ? [] : unfitForActions(document, content.slots, ['slots'])),
    ]),
  ];
}

/** Languages of the site in which a text of a form is missing. */
export function missingInForms(forms: readonly FormSource[], languages: readonly Locale[]): FileProblem[] {
  return forms.flatMap(({ document, content }) => {
    const missing = (path: JsonPath, texts: Localized<unknown> | undefined) =>
      texts === undefined
        ? []
        : languages
            .filter((locale) => texts[locale] === undefined)
            .map((locale) => {
              const words = `"${path.at(-1)}" has no "${locale}", but the site speaks ${languages.join(' and ')}`;
              return document.problemAt(path, words, 'key');
            });
    return [
      ...(['title', 'subject', 'intro', 'done'] as const).flatMap((part) => missing([part], content[part])),
      ...missingInSlots(content.slots, ['slots'], missing),
    ];
  });
}

/** @param missing what is to be said of the texts at a place */
export function missingInSlots(
  slots: readonly FormSlotEntry[],
  base: JsonPath,
  missing: (path: JsonPath, texts: Localized<unknown> | undefined) => FileProblem[],
): FileProblem[] {
  return slots.flatMap((slot, index) => [
    ...(['label', 'prompt', 'purpose', 'invalid'] as const).flatMap((part) =>
      missing([...base, index, part], slot[part]),
    ),
    ...(slot.choices ?? []).flatMap((choice, at) => missing([...base, index, 'choices', at, 'label'], choice.label)),
  ]);
}

/** Names in a form that lead nowhere: an FAQ that should start it, a slot that a condition or the subject names. */
export function lostInForms(forms: readonly FormSource[], faqs: readonly Checked<FaqFile>[]): FileProblem[] {
  const intents = new Set<string>(faqs.flatMap(({ content }) => content.faqs.map(({ intent }) => intent)));
  const builtIn = new Set<string>(Object.values(BUILT_IN));
  const starts = new Map<string, string>();
  return forms.flatMap(({ document, content }) => [
    ...content.startedBy.flatMap((intent, index) => {
      const at = ['startedBy', index];
      if (builtIn.has(intent)) return [document.problemAt(at, `"${intent}" is the bot's own and starts no form`)];
      if (!intents.has(intent))
        return [document.problemAt(at, `there is no FAQ "${intent}" that could start this form`)];
      const other = starts.get(intent);
      starts.set(intent, content.form);
      return other === undefined ? [] : [document.problemAt(at, `"${intent}" starts the form "${other}" already`)];
    }),
    ...lostConditions(document, content.slots, ['slots']),
    ...Object.entries(content.subject ?? {}).flatMap(([locale, subject]) =>
      lostFields(document, content, subject, ['subject', locale]),
    ),
  ]);
}

function repeatedForms(forms: readonly FormSource[]): FileProblem[] {
  const firsts = new Map<string, string>();
  return forms.flatMap(({ document, content: { form } }) => {
    const first = firsts.get(form);
    if (first !== undefined) return [document.problemAt(['form'], `"${form}" already stands in ${first}`)];
    firsts.set(form, document.file);
    return [];
  });
}

/** What does not belong to slots of their types. @param base where they stand */
export function illSlots(document: JsonDocument, slots: readonly FormSlotEntry[], base: JsonPath): FileProblem[] {
  const names = new Set<string>();
  return slots.flatMap((slot, index) => {
    const at: JsonPath = [...base, index];
    const problems: FileProblem[] = [];
    const complain = (part: string | null, message: string) =>
      problems.push(document.problemAt(part === null ? at : [...at, part], message));
    if (names.has(slot.name)) complain('name', `"${slot.name}" stands twice in this form`);
    names.add(slot.name);
    if (slot.type === 'choice' && slot.choices === undefined) complain(null, 'a "choice" needs "choices"');
    for (const part of misplaced(slot)) complain(part, `"${part}" does not belong to a slot of type "${slot.type}"`);
    if ((slot.minLength ?? 1) > (slot.maxLength ?? MAX_SLOT_CHARACTERS)) {
      complain('minLength', 'is more than "maxLength"');
    }
    if (slot.from !== undefined && slot.to !== undefined && slot.from > slot.to) complain('from', 'is after "to"');
    if (slot.time === true && slot.isBirth === true) complain('time', '"time" does not belong to a date of birth');
    if (slot.requiredIf !== undefined && slot.required !== undefined) {
      complain('required', 'stands beside "requiredIf", which says it already');
    }
    const values = (slot.choices ?? []).map(({ value }) => value);
    if (slot.marketing !== undefined && slot.type === 'choice' && !values.includes(slot.marketing)) {
      complain('marketing', `there is no choice "${slot.marketing}" in this slot`);
    }
    for (const [place, value] of values.entries()) {
      if (values.indexOf(value) < place) {
        problems.push(document.problemAt([...at, 'choices', place, 'value'], `"${value}" stands twice in this slot`));
      }
    }
    return problems;
  });
}

/** What only a ticket can hold: files, of which nothing says what an action would do with them, and a telephone in place of an address. @param base where the slots stand */
export function unfitForActions(
  document: JsonDocument,
  slots: readonly FormSlotEntry[],
  base: JsonPath,
): FileProblem[] {
  return slots.flatMap(({ type, orPhone, marketing }, index) => [
    ...(type === 'file'
      ? [document.problemAt([...base, index, 'type'], 'a "file" can be asked for only where a ticket is made of it')]
      : []),
    ...(orPhone === undefined
      ? []
      : [document.problemAt([...base, index, 'orPhone'], 'stands only in forms of which a ticket is made')]),
    ...(marketing === undefined
      ? []
      : [document.problemAt([...base, index, 'marketing'], 'stands only in forms of which a ticket is made')]),
  ]);
}

const BELONGS: Readonly<Record<string, FormSlotEntry['type']>> = {
  choices: 'choice',
  minLength: 'text',
  maxLength: 'text',
  fromOpening: 'text',
  isName: 'text',
  from: 'date',
  to: 'date',
  time: 'date',
  isBirth: 'date',
  orPhone: 'email',
  marketing: 'choice',
};

function misplaced(slot: FormSlotEntry): string[] {
  return Object.entries(BELONGS)
    .filter(([part, type]) => slot[part as keyof FormSlotEntry] !== undefined && slot.type !== type)
    .map(([part]) => part);
}

/** Conditions that name what is not there, or comes later. @param base where the slots stand */
export function lostConditions(document: JsonDocument, slots: readonly FormSlotEntry[], base: JsonPath): FileProblem[] {
  return slots.flatMap((slot, index) => lostCondition(document, slots, slot, [...base, index]));
}

function lostCondition(
  document: JsonDocument,
  slots: readonly FormSlotEntry[],
  slot: FormSlotEntry,
  at: JsonPath,
): FileProblem[] {
  if (slot.requiredIf === undefined) return [];
  const { slot: name, is } = slot.requiredIf;
  const place = slots.findIndex((other) => other.name === name);
  const other = slots[place];
  const path = [...at, 'requiredIf'];
  if (other === undefined) return [document.problemAt([...path, 'slot'], `there is no slot "${name}" in this form`)];
  if (other.type !== 'choice') return [document.problemAt([...path, 'slot'], `"${name}" is no "choice"`)];
  if (place >= slots.indexOf(slot)) {
    return [document.problemAt([...path, 'slot'], `"${name}" is asked for later: put it before this slot`)];
  }
  return [is].flat().flatMap((value) => {
    if (other.choices?.some((one) => one.value === value)) return [];
    return [document.problemAt([...path, 'is'], `"${name}" has no choice "${value}"`)];
  });
}

function lostFields(document: JsonDocument, form: FormFile, subject: string, at: JsonPath): FileProblem[] {
  return fieldsOf(subject).uses.flatMap(({ name }) => {
    const slot = form.slots.find((one) => one.name === name);
    if (slot === undefined) return [document.problemAt(at, `there is no slot "${name}" in this form`)];
    if (slot.data !== 'sensitive') return [];
    return [document.problemAt(at, `"${name}" is sensitive: it may not stand in a subject`)];
  });
}
