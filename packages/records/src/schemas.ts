import { createHash } from 'node:crypto';
import { ORDER_STATUSES } from '@solodesk/core';
import type {
  ContactCorrection,
  ContactDraft,
  FeedbackDraft,
  Locale,
  OrderDraft,
  ProductDraft,
  SpendDraft,
} from '@solodesk/core';
import { z } from 'zod';
import { isCurrency } from './fields/money.ts';
import { parsePhone } from './fields/phone.ts';

/** What is to be known of a site to read its records. */
export interface RecordSite {
  /** The language of a text that could be in either. */
  locale: Locale;
  /** ISO 3166-1 alpha-2: whose telephone numbers may lack their country code. */
  country: string | null;
  /** ISO 4217: of amounts that name none. */
  currency: string | null;
  /** IANA zone: of dates that name none. */
  timeZone: string;
}

/** Minor units; far above any price, and far below where numbers lose their last digit. */
const MOST_MONEY = 9_000_000_000_000;
/** Of a feedback. UTF-16 units. */
const LONGEST_FEEDBACK = 10_000;
const ID = /^[\p{L}\p{N}#][\p{L}\p{N}._/#:@+-]{0,99}$/u;
const EMAIL = /^[^\s@<>"(),;:\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,63}$/u;
/** Control characters and halves of a character: neither means anything, and stores change them. */
const UNFIT = /[\p{Cc}\p{Cs}]/u;
const UNFIT_IN_LINES = /[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

const text = (most: number) =>
  z
    .string('must be a text')
    .trim()
    .min(1, 'is empty')
    .max(most, `is longer than ${most} characters`)
    .refine((value) => !UNFIT.test(value), 'holds an invisible control character');
const longText = z
  .string('must be a text')
  .trim()
  .max(4_000, 'is longer than 4000 characters')
  .refine((value) => !UNFIT_IN_LINES.test(value), 'holds an invisible control character');
const id = z
  .string('must be a text')
  .trim()
  .min(1, 'is empty')
  .regex(ID, 'must be letters, digits and . _ / # : @ + - (at most 100)');
const url = z
  .string('must be a text')
  .trim()
  .max(2_000, 'is longer than 2000 characters')
  .refine(
    (value) => /^https?:\/\/\S+$/.test(value) && URL.canParse(value),
    'must be a complete address that begins with https://',
  );
const email = z
  .string('must be a text')
  .trim()
  .toLowerCase()
  .max(254, 'is longer than 254 characters')
  .regex(EMAIL, 'is no e-mail address');
const money = z
  .int('must be a whole number of minor units (4990 for 49.90)')
  .min(0, 'must not be negative')
  .max(MOST_MONEY, 'is too large');
const currency = z
  .string('must be a text')
  .trim()
  .toUpperCase()
  .refine(isCurrency, 'must be a code such as EUR or CNY (ISO 4217)');
const moment = z.iso
  .datetime({ offset: true, error: 'must be a moment with its offset, such as 2026-11-27T10:00:00Z (ISO 8601)' })
  .transform((value) => Date.parse(value))
  .refine((value) => value >= 0, 'is before 1970');
const locale = z.enum(['en', 'zh'], 'must be "en" or "zh"');
const byLanguage = <T extends z.ZodType>(each: T) => z.strictObject({ en: each.optional(), zh: each.optional() });

/** The shapes in which records come, the API's own: file rows are brought into them first. Each gives a draft for the store. */
export function recordSchemas({ country }: Pick<RecordSite, 'country'>) {
  const phone = z
    .string('must be a text')
    .trim()
    .max(50, 'is longer than 50 characters')
    .transform((value, context) => {
      const number = parsePhone(value, country);
      if (number !== null) return number;
      const hint = 'is no telephone number; write it with its country code, such as +49 30 123456';
      context.issues.push({ code: 'custom', input: value, message: hint });
      return z.NEVER;
    });
  const source = z.strictObject({
    referrer: text(500).optional(),
    source: text(100).optional(),
    medium: text(100).optional(),
    campaign: text(200).optional(),
  });
  const person = {
    id: id.optional(),
    email: email.nullable().optional(),
    phone: phone.nullable().optional(),
    name: text(200).nullable().optional(),
    locale: locale.nullable().optional(),
    source: source.optional(),
  };
  const reachable = (draft: ContactDraft) => Boolean(draft.id ?? draft.email ?? draft.phone);
  const unreachable = 'has neither "id" nor "email" nor "phone": one of them is needed';
  const customers = z
    .strictObject({
      ...person,
      customer: z.boolean('must be true or false').optional(),
      customerSince: moment.optional(),
      createdAt: moment.optional(),
      marketing: z.boolean('must be true or false').optional(),
      marketingSince: moment.optional(),
      marketingVersion: text(40).optional(),
    })
    .refine(reachable, unreachable)
    .refine(({ marketing, marketingSince }) => marketing !== false || marketingSince === undefined, {
      path: ['marketingSince'],
      message: 'stands beside a "no"',
    });
  /** What is typed of one person by hand. */
  const corrections = z.strictObject({
    ...{ name: person.name, email: person.email, phone: person.phone, locale: person.locale },
    customer: customers.shape.customer,
  });
  const line = z.strictObject({
    product: id.nullable().default(null),
    name: text(500).nullable().default(null),
    quantity: z.number('must be a number').positive('must be above 0').max(1_000_000, 'is too large').default(1),
    price: money.nullable().default(null),
  });
  const orders = z
    .strictObject({
      number: text(60).toUpperCase(),
      customer: z.strictObject(person).refine(reachable, unreachable).optional(),
      placedAt: moment.optional(),
      status: z.enum(ORDER_STATUSES, `must be one of ${ORDER_STATUSES.join(', ')}`).optional(),
      statusText: text(100).nullable().optional(),
      total: money.nullable().optional(),
      currency: currency.nullable().optional(),
      lines: z.array(line).max(500, 'has more than 500 lines').optional(),
      trackingUrl: url.nullable().optional(),
    })
    .refine(({ total, currency: of }) => typeof total !== 'number' || typeof of === 'string', {
      path: ['currency'],
      message: 'is needed beside a total',
    });
  const products = z
    .strictObject({
      id,
      names: byLanguage(text(200)).optional(),
      price: money.nullable().optional(),
      currency: currency.nullable().optional(),
      url: url.nullable().optional(),
      image: url.nullable().optional(),
      category: text(100).nullable().optional(),
      stock: z
        .int('must be a whole number')
        .min(0, 'must not be negative')
        .max(1_000_000_000, 'is too large')
        .nullable()
        .optional(),
      sizes: z.array(text(40)).max(100, 'has more than 100 sizes').optional(),
      specification: byLanguage(longText).optional(),
    })
    .refine(({ price, currency: of }) => typeof price !== 'number' || typeof of === 'string', {
      path: ['currency'],
      message: 'is needed beside a price',
    });
  const spend = z.strictObject({
    channel: text(100).toLowerCase(),
    month: z.string('must be a text').regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-05'),
    currency,
    amount: money,
  });
  const feedback = z
    .strictObject({
      text: z
        .string('must be a text')
        .trim()
        .min(1, 'is empty')
        .max(LONGEST_FEEDBACK, `is longer than ${LONGEST_FEEDBACK} characters`)
        .refine((value) => !UNFIT_IN_LINES.test(value), 'holds an invisible control character'),
      source: text(60).toLowerCase().default('import'),
      id: text(200).optional(),
      author: text(200).nullable().optional(),
      email: email.nullable().optional(),
      link: url.nullable().optional(),
      rating: z
        .int('must be a whole number from 1 to 10')
        .min(1, 'must be from 1 to 10')
        .max(10, 'must be from 1 to 10')
        .nullable()
        .optional(),
      at: moment.optional(),
    })
    .transform(({ id: named, ...said }) => ({ ...said, id: named ?? idOfWords(said) }));
  return { products, orders, customers, spend, feedback, corrections } satisfies {
    products: z.ZodType<ProductDraft>;
    orders: z.ZodType<OrderDraft>;
    customers: z.ZodType<ContactDraft>;
    spend: z.ZodType<SpendDraft>;
    feedback: z.ZodType<FeedbackDraft>;
    corrections: z.ZodType<ContactCorrection>;
  };
}

/** What has no id is known by what was said, by whom and when: so a file that is taken twice adds nothing. */
function idOfWords({
  text: words,
  author,
  at,
}: {
  text: string;
  author?: string | null | undefined;
  at?: number | undefined;
}) {
  const digest = createHash('sha256').update(JSON.stringify([words, author ?? null, at ?? null]));
  return `words-${digest.digest('base64url').slice(0, 22)}`;
}

export type RecordSchemas = ReturnType<typeof recordSchemas>;
