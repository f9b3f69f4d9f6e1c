import { basename, dirname } from 'node:path';
import { isPicture } from '@solodesk/core';
import type { Upload } from '@solodesk/core';
import type { Files } from '@solodesk/files';
import type { Response } from 'express';
import { contentPolicy } from '../http/security-headers.ts';
import { codeOf } from './error-code.ts';
import { WireFault } from '../realtime/wire-error.ts';

/**
 * Sends what is in a file. A picture may be shown, as it was drawn anew here; everything else is a download whatever it is opened with,
 * and whatever is opened runs nothing.
 * @throws WireFault `not_found` where its content is gone
 */
export async function sendFile(
  files: Pick<Files, 'pathOf'>,
  site: string,
  upload: Upload,
  response: Response,
  { preview = false, download = false } = {},
): Promise<void> {
  const { id, conversationKey, name, type } = upload;
  const small = preview && isPicture(upload);
  const path = files.pathOf(site, conversationKey, id, small);
  contentPolicy(response, { sandbox: [], 'frame-ancestors': ["'none'"] });
  response.setHeader('Content-Type', small ? 'image/webp' : type.startsWith('text/') ? `${type}; charset=utf-8` : type);
  response.setHeader(
    'Content-Disposition',
    disposition(isPicture(upload) && !download ? 'inline' : 'attachment', name),
  );
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  // Asked again each time, so that what was erased is not shown from anybody's cache.
  response.setHeader('Cache-Control', 'private, no-cache');
  const options = { root: dirname(path), dotfiles: 'allow', cacheControl: false } as const;
  await new Promise<void>((resolve, reject) => {
    response.sendFile(basename(path), options, (cause: unknown) => {
      if (cause === undefined || cause === null || response.headersSent) return resolve();
      for (const header of ['Content-Disposition', 'Content-Type']) response.removeHeader(header);
      reject(codeOf(cause) === 'ENOENT' ? new WireFault('not_found', 'no such file') : cause);
    });
  });
}

/** RFC 6266, with the name for browsers of today (RFC 8187) and plain for others. */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^ -~]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
