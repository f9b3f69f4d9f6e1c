import type { Site, Sites, Store } from '@solodesk/core';
import type { Request } from 'express';
import type { Sessions } from '../auth/sessions.ts';
import { WireFault } from '../realtime/wire-error.ts';

export interface SiteAccess {
  store: Pick<Store, 'isMember'>;
  sessions: Sessions;
  registry: Pick<Sites, 'get'>;
}

/** The account behind a request. @throws WireFault `unauthorized` */
export async function signedIn({ sessions }: Pick<SiteAccess, 'sessions'>, request: Request): Promise<number> {
  const session = await sessions.ofCookie(request.headers.cookie);
  if (session === null) throw new WireFault('unauthorized', 'not signed in');
  return session.accountKey;
}

/** The site that the address names (`:site`). @throws WireFault `not_found` for a foreign one: as if it did not exist */
export async function ownSite(access: SiteAccess, request: Request): Promise<Site> {
  const account = await signedIn(access, request);
  const id = String(request.params.site);
  const site = access.registry.get(id);
  if (site === null || !(await access.store.isMember(account, id))) throw new WireFault('not_found', 'no such site');
  return site;
}
