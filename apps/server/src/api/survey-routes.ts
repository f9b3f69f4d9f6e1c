import type { Store } from '@solodesk/core';
import { z } from 'zod';
import { apiRoute } from './api-route.ts';
import type { ApiRoute } from './api-route.ts';
import { fromCursor, locale, moment, momentIn, momentOut, none, page, pageOf, paging, told } from './fields.ts';

const DAY = 86_400_000;
const MOST_DAYS = 366;
const tag = 'surveys';
const scope = 'surveys:read';

const scoreSchema = z
  .object({
    score: told(z.int(), 'From 1 to 10.', '1 到 10。'),
    word: told(z.string(), 'What was added; empty when nothing was.', '附言；没有则为空。'),
    at: told(momentOut, 'When it was first given.', '首次给出的时间。'),
    survey: told(z.string(), '`satisfaction`, or the name of a survey.', '`satisfaction` 或问卷的名称。'),
    channel: z.enum(['chat', 'mail']),
    locale,
    customer: told(z.string().nullable(), 'Id of the customer.', '客户的 id。'),
    ticket: told(z.int().nullable(), 'Number of the ticket that was solved.', '已解决工单的编号。'),
  })
  .meta({ id: 'Score' });
const countSchema = z.object({ survey: z.string(), asked: z.int(), answered: z.int(), skipped: z.int() });

/** What people said when they were asked how it was. */
export function surveyRoutes(store: Store): ApiRoute[] {
  return [
    apiRoute({
      ...{ method: 'get', path: '/api/scores', id: 'listScores', tag, scope, params: none.params, body: null },
      title: { en: 'List scores', zh: '列出评分' },
      about: {
        en: `Those first given within a span of at most ${MOST_DAYS} days, the oldest first. Their mean is the CSI.`,
        zh: `某段时间（最长 ${MOST_DAYS} 天）内首次给出的评分，最早的在前。其平均值即 CSI。`,
      },
      query: z
        .strictObject({ from: momentIn, to: momentIn, ...paging })
        .refine(({ from, to }) => to > from && to - from <= MOST_DAYS * DAY, {
          path: ['to'],
          message: `must be after "from", by ${MOST_DAYS} days at most`,
        }),
      answers: { 200: { about: { en: 'A page of scores.', zh: '一页评分。' }, schema: pageOf(scoreSchema) } },
      async run({ site, query: { from, to, cursor, limit } }) {
        // Scores have no id of their own: a page goes on where the one before ended, by moment and place within it.
        const [at = from, seen = 0] = (fromCursor(cursor, 'string') ?? '').split(' ').filter(Boolean).map(Number);
        const all = (await store.scores(site.id, Math.max(from, at), to)).map((score, place) => ({ score, place }));
        const rest = all.slice(seen, seen + limit + 1);
        const shown = await Promise.all(
          rest.map(async ({ score, place }) => {
            const { contactKey, conversationKey: _conversation, ...plain } = score;
            const contact = contactKey === null ? null : await store.findContact(site.id, { key: contactKey });
            return { place, view: { ...plain, at: moment(plain.at), customer: contact?.id ?? null } };
          }),
        );
        const start = Math.max(from, at);
        return page(
          shown,
          limit,
          ({ view }) => view,
          ({ place }) => `${start} ${place + 1}`,
        );
      },
    }),
    apiRoute({
      ...{ method: 'get', path: '/api/surveys/{survey}', id: 'countSurvey', tag, scope, query: none.query, body: null },
      title: { en: 'Count the answers of a survey', zh: '统计问卷的回答' },
      about: {
        en: '`satisfaction` is the question after each resolution. One that nobody was asked has zeros.',
        zh: '`satisfaction` 为每次解决后的提问。没有人被问过的问卷各项为 0。',
      },
      params: z.strictObject({ survey: z.string().max(60) }),
      answers: {
        200: {
          about: { en: 'How many were asked, and what they did.', zh: '被问人数及其回应。' },
          schema: countSchema,
        },
      },
      async run({ site, params: { survey } }) {
        const { asked, answered, skipped } = await store.countSurvey(site.id, survey);
        return { status: 200, body: { survey, asked, answered, skipped } };
      },
    }),
  ];
}
