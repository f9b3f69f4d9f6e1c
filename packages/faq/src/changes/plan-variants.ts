import { withValue } from '../editing/edit-json-text.ts';
import type { JsonPath } from '../json-document.ts';
import { CONDITIONS } from './faq-change.ts';
import type { SaidForm, VariantEntry, VariantForm } from './faq-change.ts';

/**
 * Writes what is said to some visitors instead. One that is as it was keeps its characters where none is added, moved or taken out; else
 * the list is written anew.
 * @param entries as they stand in the file, and `now` as a form shows them
 */
export function withVariants(
  text: string,
  path: JsonPath,
  entries: readonly VariantEntry[],
  now: readonly VariantForm[],
  wanted: readonly VariantForm[],
): string {
  const known = now.map((form) => JSON.stringify(form));
  const placeOf = (form: VariantForm) => known.indexOf(JSON.stringify(form));
  if (wanted.length === now.length) {
    // Those that only changed places are written with their places.
    return wanted.reduce((result, form, at) => {
      if (JSON.stringify(form) === known[at]) return result;
      return withValue(result, [...path, at], entries[placeOf(form)] ?? variantEntry(form));
    }, text);
  }
  const list = wanted.map((form) => entries[placeOf(form)] ?? variantEntry(form));
  return withValue(text, path, list.length === 0 ? undefined : list);
}

export function variantEntry({ when, ...said }: VariantForm): VariantEntry {
  const conditions = CONDITIONS.flatMap((key) => {
    const words = when[key].map((word) => word.trim()).filter((word) => word !== '');
    return words.length === 0 ? [] : [[key, words.length === 1 ? words[0] : words]];
  });
  return { when: Object.fromEntries(conditions) as VariantEntry['when'], ...saidEntry(said) };
}

export function saidEntry({ text, links, quickReplies }: SaidForm): Omit<VariantEntry, 'when'> {
  return { text: text.trim(), ...(quickReplies.length > 0 && { quickReplies }), ...(links.length > 0 && { links }) };
}
