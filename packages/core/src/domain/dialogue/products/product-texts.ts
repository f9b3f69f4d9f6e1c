import type { Locale } from '../../locale.ts';
import type { ProductFact } from '../../product.ts';
import type { Voice } from '../../voice.ts';

/** What the bot says of products. The sentences state facts, so they sound alike in every tone but for the offer of a person. */
export interface ProductTexts {
  price(name: string, price: string): string;
  inStock(name: string): string;
  fewLeft(name: string, pieces: number): string;
  soldOut(name: string): string;
  sizes(name: string, sizes: readonly string[]): string;
  /** The size that was asked for, and all that there are. */
  hasSize(name: string, size: string, sizes: readonly string[]): string;
  lacksSize(name: string, size: string, sizes: readonly string[]): string;
  details(name: string, details: string): string;
  /** A colour was asked for, and the name holds the only one that is known. */
  named(name: string): string;
  /** In the catalogue, which says nothing else of it. */
  listed(name: string): string;
  unknown(name: string, facts: readonly ProductFact[]): string;
  orPerson: string;
  /** No product is said to be of this colour. */
  noneIn(colour: string): string;
  /** Asked when several products may be meant; they stand under it as buttons. */
  which: string;
}

const NOT_KNOWN: Record<Locale, Readonly<Record<ProductFact, string>>> = {
  en: { price: 'the price', stock: 'the stock', sizes: 'the sizes', colours: 'the colours', details: 'the details' },
  zh: { price: '价格', stock: '库存', sizes: '尺码', colours: '颜色', details: '具体规格' },
};

export function productTexts({ tone, address: you }: Voice, locale: Locale): ProductTexts {
  return locale === 'en' ? english(tone === 'formal') : chinese(you);
}

function english(formal: boolean): ProductTexts {
  return {
    price: (name, price) => `${name}: ${price}.`,
    inStock: (name) => `${name} is in stock.`,
    fewLeft: (name, pieces) => `${name} is in stock, ${pieces} left.`,
    soldOut: (name) => `${name} is sold out at the moment.`,
    sizes: (name, sizes) => `Sizes of ${name}: ${sizes.join(', ')}.`,
    hasSize: (name, size, sizes) => `Yes, ${name} comes in ${size}. All sizes: ${sizes.join(', ')}.`,
    lacksSize: (name, size, sizes) =>
      `${formal ? 'I am' : "I'm"} sorry, ${name} does not come in ${size}. Its sizes: ${sizes.join(', ')}.`,
    details: (name, details) => `${name}: ${details}`,
    named: (name) => `In our catalogue: ${name}.`,
    listed: (name) => `Yes, we have ${name}.`,
    unknown: (name, facts) =>
      `I ${formal ? 'do not' : "don't"} know ${facts.map((fact) => NOT_KNOWN.en[fact]).join(' or ')} of ${name}.`,
    noneIn: (colour) => `I find nothing in ${colour} in our catalogue.`,
    orPerson: formal ? 'I can also ask a person to help you.' : 'I can get a person for you.',
    which: 'Which one do you mean?',
  };
}

/** Between Latin letters or digits and Chinese characters stands a space. */
export const spaced = (name: string) => (/[\p{Script=Latin}\d]$/u.test(name) ? `${name} ` : name);

function chinese(you: Voice['address']): ProductTexts {
  return {
    price: (name, price) => `${name}：${price}。`,
    inStock: (name) => `${spaced(name)}有货。`,
    fewLeft: (name, pieces) => `${spaced(name)}有货，还剩 ${pieces} 件。`,
    soldOut: (name) => `${spaced(name)}目前缺货。`,
    sizes: (name, sizes) => `${spaced(name)}的尺码：${sizes.join('、')}。`,
    hasSize: (name, size, sizes) => `有的，${spaced(name)}有 ${size} 码。全部尺码：${sizes.join('、')}。`,
    lacksSize: (name, size, sizes) => `抱歉，${spaced(name)}没有 ${size} 码。现有尺码：${sizes.join('、')}。`,
    details: (name, details) => `${name}：${details}`,
    named: (name) => `目录里有：${name}。`,
    listed: (name) => `有的，我们有${name}。`,
    unknown: (name, facts) => `我不清楚${spaced(name)}的${facts.map((fact) => NOT_KNOWN.zh[fact]).join('和')}。`,
    noneIn: (colour) => `目录里没有找到${colour}的商品。`,
    orPerson: `我可以帮${you}转人工。`,
    which: `请问${you}想问哪一款？`,
  };
}
