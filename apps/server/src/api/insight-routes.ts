import type { Store } from '@solodesk/core';
import {
  insightCohortsSchema,
  insightFiguresSchema,
  insightGroupsSchema,
  insightLoadSchema,
} from '@solodesk/protocol/owner';
import { z } from 'zod';
import { apiRoute } from './api-route.ts';
import type { ApiRoute } from './api-route.ts';
import { moment, momentOut, none, told } from './fields.ts';
import { Problem } from './problem.ts';

/** A day, week, month or quarter as the batch names them. */
const PERIOD = /^\d{4}-(\d{2}-\d{2}|W\d{2}|\d{2}|Q[1-4])$/;

const answerSchema = z
  .object({
    version: told(z.int(), 'Counts up where what was found changed.', '结果变化时递增。'),
    madeAt: told(momentOut, 'When this version was made.', '该版本的生成时间。'),
    figures: told(
      insightFiguresSchema,
      'Each figure with its inputs, n and 95 % interval. Shares from 0 to 1, times in milliseconds, amounts in minor units. `lack` says why there is no estimate: too few, or nothing to divide by.',
      '每个数字附带输入、n 和 95% 区间。比例为 0 到 1，时间为毫秒，金额为最小货币单位。`lack` 说明没有估计值的原因：数据太少，或没有可除的数。',
    ),
    load: told(insightLoadSchema.nullable(), 'Messages to expect in the coming two weeks.', '未来两周预计的消息数。'),
    groups: told(
      insightGroupsSchema.nullable(),
      'The same figures by the channel by which people came, and by the month in which they became customers, with what a customer of that month cost. `talks`, `lost` and `won` are the numbers of the rows behind them.',
      '同样的数字，按来源渠道和成为客户的月份划分，并附该月的获客成本。`talks`、`lost` 和 `won` 是背后各行的编号。',
    ),
    cohorts: told(insightCohortsSchema.nullable(), 'Who came back, by month of the first order.', '按首单月份的回购。'),
  })
  .meta({ id: 'Insights' });

/** What the nightly batch found, for other programs. */
export function insightRoutes(store: Store): ApiRoute[] {
  return [
    apiRoute({
      ...{ method: 'get', path: '/api/insights', id: 'getInsights', tag: 'insights', scope: 'insights:read' },
      ...{ params: none.params, body: null, problems: ['not_found'] },
      title: { en: 'Get the figures of a time', zh: '获取一段时间的数字' },
      about: {
        en: 'Of a day (`2026-11-27`), week (`2026-W48`), month (`2026-11`) or quarter (`2026-Q4`) in the site’s time zone, as far as it has gone; of the newest week where none is named. The batch runs once a day.',
        zh: '网站时区内的一天（`2026-11-27`）、一周（`2026-W48`）、一月（`2026-11`）或一季度（`2026-Q4`），截至目前；未指定时为最近一周。每天计算一次。',
      },
      query: z.strictObject({
        period: z.string().regex(PERIOD, 'must be a time such as 2026-11-27, 2026-W48, 2026-11 or 2026-Q4').optional(),
      }),
      answers: { 200: { about: { en: 'The figures.', zh: '各项数字。' }, schema: answerSchema } },
      async run({ site, query: { period } }) {
        const weeks = period === undefined ? await store.insightPeriods(site.id, 'figures') : [];
        const wanted = period ?? weeks.filter((name) => name.includes('W')).at(-1) ?? '';
        const result = await store.insightResult(site.id, 'figures', wanted);
        if (result === null) throw new Problem('not_found', 'nothing was found of this time yet');
        const figures = insightFiguresSchema.parse(JSON.parse(result.body));
        const groups = await store.insightResult(site.id, 'groups', wanted);
        const load = await store.insightResult(site.id, 'load', figures.through);
        const cohorts = (await store.insightResults(site.id, 'cohorts', { from: '', to: figures.through })).at(-1);
        return {
          status: 200,
          body: {
            ...{ version: result.version, madeAt: moment(result.madeAt), figures },
            groups: groups === null ? null : insightGroupsSchema.parse(JSON.parse(groups.body)),
            load: load === null ? null : insightLoadSchema.parse(JSON.parse(load.body)),
            cohorts: cohorts === undefined ? null : insightCohortsSchema.parse(JSON.parse(cohorts.body)),
          },
        };
      },
    }),
  ];
}
