import type { FaqRow, Localized } from '../api/faq-api.ts';
import { essence, lines } from './phrasing-ideas.ts';
import { report } from '../report.ts';
import type { Locale } from '../wire-types.ts';

/** As the files are checked. */
const LONGEST = 500;
const MOST = 500;

/** Why sentences cannot be left to a person. */
export type OutOfScopeFault =
  | { kind: 'long'; sentence: string; length: number; most: number }
  | { kind: 'many'; count: number; most: number }
  /** An FAQ has it as its question or an example, and answers it. */
  | { kind: 'answered'; sentence: string; intent: string };

type Faq = Pick<FaqRow, 'intent' | 'question' | 'phrasings'>;

/**
 * What is wrong with the sentences of a language, if anything is: what is said first.
 * @param known those that are there already, which nobody has to defend
 */
export function outOfScopeFault(
  sentences: readonly string[],
  locale: Locale,
  faqs: readonly Faq[],
  known: readonly string[] = [],
): OutOfScopeFault | null {
  const long = sentences.find((sentence) => sentence.length > LONGEST);
  if (long !== undefined) return { kind: 'long', sentence: long, length: long.length, most: LONGEST };
  if (sentences.length > MOST) return { kind: 'many', count: sentences.length, most: MOST };
  const examples = new Map<string, string>();
  for (const { intent, question, phrasings } of faqs) {
    for (const example of [question[locale] ?? '', ...(phrasings[locale] ?? [])])
      examples.set(essence(example), intent);
  }
  examples.delete('');
  for (const sentence of known) examples.delete(essence(sentence));
  for (const sentence of sentences) {
    const intent = examples.get(essence(sentence));
    if (intent !== undefined) return { kind: 'answered', sentence, intent };
  }
  return null;
}

/** One sentence a line. One that has several lines in its file becomes one. */
export function linesOf(sentences: readonly string[] | undefined): string {
  return (sentences ?? []).map((sentence) => sentence.trim().replace(/\s*\n\s*/g, ' ')).join('\n');
}

export function sentencesOf(text: string | undefined): string[] {
  return lines(text?.split('\n')).map((line) => line.trim());
}

/** The lines of a form, by language, and what they began from. */
export interface OutOfScopeDraft {
  texts: Localized<string>;
  version: string;
}

/** What a form wrote before a reload; null: nothing. */
export function keptOutOfScope(text: string): OutOfScopeDraft | null {
  if (text === '') return null;
  try {
    return JSON.parse(text) as OutOfScopeDraft;
  } catch (error) {
    report('What was kept of the sentences cannot be read.', error);
    return null;
  }
}
