import type { Entity } from '@solodesk/core';
import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/min';

/** Shorter runs are sizes, prices and order numbers. */
const MAY_BE_PHONE = /\d[\d\s().\/-]{5,}\d/;

/**
 * Telephone numbers in E.164, by libphonenumber.
 * @param country whose numbers may be written without country code; without one only `+…` is recognised
 */
export function findPhones(text: string, country: string | null): Entity[] {
  if (!MAY_BE_PHONE.test(text)) return [];
  const known = country !== null && isSupportedCountry(country) ? { defaultCountry: country } : {};
  return findPhoneNumbersInText(text, known).map(({ number, startsAt, endsAt }) => ({
    kind: 'phone',
    value: number.number,
    start: startsAt,
    end: endsAt,
    text: text.slice(startsAt, endsAt),
  }));
}
