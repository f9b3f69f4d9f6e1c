import { offerLine } from '@solodesk/core';
import type { Recommendation } from '@solodesk/core';
import { offersForContact } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import { z } from 'zod';
import { apiRoute } from './api-route.ts';
import type { ApiRoute } from './api-route.ts';
import { none, told } from './fields.ts';
import { Problem } from './problem.ts';

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const amount = z.coerce.number('must be a number').min(0, 'must be 0 or more').max(1e9, 'is too large').optional();
const localized = z.object({ en: z.string(), zh: z.string() });

const recommendationSchema = z
  .object({
    product: told(z.string(), 'Id of the product.', '商品 id。'),
    names: z.object({ en: z.string().optional(), zh: z.string().optional() }),
    url: z.string().nullable(),
    reason: told(
      z.object({
        kind: z.enum(['together', 'alike', 'popular']),
        with: z.string().optional(),
        both: z.int().optional(),
        of: z.int().optional(),
        people: z.int().optional(),
      }),
      '`together`: `both` of the `of` people who bought `with` bought this too; `alike`: what is said of both is alike; `popular`: so many `people` bought it.',
      '`together`：购买 `with` 的 `of` 人中有 `both` 人也购买了它；`alike`：两者的描述相近；`popular`：已有 `people` 人购买。',
    ),
    text: told(localized, 'The product and the reason in a sentence.', '用一句话说明商品和理由。'),
  })
  .meta({ id: 'Recommendation' });

const querySchema = z
  .strictObject({
    product: told(z.string().min(1).max(100).optional(), 'What goes with this product.', '与该商品搭配的商品。'),
    customer: told(
      z.string().min(1).max(200).optional(),
      'What suits this customer (id): nothing that they bought, sent back, or that comes too early.',
      '适合该客户（id）的商品：不含其已购买、已退回或尚不具备前置条件的商品。',
    ),
    limit: z.coerce
      .number('must be a number')
      .int('must be a whole number')
      .min(1, 'must be from 1 to 20')
      .max(20, 'must be from 1 to 20')
      .default(5),
    min_price: told(amount, 'In units of `currency`.', '以 `currency` 为单位。'),
    max_price: told(amount, 'In units of `currency`.', '以 `currency` 为单位。'),
    currency: z
      .string()
      .refine((code) => CURRENCIES.has(code), 'must be a code such as EUR or CNY')
      .optional(),
  })
  .refine(
    ({ min_price: least, max_price: most, currency }) => currency !== undefined || (least ?? most) === undefined,
    {
      path: ['currency'],
      message: 'must be there with a price',
    },
  )
  .refine(({ min_price: least = 0, max_price: most = Infinity }) => least <= most, {
    path: ['max_price'],
    message: 'must not be below "min_price"',
  });

/** What to offer next. */
export function recommendationRoutes(desk: Desk): ApiRoute[] {
  const { store, recommender } = desk;
  return [
    apiRoute({
      ...{ method: 'get', path: '/api/recommendations', id: 'listRecommendations', tag: 'recommendations' },
      ...{ scope: 'recommendations:read', params: none.params, body: null, query: querySchema },
      title: { en: 'What to recommend', zh: '推荐什么' },
      about: {
        en: 'What goes with a product, what suits a customer, or both; without either what many bought. The best first, each with its reason. Empty where fewer than five people bought the one, or three of them the other; and for a customer of whom something is unsettled, or who wants no suggestions.',
        zh: '与某商品搭配的、适合某客户的，或两者兼顾的商品；都不填则为多人购买的商品。最好的在前，并附理由。购买前者的不足五人，或其中购买后者的不足三人时为空；客户有未解决的请求或不想要推荐时也为空。',
      },
      problems: ['not_found'],
      answers: {
        200: {
          about: { en: 'The recommendations.', zh: '推荐。' },
          schema: z.object({ items: z.array(recommendationSchema) }),
        },
      },
      async run({ site, query: { product, customer, limit, min_price: least, max_price: most, currency } }) {
        const contact = customer === undefined ? null : await store.findContact(site.id, { id: customer });
        if (customer !== undefined && contact === null) {
          throw new Problem('not_found', 'no customer of this site has this id');
        }
        const question = {
          limit,
          ...(product !== undefined && { product }),
          ...(contact !== null && { contactKey: contact.key }),
          ...(currency !== undefined && {
            price: { currency, ...(least !== undefined && { least }), ...(most !== undefined && { most }) },
          }),
        };
        if (contact === null) await recommender?.refresh(site.id);
        const found =
          contact === null
            ? (recommender?.recommend(site.id, question) ?? [])
            : await offersForContact(desk, site.id, contact.key, question);
        return { status: 200, body: { items: found.map(view) } };
      },
    }),
  ];
}

function view(recommendation: Recommendation) {
  const { product, reason } = recommendation;
  return {
    product: product.id,
    names: product.names,
    url: product.url,
    reason: 'with' in reason ? { ...reason, with: reason.with.id } : reason,
    text: { en: offerLine(recommendation, 'en'), zh: offerLine(recommendation, 'zh') },
  };
}
