import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_COMPLAINTS, recogniseComplaint } from '@solodesk/core';
import { between, pick } from '../desk/seeded-random.ts';
import type { Random } from '../desk/seeded-random.ts';

export interface Phrasing {
  locale: 'en' | 'zh';
  text: string;
}

interface FaqFile {
  faqs: { intent: string; phrasings: Partial<Record<'en' | 'zh', string[]>> }[];
}

interface FormFile {
  startedBy?: string[];
}

/**
 * Every phrasing that a site's FAQ files teach, but of what begins a form (some FAQs do, and complaints): who fills one in goes on for
 * many messages, and what these cost is measured by itself (`bench -- form`).
 */
export function readPhrasings(siteDir: string): Phrasing[] {
  const begin = new Set(readAll<FormFile>(join(siteDir, 'forms')).flatMap(({ startedBy = [] }) => startedBy));
  return readAll<FaqFile>(join(siteDir, 'faq'))
    .flatMap(({ faqs }) => faqs)
    .filter(({ intent }) => !begin.has(intent))
    .flatMap((faq) =>
      (['en', 'zh'] as const).flatMap((locale) =>
        (faq.phrasings[locale] ?? []).map((text): Phrasing => ({ locale, text })),
      ),
    )
    .filter(({ text }) => !recogniseComplaint(plainly(text), DEFAULT_COMPLAINTS).complaint);
}

function plainly(text: string) {
  return { text, intents: () => [], mood: () => 'neutral' as const };
}

function readAll<T>(folder: string): T[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T);
}

const BEFORE = {
  en: [
    'hi, ',
    'hello! ',
    'quick question: ',
    'excuse me, ',
    'good morning, ',
    'sorry to ask, ',
    'please tell me: ',
    '',
  ],
  zh: ['你好，', '您好！', '请问一下，', '打扰了，', '想问问，', '麻烦问下，', '早上好，', ''],
};
const AFTER = {
  en: [' (order #)', ' for order #', ', my number is #', ' thanks, customer #', ' please, it is about #'],
  zh: ['（订单 #）', '，订单号 #', '，我的编号是 #', '，谢谢，客户 #', '，是关于 # 的'],
};

/**
 * Sentences that nobody has said before, in the words of the site's own FAQs: a phrasing with what people say around
 * it and a number. No two of one source are the same, so that nothing can be answered from a cache.
 */
export function sentenceSource(phrasings: readonly Phrasing[], random: Random): () => Phrasing {
  const said = new Set(phrasings.map((phrasing) => phrasing.text));
  return () => {
    for (;;) {
      const sentence = drawSentence(phrasings, random);
      if (said.has(sentence.text)) continue;
      said.add(sentence.text);
      return sentence;
    }
  };
}

/** One of them, which may have been said before. */
export function drawSentence(phrasings: readonly Phrasing[], random: Random): Phrasing {
  const { locale, text } = pick(random, phrasings);
  const number = String(between(random, 1000, 999_999));
  return { locale, text: `${pick(random, BEFORE[locale])}${text}${pick(random, AFTER[locale]).replace('#', number)}` };
}
