/** The languages that the product speaks, as BCP 47 primary subtags. */
export type Locale = 'en' | 'zh';

export const LOCALES: readonly Locale[] = ['en', 'zh'];

/** A text in every language that a site speaks; `en` or `zh` may be missing when the site does not speak it. */
export type Localized<T> = Partial<Record<Locale, T>>;

/** Picks the wanted language, or the first that exists. Undefined only when `texts` is empty. */
export function localize<T>(texts: Localized<T>, wanted: Locale): T | undefined {
  return texts[wanted] ?? texts.en ?? texts.zh;
}
