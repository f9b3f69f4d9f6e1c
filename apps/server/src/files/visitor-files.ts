import { DeskError } from '@solodesk/core';
import type { Upload, Visitor } from '@solodesk/core';
import { Router } from 'express';
import type { Request } from 'express';
import { addressKey } from '../realtime/address-key.ts';
import type { Limits } from '../realtime/limits.ts';
import { isOwnOrigin, originOf } from '../realtime/origins.ts';
import { WireFault } from '../realtime/wire-error.ts';
import { hashToken } from '../system.ts';
import { sendFile } from './send-file.ts';
import { takeUpload } from './take-upload.ts';
import type { UploadParts } from './take-upload.ts';

export interface VisitorFilesOptions extends UploadParts {
  limits: Limits;
  publicUrl: string | null;
}

/** The widget's door for files: `Authorization: Bearer` with the session's token, from the frame, which is of our own origin. */
export function visitorFiles(options: VisitorFilesOptions): Router {
  const { desk, files, limits } = options;
  const router = Router();

  router.use('/files/:site', (request, response, next) => {
    const origin = originOf(request);
    if (origin !== null && !isOwnOrigin(origin, request, options.publicUrl))
      throw new WireFault('not_found', 'no such file');
    response.setHeader('Cache-Control', 'no-store');
    next();
  });

  router.post('/files/:site', async (request, response) => {
    const visitor = await visitorOf(options, request);
    if (visitor.blocked !== 'no') throw new DeskError('refused', 'the visitor is blocked');
    const { site, key } = visitor;
    const sender = { person: key, address: addressKey(request.ip), site };
    limits.mustPass('upload', sender, desk.clock.now());
    await takeUpload(options, { site, conversationKey: key, from: 'visitor' }, request, response);
  });

  router.get(['/files/:site/:id', '/files/:site/:id/preview'], async (request, response) => {
    const { site, upload } = await ownFile(options, request);
    await sendFile(files, site, upload, response, { preview: request.path.endsWith('/preview') });
  });

  router.delete('/files/:site/:id', async (request, response) => {
    const { site, upload } = await ownFile(options, request);
    if (upload.from !== 'visitor' || !(await desk.store.dropUnsent(site, upload.id))) throw missing();
    await files.remove(site, upload.conversationKey, upload.id);
    response.status(204).end();
  });
  return router;
}

const missing = () => new WireFault('not_found', 'no such file');

/** @throws WireFault `unauthorized` */
async function visitorOf({ desk }: VisitorFilesOptions, request: Request): Promise<Visitor> {
  const [, token] = /^Bearer ([\w-]{1,200})$/.exec(request.headers.authorization ?? '') ?? [];
  const site = desk.sites.get(String(request.params.site));
  const visitor =
    token === undefined || site === null ? null : await desk.store.findVisitorByToken(site.id, hashToken(token));
  if (visitor === null) throw new WireFault('unauthorized', 'no such session');
  return visitor;
}

/** @throws WireFault `not_found` where there is none, or it is somebody else's: as if it did not exist */
async function ownFile(options: VisitorFilesOptions, request: Request): Promise<{ site: string; upload: Upload }> {
  const visitor = await visitorOf(options, request);
  options.limits.mustPass('light', { person: visitor.key }, options.desk.clock.now());
  const upload = await options.desk.store.findUpload(visitor.site, String(request.params.id));
  // What the owner has chosen and not sent is nobody's yet.
  const shown = upload !== null && (upload.from === 'visitor' || upload.seq !== null);
  if (!shown || upload.conversationKey !== visitor.key) throw missing();
  return { site: visitor.site, upload };
}
