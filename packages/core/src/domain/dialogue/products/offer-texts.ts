import { localize } from '../../locale.ts';
import type { Locale } from '../../locale.ts';
import type { Recommendation, RecommendationReason } from '../../recommendation.ts';
import type { Product } from '../../product.ts';
import { spaced } from './product-texts.ts';

/** What the bot says when it recommends something. Facts alone, so that every tone has the same words. */
export interface OfferTexts {
  /** @param product null where no product was named */
  intro(product: string | null): string;
  /** On the button under an answer about a product. */
  ask: string;
  declined: string;
  /** To who has a complaint open and asks for a recommendation. */
  complaintFirst: string;
}

const ENGLISH: OfferTexts = {
  intro: (product) => (product === null ? 'People like these:' : `Goes with ${product}:`),
  ask: 'What goes with it?',
  declined: 'All right, I will not suggest anything more.',
  complaintFirst:
    'First things first: as long as your complaint is open, I recommend nothing. Prices, sizes, stock and any other question I answer as always.',
};
const CHINESE: OfferTexts = {
  intro: (product) => (product === null ? '大家喜欢这些：' : `可以搭配${spaced(product)}的：`),
  ask: '还有什么搭配？',
  declined: '好的，我不再推荐了。',
  complaintFirst: '先把投诉处理好：在它解决之前，我不推荐商品。价格、尺码、库存等其他问题照常解答。',
};

export function offerTexts(locale: Locale): OfferTexts {
  return locale === 'en' ? ENGLISH : CHINESE;
}

/** The product and why, in one line: "Teapot: 7 of 31 who bought the kettle bought it too." */
export function offerLine({ product, reason }: Recommendation, locale: Locale): string {
  const name = nameOf(product, locale);
  return locale === 'en' ? `${name}: ${reasonText(reason, locale)}.` : `${name}：${reasonText(reason, locale)}。`;
}

/** Why a product is recommended, without an end of the sentence. */
export function reasonText(reason: RecommendationReason, locale: Locale): string {
  switch (reason.kind) {
    case 'together': {
      const other = nameOf(reason.with, locale);
      return locale === 'en'
        ? `${reason.both} of ${reason.of} who bought ${other} bought it too`
        : `买了${spaced(other)}的 ${reason.of} 人中有 ${reason.both} 人也买了它`;
    }
    case 'alike':
      return locale === 'en'
        ? `it is much like ${nameOf(reason.with, locale)}`
        : `和${spaced(nameOf(reason.with, locale))}相近`;
    case 'popular':
      return locale === 'en' ? `${reason.people} people bought it` : `已有 ${reason.people} 人购买`;
  }
}

function nameOf(product: Product, locale: Locale): string {
  return localize(product.names, locale) ?? product.id;
}
