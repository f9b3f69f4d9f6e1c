import type { Request, RequestHandler, Response } from 'express';

/** What every answer carries; pages add their own content policy. */
export function securityHeaders(https: boolean): RequestHandler {
  return (_request, response, next) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin');
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=()');
    if (https) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    next();
  };
}

/** Sources by directive; everything that is not named is forbidden. */
export function contentPolicy(response: Response, directives: Record<string, readonly string[]>): void {
  const all = { 'default-src': ["'none'"], 'base-uri': ["'none'"], 'form-action': ["'none'"], ...directives };
  const text = Object.entries(all).map(([name, sources]) => `${name} ${sources.join(' ')}`);
  response.setHeader('Content-Security-Policy', text.join('; '));
}

/** Older Safaris do not take `'self'` to cover WebSockets. */
export function webSocketOrigins(request: Request): string[] {
  const host = request.headers.host;
  return host !== undefined && /^[\w.:[\]-]+$/.test(host) ? [`ws://${host}`, `wss://${host}`] : [];
}
