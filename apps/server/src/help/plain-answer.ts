import type { Faq, Locale, Site } from '@solodesk/core';
import { fillFields, localize } from '@solodesk/core';

/**
 * An FAQ's answer as everybody may read it: nobody is known on a public page, so fields of the customer say what they say
 * then, and variants for some customers are left out.
 */
export function plainAnswer(site: Site, faq: Faq, locale: Locale): string {
  const known: Record<string, string | undefined> = {
    site: site.name,
    owner: site.ownerName,
    bot: site.voice.botName[locale],
  };
  const text = localize(faq.answer, locale)?.text ?? '';
  return fillFields(text, (name) => (Object.hasOwn(known, name) ? known[name] : undefined)).trim();
}
