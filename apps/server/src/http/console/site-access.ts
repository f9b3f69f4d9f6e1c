import type { Site, Sites, Store } from '@solodesk/core';
import type { Request } from 'express';
import type { Sessions } from '../../auth/sessions.ts';
import { WireFault } from '../../realtime/wire-error.ts';

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

/** As `ownSite`, with who asks. */
export async function ownDesk(access: SiteAccess, request: Request): Promise<{ site: Site; account: number }> {
  const account = await signedIn(access, request);
  return { site: await siteOf(access, request, account), account };
}

/** The site that the address names (`:site`). @throws WireFault `not_found` for a foreign one: as if it did not exist */
export async function ownSite(access: SiteAccess, request: Request): Promise<Site> {
  return siteOf(access, request, await signedIn(access, request));
}

async function siteOf(access: SiteAccess, request: Request, account: number): Promise<Site> {
  const id = String(request.params.site);
  const site = access.registry.get(id);
  if (site === null || !(await access.store.isMember(account, id))) throw new WireFault('not_found', 'no such site');
  return site;
}
