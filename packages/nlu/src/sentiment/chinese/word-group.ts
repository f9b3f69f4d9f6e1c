/** A strength from -4 to 4, and the words that have it, blanks between them. */
export type WordGroup = readonly [strength: number, words: string];
