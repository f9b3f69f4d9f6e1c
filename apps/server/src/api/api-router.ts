import type { ApiKey, Clock, Log, Site, Sites, Store } from '@solodesk/core';
import express, { Router } from 'express';
import type { Request, Response } from 'express';
import type { Intake } from '../intake.ts';
import { addressKey } from '../realtime/address-key.ts';
import type { Limits } from '../realtime/limits.ts';
import type { ApiKeys } from './api-keys.ts';
import type { ApiRoute } from './api-route.ts';
import { once } from './idempotency.ts';
import { Problem, answerProblems } from './problem.ts';

export interface ApiOptions {
  routes: readonly ApiRoute[];
  keys: ApiKeys;
  store: Store;
  sites: Pick<Sites, 'get'>;
  limits: Limits;
  clock: Clock;
  log: Log;
  intake: Intake;
}

/** A thousand orders with some lines each. */
const MOST_BYTES = '4mb';
const VISITOR_DOORS = ['/api/receive_message', '/api/receive_file'];
const PAGES = ['/api/openapi.json', '/api/docs', '/api/docs.css'];

/** Opens the routes of a table. Each is limited, needs a key of its scope, and may be repeated with an `Idempotency-Key`. */
export function apiRouter(options: ApiOptions): Router {
  const router = Router();
  const json = express.json({ limit: MOST_BYTES });
  for (const route of options.routes) {
    // Nobody's body is read before their key is known to be good.
    router[route.method](
      route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      async (request, response, next) => {
        response.locals['caller'] = await admit(options, route, request);
        next();
      },
      json,
      async (request, response) => {
        response.setHeader('Cache-Control', 'no-store');
        const caller = response.locals['caller'] as Caller;
        await options.intake.during(() => answer(options, route, request, response, caller));
      },
    );
  }
  router.use('/api', (request) => refuseStranger(options.routes, request));
  router.use('/api', answerProblems(options.log));
  return router;
}

/** What no route took: another method of one, or an address that there is not. */
function refuseStranger(routes: readonly ApiRoute[], request: Request): never {
  const path = request.baseUrl + request.path;
  const methods = VISITOR_DOORS.includes(path)
    ? ['POST', 'OPTIONS']
    : PAGES.includes(path)
      ? ['GET', 'HEAD']
      : methodsOf(routes, path);
  if (methods.length === 0) throw new Problem('not_found', 'no such address; /api/docs lists them');
  throw new Problem('wrong_method', `it takes ${methods.join(', ')}`, { allow: methods });
}

function methodsOf(routes: readonly ApiRoute[], path: string): string[] {
  const here = routes.filter((route) => patternOf(route.path).test(path)).map(({ method }) => method.toUpperCase());
  return [...new Set(here.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))];
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`, 'i');
}

interface Caller {
  key: ApiKey;
  site: Site;
}

/** All that is wrong with a key is told with the same words. */
async function admit(options: ApiOptions, route: ApiRoute, request: Request): Promise<Caller> {
  const { keys, sites, limits, clock } = options;
  const address = addressKey(request.ip);
  limits.mustPass('api', { address }, clock.now());
  const key = await keys.ofHeader(request.headers.authorization);
  const site = key === null ? null : sites.get(key.site);
  if (key === null || site === null) {
    limits.mustPass('wrongKey', { address }, clock.now());
    throw new Problem('unauthorized', 'send it as "Authorization: Bearer …"');
  }
  limits.mustPass('api', { person: `${key.site}/${key.id}` }, clock.now());
  if (!key.scopes.includes(route.scope)) throw new Problem('forbidden', `it needs the scope "${route.scope}"`);
  return { key, site };
}

async function answer(
  options: ApiOptions,
  route: ApiRoute,
  request: Request,
  response: Response,
  { key, site }: Caller,
): Promise<void> {
  if (route.body !== null && !request.is('json')) {
    throw new Problem('wrong_media_type', 'send a body of the type application/json');
  }
  const call = {
    ...{ site, key, body: request.body as unknown, query: request.query },
    params: request.params as Record<string, string>,
  };
  const said = { method: request.method, path: request.path, query: call.query, body: call.body };
  const header = request.method === 'GET' ? undefined : request.get('Idempotency-Key');
  const { status, body, repeated } = await once(options, key, header, said, () => route.run(call));
  if (repeated) response.setHeader('Idempotency-Replayed', 'true');
  if (body === '') return void response.status(status).end();
  response.status(status).type('application/json');
  response.send(route.reveal === undefined ? body : route.reveal(call, body));
}
