import type { Locale } from '@solodesk/protocol/visitor';
import { en } from './en.ts';
import type { Texts } from './en.ts';
import { zh } from './zh.ts';

/** The words, by language. */
export const TEXTS: Record<Locale, Texts> = { en, zh };

/** What each language calls itself. */
export const LANGUAGE_NAMES: Record<Locale, string> = { en: 'EN', zh: '中文' };
