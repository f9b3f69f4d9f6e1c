import { describe, expect, it } from '@jest/globals';
import { categorise } from './categorise.ts';

const categoryOf = (text: string) => categorise(text).category;

describe('the category of a first feedback', () => {
  it.each([
    ['My parcel still has not arrived', 'delivery'],
    ['快递太慢了，包裹还没收到', 'delivery'],
    ['I want my money back', 'refund'],
    ['我要退款', 'refund'],
    ['Far too expensive, no discount either', 'price'],
    ['太贵了', 'price'],
    ['The agent was rude and never replied', 'service'],
    ['客服态度很差', 'service'],
    ['The checkout page crashed twice', 'usability'],
    ['网页打不开', 'usability'],
    ['It broke after a day, scratched and flimsy', 'quality'],
    ['质量太差，用两天就坏了', 'quality'],
    ['Absolutely love it, thank you!', 'praise'],
    ['非常满意，谢谢', 'praise'],
    ['The seam tore after one wash', 'quality'],
    ['Runs far too small, and not as described', 'quality'],
    ['面料很舒服，但是偏小', 'quality'],
    ['Nobody answers my mails', 'service'],
    ['It took forever', 'delivery'],
    ['还没到货', 'delivery'],
    ['Lovely, will order again', 'praise'],
    ['很漂亮，值得', 'praise'],
    ['Hm.', 'other'],
    ['', 'other'],
  ])('of "%s" is %s', (text, category) => expect(categoryOf(text)).toBe(category));

  it('is what is spoken of rather than the praise of it', () => {
    expect(categoryOf('Great quality, I love it')).toBe('quality');
  });

  it('is found by whole words: an appeal is no app, and a shipmate nothing sent', () => {
    expect(categoryOf('My appeal to the shipmate')).toBe('other');
  });

  it.each([
    ['I am fed up with the quality', 'quality'],
    ['We had to sit and wait', 'other'],
    ['She had fed the cat', 'other'],
    ['He lit a candle', 'other'],
  ])('is not found by another word that only begins alike: %s', (text, category) =>
    expect(categoryOf(text)).toBe(category),
  );

  it.each([
    ['Two deliveries never came', 'delivery'],
    ['Nobody replied', 'service'],
    ['They are charging fees', 'price'],
    ['Keeps breaking', 'quality'],
    ['It shipped weeks ago', 'delivery'],
  ])('is found by the usual forms of a word: %s', (text, category) => expect(categoryOf(text)).toBe(category));

  it.each(['I am not happy', 'I do not really recommend it', 'I don’t love it', '不满意', '不太喜欢'])(
    'is no praise where it is denied: %s',
    (text) => expect(categoryOf(text)).toBe('other'),
  );

  it('tells the words that decided, as they stand in the text', () => {
    const text = 'The Delivery was LATE';
    const { words } = categorise(text);
    expect(words.map(({ text: word }) => word)).toEqual(['Delivery', 'LATE']);
    for (const { text: word, start, end } of words) expect(text.slice(start, end)).toBe(word);
  });
});
