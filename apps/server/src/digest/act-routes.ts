import { queuePlace } from '@solodesk/core';
import type { Site } from '@solodesk/core';
import { putItemAway } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import { Router } from 'express';
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
import { ACT_PATH } from './action-links.ts';
import type { ActionLinks, MailAction } from './action-links.ts';

export interface ActRoutesOptions {
  desk: Desk;
  links: ActionLinks;
  assets: HelpAssets;
  limits: Limits;
  intake: Intake;
  publicUrl: string | null;
  json: RequestHandler;
}

const schema = z.object({ token: z.string().min(1).max(2_000) });

/** What the page behind the link asks before it acts. */
export interface ActView {
  site: { id: string; name: string };
  act: MailAction['act'];
  /** What it is about, as the mail named it: a ticket's or question's words. */
  about: string;
  locale: 'en' | 'zh';
  console: string;
}

/** The page behind a link of a digest: GET only shows, POST acts, as mail scanners open links too. */
export function actRoutes(options: ActRoutesOptions): Router {
  const { desk, links, assets, limits, intake, publicUrl, json } = options;
  const router = Router();
  const page = tokenPage(assets, { title: 'Solodesk', script: 'act.js' });
  const own = requireOwnPage(publicUrl);
  const limited = (request: Request) =>
    limits.mustPass('message', { address: addressKey(request.ip) }, desk.clock.now());

  /** @throws WireFault `not_found` for a link that is none, is too old, or whose holder has left the desk. */
  const actionOf = async (request: Request): Promise<{ action: MailAction; site: Site }> => {
    limited(request);
    const parsed = schema.safeParse(request.body);
    if (!parsed.success) throw badRequest(parsed.error);
    const action = links.read(parsed.data.token, desk.clock.now());
    const site = action === null ? null : desk.sites.get(action.site);
    if (action === null || site === null || !(await desk.store.isMember(action.account, action.site))) {
      throw new WireFault('not_found', 'this link does not work any more');
    }
    return { action, site };
  };

  router.get(ACT_PATH, (_request, response) => sendTokenPage(response, page));

  router.post('/api/act/show', json, own, async (request, response) => {
    const { action, site } = await actionOf(request);
    const settings = await desk.store.noticeSettings(action.account);
    const view: ActView = {
      ...{ site: { id: site.id, name: site.name }, act: action.act, about: await aboutOf(desk, action) },
      ...{ locale: settings.locale ?? site.defaultLocale, console: desk.consoleUrl() },
    };
    response.setHeader('Cache-Control', 'no-store');
    response.json(view);
  });

  router.post('/api/act/do', json, own, async (request, response) => {
    await intake.during(async () => {
      const { action } = await actionOf(request);
      await act(desk, action);
    });
    response.setHeader('Cache-Control', 'no-store');
    response.json({});
  });
  return router;
}

/** Doing it twice comes to the same. */
async function act(desk: Desk, action: MailAction): Promise<void> {
  if (action.act === 'ignore') {
    await desk.store.setUnanswered(action.site, [action.question], 'ignored');
    return;
  }
  const place = queuePlace(action.item);
  if (place === null) throw new WireFault('not_found', 'this link does not work any more');
  const how = action.act === 'snooze' ? 'tomorrow' : 'done';
  // As it was in the mail: what has happened to it since brings it back at once.
  await putItemAway(desk, action.site, { place, seen: action.seen, how });
}

async function aboutOf({ store, sites }: Desk, action: MailAction): Promise<string> {
  if (action.act === 'ignore') {
    const open = await store.unanswered(action.site, { status: 'open', limit: 200 });
    return open.find(({ key }) => key === action.question)?.text ?? '';
  }
  const place = queuePlace(action.item);
  if (place?.kind !== 'ticket') return '';
  const ticket = await store.findTicketByNumber(action.site, place.subject);
  return ticket === null ? '' : `${sites.get(action.site)?.ticketPrefix ?? ''}-T${ticket.number} ${ticket.subject}`;
}
