import { LOCALES } from '@solodesk/core';
import type { FaqBook, IntentGuess, Locale } from '@solodesk/core';
import { hashText, stratifiedFolds } from '@solodesk/text-model';
import { askedFolds } from '../model/asked-folds.ts';
import { guessHeldOut } from '../model/train-language.ts';
import { foldText } from '../text/fold-text.ts';
import { OUT_OF_SCOPE_INTENT, trainingExamples } from '../model/training-examples.ts';
import type { Example } from '../model/training-examples.ts';

/** A sentence, and what a model says about it that learned everything but its fold. */
export interface HeldOut {
  text: string;
  locale: Locale;
  /** What it means: an FAQ's intent, a built-in one (`solodesk.…`), or null for what no FAQ answers. */
  intent: string | null;
  /** Whether the site's own FAQs say it; else it is one of those that every model learns. */
  own: boolean;
  /** As of `IntentModel.understand`: best first, at most three. */
  guesses: readonly IntentGuess[];
}

export interface CrossValidation {
  /** 5 by default. */
  folds?: number;
  /** Of the dealing of sentences into folds; 1 by default. */
  seed?: number;
  /**
   * `evenly` (by default): each intent's sentences are spread over the folds. `by_text`: a sentence's fold is told by its own
   * letters, so that two books that share it hold it out together, and what differs comes from what was changed.
   */
  dealing?: 'evenly' | 'by_text';
  /** Hears of each fold that is done, from 1. */
  onFold?(done: number): void;
}

/**
 * Holds every sentence of a site out of training once, and asks the model about it. Sentences are dealt by language and intent, so
 * an intent with a single sentence has none while that is held out. Blocks while it trains: `folds` trainings.
 * @returns one entry a sentence, by language, in the order in which the book has them; the same for the same book and seed
 */
export async function crossValidate(
  book: FaqBook,
  { folds = 5, seed = 1, dealing = 'evenly', onFold }: CrossValidation = {},
): Promise<HeldOut[]> {
  const examples = trainingExamples(book);
  const deal = dealing === 'evenly' ? foldsOf : foldsByText;
  const heldOut: HeldOut[] = [];
  let done = 0;
  for (const locale of LOCALES) {
    const ofLocale = examples[locale];
    // Two languages share a fold: it is done when both are.
    const onPart = (): void => {
      done += 1;
      if (done > folds) onFold?.(done - folds);
    };
    const { intents, guesses } = guessHeldOut(ofLocale, locale, deal(ofLocale, folds, seed), folds, onPart);
    const ofExample = new Map(guesses.map((guess) => [guess.example, guess]));
    ofLocale.forEach(({ text, intent, own, told }, at) => {
      if (told === true) return;
      const { best = [], confidences = [] } = ofExample.get(at) ?? {};
      heldOut.push({
        text,
        locale,
        intent: intent === OUT_OF_SCOPE_INTENT ? null : intent,
        own,
        guesses: best.map((k, place) => ({ intent: intents[k] ?? '', confidence: confidences[place] ?? 0 })),
      });
    });
  }
  return heldOut;
}

function foldsOf(examples: readonly Example[], folds: number, seed: number): Int32Array {
  const numbers = new Map<string, number>();
  const labels = examples.map(({ intent }) => {
    const number = numbers.get(intent) ?? numbers.size;
    numbers.set(intent, number);
    return number;
  });
  return askedFolds(examples, (places) =>
    stratifiedFolds(
      places.map((at) => labels[at] ?? 0),
      folds,
      seed,
    ),
  );
}

function foldsByText(examples: readonly Example[], folds: number, seed: number): Int32Array {
  return askedFolds(examples, (places) =>
    Int32Array.from(places, (at) => hashText(seed, foldText(examples[at]?.text ?? '')) % folds),
  );
}
