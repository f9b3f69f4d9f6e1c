import type { Locale } from '../../locale.ts';
import { englishFormTexts } from './form-texts-en.ts';
import { chineseFormTexts } from './form-texts-zh.ts';
import type { FormTexts } from './form-texts.ts';

const made = new Map<string, FormTexts>();

/** @param address 您 or 你, as the site says it */
export function formTexts(locale: Locale, address: string): FormTexts {
  const key = locale + address;
  let texts = made.get(key);
  if (texts === undefined) {
    made.set(key, (texts = locale === 'zh' ? chineseFormTexts(address) : englishFormTexts()));
  }
  return texts;
}
