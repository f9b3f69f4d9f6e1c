import type { IncomingMessage } from 'node:http';
import type { Site } from '@solodesk/core';

/** The web origin that a request says it comes from; null for programs, and for a browser's own-origin GETs. */
export function originOf(request: IncomingMessage): string | null {
  const { origin } = request.headers;
  if (origin !== undefined) return origin;
  // A browser that leaves the header out still tells where the page is from.
  const from = request.headers['sec-fetch-site'];
  return from === undefined || from === 'same-origin' || from === 'none' ? null : String(from);
}

/** Whether an origin is the one that we are served under ourselves. */
export function isOwnOrigin(origin: string, request: IncomingMessage, publicUrl: string | null): boolean {
  if (origin === publicUrl) return true;
  const { host } = request.headers;
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}

/** Whether a site's own list admits an origin. */
export function siteAdmits(site: Site, origin: string): boolean {
  return site.origins.includes('*') || site.origins.includes(origin);
}
