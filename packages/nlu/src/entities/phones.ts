import type { Entity, Locale } from '@solodesk/core';
import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/min';

/** Shorter runs are sizes, prices and order numbers. */
const MAY_BE_PHONE = /\d[\d\s().\/-]{5,}\d/;
/** A birthday is no telephone number, though 1.5.1980 has as many digits as a short one: day, month and year, or the year first. */
const A_DAY =
  /^(?:\d{1,2}([./-])\s?\d{1,2}\1\s?(?:19|20)?\d{2}|(?:19|20)\d{2}([./-])\d{1,2}\2\d{1,2}|\d{1,2} \d{1,2} (?:19|20)\d{2})$/;

/**
 * Telephone numbers in E.164, by libphonenumber.
 * @param locale who writes Chinese means a Chinese mobile by eleven digits such as 138 1234 5678, wherever the site is
 * @param country whose numbers may be written without country code; without one only `+…` is recognised
 */
export function findPhones(text: string, country: string | null, locale: Locale): Entity[] {
  if (!MAY_BE_PHONE.test(text)) return [];
  const chinese = locale === 'zh' && !NORTH_AMERICAN.has(country ?? '') ? chineseMobiles(text) : [];
  if (chinese.length > 0) return chinese;
  const known = country !== null && isSupportedCountry(country) ? { defaultCountry: country } : {};
  return findPhoneNumbersInText(text, known)
    .map(({ number, startsAt, endsAt }): Entity => ({
      kind: 'phone',
      value: number.number,
      start: startsAt,
      end: endsAt,
      text: text.slice(startsAt, endsAt),
    }))
    .filter((phone) => !A_DAY.test(phone.text));
}

/** There eleven digits that begin with 1 are one of their own. */
const NORTH_AMERICAN: ReadonlySet<string> = new Set(['US', 'CA']);
const CHINESE_MOBILE = /(?<![\d+])1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g;

function chineseMobiles(text: string): Entity[] {
  return [...text.matchAll(CHINESE_MOBILE)].map((match) => ({
    kind: 'phone',
    value: `+86${match[0].replace(/\D/g, '')}`,
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}
