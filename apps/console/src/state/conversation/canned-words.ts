import type { CannedReply } from '@solodesk/protocol/owner';
import type { FaqRow } from '../api/faq-api.ts';
import { faqsLike } from '../faqs/faq-form.ts';
import type { Locale } from '../wire-types.ts';

/** What stands for what; null: it is not known. */
export interface Filling {
  name: string | null;
  me: string;
  site: string;
}

/** Something that can be said: what it is called and means to the owner, and what the customer would read. */
export interface Choice {
  id: string;
  kind: 'canned' | 'faq';
  name: string;
  /** In the owner's language, or else in the one that there is. */
  meaning: string;
  /** In the customer's language, or else in the one that there is, with what is known filled in. */
  insert: string;
  locale: Locale;
}

/** Puts in what is known; what is not stays to be seen. */
export function filled(text: string, filling: Filling): string {
  return text.replace(/\{(name|me|site)\}/g, (place, of: keyof Filling) => filling[of] ?? place);
}

/** A field of an answer of the bot, as `fillFields` in core reads it: `{{name|there}}`. */
const FIELD = /\{\{\s*([A-Za-z][\w-]*)\s*(?:\|([^{}]*))?\}\}/g;

/** An answer of the bot as a person would say it: what is known of the customer is put in, and else what is said when it is not known. */
export function answerFilled(text: string, { name, me, site }: Filling): string {
  const known: Record<string, string | null> = { name, site, owner: me };
  return text.replace(FIELD, (_, field: string, fallback = '') => known[field] ?? String(fallback).trim());
}

/** The places that still wait for a word. */
export function unfilled(text: string): string[] {
  return [...new Set(text.match(/\{(?:name|me|site)\}/g))];
}

/**
 * What fits the words that were typed: the owner's own replies first, then answers of the bot; of each first those that
 * are called so.
 */
export function choicesFor(
  { replies, faqs }: { replies: readonly CannedReply[]; faqs: readonly FaqRow[] },
  wanted: string,
  { owner, visitor, filling }: { owner: Locale; visitor: Locale; filling: Filling },
): Choice[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (...parts: (string | undefined)[]) => {
    const text = parts.join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const choice = (
    of: Pick<Choice, 'id' | 'kind' | 'name'>,
    texts: Partial<Record<Locale, string | undefined>>,
    fill: (text: string, filling: Filling) => string,
  ): Choice[] => {
    const locale: Locale = texts[visitor] ? visitor : visitor === 'en' ? 'zh' : 'en';
    const text = texts[locale];
    if (!text) return [];
    return [{ ...of, meaning: fill(texts[owner] ?? text, filling), insert: fill(text, filling), locale }];
  };
  const found = replies.filter(({ name, texts }) => holds(name, texts.en, texts.zh));
  const named = found.filter(({ name }) => holds(name));
  const own = [...named, ...found.filter((reply) => !named.includes(reply))].flatMap(({ id, name, texts }) =>
    choice({ id, kind: 'canned', name }, texts, filled),
  );
  const ofBot = faqsLike(faqs, wanted).flatMap(({ intent, question, answer }) =>
    choice(
      { id: intent, kind: 'faq', name: question[owner] ?? question[visitor] ?? intent },
      { en: answer.en?.text, zh: answer.zh?.text },
      answerFilled,
    ),
  );
  return [...own, ...ofBot];
}
