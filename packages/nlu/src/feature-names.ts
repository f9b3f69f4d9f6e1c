import type { Locale } from '@solodesk/core';
import { foldText } from './text/fold-text.ts';
import { stemOf, unitsOf } from './text/units.ts';

/** The name of two neighbours' feature; no stem and no character has a blank in it. */
export function pairName(first: string, second: string): string {
  return `${first} ${second}`;
}

export function isPair(name: string): boolean {
  return name.includes(' ');
}

/** The features that a model learns a text by: stems or characters, then pairs of neighbours; each once. */
export function featureNames(text: string, locale: Locale): string[] {
  const stems = unitsOf(foldText(text), locale).map((unit) => stemOf(unit, locale));
  const names = new Set(stems);
  for (let at = 1; at < stems.length; at += 1) names.add(pairName(stems[at - 1] ?? '', stems[at] ?? ''));
  return [...names];
}
