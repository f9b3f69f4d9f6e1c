import type { Entity } from '@solodesk/core';
import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/min';

/** Shorter runs are sizes, prices and order numbers. */
const MAY_BE_PHONE = /\d[\d\s().\/-]{5,}\d/;
/** A birthday is no telephone number, though 1.5.1980 has as many digits as a short one: day, month and year, or the year first. */
const A_DAY =
  /^(?:\d{1,2}([./-])\s?\d{1,2}\1\s?(?:19|20)?\d{2}|(?:19|20)\d{2}([./-])\d{1,2}\2\d{1,2}|\d{1,2} \d{1,2} (?:19|20)\d{2})$/;

/**
 * Telephone numbers in E.164, by libphonenumber.
 * @param country whose numbers may be written without country code; without one only `+…` is recognised
 */
export function findPhones(text: string, country: string | null): Entity[] {
  if (!MAY_BE_PHONE.test(text)) return [];
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
