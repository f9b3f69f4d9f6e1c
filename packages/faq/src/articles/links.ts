import { helpArticle, helpTopic } from '@solodesk/core';
import type { Locale } from '@solodesk/core';
import { meantWords } from '../checks/nearest-name.ts';

/** What links of an article may lead to. */
export interface LinkTargets {
  site: string;
  /** Languages in which an article exists, whether or not it could be read; none for a name that nobody has. */
  localesOf(slug: string): readonly Locale[];
  /** Anchors of an article; null when it could not be read, so that nobody else is blamed for it. */
  anchorsOf(slug: string, locale: Locale): ReadonlySet<string> | null;
  /** The category of an FAQ. */
  categoryOf(intent: string): string | undefined;
  /** All names of articles, and of FAQs, for whoever mistyped one. */
  slugs(): Iterable<string>;
  intents(): Iterable<string>;
}

export type LinkResult = { href: string; external: boolean } | { reason: string };

const WEB = /^(?:https?:\/\/|mailto:)/i;

/**
 * Where a link in an article leads: to the web (http, https, mailto), to another article (`washing`, `washing.en.md`,
 * `washing#stains`, `#stains`), or to an FAQ (`faq:returns.period`).
 */
export function resolveLink(target: string, slug: string, locale: Locale, targets: LinkTargets): LinkResult {
  if (WEB.test(target)) {
    return URL.canParse(target) ? { href: new URL(target).href, external: true } : { reason: 'is no complete address' };
  }
  if (target.startsWith('faq:')) {
    const intent = target.slice('faq:'.length);
    const category = targets.categoryOf(intent);
    if (category === undefined)
      return { reason: `leads to an FAQ "${intent}" that does not exist${meantWords(intent, targets.intents())}` };
    return { href: helpTopic(targets.site, locale, category, intent), external: false };
  }
  const match = /^(?:\.\/)?([a-z0-9-]*)(?:\.[a-z]{2})?(?:\.md)?(?:#(.+))?$/s.exec(target);
  if (!match) return { reason: 'must lead to https://, http://, mailto:, an article, or faq: and the name of an FAQ' };
  const wanted = match[1] === '' ? slug : (match[1] ?? slug);
  const anchor = match[2];
  const locales = targets.localesOf(wanted);
  const spoken = locales.find((one) => one === locale) ?? locales[0];
  if (spoken === undefined)
    return { reason: `leads to an article "${wanted}" that does not exist${meantWords(wanted, targets.slugs())}` };
  const anchors = targets.anchorsOf(wanted, spoken);
  if (anchor !== undefined && anchors !== null && !anchors.has(anchor)) {
    return { reason: `leads to a heading "#${anchor}" that "${wanted}" does not have${meantWords(anchor, anchors)}` };
  }
  // Within the page the anchor alone will do, and works on a printed or saved copy as well.
  if (match[1] === '' && anchor !== undefined) return { href: `#${encodeURIComponent(anchor)}`, external: false };
  return { href: helpArticle(targets.site, spoken, wanted, anchor), external: false };
}
