import { Router } from 'express';
import type { Request } from 'express';
import type { Clock, Ids, Store } from '@solodesk/core';
import { MOST_ENDPOINTS, WEBHOOK_EVENTS, testWebhook } from '@solodesk/notify';
import type { WebhookEndpoint } from '@solodesk/notify';
import { z } from 'zod';
import type { OpenCourier } from '../../notices/open-courier.ts';
import { WebhookQueue } from '../../notices/webhook-queue.ts';
import { TokenBuckets } from '../../realtime/token-bucket.ts';
import { WireFault } from '../../realtime/wire-error.ts';
import { parse } from './console-api.ts';
import { ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

export interface ConsoleWebhooksOptions extends SiteAccess {
  store: Store;
  notices: OpenCourier;
  clock: Clock;
  ids: Ids;
}

const events = z.array(z.enum(WEBHOOK_EVENTS)).min(1, 'choose at least one').max(WEBHOOK_EVENTS.length);
const url = z.url({ protocol: /^https?$/, error: 'must be a web address such as https://example.com/hook' }).max(1_000);
const addSchema = z.object({ url, events });
const changeSchema = z.object({ events: events.optional(), paused: z.boolean().optional() });
/** Of calls that were given up so many are counted: beyond, the number says nothing any more. */
const MOST_COUNTED = 100;
/** So many of them are told apart: enough to see what is wrong. */
const MOST_LISTED = 10;
/** Tests call somebody for real each time. */
const TESTS = { burst: 10, perSecond: 1 / 10 };

/** The webhooks of a site. A secret is shown once, when its webhook is made. */
export function consoleWebhooksApi(options: ConsoleWebhooksOptions): Router {
  const { webhooks, deliveries, fetch } = options.notices;
  const { clock, ids } = options;
  const router = Router();
  const tests = new TokenBuckets(TESTS);
  const queue = new WebhookQueue({ store: options.store, webhooks, clock });

  router.get('/webhooks/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const endpoints = await Promise.all(
      webhooks.list(site.id).map(async (endpoint) => {
        const failures = await queue.failures(site.id, endpoint.id, { limit: MOST_COUNTED });
        const givenUp = failures
          .slice(0, MOST_LISTED)
          .map(({ payload, attempts, error }) => ({ event: payload.event, at: payload.at, attempts, reason: error }));
        return { ...shown(endpoint), deliveries: deliveries.of(endpoint.id), failed: failures.length, givenUp };
      }),
    );
    response.json({ events: WEBHOOK_EVENTS, endpoints });
  });
  router.post('/webhooks/:site', async (request, response) => {
    const site = await ownSite(options, request);
    const wanted = parse(addSchema, request.body);
    const never = options.notices.neverCalled(new URL(wanted.url));
    if (never !== null) throw new WireFault('bad_request', never);
    if (webhooks.list(site.id).length >= MOST_ENDPOINTS) {
      throw new WireFault('refused', `a site has at most ${MOST_ENDPOINTS} webhooks`);
    }
    const endpoint = webhooks.add(site.id, wanted);
    response.json({ endpoint: shown(endpoint), secret: endpoint.secret });
  });
  router.post('/webhooks/:site/:id', async (request, response) => {
    const { site, endpoint } = await named(request);
    const { events: chosen, paused } = parse(changeSchema, request.body);
    await queue.change(site, endpoint.id, {
      ...(chosen !== undefined && { events: chosen }),
      ...(paused !== undefined && { paused }),
    });
    response.json({ ok: true });
  });
  router.post('/webhooks/:site/:id/remove', async (request, response) => {
    const { site, endpoint } = await named(request);
    webhooks.remove(site, endpoint.id);
    deliveries.forget(endpoint.id);
    response.json({ ok: true });
  });
  router.post('/webhooks/:site/:id/send-again', async (request, response) => {
    const { site, endpoint } = await named(request);
    response.json({ again: await queue.sendAllAgain(site, endpoint.id) });
  });
  router.post('/webhooks/:site/:id/test', async (request, response) => {
    const { site, endpoint } = await named(request);
    const now = clock.now();
    const wait = tests.take(site, now);
    if (wait > 0) throw new WireFault('rate_limited', 'too many tests', wait);
    const outcome = await testWebhook(fetch, site, endpoint, { uuid: ids.uuid(), now });
    const reason = outcome.kind === 'failed' ? outcome.reason : null;
    deliveries.add(endpoint.id, { event: 'ticket.created', at: now, status: outcome.status, reason });
    response.json({ status: outcome.status, reason });
  });
  return router;

  async function named(request: Request): Promise<{ site: string; endpoint: WebhookEndpoint }> {
    const site = await ownSite(options, request);
    const endpoint = webhooks.find(site.id, String(request.params.id));
    if (endpoint === null) throw new WireFault('not_found', 'no such webhook');
    return { site: site.id, endpoint };
  }
}

function shown({ id, url: address, events: chosen, paused, createdAt }: WebhookEndpoint) {
  return { id, url: address, events: chosen, paused, createdAt };
}
