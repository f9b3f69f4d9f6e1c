import { DeskError } from '@solodesk/core';
import type { Site } from '@solodesk/core';
import { receiveVisitorMessage, visit } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import { receiveMessageSchema, timeOrderedId } from '@solodesk/protocol';
import type { ReceiveMessage, ReceiveMessageAnswer } from '@solodesk/protocol';
import { Router } from 'express';
import type { Request, RequestHandler } from 'express';
import type { Intake } from '../intake.ts';
import { addressKey } from '../realtime/address-key.ts';
import { badRequest } from '../realtime/door.ts';
import type { Limits } from '../realtime/limits.ts';
import { toWireEvent } from '../realtime/wire-mapping.ts';
import { WireFault } from '../realtime/wire-error.ts';
import { wellFormedBody } from '../realtime/well-formed.ts';
import { hashToken } from '../system.ts';
import { sentFiles } from '../files/sent-files.ts';
import { actionOutcome } from './action-outcome.ts';
import { openDoor, siteOf } from './open-door.ts';

export interface ReceiveMessageOptions {
  desk: Desk;
  limits: Limits;
  publicUrl: string | null;
  intake: Intake;
  /** Parses a body, within the limit of a packet. */
  json: RequestHandler;
}

const PATH = '/api/receive_message';
/** How far behind a message its answer can lie, when others were sent in the meantime. */
const REPLY_EVENTS = 100;

/** `POST /api/receive_message`: the same door, origins and limits as the widget's, for those who build their own front end. */
export function receiveMessageRoute(options: ReceiveMessageOptions): Router {
  const door = openDoor(options, PATH, ['Content-Type']);
  const router = Router();
  router.use(door.preflight);
  router.post(PATH, door.enter, options.json, async (request, response) => {
    response.json(await options.intake.during(() => receive(options, request)));
  });
  return router;
}

async function receive(options: ReceiveMessageOptions, request: Request): Promise<ReceiveMessageAnswer> {
  const { desk, limits } = options;
  const parsed = receiveMessageSchema.safeParse(request.body);
  if (!parsed.success) throw badRequest(parsed.error);
  const body = wellFormedBody(parsed.data);
  const site = siteOf(options, request, body.site);
  // Who comes without a token is limited by address, before anything is written for them.
  const address = addressKey(request.ip);
  limits.mustPass('message', { address, site: site.id }, desk.clock.now());

  const { visitor, token } = await sessionOf(options, site, body);
  limits.mustPass('message', { person: visitor.key }, desk.clock.now());

  const clientId = body.clientId ?? timeOrderedId(desk.ids.uuid(), desk.clock.now());
  const received = await receiveVisitorMessage(desk, visitor, {
    ...{ text: body.message ?? '', clientId },
    ...(body.attachments !== undefined && {
      attachments: await sentFiles(desk, visitor, 'visitor', clientId, body.attachments),
    }),
  });
  await actionOutcome(desk, received.conversation);
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
