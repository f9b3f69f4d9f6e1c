import { LOCALES } from '@solodesk/core';
import type { FaqBook, IntentModel, IntentTrainer, Localized } from '@solodesk/core';
import { listTemplates, loadSite, phrasingLibrary } from '@solodesk/faq';

/** How others ask what an owner writes an FAQ about. */
export interface Advice {
  /** The question that it was taken for. Each language goes by its own question, or by the other's where it has none that is known. */
  like: Localized<string>;
  phrasings: Localized<string[]>;
}

/** Below it the library's question is another one as often as not. */
const SURE = 0.55;

interface Library {
  book: FaqBook;
  model: IntentModel;
}

/**
 * Ways to ask what many sites are asked, from the starter packs. What reads them is trained when somebody first writes an FAQ, in a process of its
 * own, and kept beside the models of the sites.
 */
export class PhrasingAdvice {
  readonly #starterPacks: string;
  readonly #trainer: IntentTrainer;
  #library: Promise<Library> | null = null;

  constructor(options: { starterPacks: string; trainer: IntentTrainer }) {
    this.#starterPacks = options.starterPacks;
    this.#trainer = options.trainer;
  }

  /**
   * @param question as far as it is written, in the languages in which it is
   * @param taken what other FAQs of the site are asked by: one sentence cannot mean two things
   * @returns null when the library knows nothing like it
   */
  async about(question: Localized<string>, taken: FaqBook | null = null, except?: string): Promise<Advice | null> {
    const { book, model } = await (this.#library ??= this.#read());
    const guesses = LOCALES.flatMap((locale) => {
      const [guess] = question[locale]?.trim() ? model.understand(question[locale], locale).guesses : [];
      const faq = guess === undefined || guess.confidence < SURE ? undefined : book.faqs.get(guess.intent);
      return guess === undefined || faq === undefined ? [] : [{ locale, faq, confidence: guess.confidence }];
    });
    const [surest] = guesses.sort((one, other) => other.confidence - one.confidence);
    if (surest === undefined) return null;
    const used = new Set([...(taken?.faqs.values() ?? [])].flatMap((faq) => (faq.intent === except ? [] : said(faq))));
    const advice: Advice = { like: {}, phrasings: {} };
    for (const locale of LOCALES) {
      // While an owner changes one language, the other still asks what it asked before.
      const { faq } = guesses.find((guess) => guess.locale === locale) ?? surest;
      advice.like[locale] = faq.question[locale];
      advice.phrasings[locale] = faq.phrasings[locale]?.filter((sentence) => !used.has(essence(sentence)));
    }
    return advice;
  }

  async #read(): Promise<Library> {
    try {
      const names = await listTemplates(this.#starterPacks);
      const readings = await Promise.all(names.map((name) => loadSite(this.#starterPacks, name)));
      const book = phrasingLibrary(readings.flatMap((reading) => (reading.ok ? [reading.book] : [])));
      return { book, model: await this.#trainer.train(book) };
    } catch (error) {
      // The next who asks tries again.
      this.#library = null;
      throw error;
    }
  }
}

function said({ question, phrasings }: { question: Localized<string>; phrasings: Localized<string[]> }): string[] {
  return LOCALES.flatMap((locale) => [question[locale] ?? [], phrasings[locale] ?? []].flat().map(essence));
}

/** Case, blanks and punctuation do not make two sentences different. */
function essence(sentence: string): string {
  return sentence.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
