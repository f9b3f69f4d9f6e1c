import type { OpenCourier } from '../notices/open-courier.ts';
import type { FailedCall, WebhookQueue } from '../notices/webhook-queue.ts';
import { z } from 'zod';
import { apiRoute } from './api-route.ts';
import type { ApiRoute } from './api-route.ts';
import { fromCursor, moment, momentOut, none, page, pageOf, paging, told } from './fields.ts';
import { Problem } from './problem.ts';

const tag = 'webhooks';
const scope = 'webhooks:write';
const id = z.string().max(60);
const failedSchema = z
  .object({
    failure: told(z.string(), 'By this it is sent again.', '用它来重新发送。'),
    event: z.string(),
    id: told(z.string(), 'Of the event, the same at each attempt.', '事件的 id，每次尝试都相同。'),
    createdAt: told(momentOut, 'When it happened.', '事件发生的时间。'),
    attempts: z.int(),
    reason: told(z.string(), 'Why it failed last.', '最近一次失败的原因。'),
    failedAt: told(momentOut, 'When it was given up.', '放弃的时间。'),
  })
  .meta({ id: 'FailedCall' });
const again = z.object({ again: told(z.int(), 'How many go out again now.', '现在重新发送的数量。') });

/** Calls of webhooks that were given up, and sending them again. They stay until somebody decides. */
export function failedCallRoutes({ webhooks }: OpenCourier, queue: WebhookQueue): ApiRoute[] {
  const mustExist = (site: string, webhook: string) => {
    if (webhooks.find(site, webhook) === null) throw missing();
  };
  return [
    apiRoute({
      ...{ method: 'get', path: '/api/webhooks/{id}/failures', id: 'listFailedCalls', tag, scope, body: null },
      title: { en: 'List calls that were given up', zh: '列出已放弃的调用' },
      about: {
        en: 'Tried for more than two days, or refused for good. The last event first.',
        zh: '尝试两天以上仍失败，或被对方永久拒绝的调用，最近的事件在前。',
      },
      ...{ params: z.strictObject({ id }), query: z.strictObject(paging), problems: ['not_found'] },
      answers: { 200: { about: { en: 'A page of them.', zh: '一页。' }, schema: pageOf(failedSchema) } },
      async run({ site, params, query: { cursor, limit } }) {
        mustExist(site.id, params.id);
        const before = fromCursor(cursor, 'number');
        const found = await queue.failures(site.id, params.id, {
          limit: limit + 1,
          ...(before !== undefined && { before }),
        });
        return page(found, limit, view, ({ key }) => key);
      },
    }),
    apiRoute({
      ...{ method: 'post', path: '/api/webhooks/{id}/failures/send', id: 'sendFailedCalls', tag, scope, body: null },
      title: { en: 'Send all of them again', zh: '全部重新发送' },
      about: {
        en: 'At once, as if they were new; their events keep their ids.',
        zh: '立即重新发送，如同新的一样；事件 id 不变。',
      },
      ...{ params: z.strictObject({ id }), query: none.query, problems: ['not_found'] },
      answers: { 200: { about: { en: 'They are on their way.', zh: '已在发送。' }, schema: again } },
      async run({ site, params }) {
        mustExist(site.id, params.id);
        return { status: 200, body: { again: await queue.sendAllAgain(site.id, params.id) } };
      },
    }),
    apiRoute({
      ...{ method: 'post', path: '/api/webhooks/{id}/failures/{failure}/send', id: 'sendFailedCall', tag, scope },
      title: { en: 'Send one of them again', zh: '重新发送其中一个' },
      about: { en: 'At once, as if it were new.', zh: '立即重新发送，如同新的一样。' },
      params: z.strictObject({ id, failure: z.string().regex(/^\d{1,15}$/) }),
      ...{ query: none.query, body: null, problems: ['not_found'] },
      answers: { 200: { about: { en: 'It is on its way.', zh: '已在发送。' }, schema: again } },
      async run({ site, params }) {
        mustExist(site.id, params.id);
        if (!(await queue.sendAgain(site.id, params.id, Number(params.failure)))) throw missing();
        return { status: 200, body: { again: 1 } };
      },
    }),
  ];
}

function missing(): Problem {
  return new Problem('not_found', 'nothing of this site is called so');
}

function view({ key, payload, attempts, error, at }: FailedCall) {
  const { event, id: eventId, at: happened } = payload;
  return {
    ...{ failure: String(key), event, id: eventId, createdAt: moment(happened) },
    ...{ attempts, reason: error, failedAt: moment(at) },
  };
}
