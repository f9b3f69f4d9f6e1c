import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { between, pick } from '../desk/seeded-random.ts';
import type { Random } from '../desk/seeded-random.ts';

export interface Phrasing {
  locale: 'en' | 'zh';
  text: string;
}

interface FaqFile {
  faqs: { phrasings: Partial<Record<'en' | 'zh', string[]>> }[];
}

/** Every phrasing that a site's FAQ files teach. */
export function readPhrasings(siteDir: string): Phrasing[] {
  const folder = join(siteDir, 'faq');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as FaqFile).faqs)
    .flatMap((faq) =>
      (['en', 'zh'] as const).flatMap((locale) =>
        (faq.phrasings[locale] ?? []).map((text): Phrasing => ({ locale, text })),
      ),
    );
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
      const { locale, text } = pick(random, phrasings);
      const number = String(between(random, 1000, 999_999));
      const sentence = `${pick(random, BEFORE[locale])}${text}${pick(random, AFTER[locale]).replace('#', number)}`;
      if (said.has(sentence)) continue;
      said.add(sentence);
      return { locale, text: sentence };
    }
  };
}
