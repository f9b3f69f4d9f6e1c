/**
 * Whom to call in danger of life, by country (ISO 3166-1 alpha-2): the number of the ambulance, or the one for everything.
 * In the European Union it is 112 by Directive (EU) 2018/1972, article 109. The others are common knowledge and were not
 * looked up one by one: that is why `init` asks to check the number. Countries that are not here say theirs themselves.
 */
const EUROPE = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LT LU LV MT NL PL PT RO SE SI SK';
const OTHERS: Readonly<Record<string, string>> = {
  AU: '000',
  BR: '192',
  CA: '911',
  CH: '144',
  CN: '120',
  GB: '999',
  HK: '999',
  IN: '112',
  JP: '119',
  KR: '119',
  MO: '999',
  MX: '911',
  MY: '999',
  NO: '113',
  NZ: '111',
  SG: '995',
  TR: '112',
  TW: '119',
  US: '911',
};

/** Null where the country is not listed. */
export function emergencyNumberOf(country: string): string | null {
  const code = country.toUpperCase();
  if (EUROPE.split(' ').includes(code)) return '112';
  return Object.hasOwn(OTHERS, code) ? (OTHERS[code] ?? null) : null;
}
