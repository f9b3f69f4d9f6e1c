import type { Locale } from '../../locale.ts';
import { localize } from '../../locale.ts';
import type { Product, ProductFact } from '../../product.ts';
import { askedSize, sizeOf } from './asked-size.ts';
import { namesColour } from './colours.ts';
import type { ProductTexts } from './product-texts.ts';

/** So few pieces are worth telling. */
const FEW = 5;

const formats = new Map<string, Intl.NumberFormat>();

/** A price as people of that language write it: `€49.90`, `CN¥99.00`, `¥99.00`. */
export function priceText(price: number, currency: string, locale: Locale): string {
  const key = `${locale} ${currency}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en', { style: 'currency', currency });
    formats.set(key, format);
  }
  return format.format(price);
}

/**
 * The sentence that tells a fact, or null where the catalogue does not say.
 * @param question as it was asked: one for a size of several is told whether there is that one
 */
export function factText(
  product: Product,
  fact: ProductFact,
  texts: ProductTexts,
  locale: Locale,
  question: string,
): string | null {
  const name = localize(product.names, locale) ?? product.id;
  const { price, currency, stock, sizes } = product;
  switch (fact) {
    case 'price':
      return price === null || currency === null ? null : texts.price(name, priceText(price, currency, locale));
    case 'stock':
      if (stock === undefined) return null;
      if (stock === 0) return texts.soldOut(name);
      return stock <= FEW ? texts.fewLeft(name, stock) : texts.inStock(name);
    case 'sizes':
      return sizes === undefined || sizes.length === 0 ? null : sizeText(name, sizes, texts, question);
    case 'colours': {
      const { description, specs } = detailsOf(product, locale);
      const told = [...specs, ...description].filter(namesColour);
      if (told.length > 0) return texts.details(name, told.join(locale === 'en' ? '; ' : '；'));
      return namesColour(name) ? texts.named(name) : null;
    }
    case 'details': {
      const { description, specs } = detailsOf(product, locale);
      const lines = [...description, ...specs.map((spec) => `– ${spec}`)];
      return lines.length === 0 ? null : texts.details(name, lines.join('\n'));
    }
  }
}

function sizeText(name: string, sizes: readonly string[], texts: ProductTexts, question: string): string {
  const asked = askedSize(question);
  if (asked === null) return texts.sizes(name, sizes);
  const size = sizeOf(sizes, asked);
  return size === null ? texts.lacksSize(name, asked.toUpperCase(), sizes) : texts.hasSize(name, size, sizes);
}

/** What it is, and what it is made of; empty where the row does not say. */
function detailsOf({ descriptions, specs }: Product, locale: Locale) {
  const description = descriptions && localize(descriptions, locale);
  return {
    description: description === undefined ? [] : [description],
    specs: (specs && localize(specs, locale)) ?? [],
  };
}
