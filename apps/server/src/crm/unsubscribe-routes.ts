import { localize } from '@solodesk/core';
import type { Ids, LifeMail } from '@solodesk/core';
import type { Desk, UnsubscribeLinks } from '@solodesk/core/use-cases';
import { Router } from 'express';
import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import type { HelpAssets } from '../help/help-assets.ts';
import { addOneClick, masked } from '../http/one-click.ts';
import { requireOwnPage } from '../http/own-page.ts';
import { sendTokenPage, tokenPage } from '../http/token-page.ts';
import type { Intake } from '../intake.ts';
import { addressKey } from '../realtime/address-key.ts';
import { badRequest } from '../realtime/door.ts';
import type { Limits } from '../realtime/limits.ts';
import { WireFault } from '../realtime/wire-error.ts';
import { hashToken } from '../system.ts';

/** Where such a link leads. */
const UNSUBSCRIBE_PATH = '/unsubscribe';

/**
 * For mail programs, which leave a fragment away: here the token stands in the path. Whoever reads it in a log can end somebody's mails, and
 * nothing else.
 */
const ONE_CLICK_PATH = '/unsubscribe/one-click';

/** The token is random, stored hashed, and stands in the fragment: no server's log ever sees it. */
export function unsubscribeLinksOf(ids: Pick<Ids, 'token'>, publicUrl: () => string): UnsubscribeLinks {
  return {
    token() {
      const token = ids.token();
      return { token, hash: hashToken(token) };
    },
    link: (token) => `${publicUrl()}${UNSUBSCRIBE_PATH}#${token}`,
    oneClick: (token) => `${publicUrl()}${ONE_CLICK_PATH}/${token}`,
  };
}

export interface UnsubscribeRoutesOptions {
  desk: Desk;
  assets: HelpAssets;
  limits: Limits;
  intake: Intake;
  publicUrl: string | null;
  json: RequestHandler;
}

const schema = z.object({ token: z.string().min(1).max(200) });

/** What the page behind the link shows. */
export interface UnsubscribeView {
  site: { id: string; name: string };
  /** The address with its middle left out. */
  address: string;
  about: string;
  left: boolean;
}

/** The page that ends an owner's own mails: GET only shows, POST acts, as mail scanners open links too. */
export function unsubscribeRoutes(options: UnsubscribeRoutesOptions): Router {
  const { desk, assets, limits, intake, publicUrl, json } = options;
  const router = Router();
  const page = tokenPage(assets, { title: 'Unsubscribe · 退订', script: 'unsubscribe.js' });
  const own = requireOwnPage(publicUrl);
  const limited = (request: Request) =>
    limits.mustPass('message', { address: addressKey(request.ip) }, desk.clock.now());

  router.get(UNSUBSCRIBE_PATH, (_request, response) => sendTokenPage(response, page));

  addOneClick(router, {
    ...{ path: ONE_CLICK_PATH, page: UNSUBSCRIBE_PATH, intake },
    limited: (request) => limits.mustPass('light', { address: addressKey(request.ip) }, desk.clock.now()),
    leave: (token) => desk.store.unsubscribe(hashToken(token), desk.clock.now()),
  });

  router.post('/api/unsubscribe/show', json, own, async (request, response) => {
    limited(request);
    response.setHeader('Cache-Control', 'no-store');
    response.json(viewOf(desk, await desk.store.findLifeMail(hashOf(request))));
  });

  router.post('/api/unsubscribe/leave', json, own, async (request, response) => {
    limited(request);
    await intake.during(async () => {
      const hash = hashOf(request);
      await desk.store.unsubscribe(hash, desk.clock.now());
      response.setHeader('Cache-Control', 'no-store');
      response.json(viewOf(desk, await desk.store.findLifeMail(hash)));
    });
  });
  return router;
}

function hashOf(request: Request): string {
  const parsed = schema.safeParse(request.body);
  if (!parsed.success) throw badRequest(parsed.error);
  return hashToken(parsed.data.token);
}

/** @throws WireFault `not_found` for a token that is none, and for a site that is gone */
function viewOf(desk: Desk, mail: LifeMail | null): UnsubscribeView {
  const site = mail && desk.sites.get(mail.site);
  if (!site) throw new WireFault('not_found', 'there is no such mail');
  const message = site.messages.find(({ name }) => name === mail.message);
  return {
    site: { id: site.id, name: site.name },
    address: masked(mail.address),
    about: localize(message?.subject ?? {}, site.defaultLocale) ?? '',
    left: mail.unsubscribedAt !== null,
  };
}
