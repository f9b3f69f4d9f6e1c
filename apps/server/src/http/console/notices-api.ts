import { Router } from 'express';
import type { Request } from 'express';
import { arePushKeys, isMailAddress, mailTrouble, senderRecords } from '@solodesk/notify';
import type { MailOutcome } from '@solodesk/notify';
import type { Account, Clock, Delivery, Ids, Site, Sites, Store } from '@solodesk/core';
import { z } from 'zod';
import type { Sessions } from '../../auth/sessions.ts';
import type { Config } from '../../config.ts';
import type { OpenCourier } from '../../notices/open-courier.ts';
import { TokenBuckets } from '../../realtime/token-bucket.ts';
import { WireFault } from '../../realtime/wire-error.ts';
import { parse } from './console-api.ts';

export interface NoticesApiOptions {
  store: Store;
  sites: Sites;
  sessions: Sessions;
  notices: OpenCourier;
  mail: Config['mail'];
  clock: Clock;
  ids: Ids;
}

/** Devices of one account; the oldest makes room. */
const MOST_DEVICES = 10;
const MOST_FAILURES = 50;
/** Tests send something for real each time. */
const TESTS = { burst: 5, perSecond: 1 / 30 };

/** Of a day. */
const minute = z.int().min(0).max(1_439);
const settingsSchema = z.object({
  mail: z.boolean(),
  address: z.string().trim().refine(isMailAddress, 'is no e-mail address').nullable(),
  locale: z.enum(['en', 'zh']).nullable(),
  quiet: z.object({ from: minute, to: minute }).nullable().default(null),
});
const newsSchema = z.object({
  alerts: z.object({ score: z.boolean(), feedback: z.boolean(), promise: z.boolean() }),
  digestHour: z.int().min(0).max(23).nullable(),
  digestEmpty: z.boolean(),
  report: z.boolean(),
});
const endpointSchema = z.object({ endpoint: z.string().max(1_000) });
const deviceSchema = endpointSchema.extend({
  p256dh: z.string().max(200),
  auth: z.string().max(100),
  label: z.string().trim().min(1).max(100),
});
const failureSchema = z.object({ site: z.string().max(64), key: z.int().positive() });

/** How the owner is reached: the address for mails, devices for pushes, tests of both, and what could not be delivered. */
export function noticesApi(options: NoticesApiOptions): Router {
  const { store, notices, mail, clock, ids } = options;
  const router = Router();
  const tests = new TokenBuckets(TESTS);

  router.get('/notices', async (request, response) => {
    const account = await signedIn(options, request);
    const settings = await store.noticeSettings(account.key);
    const devices = await store.pushDevices(account.key);
    response.json({
      mail: { server: mail !== null, from: mail?.from.address ?? null, on: settings.mail, address: settings.address },
      locale: settings.locale,
      quiet: settings.quiet,
      news: await store.newsSettings(account.key),
      pushKey: notices.pushKey,
      devices: devices.map(({ endpoint, label, createdAt }) => ({ endpoint, label, createdAt })),
      failures: await failures(options, account),
    });
  });

  router.post('/notices', async (request, response) => {
    const account = await signedIn(options, request);
    await store.putNoticeSettings(account.key, parse(settingsSchema, request.body));
    response.json({ ok: true });
  });

  router.post('/notices/news', async (request, response) => {
    const account = await signedIn(options, request);
    await store.putNewsSettings(account.key, parse(newsSchema, request.body));
    response.json({ ok: true });
  });

  router.post('/notices/devices', async (request, response) => {
    const account = await signedIn(options, request);
    const device = parse(deviceSchema, request.body);
    if (!notices.isPushService(device.endpoint)) {
      throw new WireFault('refused', 'endpoint: not the address of a known push service');
    }
    if (!arePushKeys(device)) throw new WireFault('bad_request', 'p256dh, auth: not the keys of a subscription');
    const session = (await options.sessions.ofCookie(request.headers.cookie))?.tokenHash ?? null;
    const asked = { ...device, session, createdAt: clock.now(), lastPush: null };
    await store.putPushDevice(account.key, asked, MOST_DEVICES);
    response.json({ ok: true });
  });

  router.post('/notices/devices/remove', async (request, response) => {
    const account = await signedIn(options, request);
    const { endpoint } = parse(endpointSchema, request.body);
    response.json({ ok: await store.removePushDevice(account.key, endpoint) });
  });

  router.post('/notices/test-mail', async (request, response) => {
    const account = await signedIn(options, request);
    limitTests(account);
    const { address, locale } = await store.noticeSettings(account.key);
    const language = locale ?? (await ownSites(options, account))[0]?.defaultLocale ?? 'en';
    const [outcome, sender] = await Promise.all([
      notices.courier.testMail(ids.uuid(), address ?? account.email, language),
      senderOf(mail),
    ]);
    response.json({ ...told(outcome), trouble: mail === null ? null : troubleOf(outcome), sender });
  });

  router.post('/notices/test-push', async (request, response) => {
    const account = await signedIn(options, request);
    const { endpoint } = parse(endpointSchema, request.body);
    const device = (await store.pushDevices(account.key)).find((own) => own.endpoint === endpoint);
    if (device === undefined) throw new WireFault('not_found', 'no such device');
    limitTests(account);
    const { locale } = await store.noticeSettings(account.key);
    const language = locale ?? (await ownSites(options, account))[0]?.defaultLocale ?? 'en';
    const delivery = await notices.courier.testPush(device, language);
    if (delivery.kind === 'gone') await store.dropPushDevice(endpoint);
    response.json(told(delivery));
  });

  for (const [path, act] of [
    ['retry', (site: string, key: number) => store.reviveJob(site, key, clock.now())],
    ['dismiss', (site: string, key: number) => store.dismissJob(site, key)],
  ] as const) {
    router.post(`/notices/failures/${path}`, async (request, response) => {
      const account = await signedIn(options, request);
      const { site, key } = parse(failureSchema, request.body);
      const isMine = await store.isMember(account.key, site);
      if (!isMine || !(await act(site, key))) throw new WireFault('not_found', 'no such delivery');
      response.json({ ok: true });
    });
  }
  return router;

  function limitTests(account: Account): void {
    const wait = tests.take(String(account.key), clock.now());
    if (wait > 0) throw new WireFault('rate_limited', 'too many tests', wait);
  }
}

async function signedIn({ sessions, store }: NoticesApiOptions, request: Request): Promise<Account> {
  const session = await sessions.ofCookie(request.headers.cookie);
  const account = session && (await store.findAccount(session.accountKey));
  if (account === null) throw new WireFault('unauthorized', 'not signed in');
  return account;
}

async function ownSites({ store, sites }: NoticesApiOptions, account: Account): Promise<Site[]> {
  const all = sites.list();
  const member = await Promise.all(all.map((site) => store.isMember(account.key, site.id)));
  return all.filter((_site, index) => member[index]);
}

async function failures(options: NoticesApiOptions, account: Account) {
  const { store } = options;
  const found = [];
  for (const { id } of await ownSites(options, account)) {
    const dead = await store.deadJobs(id, MOST_FAILURES);
    const rows = await store.rows(
      id,
      dead.flatMap(({ conversationKey }) => conversationKey ?? []),
    );
    const ids = new Map(rows.map(({ conversation }) => [conversation.key, conversation.id]));
    for (const { key, kind, attempts, error, at, conversationKey } of dead) {
      const conversation = conversationKey === null ? null : (ids.get(conversationKey) ?? null);
      found.push({ site: id, key, kind, attempts, reason: error, at, conversation });
    }
  }
  return found.sort((a, b) => b.at - a.at).slice(0, MOST_FAILURES);
}

function troubleOf(outcome: MailOutcome) {
  return outcome.kind === 'failed' ? mailTrouble(outcome.fault, outcome.reason) : null;
}

/** What others see of the sender's domain: a mail may be taken here and sorted out there. */
async function senderOf(mail: Config['mail']) {
  if (mail === null) return null;
  const { address } = mail.from;
  return senderRecords(address.slice(address.lastIndexOf('@') + 1));
}

/** What a test came to, in words that promise no more than is known. */
function told(delivery: Delivery): { outcome: 'delivered' | 'gone' | 'failed'; reason: string | null } {
  return { outcome: delivery.kind, reason: delivery.kind === 'failed' ? delivery.reason : null };
}
