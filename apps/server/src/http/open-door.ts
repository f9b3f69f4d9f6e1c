import type { Site } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';
import type { Request, RequestHandler } from 'express';
import { Router } from 'express';
import { isOwnOrigin, originOf, siteAdmits } from '../realtime/origins.ts';
import { WireFault } from '../realtime/wire-error.ts';

export interface OpenDoorOptions {
  desk: Pick<Desk, 'sites'>;
  publicUrl: string | null;
}

/** A POST of visitors that pages of the sites' own origins may make, and programs, which send none. */
export interface OpenDoor {
  /** Answers the question that a browser asks before. */
  readonly preflight: Router;
  /** Before the body is looked at: a front end of another origin has to be able to read what is wrong with it. */
  readonly enter: RequestHandler;
}

/** @param headers which the page may send, such as `Content-Type` */
export function openDoor({ desk, publicUrl }: OpenDoorOptions, path: string, headers: readonly string[]): OpenDoor {
  const admit = (request: Request): string | null => {
    const origin = originOf(request);
    if (origin === null || isOwnOrigin(origin, request, publicUrl)) return null;
    if (!desk.sites.list().some((site) => siteAdmits(site, origin))) throw new WireFault('not_found', 'no such site');
    return origin;
  };
  const preflight = Router();
  preflight.options(path, (request, response) => {
    allowOrigin(response, admit(request));
    response.setHeader('Access-Control-Allow-Methods', 'POST');
    response.setHeader('Access-Control-Allow-Headers', headers.join(', '));
    response.setHeader('Access-Control-Max-Age', '600');
    response.status(204).end();
  });
  return {
    preflight,
    enter(request, response, next) {
      allowOrigin(response, admit(request));
      response.setHeader('Cache-Control', 'no-store');
      next();
    },
  };
}

/**
 * The site that is meant; the only one where none is named.
 * @throws WireFault `bad_request` where several could be meant, `not_found` for none, and for one that does not admit the page
 */
export function siteOf({ desk, publicUrl }: OpenDoorOptions, request: Request, wanted: string | undefined): Site {
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

function allowOrigin(response: { setHeader(name: string, value: string): unknown }, origin: string | null): void {
  response.setHeader('Vary', 'Origin');
  if (origin !== null) response.setHeader('Access-Control-Allow-Origin', origin);
}
