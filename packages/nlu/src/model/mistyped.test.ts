import { beforeAll, describe, expect, it } from '@jest/globals';
import type { IntentModel } from '@solodesk/core';
import { loadModel } from '../stored/load-model.ts';
import { bookOf, shopBook } from '../testing/shop-book.ts';
import { trainModel } from './train-model.ts';

describe('a mistyped question', () => {
  let bytes: Awaited<ReturnType<typeof trainModel>>;
  let model: IntentModel;

  beforeAll(async () => {
    bytes = await trainModel(shopBook());
    model = loadModel(bytes, 'shop-book');
  });

  it.each([
    // A word of English, and a slip beside "my".
    ['wheres my oder', 'order.status'],
    ['cancle my oder', 'order.cancel'],
    ['where is my ordr', 'order.status'],
    ['I want a refnd', 'returns.refund'],
    ['how much is shpping', 'delivery.cost'],
    ['trakc my odrer', 'order.status'],
    // The slip hides the ending from the stemmer.
    ['pirnting a return label', 'returns.how'],
    // It stands in an ending that the stemmer takes off the right word.
    ['how much is shippign', 'delivery.cost'],
    ['trackign number', 'order.status'],
    ['measurmeents', 'sizes.guide'],
    // The space between two words is missing.
    ['deliverytime', 'delivery.time'],
    ['trackmy order', 'order.status'],
    ['what is the returnlabel for', 'returns.how'],
    // Three letters are left, and a neighbour bears them out.
    ['what sze should i take', 'sizes.guide'],
    ['szie chart', 'sizes.guide'],
  ])('is understood as what is meant: %s', (text, intent) => {
    const [best] = model.understand(text, 'en').guesses;
    expect(best?.intent).toBe(intent);
    expect(best?.confidence).toBeGreaterThan(model.thresholds.answer);
  });

  it.each([
    ['运废多少钱', 'delivery.cost'],
    ['怎么腿货', 'returns.how'],
    ['我的丁单到哪了', 'order.status'],
    ['我想取消订丹', 'order.cancel'],
  ])('is understood as what is meant where it was typed by its sound: %s', (text, intent) => {
    const [best] = model.understand(text, 'zh').guesses;
    expect(best?.intent).toBe(intent);
    expect(best?.confidence).toBeGreaterThan(model.thresholds.answer);
  });

  it('is as sure as the same question without the slip, as nothing of the slip is left', () => {
    const [right] = model.understand('where is my package', 'en').guesses;
    const [mistyped] = model.understand('where is my pakcage', 'en').guesses;
    expect(mistyped).toEqual(right);
  });

  it('is the same as with the space that is missing, and no word is cut that is one', () => {
    expect(model.understand('sizechart please', 'en')).toEqual(model.understand('size chart please', 'en'));
    expect(model.understand('ordination', 'en').guesses[0]?.confidence ?? 0).toBeLessThan(model.thresholds.suggest);
  });

  it('has the meaning of the word that was taught, where its stem is no word', async () => {
    const [first, ...others] = shopBook().faqs.values();
    const en = ['confidential advice', 'is it confidential', 'talk in private'];
    const faqs = [{ ...first!, phrasings: { ...first!.phrasings, en } }, ...others];
    const taught = loadModel(await trainModel(bookOf(faqs, 'private')), 'private');
    expect(taught.understand('is it confiddential', 'en')).toEqual(taught.understand('is it confidential', 'en'));
  });

  it('is taken for the one of two words that its neighbours say, whichever was learned first', () => {
    // `oper` (of "operator") is one slip away from `oder` as well, and every book has it.
    const [best] = model.understand('my oder', 'en').guesses;
    expect(best).toEqual(model.understand('my order', 'en').guesses[0]);
  });

  it('is understood the same whatever was read before: what one visitor wrote changes no answer of another', () => {
    const fresh = loadModel(bytes, 'shop-book');
    // More words that nobody knows than are looked up in one text; then the slip, for which nothing is left.
    const rubbish = Array.from({ length: 30 }, (_, at) => `qx${'zjvk'[at % 4]}${'w'.repeat(1 + at)}`).join(' ');
    fresh.understand(`${rubbish} refnd`, 'en');
    expect(fresh.understand('I want a refnd', 'en')).toEqual(model.understand('I want a refnd', 'en'));
  });

  it('is understood the same a second time, also where it may be a slip of two words and one of them was said before it', async () => {
    const [first, ...others] = shopBook().faqs.values();
    const en = ['mend a zorbin', 'zorbin mending', 'a zorbil in blue', 'blue zorbil'];
    const faqs = [{ ...first!, phrasings: { ...first!.phrasings, en } }, ...others];
    const twins = loadModel(await trainModel(bookOf(faqs, 'twins')), 'twins');
    const said = 'zorbinn zorbix';
    expect(twins.understand(said, 'en')).toEqual(twins.understand(said, 'en'));
  });

  it('is left as it is where a rare word may be meant, as nothing that was taught stands beside it', () => {
    const river = model.understand('oder floods', 'en');
    expect(river).not.toEqual(model.understand('order floods', 'en'));
    expect(river.guesses[0]?.confidence ?? 0).toBeLessThan(model.thresholds.suggest);
  });
});
