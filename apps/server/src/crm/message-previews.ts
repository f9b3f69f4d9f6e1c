import { LIFE_MAIL_OFFERS, lifeMail } from '@solodesk/core';
import type { Carrier, Clock, Ids, LifeMessage, Locale, MailPayload, Recommender, Site, Store } from '@solodesk/core';
import { previewMail } from '@solodesk/notify';
import { Router } from 'express';
import { z } from 'zod';
import { onAccent } from '../http/accent.ts';
import { parse } from '../http/console/console-api.ts';
import { contentPolicy } from '../http/security-headers.ts';
import { ownDesk } from '../http/console/site-access.ts';
import type { SiteAccess } from '../http/console/site-access.ts';
import { TokenBuckets } from '../realtime/token-bucket.ts';
import { WireFault } from '../realtime/wire-error.ts';
import type { Previews } from '../sites/previews.ts';

interface MessagePreviewOptions {
  previews: Previews;
  recommender: Recommender | undefined;
  publicUrl: () => string;
}

/** Who reads it in a preview, as the page's language has it. */
const EXAMPLE_NAME: Record<Locale, string> = { en: 'Ana', zh: '李安' };
const TEST: Record<Locale, string> = { en: 'Test: ', zh: '测试：' };
/** Tests send something for real each time. */
const TESTS = { burst: 5, perSecond: 1 / 30 };

const language = z.enum(['en', 'zh']);
/** In the path of a drafted site: which of its messages. */
const place = z.coerce.number().int().min(0).max(99);
const testSchema = z.object({ preview: z.string().max(80), message: z.int().min(0).max(99), language });

/** Messages of a drafted site as their readers will get them, under the name that the draft is shown by. GET only shows. */
export function messagePreviewRoutes(options: MessagePreviewOptions): Router {
  const router = Router();
  router.get('/preview/:name/mail/:message/:language', (request, response) => {
    const asked = z.object({ message: place, language }).safeParse(request.params);
    const site = options.previews.get(request.params.name);
    const message = asked.success ? site?.messages[asked.data.message] : undefined;
    if (!asked.success || !site || !message) {
      return void response.status(404).type('text/plain').send('no such preview');
    }
    const name = request.query.named === 'no' ? null : EXAMPLE_NAME[asked.data.language];
    const payload = mailOf(options, request.params.name, site, message, { name, email: null, ...asked.data });
    const { accent } = site.colors;
    // Its buttons lead nowhere: it is there to be looked at.
    contentPolicy(response, { 'style-src': ["'unsafe-inline'"], sandbox: [], 'frame-ancestors': ["'self'"] });
    response.setHeader('Cache-Control', 'no-store');
    response.type('text/html').send(previewMail(payload, { name: site.name, accent, onAccent: onAccent(accent) }));
  });
  return router;
}

export interface MessageTestOptions extends MessagePreviewOptions, SiteAccess {
  store: Pick<Store, 'isMember' | 'noticeSettings' | 'findAccount'>;
  carrier: Carrier;
  clock: Clock;
  ids: Ids;
}

/** Sends a message of a drafted site to whoever edits it, as a customer would get it. */
export function messageTestApi(options: MessageTestOptions): Router {
  const { previews, store, carrier, clock, ids } = options;
  const router = Router();
  const tests = new TokenBuckets(TESTS);
  router.post('/settings/:site/test-message', async (request, response) => {
    const { site, account } = await ownDesk(options, request);
    const asked = parse(testSchema, request.body);
    // A name that was guessed or copied opens no other site's draft.
    const draft = previews.ownerOf(asked.preview) === site.id ? previews.get(asked.preview) : null;
    const message = draft?.messages[asked.message];
    if (!draft || !message)
      throw new WireFault('not_found', 'no such message; change something, so that it is drawn again');
    const wait = tests.take(String(account), clock.now());
    if (wait > 0) throw new WireFault('rate_limited', 'too many tests', wait);
    const [{ address }, person] = await Promise.all([store.noticeSettings(account), store.findAccount(account)]);
    const to = address ?? person?.email ?? '';
    const reader = { name: person?.name ?? null, email: to, language: asked.language };
    const payload = marked(mailOf(options, asked.preview, draft, message, reader));
    const outcome = await carrier.send(
      { key: 0, id: ids.uuid(), site: site.id, attempts: 1, begun: 0, kind: 'mail', payload },
      async () => true,
    );
    const reason = 'reason' in outcome ? outcome.reason : null;
    response.json({ outcome: outcome.kind === 'delivered' ? 'delivered' : 'failed', reason, to });
  });
  return router;
}

function mailOf(
  { previews, recommender, publicUrl }: MessagePreviewOptions,
  preview: string,
  site: Site,
  message: LifeMessage,
  reader: { name: string | null; email: string | null; language: Locale },
): MailPayload {
  const offers = recommender?.recommend(previews.ownerOf(preview) ?? site.id, { limit: LIFE_MAIL_OFFERS }) ?? [];
  // Without a token the page behind it ends nothing.
  const unsubscribe = `${publicUrl()}/unsubscribe`;
  return lifeMail(site, message, { ...reader, locale: reader.language }, { unsubscribe, offers });
}

function marked(mail: MailPayload): MailPayload {
  const { content, locale } = mail;
  return 'subject' in content ? { ...mail, content: { ...content, subject: TEST[locale] + content.subject } } : mail;
}
