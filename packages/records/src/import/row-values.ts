import { writtenIn } from '@solodesk/core';
import type { RecordKind } from '@solodesk/core';
import { DateTime } from 'luxon';
import { currencyBeside, isCurrency, parseMoney } from '../fields/money.ts';
import { parseMonth } from '../fields/month.ts';
import { readStatus } from '../fields/order-status.ts';
import type { RecordSite } from '../schemas.ts';

/** Cells of a row by field, without the empty ones. */
export type Cells = ReadonlyMap<string, string>;

/** A cell cannot be what its field wants. */
export class CellFault extends Error {
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.name = 'CellFault';
    this.field = field;
  }
}

export interface RowReader {
  site: RecordSite;
  moment(text: string): number | null;
}

/**
 * A row in the shape in which the API takes a record. Cells that are empty say nothing: they change nothing.
 * @throws CellFault
 */
export function rowValue(kind: RecordKind, cells: Cells, reader: RowReader): Record<string, unknown> {
  if (kind === 'products') return productValue(cells, reader);
  if (kind === 'spend') return spendValue(cells, reader);
  if (kind === 'feedback') return feedbackValue(cells, reader);
  return kind === 'orders' ? orderValue(cells, reader) : customerValue(cells, reader);
}

function productValue(cells: Cells, { site }: RowReader): Record<string, unknown> {
  const get = (field: string) => cells.get(field);
  const price = get('price');
  const currency = get('currency')?.toUpperCase() ?? (price && currencyBeside(price)) ?? site.currency ?? undefined;
  return defined({
    id: get('id'),
    names: inLanguages(cells, 'name', site),
    price: price === undefined ? undefined : amount('price', price, currency),
    currency: price === undefined && get('currency') === undefined ? undefined : currency,
    url: get('url'),
    // Exports name several, with commas between them.
    image: get('image')?.split(/[,;|]\s*(?=https?:)/)[0],
    category: get('category'),
    stock: numberOf('stock', get('stock')),
    sizes: get('sizes')
      ?.split(/[,;/|、，；]/)
      .map((size) => size.trim())
      .filter((size) => size !== ''),
    specification: inLanguages(cells, 'specification', site),
  });
}

/** One row of an order: what stands at the order, and its own line. */
function orderValue(cells: Cells, reader: RowReader): Record<string, unknown> {
  const get = (field: string) => cells.get(field);
  const money = ['total', 'line_price'].map(get).find((value) => value !== undefined);
  const currency =
    get('currency')?.toUpperCase() ?? (money && currencyBeside(money)) ?? reader.site.currency ?? undefined;
  const [total, linePrice, status] = [get('total'), get('line_price'), get('status')];
  const line = defined({
    product: get('line_product'),
    name: get('line_name'),
    quantity: numberOf('line_quantity', get('line_quantity')),
    price: linePrice === undefined ? undefined : amount('line_price', linePrice, currency),
  });
  const customer = defined({
    id: get('customer_id'),
    email: get('email'),
    phone: get('phone'),
    name: get('customer_name'),
  });
  const reachable = customer.id !== undefined || customer.email !== undefined || customer.phone !== undefined;
  return defined({
    // Shopify's "#1042" is how people say it too, and is found without the mark.
    number: get('number')?.replace(/^#/, ''),
    customer: reachable ? customer : undefined,
    placedAt: momentOf('placed_at', get('placed_at'), reader),
    ...(status !== undefined && readStatus(status)),
    total: total === undefined ? undefined : amount('total', total, currency),
    currency: money === undefined && get('currency') === undefined ? undefined : currency,
    lines: Object.keys(line).length === 0 ? undefined : [line],
    trackingUrl: get('tracking_url'),
  });
}

function spendValue(cells: Cells, reader: RowReader): Record<string, unknown> {
  const get = (field: string) => cells.get(field);
  const [spent, written] = [get('amount'), get('month')];
  const currency =
    get('currency')?.toUpperCase() ?? (spent && currencyBeside(spent)) ?? reader.site.currency ?? undefined;
  return defined({
    channel: get('channel'),
    month: written === undefined ? undefined : monthIn('month', written, reader),
    currency,
    amount: spent === undefined ? undefined : amount('amount', spent, currency, 'give what was spent in the month'),
  });
}

function feedbackValue(cells: Cells, reader: RowReader): Record<string, unknown> {
  const get = (field: string) => cells.get(field);
  return defined({
    ...{ text: get('text'), source: get('source'), author: get('author'), email: get('email') },
    ...{ link: get('link'), id: get('id'), rating: ratingOf(get('rating')) },
    at: momentOf('at', get('at'), reader),
  });
}

/** "4/5" is 8: ratings count from 1 to 10, and one that does not come out whole is not rounded. */
function ratingOf(text: string | undefined): number | undefined {
  const parts = /^(\d{1,3})\s*[/／]\s*(5|10|100)$/.exec(text?.normalize('NFKC') ?? '');
  return parts === null ? numberOf('rating', text) : (Number(parts[1]) * 10) / Number(parts[2]);
}

function monthIn(field: string, text: string, reader: RowReader): string {
  const zone = reader.site.timeZone;
  const month = parseMonth(
    text,
    (day) => reader.moment(day),
    (at) => DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM'),
  );
  if (month !== null) return month;
  const slashed = /^\d{1,2}[/-]\d{1,2}[/-]\d{4}/.test(text) ? '; say --dates dmy or --dates mdy' : '';
  throw new CellFault(field, `"${short(text)}" is no month that can be read in one way only${slashed}`);
}

function customerValue(cells: Cells, reader: RowReader): Record<string, unknown> {
  const get = (field: string) => cells.get(field);
  const source = defined({
    referrer: get('referrer'),
    source: get('source'),
    medium: get('medium'),
    campaign: get('campaign'),
  });
  return defined({
    id: get('id'),
    email: get('email'),
    phone: get('phone'),
    name: get('name') ?? wholeName(get('first_name'), get('last_name')),
    locale: localeOf(get('locale')),
    customer: yesOrNo('customer', get('customer')),
    customerSince: momentOf('customer_since', get('customer_since'), reader),
    createdAt: momentOf('created_at', get('created_at'), reader),
    marketing: yesOrNo('marketing', get('marketing')),
    marketingSince: momentOf('marketing_since', get('marketing_since'), reader),
    marketingVersion: get('marketing_version'),
    source: Object.keys(source).length === 0 ? undefined : source,
  });
}

function inLanguages(cells: Cells, field: string, site: RecordSite): Record<string, string> | undefined {
  const plain = cells.get(field);
  const texts = defined({
    ...(plain !== undefined && { [writtenIn(plain, site.locale)]: plain }),
    en: cells.get(`${field}_en`),
    zh: cells.get(`${field}_zh`),
  });
  if (plain !== undefined) texts[writtenIn(plain, site.locale)] ??= plain;
  return Object.keys(texts).length === 0 ? undefined : texts;
}

/** A credit note belongs to the order or month that it was given for: it is subtracted there by who knows it, and never guessed at. */
function amount(field: string, text: string, currency: string | undefined, instead = 'give what was paid'): number {
  if (/^\s*[-−(]/.test(text)) throw new CellFault(field, `"${short(text)}" is below zero: ${instead}`);
  if (currency === undefined || currency === '') {
    throw new CellFault(field, `"${short(text)}" has no currency: give a currency column, or "currency" in site.json`);
  }
  if (!isCurrency(currency))
    throw new CellFault('currency', `"${short(currency)}" is no code such as EUR or CNY (ISO 4217)`);
  const minor = parseMoney(text, currency);
  if (minor === null)
    throw new CellFault(field, `"${short(text)}" is no amount of ${currency} that can be read in one way only`);
  return minor;
}

function numberOf(field: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const plain = text.normalize('NFKC').replace(/^(\d{1,3}(,\d{3})+)$/, (all) => all.replaceAll(',', ''));
  if (!/^-?\d{1,12}(\.\d+)?$/.test(plain)) throw new CellFault(field, `"${short(text)}" is no number`);
  return Number(plain);
}

function momentOf(field: string, text: string | undefined, reader: RowReader): string | undefined {
  if (text === undefined) return undefined;
  const at = reader.moment(text);
  if (at !== null) return new Date(at).toISOString();
  const slashed = /^\d{1,2}[/-]\d{1,2}[/-]\d{4}/.test(text) ? '; say --dates dmy or --dates mdy' : '';
  throw new CellFault(field, `"${short(text)}" is no date that can be read in one way only${slashed}`);
}

function localeOf(text: string | undefined): string | undefined {
  const language = text?.toLowerCase();
  if (language === undefined) return undefined;
  if (/^(zh|chinese|中文|汉语|cn)/.test(language)) return 'zh';
  return /^(en|english|英文|英语)/.test(language) ? 'en' : undefined;
}

function yesOrNo(field: string, text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  if (/^(yes|y|true|1|subscribed|是|有|同意|已订阅)$/i.test(text)) return true;
  if (/^(no|n|false|0|unsubscribed|not[ _]subscribed|否|无|不同意|未订阅)$/i.test(text)) return false;
  throw new CellFault(field, `"${short(text)}" is neither yes nor no`);
}

/** Chinese names have the family name first, and nothing between. */
function wholeName(first: string | undefined, last: string | undefined): string | undefined {
  if (first === undefined || last === undefined) return first ?? last;
  return /\p{Script=Han}/u.test(first + last) ? last + first : `${first} ${last}`;
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function defined<T extends Record<string, unknown>>(fields: T): { -readonly [K in keyof T]?: T[K] } {
  const said: Partial<T> = {};
  for (const name in fields) if (fields[name] !== undefined) said[name] = fields[name];
  return said;
}
