import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A telephone number in E.164, by libphonenumber; null where it is none. @param country whose numbers may lack their code */
export function parsePhone(text: string, country: string | null): string | null {
  const known = country !== null && isSupportedCountry(country) ? { defaultCountry: country } : {};
  // An export puts a sign before a number, so that no spreadsheet takes it for a formula.
  const number = parsePhoneNumberFromString(text.replace(/^'(?=\+)/, ''), { ...known, extract: false });
  return number?.isPossible() === true ? number.number : null;
}
