import { dayAt } from '../dialogue/forms/calendar-day.ts';
import { showDate } from '../dialogue/forms/show-value.ts';
import type { Locale } from '../locale.ts';
import type { Order } from '../records/order.ts';
import type { ActionTexts } from './action-texts.ts';

/** Of a long order so many lines are told. */
const MOST_LINES = 8;
const LOCALE_TAGS: Record<Locale, string> = { en: 'en-GB', zh: 'zh-CN' };

/** What was ordered, a line each. */
export function orderLines({ lines }: Order, texts: ActionTexts): string[] {
  const named = lines.map(({ name, product, quantity }) => texts.item(name ?? product ?? '?', quantity));
  return named.length <= MOST_LINES ? named : [...named.slice(0, MOST_LINES), '…'];
}

/** The day in the shop's zone. */
export function orderPlaced({ placedAt }: Order, timeZone: string, locale: Locale): string {
  return showDate(dayAt(placedAt, timeZone), locale);
}

/** Null where the shop does not say. */
export function orderSum({ total, currency }: Order, locale: Locale): string | null {
  if (total === null || currency === null) return null;
  const format = new Intl.NumberFormat(LOCALE_TAGS[locale], { style: 'currency', currency });
  return format.format(total / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
