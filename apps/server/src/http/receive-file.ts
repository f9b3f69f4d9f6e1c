import { DeskError } from '@solodesk/core';
import { Router } from 'express';
import { NAME_HEADER, takeUpload } from '../files/take-upload.ts';
import type { UploadParts } from '../files/take-upload.ts';
import { addressKey } from '../realtime/address-key.ts';
import type { Limits } from '../realtime/limits.ts';
import { WireFault } from '../realtime/wire-error.ts';
import { hashToken } from '../system.ts';
import { openDoor, siteOf } from './open-door.ts';

export interface ReceiveFileOptions extends UploadParts {
  limits: Limits;
  publicUrl: string | null;
}

const PATH = '/api/receive_file';

/**
 * `POST /api/receive_file`: brings in a file that `receive_message` names afterwards, by the checks and limits of the widget's. The body is the
 * file and nothing else; `Authorization: Bearer` holds the token that `receive_message` has answered, and `X-File-Name` its name, percent-encoded.
 */
export function receiveFileRoute(options: ReceiveFileOptions): Router {
  const { desk, limits } = options;
  const door = openDoor(options, PATH, ['Authorization', 'Content-Type', NAME_HEADER]);
  const router = Router();
  router.use(door.preflight);
  router.post(PATH, door.enter, async (request, response) => {
    const { site: wanted } = request.query;
    const site = siteOf(options, request, typeof wanted === 'string' ? wanted : undefined);
    const [, token] = /^Bearer ([\w-]{1,200})$/.exec(request.headers.authorization ?? '') ?? [];
    const visitor = token === undefined ? null : await desk.store.findVisitorByToken(site.id, hashToken(token));
    if (visitor === null) throw new WireFault('unauthorized', 'no such session');
    if (visitor.blocked !== 'no') throw new DeskError('refused', 'the visitor is blocked');
    limits.mustPass(
      'upload',
      { person: visitor.key, address: addressKey(request.ip), site: site.id },
      desk.clock.now(),
    );
    await takeUpload(options, { site: site.id, conversationKey: visitor.key, from: 'visitor' }, request, response);
  });
  return router;
}
