import type { ApiKey, ApiScope, Site } from '@solodesk/core';
import type { z } from 'zod';

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
  readonly body: object;
}

/** One row of the table from which the routes are opened and can be described. */
export interface ApiRoute {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As in OpenAPI: `/api/orders/{number}`. */
  readonly path: string;
  readonly scope: ApiScope;
  readonly summary: string;
  readonly description: string;
  /** Shape of one item of the body, for the document; null without a body. */
  readonly item: z.ZodType | null;
  /** Most items of an array; 0 where the body is one object only. */
  readonly many: number;
  /** Shapes of the answers by status, for the document. */
  readonly answers: Readonly<Record<number, { readonly description: string; readonly schema: z.ZodType }>>;
  readonly run: (call: ApiCall) => Promise<ApiAnswer>;
}
