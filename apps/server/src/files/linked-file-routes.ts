import type { Site, Upload } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';
import type { Files } from '@solodesk/files';
import { Router, urlencoded } from 'express';
import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import type { HelpAssets } from '../help/help-assets.ts';
import { requireOwnPage } from '../http/own-page.ts';
import { sendTokenPage, tokenPage } from '../http/token-page.ts';
import { addressKey } from '../realtime/address-key.ts';
import type { Limits } from '../realtime/limits.ts';
import { WireFault } from '../realtime/wire-error.ts';
import { FILE_PATH } from './file-links.ts';
import type { FileLinks } from './file-links.ts';
import { sendFile } from './send-file.ts';

export interface LinkedFileRoutesOptions {
  desk: Desk;
  files: Pick<Files, 'pathOf'>;
  links: FileLinks;
  assets: HelpAssets;
  limits: Limits;
  publicUrl: string | null;
  json: RequestHandler;
}

const schema = z.object({ token: z.string().min(1).max(2_000) });

/** What the page behind the link shows before anything is fetched. */
export interface LinkedFileView {
  site: { id: string; name: string };
  name: string;
  bytes: number;
  /** UTC milliseconds. */
  until: number;
  locale: 'en' | 'zh';
}

/**
 * The page behind a mail's link to a file that was too large for it. The token comes in a POST's body, which no log sees; the file is only
 * ever downloaded.
 */
export function linkedFileRoutes(options: LinkedFileRoutesOptions): Router {
  const { desk, files, links, assets, limits, publicUrl, json } = options;
  const router = Router();
  const page = tokenPage(assets, { title: 'Solodesk', script: 'file.js' });

  /** Null for a link that is none or too old, or whose file is gone: all alike. @throws WireFault `rate_limited` */
  const linked = async (request: Request): Promise<{ site: Site; upload: Upload; until: number } | null> => {
    limits.mustPass('light', { address: addressKey(request.ip) }, desk.clock.now());
    const parsed = schema.safeParse(request.body);
    const link = parsed.success ? links.read(parsed.data.token, desk.clock.now()) : null;
    const site = link === null ? null : desk.sites.get(link.site);
    if (link === null || site === null) return null;
    const upload = await desk.store.findUpload(site.id, link.file);
    return upload === null || upload.seq === null ? null : { site, upload, until: link.until };
  };

  router.get(FILE_PATH, (_request, response) => sendTokenPage(response, page, { 'form-action': ["'self'"] }));

  router.post('/api/file/show', json, requireOwnPage(publicUrl), async (request, response) => {
    const found = await linked(request);
    if (found === null) throw new WireFault('not_found', 'this link does not work any more');
    const { site, upload, until } = found;
    const [row] = await desk.store.rows(site.id, [upload.conversationKey]);
    const view: LinkedFileView = {
      ...{ site: { id: site.id, name: site.name }, name: upload.name, bytes: upload.bytes, until },
      locale: row?.conversation.locale ?? site.defaultLocale,
    };
    response.setHeader('Cache-Control', 'no-store');
    response.json(view);
  });

  // From a form, so that a phone saves it as any other download. The token is all that it needs: no cookie speaks here.
  router.post('/api/file/get', urlencoded({ extended: false, limit: 4_000 }), async (request, response) => {
    const found = await linked(request);
    // Back to the page, which says that the link does not work any more.
    if (found === null) return response.redirect(303, FILE_PATH);
    await sendFile(files, found.site.id, found.upload, response, { download: true });
  });
  return router;
}
