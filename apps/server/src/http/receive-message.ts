import { DeskError, receiveVisitorMessage, visit } from '@solodesk/core';
import type { Desk, Site } from '@solodesk/core';
import { receiveMessageSchema } from '@solodesk/protocol';
import type { ReceiveMessage, ReceiveMessageAnswer } from '@solodesk/protocol';
import { Router } from 'express';
import type { Request } from 'express';
import { badRequest } from '../realtime/door.ts';
import type { Limits } from '../realtime/limits.ts';
import { isOwnOrigin, originOf, siteAdmits } from '../realtime/origins.ts';
import { toWireEvent } from '../realtime/wire-mapping.ts';
import { WireFault } from '../realtime/wire-error.ts';
import { wellFormed } from '../realtime/well-formed.ts';
import { hashToken } from '../system.ts';

export interface ReceiveMessageOptions {
  desk: Desk;
  limits: Limits;
  publicUrl: string | null;
  accepting(): boolean;
}

/** Replies that a log holds after one message: an answer, and perhaps a handoff or a reopening around it. */
const REPLY_EVENTS = 10;

/** `POST /api/receive_message`: the same door, origins and limits as the widget's, for those who build their own front end. */
export function receiveMessageRoute(options: ReceiveMessageOptions): Router {
  const router = Router();
  const admit = (request: Request): string | null => {
    const origin = originOf(request);
    if (origin === null || isOwnOrigin(origin, request, options.publicUrl)) return null;
    if (!options.desk.sites.list().some((site) => siteAdmits(site, origin)))
      throw new WireFault('not_found', 'no such site');
    return origin;
  };
  router.options('/api/receive_message', (request, response) => {
    allowOrigin(response, admit(request));
    response.setHeader('Access-Control-Allow-Methods', 'POST');
    response.setHeader('Access-Control-Allow-Headers', 'Content-Type');
    response.setHeader('Access-Control-Max-Age', '600');
    response.status(204).end();
  });
  router.post('/api/receive_message', async (request, response) => {
    allowOrigin(response, admit(request));
    response.setHeader('Cache-Control', 'no-store');
    response.json(await receive(options, request));
  });
  return router;
}

async function receive(options: ReceiveMessageOptions, request: Request): Promise<ReceiveMessageAnswer> {
  const { desk, limits } = options;
  if (!options.accepting()) throw new WireFault('unavailable', 'the server is stopping');
  const parsed = receiveMessageSchema.safeParse(request.body);
  if (!parsed.success) throw badRequest(parsed.error);
  const body = parsed.data;
  const site = siteOf(options, request, body.site);
  // Who comes without a token is limited by address, before anything is written for them.
  const address = request.ip ?? '';
  const wait = limits.check('message', { address, site: site.id }, desk.clock.now());
  if (wait > 0) throw new WireFault('rate_limited', 'too many messages', wait);

  const { visitor, token } = await sessionOf(options, site, body);
  const waitPerson = limits.check('message', { person: visitor.key }, desk.clock.now());
  if (waitPerson > 0) throw new WireFault('rate_limited', 'too many messages', waitPerson);

  const received = await receiveVisitorMessage(desk, visitor, {
    text: wellFormed(body.message),
    clientId: body.clientId ?? desk.ids.uuid(),
  });
  await received.answered;
  const current = await desk.store.findConversationOfVisitor(site.id, visitor.key);
  const events = await desk.store.readLog(received.conversation.key, { after: received.seq, limit: REPLY_EVENTS });
  const replies = events.filter(({ entry }) => entry.type === 'bot_message' && entry.replyTo === received.seq);
  return {
    conversation: received.conversation.id,
    token,
    seq: received.seq,
    state: current?.state ?? received.conversation.state,
    replies: replies.map(toWireEvent),
  };
}

function siteOf({ desk, publicUrl }: ReceiveMessageOptions, request: Request, wanted: string | undefined): Site {
  const all = desk.sites.list();
  const site = wanted === undefined ? (all.length === 1 ? all[0] : undefined) : desk.sites.get(wanted);
  if (wanted === undefined && all.length > 1) throw new WireFault('bad_request', 'site: several are served; name one');
  const origin = originOf(request);
  const foreign = origin !== null && !isOwnOrigin(origin, request, publicUrl);
  if (site === undefined || site === null || (foreign && !siteAdmits(site, origin))) {
    throw new WireFault('not_found', 'no such site');
  }
  return site;
}

async function sessionOf({ desk }: ReceiveMessageOptions, site: Site, body: ReceiveMessage) {
  const known = body.token === undefined ? null : hashToken(body.token);
  // A token that is wrong is an error here: a program would otherwise lose its conversation without a word.
  const found = known === null ? null : await desk.store.findVisitorByToken(site.id, known);
  if (known !== null && found === null) throw new WireFault('unauthorized', 'no such session');
  if (body.conversation !== undefined) {
    const conversation = found && (await desk.store.findConversationOfVisitor(site.id, found.key));
    if (conversation?.id !== body.conversation) throw new DeskError('not_found', 'no such conversation');
  }
  const facts = {
    locale: body.locale ?? found?.locale ?? site.defaultLocale,
    timeZone: null,
    page: null,
    referrer: null,
    consent: body.consent ?? null,
    identity: null,
  };
  const { visitor, newToken } = await visit(desk, site, facts, known, () => {
    const token = desk.ids.token();
    return { token, hash: hashToken(token) };
  });
  return { visitor, token: newToken ?? body.token ?? '' };
}

function allowOrigin(response: { setHeader(name: string, value: string): unknown }, origin: string | null): void {
  response.setHeader('Vary', 'Origin');
  if (origin !== null) response.setHeader('Access-Control-Allow-Origin', origin);
}
