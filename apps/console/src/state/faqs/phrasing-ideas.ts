import { useEffect, useRef, useState } from 'preact/hooks';
import { faqApi } from '../api/faq-api.ts';
import type { Localized, PhrasingIdeas } from '../api/faq-api.ts';
import { useRemote } from '../hooks/use-remote.ts';
import type { Locale } from '../wire-types.ts';

/** Milliseconds without a key, after which a question may be complete. */
const PAUSE_MS = 700;
/** From so many phrasings on, an FAQ needs none from others. */
const ENOUGH = 6;
/** A few letters are no question yet. Chinese says more with them. */
const SHORTEST: Readonly<Record<Locale, number>> = { en: 6, zh: 3 };

interface Asked {
  question: Localized<string>;
  phrasings: Localized<string[]>;
  /** Whose other FAQs have sentences of their own; null while a site is set up. */
  site: string | null;
  /** The FAQ that is edited, where it is one already. */
  intent: string | null;
}

/** How others ask what an FAQ asks, once its question is written; null where nothing is known, or phrasings enough are there. */
export function usePhrasingIdeas({ question, phrasings, site, intent }: Asked, locales: readonly Locale[]) {
  /** What is offered stays while one after the other is taken. */
  const wanted = useRef(false);
  wanted.current ||= locales.some((locale) => lines(phrasings[locale]).length < ENOUGH);
  const written = Object.fromEntries(
    locales.flatMap((locale) => {
      const text = question[locale]?.trim() ?? '';
      return text.length < SHORTEST[locale] ? [] : [[locale, text]];
    }),
  ) as Localized<string>;
  const asked = useSettled(JSON.stringify(written));
  const key = `phrasings ${site ?? ''} ${intent ?? ''} ${asked}`;
  const load = () => faqApi.phrasings(JSON.parse(asked) as Localized<string>, site, intent);
  const { value } = useRemote<PhrasingIdeas>(key, load, wanted.current && asked !== '{}');
  return value?.like ? { like: value.like, phrasings: value.phrasings } : null;
}

/** Those that nobody has written yet: case, blanks and punctuation do not make two sentences different. */
export function newIdeas(ideas: readonly string[], have: readonly string[]): string[] {
  const known = new Set(have.map(essence));
  return ideas.filter((idea) => !known.has(essence(idea)));
}

export function lines(phrasings: readonly string[] | undefined): string[] {
  return (phrasings ?? []).filter((line) => line.trim() !== '');
}

/** Case, blanks and punctuation aside. */
export function essence(sentence: string): string {
  return sentence.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
