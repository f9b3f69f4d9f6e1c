import { describe, expect, it } from '@jest/globals';
import { shopBook } from '../testing/shop-book.ts';
import { drawShots } from './draw-shots.ts';
import { evaluateIntents } from './evaluate-intents.ts';
import { chooseThreshold, figuresAt } from './figures.ts';
import { withoutTest } from './labelled-text.ts';
import { namesOfIntents } from './names-of-intents.ts';
import { readClinc, readCsv } from './read-data-set.ts';

describe('reading a CSV', () => {
  it('understands a BOM, quotes, either line end and further columns', () => {
    const content = '\ufeffid,Text,intent\r\n1,"say ""hi"", now",greet\r\n2,"two\nlines",oos\r\n';
    expect(readCsv(content, 'a.csv')).toEqual([
      { text: 'say "hi", now', intent: 'greet' },
      { text: 'two\nlines', intent: null },
    ]);
  });

  it.each([
    ['semicolons', 'text;intent\n"now; or never";greet\n'],
    ['tabs', 'intent\ttext\ngreet\tnow; or never\n'],
    ['bars', 'text|intent\nnow; or never|greet\n'],
    ['a line that names the separator', 'sep=;\r\n"text";"intent"\r\n"now; or never";"greet"\r\n'],
  ])('understands %s', (_, content) => {
    expect(readCsv(content, 'a.csv')).toEqual([{ text: 'now; or never', intent: 'greet' }]);
  });

  it('takes a quotation mark inside a text for what it is', () => {
    expect(readCsv('text,intent\nthe 5" screen,size\n', 'a.csv')).toEqual([{ text: 'the 5" screen', intent: 'size' }]);
  });

  it('takes None for out of scope, and rows of one split alone', () => {
    const content = 'text,intent,split\na,None,train\nb,x,test\n';
    expect(readCsv(content, 'a.csv', 'train')).toEqual([{ text: 'a', intent: null }]);
    expect(() => readCsv(content, 'a.csv', 'val')).toThrow('a.csv: it has no sentence of "val"');
  });

  it.each([
    ['word,intent\na,b', 'a.csv: its first line names no column "text" but "word", "intent"'],
    ['text,label\na,b', 'a.csv: its first line names no column "intent" but "text", "label"'],
    ['text,intent\na,b,c\n', 'a.csv:2 the row has more or fewer columns than the header; a text with commas'],
    ['text,intent\n"a,b\n', /^a\.csv:\d+ a text begins with a quotation mark, and none ends it$/],
    ['text,intent\n"a\nb",c\n\nd,\n', 'a.csv:5 the sentence has no intent'],
    ['text,intent\n', 'a.csv: it has no sentence'],
    ['', 'a.csv: it is empty'],
  ])('refuses %j, saying why', (content, message) => {
    expect(() => readCsv(content, 'a.csv')).toThrow(message);
  });
});

describe('reading the JSON of CLINC150', () => {
  const content = JSON.stringify({ train: [['a', 'x']], oos_train: [['b', 'oos']], val: 7 });

  it('adds what is out of scope to its part', () => {
    expect(readClinc(content, 'a.json', 'train')).toEqual([
      { text: 'a', intent: 'x' },
      { text: 'b', intent: null },
    ]);
  });

  it('may lack a part that nobody needs', () => {
    expect(readClinc('{"train":[["a","x"]]}', 'a.json', 'val', true)).toEqual([]);
    expect(readClinc('{"val":[]}', 'a.json', 'val', true)).toEqual([]);
    expect(() => readClinc('{"val":[]}', 'a.json', 'val')).toThrow('"val" has no sentence');
  });

  it('refuses what is not as expected, saying why', () => {
    expect(() => readClinc('{\n"train": [],\n}', 'a.json', 'train')).toThrow(/^a\.json: .*JSON[^\n]*$/);
    const list = JSON.stringify(Array.from({ length: 999 }, () => ({ text: 'a', intent: 'b' })));
    expect(() => readClinc(list, 'a.json', 'train')).toThrow(/^a\.json: it is no object of lists.{0,60}$/);
    expect(() => readClinc(content, 'a.json', 'test')).toThrow('it has no "test" but "train", "oos_train", "val"');
    expect(() => readClinc(content, 'a.json', 'val')).toThrow('"val": it is no list');
    const many = JSON.stringify(Object.fromEntries(Array.from({ length: 99 }, (_, at) => [`part ${at}`, []])));
    expect(() => readClinc(many, 'a.json', 'train')).toThrow(/^a\.json: .{0,150}"part 7" …$/);
    expect(() => readClinc('{"train":[["a"]]}', 'a.json', 'train')).toThrow('entry 1 is not [text, intent]');
  });
});

describe('shots', () => {
  const sentences = Array.from({ length: 40 }, (_, at) => ({ text: `t${at}`, intent: at % 2 === 0 ? 'x' : null }));

  it('are so many of each intent, and of what is out of scope, the same for the same seed', () => {
    const drawn = drawShots(sentences, 5, 1);
    expect(drawn.filter(({ intent }) => intent === 'x')).toHaveLength(5);
    expect(drawn.filter(({ intent }) => intent === null)).toHaveLength(5);
    expect(drawShots(sentences, 5, 1)).toEqual(drawn);
    expect(drawShots(sentences, 5, 2)).not.toEqual(drawn);
    expect(drawShots(sentences, 99, 1)).toHaveLength(40);
  });
});

describe('figures', () => {
  const judgements = [
    { intent: 'a', guess: 'a', confidence: 0.9 },
    { intent: 'a', guess: 'b', confidence: 0.4 },
    { intent: 'b', guess: 'b', confidence: 0.3 },
    { intent: null, guess: 'a', confidence: 0.2 },
    { intent: null, guess: null, confidence: 0 },
  ];

  it('are counted as defined', () => {
    const figures = figuresAt(judgements, 0.35);
    expect(figures.accuracy).toBeCloseTo(2 / 3);
    expect(figures.inScopeAccuracy).toBeCloseTo(1 / 3);
    expect(figures.outOfScopeRecall).toBe(1);
    expect(figures.microF1).toBeCloseTo(3 / 5);
    // a: 2·1/(1+2), b: 0, out of scope: 2·2/(3+2)
    expect(figures.macroF1).toBeCloseTo((2 / 3 + 0 + 4 / 5) / 3);
  });

  it('choose the lowest threshold with which a recall is sure enough, so many sentences as there are', () => {
    const outside = Array.from({ length: 100 }, (_, at) => ({ intent: null, guess: 'a', confidence: at / 100 }));
    const recall = (target: number) => figuresAt(outside, chooseThreshold(outside, target)).outOfScopeRecall;
    expect([0.8, 0.9, 0.95, 1].map(recall)).toEqual([0.86, 0.94, 0.98, 1]);
    expect(chooseThreshold(judgements, 1)).toBeLessThan(0.3);
  });

  it('choose a threshold half way between the best and what is as good but for chance', () => {
    const inScope = Array.from({ length: 900 }, (_, at) => ({ intent: 'a', guess: 'a', confidence: at / 900 }));
    const outside = Array.from({ length: 100 }, (_, at) => ({ intent: null, guess: 'a', confidence: at / 500 }));
    const threshold = chooseThreshold([...inScope.slice(90), ...outside]);
    expect(threshold).toBeGreaterThan(0.08);
    expect(threshold).toBeLessThan(0.1);
  });

  it('choose to answer everything where nothing is out of scope', () => {
    expect(chooseThreshold(judgements.slice(0, 3))).toBe(0);
  });
});

describe('evaluating intents', () => {
  const sentences = [...shopBook().faqs.values()].flatMap((faq) =>
    (faq.phrasings.en ?? []).map((text) => ({ text, intent: faq.intent })),
  );

  it('never learns a sentence of the test, however it is punctuated', () => {
    const test = [{ text: `${sentences[0]?.text.toUpperCase()} ?!`, intent: 'x' }];
    expect(withoutTest(sentences, test)).toMatchObject({ dropped: 1 });
  });

  it('gives every figure, and trains on nothing but the training', () => {
    const test = sentences.filter((_, at) => at % 4 === 0);
    const result = evaluateIntents({ train: sentences, validation: [], test }, { lang: 'en' });
    expect(result).toMatchObject({ n: test.length, dropped: test.length, outOfScopeRecall: null });
    expect(result.accuracy).toBeGreaterThan(0.4);
    expect(result.accuracy).toBeLessThan(1);
    expect(result.threshold).toBeLessThan(1);
    expect(result.modelBytes).toBeGreaterThan(10_000);
    expect(result.predictP99Ms).toBeGreaterThanOrEqual(result.predictP50Ms);
  });
});

describe('a set in which one kind of sentence is missing', () => {
  const train = [
    ...['where is my parcel', 'track my order', 'parcel status'].map((text) => ({ text, intent: 'track' })),
    ...['refund please', 'money back', 'i want a refund'].map((text) => ({ text, intent: 'refund' })),
  ];
  const test = [{ text: 'where is the parcel now', intent: 'track' }];

  it('takes what is in scope from the training where the validation has nothing that is', () => {
    const book = [...shopBook().faqs.values()];
    const sentences = book.flatMap(({ intent, phrasings }) => (phrasings.en ?? []).map((text) => ({ text, intent })));
    const validation = ['who was the last pope', 'sing me a song', 'what rhymes with orange', 'tell me a joke'].map(
      (text) => ({ text, intent: null }),
    );
    const { threshold } = evaluateIntents({ train: sentences, validation, test }, { lang: 'en' });
    expect(threshold).toBeGreaterThan(0);
  });

  it('is refused where nothing to learn from has an intent', () => {
    const nothing = train.map(({ text }) => ({ text, intent: null }));
    expect(() => evaluateIntents({ train: nothing, validation: [], test }, { lang: 'en' })).toThrow(
      'no sentence to learn from has an intent',
    );
  });
});

describe('names of intents with few sentences', () => {
  it('are left out where there are many, or several are called the same, or in another language', () => {
    const sentencesOf = (intent: string | null, count: number) =>
      Array.from({ length: count }, (_, at) => ({ text: `${intent} asked ${at}`, intent }));
    const training = [
      ...[...sentencesOf('five_of_it', 5), ...sentencesOf('six_of_it', 6), ...sentencesOf('退货', 1)],
      ...[...sentencesOf('class_1', 2), ...sentencesOf('class_2', 2), ...sentencesOf(null, 2)],
    ];
    expect(namesOfIntents(training, 'en').map(({ text }) => text)).toEqual(['five of it']);
    expect(namesOfIntents(training, 'zh').map(({ text }) => text)).toEqual(['退货']);
  });

  const train = [
    ...['I forgot it', 'it does not let me in', 'cannot get in any more'].map((text) => ({
      text,
      intent: 'reset_password',
    })),
    ...['where is my stuff', 'has it left yet', 'did you send it'].map((text) => ({ text, intent: 'OrderStatus' })),
    ...['when can I come by', 'are you there on sundays'].map((text) => ({ text, intent: 'opening hours' })),
  ];
  const accuracyOn = (text: string, intent: string) =>
    evaluateIntents({ train, validation: [], test: [{ text, intent }] }, { lang: 'en' }).accuracy;

  it.each([
    ['please reset my password', 'reset_password'],
    ['the status of an order', 'OrderStatus'],
    ['opening hours please', 'opening hours'],
  ])('are learned: %s', (text, intent) => {
    expect(accuracyOn(text, intent)).toBe(1);
  });

  it('are not where the test asks just that, as no sentence of it may be learned', () => {
    expect(accuracyOn('Reset password', 'reset_password')).toBe(0);
  });
});
