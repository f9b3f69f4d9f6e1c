import { characterGrams, fitLinear, greatest, linearScores, sparseRows, TfIdf } from '@solodesk/text-model';
import type { SparseRow } from '@solodesk/text-model';
import { englishFeatures } from '../english/features.ts';
import type { Valences } from '../english/features.ts';
import { englishScores, valencesOf } from '../english/read-english.ts';
import type { SentimentModel } from '../sentiment-model.ts';

export interface TwoClassExample {
  text: string;
  positive: boolean;
}

const CHARACTERS = 4;
const SHORTEST = 2;
const LONGEST = 5;
/** How loud the shipped model's verdict is beside the features, two rows of length 1. */
const SHIPPED_SCALE = 0.5;

/**
 * Learns positive from negative on labelled English sentences, on top of a model that is there: words and pairs as tf-idf, characters inside
 * words as tf-idf, and what the model says of the sentence. @returns whether a text is positive
 */
export function learnTwoClasses(
  examples: readonly TwoClassExample[],
  shipped: SentimentModel,
): (text: string) => boolean {
  const valences = valencesOf(shipped);
  const hashed = examples.map(({ text }) => hashesOf(text, valences));
  const words = TfIdf.learn(hashed.map((hashes) => hashes.words));
  const characters = TfIdf.learn(hashed.map((hashes) => hashes.characters));
  const verdictAt = words.table.size + characters.table.size;
  const rowOf = (text: string, hashes: Hashes): SparseRow => {
    const own = words.row(hashes.words);
    const inside = characters.row(hashes.characters);
    const scores = englishScores(text, shipped, valences);
    return {
      columns: Int32Array.from([
        ...own.columns,
        ...inside.columns.map((column) => column + words.table.size),
        verdictAt,
      ]),
      values: Float32Array.from([...own.values, ...inside.values, (scores[2]! - scores[0]!) * SHIPPED_SCALE]),
    };
  };
  const rows = examples.map(({ text }, at) => rowOf(text, hashed[at]!));
  const labels = examples.map(({ positive }) => (positive ? 1 : 0));
  const model = fitLinear(sparseRows(rows, verdictAt + 1), labels, { classes: 2 });
  const scores = new Float64Array(2);
  return (text) => {
    const { columns, values } = rowOf(text, hashesOf(text, valences));
    return greatest(linearScores(model, columns, values, scores)) === 1;
  };
}

interface Hashes {
  words: number[];
  characters: number[];
}

function hashesOf(text: string, valences: Valences): Hashes {
  const { features, tokens } = englishFeatures(text, valences);
  const characters: number[] = [];
  for (const { kind, norm } of tokens) {
    if (kind === 'word') characterGrams(CHARACTERS, norm, SHORTEST, LONGEST, (hash) => characters.push(hash));
  }
  return { words: features.hashes, characters };
}
