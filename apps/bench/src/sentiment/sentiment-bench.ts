import { createSentiment, learnEnglish, learnTwoClasses, shippedModels } from '@solodesk/nlu';
import type { SentimentModels } from '@solodesk/nlu';
import { stratifiedFolds } from '@solodesk/text-model';
import type { BenchResult, Figure } from '../command/bench-result.ts';
import { judge, round } from '../command/bench-result.ts';
import { progress } from '../command/report.ts';
import { labelledCsv, ownSentences, ratedTexts, uciSentences } from './labelled-sets.ts';
import type { Label, Labelled } from './labelled-sets.ts';
import { accuracy, macroF1, microseconds } from './measure.ts';
import { nlpjsReadings, vaderLexicon, vaderReads } from './rivals.ts';

const UCI = ['amazon', 'imdb', 'yelp'] as const;
const FOLDS = 5;
const SEEDS = [1, 2, 3];

const TARGETS = [
  { figure: 'uciFiveFold', atLeast: 0.87 },
  { figure: 'messagesMacroF1', atLeast: 0.62 },
  { figure: 'hotelReviews', atLeast: 0.82 },
  { figure: 'microsecondsEnglish', atMost: 50 },
  { figure: 'microsecondsChinese', atMost: 50 },
];

/** How messages are read as shipped, and what is learned on top of that, beside VADER and nlp.js. @param data the folder of public sets */
export async function benchSentiment(data: string): Promise<BenchResult> {
  const models = shippedModels();
  const sentiment = createSentiment(models);
  const two = (text: string): Label => (sentiment.read(text, 'zh').score >= 0 ? 'positive' : 'negative');
  const three = (text: string): Label => sentiment.read(text, 'en').label;
  const uci = UCI.map((name) => uciSentences(data, `${name}.txt`));
  const all = uci.flat();
  const tweets = ratedTexts(data, 'tweets.csv');
  const messages = ownSentences('english-validation');
  const chinese = ownSentences('chinese-messages-validation');
  const hotel = labelledCsv(`${data}/chnsenticorp-hotel/reviews.csv`);
  const figures: Record<string, Figure> = {};

  progress('UCI sentences, five-fold, learned in the fold on top of what is shipped …');
  figures['uciFiveFold'] = fiveFold(all, models);
  UCI.forEach((name, at) => (figures[`uciFiveFold_${name}`] = fiveFold(uci[at]!, models)));
  figures['uciAsShipped'] = accuracy(all, two);
  progress('Tweets, by a model that learned of reviews and our own sentences alone …');
  figures['tweetsHeldOutMacroF1'] = macroF1(tweets, withoutTweets(data, models));
  figures['messagesMacroF1'] = macroF1(messages, three);
  figures['chineseMessagesMacroF1'] = macroF1(chinese, three);
  progress('Chinese hotel reviews, as shipped …');
  figures['hotelReviews'] = accuracy(hotel, two);
  figures['microsecondsEnglish'] = microseconds(
    messages.map(({ text }) => text),
    three,
  );
  figures['microsecondsChinese'] = microseconds(
    chinese.map(({ text }) => text),
    three,
  );

  progress('VADER and nlp.js …');
  const control: Record<string, Figure> = {
    vaderUci: accuracy(all, vaderReads),
    vaderTweetsMacroF1: macroF1(tweets, vaderReads),
    vaderMessagesMacroF1: macroF1(messages, vaderReads),
    nlpjsUci: accuracy(all, await nlpjsReader(all, 'en')),
    nlpjsTweetsMacroF1: macroF1(tweets, await nlpjsReader(tweets, 'en')),
    nlpjsMessagesMacroF1: macroF1(messages, await nlpjsReader(messages, 'en')),
    nlpjsChineseMessagesMacroF1: macroF1(chinese, await nlpjsReader(chinese, 'zh')),
    nlpjsHotelReviews: accuracy(hotel, await nlpjsReader(hotel, 'zh')),
  };
  return {
    name: 'sentiment',
    figures: rounded(figures),
    control: rounded(control),
    runs: 1,
    repeats: [rounded(figures)],
    targets: judge(TARGETS, figures),
  };
}

/** Mean accuracy of five-fold cross-validation over three ways to deal the sentences out. */
function fiveFold(set: readonly Labelled[], models: SentimentModels): number {
  const labels = set.map(({ label }) => (label === 'positive' ? 1 : 0));
  const runs = SEEDS.map((seed) => {
    const foldOf = stratifiedFolds(labels, FOLDS, seed);
    let right = 0;
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const learned = set.filter((_, at) => foldOf[at] !== fold);
      const positive = learnTwoClasses(
        learned.map(({ text, label }) => ({ text, positive: label === 'positive' })),
        models.english,
      );
      right += set.filter(
        ({ text, label }, at) => foldOf[at] === fold && positive(text) === (label === 'positive'),
      ).length;
    }
    return right / set.length;
  });
  return runs.reduce((sum, value) => sum + value, 0) / runs.length;
}

/** What is shipped has seen the tweets; this has not. It does without the word vectors, which are 110 MB. */
function withoutTweets(data: string, models: SentimentModels): (text: string) => Label {
  const english = learnEnglish(
    [
      { examples: ratedTexts(data, 'product-reviews.csv'), times: 1 },
      { examples: ownSentences('english'), times: 3 },
    ],
    { lexicon: vaderLexicon(), words: [], vectors: new Float32Array(), dimensions: 0 },
  );
  const sentiment = createSentiment({ ...models, english });
  return (text) => sentiment.read(text, 'en').label;
}

async function nlpjsReader(set: readonly Labelled[], locale: 'en' | 'zh'): Promise<(text: string) => Label> {
  const readings = await nlpjsReadings(set, locale);
  return (text) => readings.get(text) ?? 'neutral';
}

function rounded(figures: Record<string, Figure>): Record<string, Figure> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, typeof value === 'number' ? round(value) : value]),
  );
}
