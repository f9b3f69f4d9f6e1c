import { helpHome } from '@solodesk/core';
import type { Localized, QuickReply, Site } from '@solodesk/core';
import type { Greetings } from '@solodesk/protocol/visitor';
import { HELP_TEXTS } from './help-texts.ts';

/** The way to the help centre stands under the greeting: a message's links are there anyway, so it costs the widget nothing. */
export function withHelpLinks(
  site: Site,
  greetings: Localized<{ text: string; quickReplies: QuickReply[] }>,
  publicUrl: string,
): Greetings {
  const each = site.locales.flatMap((locale) => {
    const greeting = greetings[locale];
    if (greeting === undefined) return [];
    const url = `${publicUrl}${helpHome(site.id, locale)}`;
    const links = site.helpCentre ? [{ label: HELP_TEXTS[locale].helpCentre, url }] : [];
    return [[locale, { text: greeting.text, quickReplies: greeting.quickReplies, links }] as const];
  });
  return Object.fromEntries(each);
}

/** Whether some visitors are greeted otherwise, so that the page cannot know the greeting beforehand. */
export function hasVariants({ greeting }: Site): boolean {
  return Object.values(greeting).some(({ variants }) => variants !== undefined);
}
