import type { Locale } from '../locale.ts';
import type { ActionTexts } from './action-texts.ts';
import { ENGLISH_ACTION_TEXTS } from './action-texts-en.ts';
import { chineseActionTexts } from './action-texts-zh.ts';

const CHINESE = new Map<string, ActionTexts>();

/** @param address 您 or 你, as the site says it */
export function actionTexts(locale: Locale, address: string): ActionTexts {
  if (locale !== 'zh') return ENGLISH_ACTION_TEXTS;
  let texts = CHINESE.get(address);
  if (texts === undefined) CHINESE.set(address, (texts = chineseActionTexts(address)));
  return texts;
}
