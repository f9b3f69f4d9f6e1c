import type { Clock, Ids } from '@solodesk/core';
import type { WebhookQueue } from '../notices/webhook-queue.ts';
import { MOST_ENDPOINTS, WEBHOOK_EVENTS, testWebhook } from '@solodesk/notify';
import type { WebhookEndpoint } from '@solodesk/notify';
import { z } from 'zod';
import type { OpenCourier } from '../notices/open-courier.ts';
import { TokenBuckets } from '../realtime/token-bucket.ts';
import { apiRoute } from './api-route.ts';
import type { ApiRoute } from './api-route.ts';
import { moment, momentOut, none, told } from './fields.ts';
import { Problem } from './problem.ts';

/** Tests call somebody for real each time. */
const TESTS = { burst: 10, perSecond: 1 / 10 };
const tag = 'webhooks';
const scope = 'webhooks:write';
const byId = z.strictObject({ id: z.string().max(60) });
const events = z.array(z.enum(WEBHOOK_EVENTS, 'is no event')).min(1, 'choose at least one').max(WEBHOOK_EVENTS.length);
const webhookSchema = z
  .object({
    id: z.string(),
    url: z.string(),
    events: z.array(z.enum(WEBHOOK_EVENTS)),
    paused: z.boolean(),
    createdAt: momentOut,
  })
  .meta({ id: 'Webhook' });
const withSecret = webhookSchema
  .extend({ secret: told(z.string(), 'What calls are signed with; shown here only.', '用于签名；仅在此显示一次。') })
  .meta({ id: 'WebhookWithSecret' });
const one = { about: { en: 'The webhook.', zh: 'Webhook。' }, schema: webhookSchema };

/** Who hears of what happens. */
export function webhookRoutes(
  { webhooks, deliveries, fetch, neverCalled }: OpenCourier,
  { clock, ids, queue }: { clock: Clock; ids: Ids; queue: WebhookQueue },
): ApiRoute[] {
  const tests = new TokenBuckets(TESTS);
  const find = (site: string, id: string): WebhookEndpoint => {
    const endpoint = webhooks.find(site, id);
    if (endpoint === null) throw new Problem('not_found', 'nothing of this site is called so');
    return endpoint;
  };
  return [
    apiRoute({
      ...{ method: 'get', path: '/api/webhooks', id: 'listWebhooks', tag, scope, ...none, body: null },
      title: { en: 'List webhooks', zh: '列出 Webhook' },
      about: {
        en: `All of them: a site has ${MOST_ENDPOINTS} at most.`,
        zh: `全部列出：每个站点最多 ${MOST_ENDPOINTS} 个。`,
      },
      answers: {
        200: {
          about: { en: 'The webhooks.', zh: 'Webhook 列表。' },
          schema: z.object({ items: z.array(webhookSchema) }),
        },
      },
      run: async ({ site }) => ({ status: 200, body: { items: webhooks.list(site.id).map(view) } }),
    }),
    {
      ...apiRoute({
        ...{ method: 'post', path: '/api/webhooks', id: 'addWebhook', tag, scope, ...none },
        title: { en: 'Add a webhook', zh: '添加 Webhook' },
        about: {
          en: 'The answer holds the secret with which calls are signed; no other answer does.',
          zh: '应答中含有签名用的密钥；其他应答都不含。',
        },
        body: {
          schema: z.strictObject({
            url: z
              .url({ protocol: /^https?$/, error: 'must be a web address such as https://example.com/hook' })
              .max(1_000),
            events,
          }),
          example: { url: 'https://hooks.example.com/abc', events: ['ticket.created', 'handoff'] },
        },
        ...{
          answers: { 201: { about: { en: 'Added.', zh: '已添加。' }, schema: withSecret } },
          problems: ['conflict'],
        },
        async run({ site, body }) {
          const reason = neverCalled(new URL(body.url));
          if (reason !== null) {
            throw new Problem('invalid', reason, { errors: [{ in: 'body', pointer: '/url', field: 'url', reason }] });
          }
          if (webhooks.list(site.id).length >= MOST_ENDPOINTS) {
            throw new Problem('conflict', `a site has at most ${MOST_ENDPOINTS} webhooks`);
          }
          return { status: 201, body: view(webhooks.add(site.id, body)) };
        },
      }),
      // The secret lies with the webhook alone: the kept answer for repeats does not hold it.
      reveal({ site }, text) {
        const body = JSON.parse(text) as { id: string };
        const secret = webhooks.find(site.id, body.id)?.secret;
        return secret === undefined ? text : JSON.stringify({ ...body, secret });
      },
    },
    apiRoute({
      ...{
        method: 'patch',
        path: '/api/webhooks/{id}',
        id: 'changeWebhook',
        tag,
        scope,
        params: byId,
        query: none.query,
      },
      title: { en: 'Change a webhook', zh: '修改 Webhook' },
      about: {
        en: 'A paused one hears nothing. What waited for it by then goes out when it goes on; what happens meanwhile is not kept.',
        zh: '暂停后不再收到任何事件。暂停前尚未送达的，恢复后继续发送；暂停期间发生的不补发。',
      },
      body: {
        schema: z.strictObject({ events: events.optional(), paused: z.boolean().optional() }),
        example: { paused: true },
      },
      ...{ answers: { 200: one }, problems: ['not_found'] },
      async run({ site, params, body: { events: chosen, paused } }) {
        find(site.id, params.id);
        const change = { ...(chosen !== undefined && { events: chosen }), ...(paused !== undefined && { paused }) };
        await queue.change(site.id, params.id, change);
        return { status: 200, body: view(find(site.id, params.id)) };
      },
    }),
    apiRoute({
      ...{
        method: 'delete',
        path: '/api/webhooks/{id}',
        id: 'removeWebhook',
        tag,
        scope,
        params: byId,
        query: none.query,
        body: null,
      },
      title: { en: 'Remove a webhook', zh: '删除 Webhook' },
      about: { en: 'What is on its way to it is dropped.', zh: '正在发往它的内容会被丢弃。' },
      answers: { 204: { about: { en: 'It is gone.', zh: '已删除。' }, schema: null } },
      problems: ['not_found'],
      async run({ site, params }) {
        find(site.id, params.id);
        webhooks.remove(site.id, params.id);
        deliveries.forget(params.id);
        return { status: 204, body: null };
      },
    }),
    apiRoute({
      ...{
        method: 'post',
        path: '/api/webhooks/{id}/test',
        id: 'testWebhook',
        tag,
        scope,
        params: byId,
        query: none.query,
        body: null,
      },
      title: { en: 'Test a webhook', zh: '测试 Webhook' },
      about: {
        en: 'Calls it once, now, with data that say that they are a test.',
        zh: '立即调用一次，数据中注明是测试。',
      },
      answers: {
        200: {
          about: { en: 'What came of it.', zh: '调用结果。' },
          schema: z.object({
            status: told(
              z.int().nullable(),
              'What it answered; null when it could not be reached.',
              '对方的状态码；无法连接时为 null。',
            ),
            reason: told(
              z.string().nullable(),
              'What is wrong; null when nothing is.',
              '问题所在；没有问题则为 null。',
            ),
          }),
        },
      },
      problems: ['not_found'],
      async run({ site, params }) {
        const endpoint = find(site.id, params.id);
        const now = clock.now();
        const wait = tests.take(site.id, now);
        if (wait > 0) throw new Problem('rate_limited', 'too many tests', { retryAfterMs: wait });
        const outcome = await testWebhook(fetch, site.id, endpoint, { uuid: ids.uuid(), now });
        const reason = outcome.kind === 'failed' ? outcome.reason : null;
        deliveries.add(endpoint.id, { event: 'ticket.created', at: now, status: outcome.status, reason });
        return { status: 200, body: { status: outcome.status, reason } };
      },
    }),
  ];
}

function view({ id, url, events: chosen, paused, createdAt }: WebhookEndpoint) {
  return { id, url, events: [...chosen], paused, createdAt: moment(createdAt) };
}
