import type { RequestHandler } from 'express';
import { isOwnOrigin, originOf } from '../realtime/origins.ts';
import { WireFault } from '../realtime/wire-error.ts';

/**
 * For everything that acts by the session cookie: a POST must come from our own page. Besides `SameSite=Strict`, a
 * header that no form and no foreign script can send without a preflight, and the origin itself.
 */
export function requireOwnPage(publicUrl: string | null): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'GET') return next();
    const origin = originOf(request);
    const own = origin === null || isOwnOrigin(origin, request, publicUrl);
    if (!own || request.headers['x-solodesk'] === undefined) {
      throw new WireFault('refused', 'this must come from the console itself');
    }
    next();
  };
}
