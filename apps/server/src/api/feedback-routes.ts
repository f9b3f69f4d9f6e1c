import { FEEDBACK_CATEGORIES, judgeFeedback, matchTheme } from '@solodesk/analytics';
import type { KnownTheme } from '@solodesk/analytics';
import { shownThemes, simplify } from '@solodesk/core';
import type { Locale } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';
import { createThemeReader } from '@solodesk/nlu';
import { z } from 'zod';
import { apiRoute } from './api-route.ts';
import type { ApiRoute } from './api-route.ts';
import { storedThemes } from '../insights/theme-rows.ts';
import { locale, none, told, words } from './fields.ts';

/** Of one call; some tens of microseconds each. */
const MOST = 100;
const LONGEST = 10_000;

const wordSchema = z.object({
  text: z.string(),
  start: told(z.int(), 'Place in `text`, in UTF-16 units.', '在 `text` 中的位置，以 UTF-16 单元计。'),
  end: z.int(),
});

const analysisSchema = z
  .object({
    text: told(
      z.string(),
      'What was looked at: without mark-up, addresses, quoted replies and signature.',
      '实际分析的文字：已去除标记、网址、引用的回复和签名。',
    ),
    language: told(
      locale,
      'By its letters; the site’s first language where there are none.',
      '按文字判断；没有文字时为网站的第一语言。',
    ),
    sentiment: z.object({
      label: z.enum(['negative', 'neutral', 'positive']),
      score: told(z.number(), 'From -1 (negative) to 1 (positive).', '-1（负面）到 1（正面）。'),
      words: told(
        z.array(wordSchema.extend({ polarity: z.enum(['negative', 'positive']), weight: z.number() })),
        'The words that decided; `weight` 1 pulled most.',
        '起决定作用的词；`weight` 为 1 的影响最大。',
      ),
    }),
    category: z.object({
      name: told(
        z.enum(FEEDBACK_CATEGORIES),
        'What it is about; `other` where no known word is in it.',
        '内容的类别；不含已知词语时为 `other`。',
      ),
      words: told(z.array(wordSchema), 'The words that decided.', '起决定作用的词。'),
    }),
    theme: told(
      z.string().nullable(),
      'Which of the newest themes of the site’s messages it is about; null for none of them.',
      '属于网站最近归纳出的哪个主题；都不属于时为 null。',
    ),
  })
  .meta({ id: 'FeedbackAnalysis' });

const text = words(LONGEST);
const bodySchema = z.strictObject({
  feedback: told(
    z.union([text, z.array(text).min(1, 'is empty').max(MOST, `holds more than ${MOST} texts`)], {
      error: `must be a text of up to ${LONGEST} characters, or a list of 1 to ${MOST} such texts`,
    }),
    `A text, or a list of up to ${MOST}.`,
    `一段文字，或最多 ${MOST} 段的列表。`,
  ),
});

/** How somebody feels, and about what. Nothing is stored. */
export function feedbackRoutes({ sentiment, store }: Pick<Desk, 'sentiment' | 'store'>): ApiRoute[] {
  const reader = createThemeReader();
  return [
    apiRoute({
      ...{ method: 'post', path: '/api/analyze_feedback', id: 'analyzeFeedback', tag: 'insights' },
      ...{ scope: 'insights:read', ...none },
      title: { en: 'Analyse feedback', zh: '分析反馈' },
      about: {
        en: 'How the writer feels, what it is about, and the words that decided, in English and Chinese. Nothing is stored.',
        zh: '作者的情绪、内容的类别，以及起决定作用的词，支持中文和英文。不会保存任何内容。',
      },
      body: {
        schema: bodySchema,
        example: { feedback: ['The parcel came a week late.', '客服态度很好，谢谢！'] },
      },
      problems: ['invalid'],
      answers: {
        200: {
          about: { en: 'One analysis a text, in their order.', zh: '每段文字一个结果，顺序不变。' },
          schema: z.object({ items: z.array(analysisSchema) }),
        },
      },
      async run({ site, body: { feedback } }) {
        const texts = typeof feedback === 'string' ? [feedback] : feedback;
        const themes = await newestThemes(site.id);
        return { status: 200, body: { items: texts.map((each) => analyse(each, site.defaultLocale, themes)) } };
      },
    }),
  ];

  async function newestThemes(site: string): Promise<readonly KnownTheme[]> {
    const stored = await storedThemes(store, site, 'z');
    return shownThemes(stored?.themes ?? [], await store.themeMarks(site));
  }

  function analyse(raw: string, otherwise: Locale, themes: readonly KnownTheme[]) {
    const {
      text,
      language,
      reading,
      category,
      words: named,
    } = judgeFeedback(raw, otherwise, {
      ...{ sentiment, foldScript: simplify },
    });
    const { label, score, words: felt } = reading;
    return {
      ...{ text, language, sentiment: { label, score, words: felt }, category: { name: category, words: named } },
      theme: matchTheme(text, themes, reader)?.name ?? null,
    };
  }
}
