import type { ApiKey, ApiScope, Site } from '@solodesk/core';
import type { z } from 'zod';
import type { ProblemKind } from './problem.ts';
import { readPart } from './read-part.ts';

/** A text for people, in each language of the documentation. */
export interface Told {
  readonly en: string;
  readonly zh: string;
}

/** What a route is asked, behind the door: the key was checked, the body is JSON. */
export interface ApiCall {
  readonly site: Site;
  readonly key: ApiKey;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

export interface ApiAnswer {
  readonly status: number;
  /** Null with 204 only. */
  readonly body: object | null;
}

export type ApiTag =
  | 'tickets'
  | 'customers'
  | 'orders'
  | 'products'
  | 'appointments'
  | 'conversations'
  | 'surveys'
  | 'recommendations'
  | 'insights'
  | 'feedback'
  | 'webhooks';

export interface ApiBody {
  /** Shape of one item. */
  readonly schema: z.ZodType;
  /** Most items of an array; 0 where the body is one object only. */
  readonly many: number;
  readonly example: unknown;
}

/** One row of the table from which the routes are opened and described. */
export interface ApiRoute {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** As in OpenAPI: `/api/orders/{number}`. */
  readonly path: string;
  /** Unique; the name by which generated clients call it. */
  readonly id: string;
  readonly tag: ApiTag;
  readonly scope: ApiScope;
  readonly title: Told;
  readonly about: Told;
  /** Each part of the path with what it may be; what does not fit is not found. */
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: ApiBody | null;
  /** Shapes of the answers by status; null: no content. */
  readonly answers: Readonly<Record<number, { readonly about: Told; readonly schema: z.ZodType | null }>>;
  /** What can be wrong besides what can be wrong with every request. */
  readonly problems: readonly ProblemKind[];
  readonly run: (call: ApiCall) => Promise<ApiAnswer>;
  /** Adds to an answer what must not be kept for repeats of its request. */
  readonly reveal?: (call: ApiCall, body: string) => string;
}

type Spec<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> = Omit<
  ApiRoute,
  'params' | 'query' | 'body' | 'run' | 'problems'
> & {
  params: P;
  query: Q;
  body: { schema: B; example: unknown } | null;
  problems?: readonly ProblemKind[];
  run(
    call: Pick<ApiCall, 'site' | 'key'> & { params: z.output<P>; query: z.output<Q>; body: z.output<B> },
  ): Promise<ApiAnswer>;
};

/** A route whose parts are read by their schemas before it runs. */
export function apiRoute<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  spec: Spec<P, Q, B>,
): ApiRoute {
  const { params, query, body, problems = [], run, ...rest } = spec;
  return {
    ...{ ...rest, params, query, problems },
    body: body && { ...body, many: 0 },
    run: async (call) =>
      run({
        ...{ site: call.site, key: call.key },
        params: readPart('path', params, call.params),
        query: readPart('query', query, call.query),
        // Without a schema there is no body to speak of, and nobody looks at it.
        body: (body === null ? undefined : readPart('body', body.schema, call.body)) as z.output<B>,
      }),
  };
}
