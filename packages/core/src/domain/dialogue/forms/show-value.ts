import { localize } from '../../locale.ts';
import type { Locale } from '../../locale.ts';
import type { Slot } from './form.ts';
import type { SlotValue } from './form-state.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A value as a person reads it. */
export function showValue(slot: Slot, { value, shown }: SlotValue, locale: Locale): string {
  if (shown !== undefined) return shown;
  if (slot.type === 'date') return showDate(value, locale);
  if (slot.type !== 'choice') return value;
  const choice = slot.choices.find((one) => one.value === value);
  return (choice && localize(choice.label, locale)) ?? value;
}

/** `2026-12-03` or `2026-12-03T10:00:00+01:00`, in words: 3 Dec 2026, 10:00; 2026年12月3日 10:00. */
export function showDate(value: string, locale: Locale): string {
  const [, year = '', month = '', day = '', time] = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(value) ?? [];
  if (year === '') return value;
  const date =
    locale === 'zh'
      ? `${year}年${Number(month)}月${Number(day)}日`
      : `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
  return time === undefined ? date : `${date}${locale === 'zh' ? ' ' : ', '}${time}`;
}

export function labelOf(slot: Slot, locale: Locale): string {
  return localize(slot.label, locale) ?? slot.name;
}
