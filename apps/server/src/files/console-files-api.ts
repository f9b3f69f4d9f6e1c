import type { Upload } from '@solodesk/core';
import { Router } from 'express';
import type { Request } from 'express';
import { ownSite } from '../http/console/site-access.ts';
import type { SiteAccess } from '../http/console/site-access.ts';
import { WireFault } from '../realtime/wire-error.ts';
import { sendFile } from './send-file.ts';
import { takeUpload } from './take-upload.ts';
import type { UploadParts } from './take-upload.ts';

/** The console's door for files: of the sites that the session is a member of. */
export function consoleFilesApi(options: UploadParts & SiteAccess): Router {
  const { desk, files } = options;
  const router = Router();

  router.post('/files/:site/:conversation', async (request, response) => {
    const site = await ownSite(options, request);
    const row = await desk.store.findConversation(site.id, String(request.params.conversation));
    if (row === null) throw new WireFault('not_found', 'no such conversation');
    const to = { site: site.id, conversationKey: row.conversation.key, from: 'owner' } as const;
    await takeUpload(options, to, request, response);
  });

  router.get(['/files/:site/:id', '/files/:site/:id/preview'], async (request, response) => {
    const { site, upload } = await fileOf(options, request);
    const preview = request.path.endsWith('/preview');
    await sendFile(files, site, upload, response, { preview, download: request.query.download !== undefined });
  });

  router.delete('/files/:site/:id', async (request, response) => {
    const { site, upload } = await fileOf(options, request);
    if (upload.from !== 'owner' || !(await desk.store.dropUnsent(site, upload.id))) {
      throw new WireFault('not_found', 'no such file');
    }
    await files.remove(site, upload.conversationKey, upload.id);
    response.status(204).end();
  });
  return router;
}

/** @throws WireFault `not_found` where there is none, it is another site's, or a visitor has not sent it: all alike */
async function fileOf(options: UploadParts & SiteAccess, request: Request): Promise<{ site: string; upload: Upload }> {
  const site = await ownSite(options, request);
  const upload = await options.desk.store.findUpload(site.id, String(request.params.id));
  if (upload === null || (upload.from === 'visitor' && upload.seq === null))
    throw new WireFault('not_found', 'no such file');
  return { site: site.id, upload };
}
