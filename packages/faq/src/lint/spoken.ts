import type { Locale, Localized } from '@solodesk/core';
import type { QuickReplyEntry } from '../schemas/faq-schema.ts';
import type { JsonDocument, JsonPath } from '../json-document.ts';
import type { LintContext } from './lint-rule.ts';
import type { Sentence } from './sentences.ts';

/** Something that the bot says, with what stands under it. */
export interface Spoken {
  /** Whose it is: an FAQ's name, or null for the greeting and the consent text. */
  readonly intent: string | null;
  readonly locale: Locale;
  readonly document: JsonDocument;
  readonly text: Sentence;
  readonly links: readonly { readonly label: Sentence; readonly url: Sentence }[];
  readonly buttons: readonly { readonly label: Sentence; readonly intent: string | undefined }[];
}

type SpokenEntry =
  | string
  | {
      text: string;
      links?: { label: string; url: string }[] | undefined;
      quickReplies?: QuickReplyEntry[] | undefined;
      variants?: Exclude<SpokenEntry, string>[] | undefined;
    };

/** Everything that the bot of a site says: answers, greetings, and the consent text. */
export function spokenIn({ site, faqs }: LintContext): Spoken[] {
  const ofFaqs = faqs.flatMap(({ entry, document, path }) =>
    localized(entry.answer, entry.intent, document, [...path, 'answer']),
  );
  if (!site) return ofFaqs;
  const { greeting, consent } = site.content;
  return [
    ...localized(greeting, null, site.document, ['greeting']),
    ...(consent ? localized(consent.text, null, site.document, ['consent', 'text']) : []),
    ...ofFaqs,
  ];
}

function localized(
  texts: Localized<SpokenEntry | undefined>,
  intent: string | null,
  document: JsonDocument,
  path: JsonPath,
): Spoken[] {
  return (Object.entries(texts) as [Locale, SpokenEntry | undefined][]).flatMap(([locale, entry]) =>
    entry === undefined ? [] : withVariants(entry, intent, locale, document, [...path, locale]),
  );
}

/** A text, and what is said instead of it to some visitors. */
function withVariants(
  entry: SpokenEntry,
  intent: string | null,
  locale: Locale,
  document: JsonDocument,
  path: JsonPath,
): Spoken[] {
  const variants = typeof entry === 'string' ? [] : (entry.variants ?? []);
  return [
    spoken(entry, intent, locale, document, path),
    ...variants.map((variant, index) => spoken(variant, intent, locale, document, [...path, 'variants', index])),
  ];
}

function spoken(
  entry: SpokenEntry,
  intent: string | null,
  locale: Locale,
  document: JsonDocument,
  path: JsonPath,
): Spoken {
  const about = { intent, locale, document };
  if (typeof entry === 'string') return { ...about, text: { text: entry, path }, links: [], buttons: [] };
  return {
    ...about,
    text: { text: entry.text, path: [...path, 'text'] },
    links: (entry.links ?? []).map(({ label, url }, index) => ({
      label: { text: label, path: [...path, 'links', index, 'label'] },
      url: { text: url, path: [...path, 'links', index, 'url'] },
    })),
    buttons: (entry.quickReplies ?? []).map((reply, index) => {
      const at = [...path, 'quickReplies', index];
      return typeof reply === 'string'
        ? { label: { text: reply, path: at }, intent: undefined }
        : { label: { text: reply.label, path: [...at, 'label'] }, intent: reply.intent };
    }),
  };
}
