import type { Locale } from '../state/wire-types.ts';

/** On the way to a site's settings; apart from theirs, which come when they are opened. */
export const siteLinkTexts: Record<Locale, { open: string }> = {
  en: { open: 'All settings' },
  zh: { open: '全部设置' },
};
