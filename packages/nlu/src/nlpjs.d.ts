/** The parts of nlp.js 4 that are used here; it ships no types. */

declare module '@nlpjs/basic' {
  export interface Container {
    use(plugin: unknown): string;
    /** @param isSingleton true by default; false for a class of which each `get` makes an instance */
    register(name: string, instance: object, isSingleton?: boolean): void;
  }

  export interface NlpSettings {
    autoLoad: boolean;
    autoSave: boolean;
    forceNER: boolean;
    languages?: string[];
    nlu?: { log?: boolean; useNoneFeature?: boolean };
  }

  export interface Processed {
    intent: string;
    score: number;
    classifications: { intent: string; score: number }[];
  }

  export class Nlp {
    constructor(settings: NlpSettings);
    readonly container: Container;
    readonly nluManager: {
      readonly domainManagers: Readonly<Record<string, { readonly domains: Readonly<Record<string, object>> }>>;
    };
    /** Which registered class is the NLU of a language; before the language is added. */
    useNlu(className: string, locale: string): void;
    addLanguage(locales: string[]): void;
    addDocument(locale: string, utterance: string, intent: string): void;
    train(): Promise<unknown>;
    process(locale: string, utterance: string): Promise<Processed>;
  }
}

declare module '@nlpjs/nlu' {
  /** Base of every NLU: one domain of one language. */
  export class Nlu {
    constructor(settings?: object, container?: object);
    readonly settings: { readonly locale: string };
    prepare(text: string): Promise<Record<string, number>>;
    train(corpus: readonly { utterance: string; intent: string }[]): Promise<{ status: object }>;
    process(utterance: string): Promise<{ classifications: { intent: string; score: number }[] }>;
    toJSON(): object;
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

declare module '@nlpjs/lang-zh/src/*-zh.js' {
  /** What `Container.use` takes. */
  const part: new (container: object) => object;
  export default part;
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
