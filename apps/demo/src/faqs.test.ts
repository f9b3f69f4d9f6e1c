import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

type Locale = 'en' | 'zh';
type Localized<T> = Record<Locale, T>;

interface QuickReply {
  label: string;
  intent: string;
}

interface Answer {
  text: string;
  quickReplies?: QuickReply[];
  links?: { label: string; url: string }[];
}

interface Faq {
  intent: string;
  question: Localized<string>;
  phrasings: Localized<string[]>;
  answer: Localized<Answer>;
  followUp?: string;
  tests: Localized<{ ask: string; expect: string }[]>;
}

interface Site {
  greeting: Localized<Answer>;
  languages: Locale[];
}

const folder = new URL('../sites/shop/', import.meta.url);
const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as T;
const site = read<Site>('site.json');
const files = readdirSync(new URL('faq/', folder)).map((name) =>
  read<{ category: string; faqs: Faq[] }>(`faq/${name}`),
);
const faqs = files.flatMap((file) => file.faqs);
const locales: Locale[] = ['en', 'zh'];
const intents = new Set(faqs.map((faq) => faq.intent));

/** Two sentences that differ in case, spaces and punctuation only are one and the same example. */
const bare = (sentence: string): string => sentence.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const asked = (faq: Faq, locale: Locale): string[] => faq.tests[locale].map((test) => bare(test.ask));
const learned = (faq: Faq, locale: Locale): string[] => faq.phrasings[locale].map(bare);

describe("the demo shop's FAQs", () => {
  it('are at least thirty, each with a name of its own', () => {
    expect(faqs.length).toBeGreaterThanOrEqual(30);
    expect(intents.size).toBe(faqs.length);
  });

  it.each(locales)('have a question, an answer, eight phrasings and two tests in %s', (locale) => {
    const poor = faqs.filter(
      (faq) =>
        !faq.question[locale] ||
        !faq.answer[locale].text ||
        new Set(learned(faq, locale)).size < 8 ||
        new Set(asked(faq, locale)).size < 2,
    );
    expect(poor.map((faq) => faq.intent)).toEqual([]);
  });

  it.each(locales)('are tested in %s with sentences that no FAQ contains', (locale) => {
    const known = new Set(faqs.flatMap((faq) => [...learned(faq, locale), bare(faq.question[locale])]));
    expect(faqs.flatMap((faq) => asked(faq, locale)).filter((sentence) => known.has(sentence))).toEqual([]);
  });

  it('expect their own intent in their tests, or that near questions of another subject are not answered', () => {
    for (const faq of faqs) {
      for (const locale of locales) {
        for (const test of faq.tests[locale]) expect([faq.intent, 'none']).toContain(test.expect);
      }
    }
  });

  it.each(locales)('share no example with one another in %s', (locale) => {
    const owners = new Map<string, Set<string>>();
    for (const faq of faqs) {
      for (const sentence of [...learned(faq, locale), ...asked(faq, locale), bare(faq.question[locale])]) {
        owners.set(sentence, (owners.get(sentence) ?? new Set()).add(faq.intent));
      }
    }
    expect([...owners].filter(([, names]) => names.size > 1).map(([sentence]) => sentence)).toEqual([]);
  });

  it('lead only to FAQs that exist, or to a person', () => {
    const targets = [
      ...locales.flatMap((locale) => site.greeting[locale].quickReplies ?? []),
      ...faqs.flatMap((faq) => locales.flatMap((locale) => faq.answer[locale].quickReplies ?? [])),
    ].map((reply) => reply.intent);
    const followUps = faqs.flatMap((faq) => (faq.followUp ? [faq.followUp] : []));
    expect([...targets, ...followUps].filter((name) => name !== 'solodesk.person' && !intents.has(name))).toEqual([]);
  });

  it('offer the same buttons and links in both languages', () => {
    const shape = (answer: Answer): unknown => [
      answer.quickReplies?.map((reply) => reply.intent),
      answer.links?.map((link) => link.url),
    ];
    for (const faq of faqs) expect(shape(faq.answer.zh)).toEqual(shape(faq.answer.en));
  });

  it("link to the shop's own pages and addresses only", () => {
    const urls = faqs.flatMap((faq) =>
      locales.flatMap((locale) => (faq.answer[locale].links ?? []).map((link) => link.url)),
    );
    expect(
      urls.filter((url) => !/^(https:\/\/shop\.example\/[a-z/-]+|mailto:[a-z]+@shop\.example)$/.test(url)),
    ).toEqual([]);
  });

  it('address Chinese customers politely, as 您', () => {
    expect(faqs.filter((faq) => /你/.test(faq.answer.zh.text)).map((faq) => faq.intent)).toEqual([]);
  });
});
