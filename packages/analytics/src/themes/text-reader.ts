/** How texts become features: the languages' part of finding themes, given from outside. */
export interface TextReader {
  /** What a text is compared by, such as stems and pieces of words, each as often as it occurs. Empty: there is nothing to compare. */
  features(text: string): ReadonlyMap<string, number>;
  /** The words of which a theme's name can be made, in order; without those that only hold sentences together. */
  words(text: string): readonly NamingWord[];
  /** What a text means, as a sum of its words' vectors; null where no word has one. */
  meaning?(text: string, weightOf: (feature: string) => number): Float64Array | null;
}

export interface NamingWord {
  /** What different forms of a word have in common. */
  readonly stem: string;
  /** As people write it. */
  readonly written: string;
}
