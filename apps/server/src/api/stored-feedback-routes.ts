import { FEEDBACK_CATEGORIES, judgeFeedback } from '@solodesk/analytics';
import { feedbackMood, simplify } from '@solodesk/core';
import type { FeedbackDraft, FeedbackRecord, JudgedFeedback, Site } from '@solodesk/core';
import { receiveFeedback } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';

import { recordSchemas } from '@solodesk/records';
import { z } from 'zod';
import { apiRoute } from './api-route.ts';
import type { ApiRoute } from './api-route.ts';
import { fromCursor, locale, moment, momentOut, none, page, pageOf, paging, told, wrongCursor } from './fields.ts';
import { Problem } from './problem.ts';
import { readPart } from './read-part.ts';
import { readSentRecords } from './read-sent-records.ts';

/** Of one call. */
const MOST = 100;
const PLACE = /^(\d{1,15}) (\d{1,15})$/;

const mood = z.enum(['negative', 'neutral', 'positive']);
const judged = {
  language: locale,
  mood: told(
    mood,
    'How its author feels: by a rating of up to 4 or from 8, else by the words.',
    '作者的情绪：评分不超过 4 或不低于 8 时按评分，否则按文字判断。',
  ),
  score: told(
    z.number(),
    'Of the words, from -1 (negative) to 1 (positive).',
    '文字的情绪值，-1（负面）到 1（正面）。',
  ),
  category: told(
    z.enum(FEEDBACK_CATEGORIES),
    'What it is about; `other` where no known word is in it.',
    '内容的类别；不含已知词语时为 `other`。',
  ),
};
const savedSchema = z.object({
  id: told(
    z.string(),
    'As it was sent; else made of words, author and moment.',
    '所发送的 id；未发送时由文字、作者和时间生成。',
  ),
  source: z.string(),
  outcome: z.enum(['new', 'changed', 'same']),
  ...judged,
});
const feedbackSchema = z
  .object({
    ...{ id: z.string(), source: z.string() },
    text: told(z.string(), 'Empty once it is too old to be kept.', '超过保留期限后为空。'),
    ...{ author: z.string().nullable(), email: z.string().nullable(), link: z.string().nullable() },
    rating: told(z.int().nullable(), 'From 1 to 10.', '1 到 10。'),
    at: told(momentOut, 'When it was said.', '发表的时间。'),
    receivedAt: momentOut,
    ...judged,
  })
  .meta({ id: 'Feedback' });

/** What people say of the business elsewhere, sent as it appears: by whoever watches reviews and posts. */
export function storedFeedbackRoutes(desk: Desk): ApiRoute[] {
  const { store, sentiment } = desk;
  const judge = (draft: FeedbackDraft, { defaultLocale }: Site): JudgedFeedback => {
    const { language, reading, category } = judgeFeedback(draft.text, defaultLocale, {
      ...{ sentiment, foldScript: simplify },
    });
    const { label, score } = reading;
    return { ...draft, locale: language, mood: feedbackMood(draft.rating, label), score, category };
  };
  return [
    {
      ...{
        method: 'post',
        path: '/api/feedback',
        id: 'saveFeedback',
        tag: 'feedback',
        scope: 'feedback:write',
        ...none,
      },
      title: { en: 'Send feedback from elsewhere', zh: '发送其他渠道的反馈' },
      about: {
        en: `A review, a post, a form: one object, or an array of up to ${MOST}. It is stored and analysed. It is known by \`source\` and \`id\`, so that sending it twice does no harm; without an \`id\` the same words of the same author and moment are the same. \`rating\` is from 1 to 10 (five stars are 10), \`at\` when it was said (now, where left out). What is left out stays as it is, null empties it. With \`email\` it is found beside that customer, and goes when they are erased. All are taken, or none.`,
        zh: `评价、帖子或表单：一个对象，或最多 ${MOST} 个对象的数组，保存并分析。按 \`source\` 和 \`id\` 识别，重复发送无妨；没有 \`id\` 时，同一作者在同一时间的相同文字视为同一条。\`rating\` 为 1 到 10（五颗星即 10），\`at\` 为发表时间（不填即现在）。未写的字段保持不变，null 表示清空。填写 \`email\` 后可在该客户处看到，并随其一并清除。要么全部接受，要么全部拒绝。`,
      },
      body: {
        schema: recordSchemas({ country: null }).feedback,
        many: MOST,
        example: {
          ...{ source: 'google', id: 'r-17', text: 'The parcel came a week late.', author: 'Ann', rating: 4 },
          ...{ link: 'https://reviews.example/r-17', at: '2026-11-27T10:00:00Z' },
        },
      },
      answers: {
        200: {
          about: {
            en: 'Changed or the same; of an array, what came of each in its order.',
            zh: '已修改或无变化；对数组则按顺序给出每一个的结果。',
          },
          schema: z.union([savedSchema, z.object({ results: z.array(savedSchema) })]),
        },
        201: { about: { en: 'Added.', zh: '已添加。' }, schema: savedSchema },
      },
      problems: ['invalid', 'too_large'],
      async run({ site, query, body }) {
        readPart('query', none.query, query);
        const many = Array.isArray(body);
        const values: unknown[] = many ? body : [body];
        if (values.length > MOST) throw new Problem('too_large', `at most ${MOST} pieces of feedback at a time`);
        const drafts = readSentRecords('feedback', values, many, {
          ...{ country: site.recognise.country, now: desk.clock.now() },
        });
        const saved = await receiveFeedback(
          desk,
          site,
          drafts.map((draft) => judge(draft, site)),
        );
        const results = saved.map(({ outcome, record }) => ({
          ...{ id: record.id, source: record.source, outcome, language: record.locale },
          ...{ mood: record.mood, score: record.score, category: record.category },
        }));
        if (many) return { status: 200, body: { results } };
        const [result] = results;
        return { status: result?.outcome === 'new' ? 201 : 200, body: { ...result } };
      },
    },
    apiRoute({
      ...{ method: 'get', path: '/api/feedback', id: 'listFeedback', tag: 'feedback', scope: 'feedback:read' },
      ...{ params: none.params, body: null },
      title: { en: 'List feedback from elsewhere', zh: '列出其他渠道的反馈' },
      about: {
        en: 'What was sent or imported, the newest first, narrowed down by mood, category and source.',
        zh: '已发送或导入的反馈，最新的在前，可按情绪、类别和来源筛选。',
      },
      query: z.strictObject({
        mood: mood.optional(),
        category: z.enum(FEEDBACK_CATEGORIES).optional(),
        source: z.string().max(60).toLowerCase().optional(),
        ...paging,
      }),
      answers: { 200: { about: { en: 'A page of feedback.', zh: '一页反馈。' }, schema: pageOf(feedbackSchema) } },
      async run({ site, query: { cursor, limit, mood: felt, category, source } }) {
        const place = placeOf(fromCursor(cursor, 'string'));
        const rows = await store.feedback(site.id, {
          ...(felt !== undefined && { mood: felt }),
          ...(category !== undefined && { category }),
          ...(source !== undefined && { source }),
          ...(place !== undefined && { before: place }),
          limit: limit + 1,
        });
        return page(rows, limit, feedbackView, ({ at, key }) => `${at} ${key}`);
      },
    }),
  ];
}

function placeOf(cursor: string | undefined) {
  if (cursor === undefined) return undefined;
  const parts = PLACE.exec(cursor);
  if (parts === null) throw wrongCursor(null);
  return { at: Number(parts[1]), key: Number(parts[2]) };
}

function feedbackView({ key: _key, site: _site, at, receivedAt, locale: language, ...rest }: FeedbackRecord) {
  return { ...rest, language, at: moment(at), receivedAt: moment(receivedAt) };
}
