import { localize } from '@solodesk/core';
import type { Ids, LifeMail } from '@solodesk/core';
import type { Desk, UnsubscribeLinks } from '@solodesk/core/use-cases';
import { Router, text } from 'express';
import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import type { HelpAssets } from '../help/help-assets.ts';
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
/** Longest form that a mail program sends; RFC 8058 has 26 bytes. */
const MOST_OF_FORM = '4kb';

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
  /** The address with its middle left out: who was sent the mail on recognises nobody by it. */
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

  // Of a mail program that knows nothing of one click: its reader gets the page.
  router.get(`${ONE_CLICK_PATH}/:token`, (request, response) => {
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('Cache-Control', 'no-store');
    response.redirect(303, `${UNSUBSCRIBE_PATH}#${encodeURIComponent(request.params.token)}`);
  });

  // The form says what it is for (RFC 8058, 3.2), so that whoever only tries addresses ends nothing.
  router.post(
    `${ONE_CLICK_PATH}/:token`,
    text({ type: () => true, limit: MOST_OF_FORM }),
    async (request, response) => {
      limits.mustPass('light', { address: addressKey(request.ip) }, desk.clock.now());
      const form: unknown = request.body;
      if (typeof form !== 'string' || !/List-Unsubscribe\b[^]{0,200}\bOne-Click\b/i.test(form)) {
        throw new WireFault('bad_request', 'the form must be List-Unsubscribe=One-Click');
      }
      intake.enter();
      try {
        if (!(await desk.store.unsubscribe(hashToken(String(request.params.token)), desk.clock.now()))) {
          throw new WireFault('not_found', 'there is no such mail');
        }
        response.setHeader('Cache-Control', 'no-store');
        response.type('text/plain').send('OK');
      } finally {
        intake.leave();
      }
    },
  );

  router.post('/api/unsubscribe/show', json, own, async (request, response) => {
    limited(request);
    response.setHeader('Cache-Control', 'no-store');
    response.json(viewOf(desk, await desk.store.findLifeMail(hashOf(request))));
  });

  router.post('/api/unsubscribe/leave', json, own, async (request, response) => {
    limited(request);
    intake.enter();
    try {
      const hash = hashOf(request);
      await desk.store.unsubscribe(hash, desk.clock.now());
      response.setHeader('Cache-Control', 'no-store');
      response.json(viewOf(desk, await desk.store.findLifeMail(hash)));
    } finally {
      intake.leave();
    }
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

/** `ada@one.example` → `a…@one.example`. */
function masked(address: string): string {
  const at = address.lastIndexOf('@');
  return `${[...address][0] ?? ''}…${address.slice(Math.max(at, 0))}`;
}
