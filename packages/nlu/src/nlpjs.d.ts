/** The parts of nlp.js 4 that are used here; it ships no types. */

declare module '@nlpjs/basic' {
  /** One linear unit an intent: `alpha * max(0, bias + sum of the weights of the text's features)`. */
  export interface Perceptron {
    readonly name: string;
    readonly weights: Float32Array;
    readonly bias: number;
  }

  export interface NeuralNetwork {
    readonly settings: { readonly alpha: number };
    readonly perceptrons: readonly Perceptron[];
    readonly lookup: { readonly inputLookup: { readonly items: readonly string[] } };
    /** Raw outputs by intent for features by name. */
    run(features: Record<string, number>): Record<string, number>;
  }

  export interface Nlu {
    readonly neuralNetwork?: NeuralNetwork;
    /** Features by name, as the network takes them. */
    prepare(text: string): Promise<Record<string, number>>;
    process(text: string): Promise<{ classifications: { intent: string; score: number }[] }>;
  }

  export interface Container {
    use(plugin: unknown): string;
    register(name: string, instance: object): void;
  }

  export interface NlpSettings {
    languages: string[];
    autoLoad: boolean;
    autoSave: boolean;
    forceNER: boolean;
    nlu: { log: boolean; useNoneFeature: boolean };
  }

  export class Nlp {
    constructor(settings: NlpSettings);
    readonly container: Container;
    readonly nluManager: {
      readonly domainManagers: Readonly<Record<string, { readonly domains: Readonly<Record<string, Nlu>> }>>;
    };
    addDocument(locale: string, utterance: string, intent: string): void;
    train(): Promise<unknown>;
  }
}

declare module '@nlpjs/lang-en' {
  export class LangEn {
    register(container: object): void;
  }

  export class NormalizerEn {
    normalize(text: string): string;
  }

  export class TokenizerEn {
    /** Splits at blanks and punctuation, contractions written out; unlike `tokenize` it keeps nothing. */
    innerTokenize(text: string): string[];
  }

  /** Snowball; `stemWord` would keep every word that it ever saw, the steps below keep nothing. */
  export class StemmerEn {
    setCurrent(word: string): void;
    innerStem(): void;
    getCurrent(): string;
  }

  export class StopwordsEn {
    isStopword(word: string): boolean;
  }
}

declare module '@nlpjs/lang-zh' {
  export class LangZh {
    register(container: object): void;
  }
}

declare module '@nlpjs/ner' {
  export interface Edge {
    start: number;
    /** Of the last unit, inclusive. */
    end: number;
    entity: string;
    sourceText: string;
  }
  export class ExtractorRegex {
    constructor(container?: object);
    /** Every match of a rule's expressions, which must be global and without groups. */
    extractFromRule(text: string, rule: { name: string; type: 'regex'; rules: readonly RegExp[] }): Edge[];
  }
}
