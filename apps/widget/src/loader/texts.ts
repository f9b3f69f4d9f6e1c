import type { Locale } from '@solodesk/protocol/visitor';

/** The few words that stand outside the frame: for a closed and an open panel, and after the count of what is unread. */
export const TEXTS: Record<Locale, [open: string, close: string, unread: string]> = {
  en: ['Open chat', 'Close chat', ' unread'],
  zh: ['打开聊天', '关闭聊天', ' 条未读'],
};

/** The first wished language that the site speaks: "zh-Hant-TW" counts as zh. */
export function pickLocale(wishes: unknown[], spoken: readonly Locale[], otherwise: Locale): Locale {
  return wishes.map((wish) => `${wish}`.slice(0, 2) as Locale).find((wish) => spoken.includes(wish)) ?? otherwise;
}
