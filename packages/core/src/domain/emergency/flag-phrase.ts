import { plainSaid } from './plain-said.ts';

/** A few parts that must all be said, each in any of several ways. */
export type FlagPhrase = readonly (readonly string[])[];

/**
 * A phrase as an owner writes it: parts between blanks, `|` between words of which one is enough, `*` behind what words may go on from
 * ("cannot|cant breath*").
 */
export function flagPhrase(phrase: string): FlagPhrase {
  return plainSaid(phrase)
    .split(/\s+/)
    .map((part) => part.split('|').filter((word) => word !== ''))
    .filter((words) => words.length > 0);
}
