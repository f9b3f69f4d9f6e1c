/** The parts that are measured beside ours; neither package ships types. */

declare module 'vader-sentiment' {
  const vader: { SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } } };
  export default vader;
}

declare module '@nlpjs/core' {
  export function containerBootstrap(): Promise<{ use(plugin: unknown): void }>;
}

declare module '@nlpjs/sentiment' {
  export class SentimentAnalyzer {
    constructor(settings: { container: unknown });
    process(input: { utterance: string; locale: string }): Promise<{
      sentiment: { vote: 'negative' | 'neutral' | 'positive' };
    }>;
  }
}

declare module '@nlpjs/lang-en' {
  export const LangEn: unknown;
}

declare module '@nlpjs/lang-zh' {
  export const LangZh: unknown;
}

declare module '@nlpjs/basic' {
  export class Nlp {
    constructor(settings: object);
    readonly container: { use(plugin: unknown): void };
    addDocument(locale: string, utterance: string, intent: string): void;
    train(): Promise<unknown>;
    process(locale: string, utterance: string): Promise<{ classifications: { intent: string; score: number }[] }>;
  }
}
