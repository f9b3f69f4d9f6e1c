import { z } from 'zod';
import type { ApiRoute } from './api-route.ts';
import { JsonSchemas } from './json-schemas.ts';
import type { JsonSchema } from './json-schemas.ts';
import { visitorPaths } from './open-api-visitor.ts';
import { PROBLEMS, problemType } from './problem.ts';
import type { ProblemKind } from './problem.ts';

const KINDS = Object.keys(PROBLEMS) as ProblemKind[];
const EVERYWHERE: readonly ProblemKind[] = ['unauthorized', 'forbidden', 'rate_limited', 'internal', 'unavailable'];
const WITH_BODY: readonly ProblemKind[] = ['malformed', 'too_large', 'wrong_media_type', 'invalid'];
const REPEATABLE: readonly ProblemKind[] = ['malformed', 'conflict', 'key_reused'];

const problemSchema = z
  .object({
    type: z.enum(KINDS.map(problemType)),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z
      .array(
        z.object({
          in: z.enum(['body', 'query', 'path']),
          pointer: z.string().meta({ description: 'Where in the body (RFC 6901).' }),
          field: z.string(),
          reason: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'What is wrong (RFC 9457).' });

/** What can go wrong with a route, in the order of the list of kinds. */
export function problemsOf(route: ApiRoute): ProblemKind[] {
  const all = new Set<ProblemKind>([...EVERYWHERE, ...route.problems]);
  if (route.body !== null) for (const kind of WITH_BODY) all.add(kind);
  if (route.method !== 'get') for (const kind of REPEATABLE) all.add(kind);
  // A question that is not known is told, even where none is.
  all.add('invalid');
  return KINDS.filter((kind) => all.has(kind));
}

/** The document of the API (OpenAPI 3.1), made of the table from which its routes are opened. */
export function openApiDocument(routes: readonly ApiRoute[], publicUrl: string): object {
  const schemas = new JsonSchemas();
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operation(route, schemas);
  Object.assign(paths, visitorPaths(schemas));
  const problem = schemas.output(problemSchema);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Solodesk',
      version: '1.0.0',
      description:
        'Tickets, customers, orders, products, appointments, conversations and webhooks of one site. Each key is good for its site and its scopes. Moments are ISO 8601, amounts whole numbers of minor units with their ISO 4217 currency. What belongs to another site is answered like what does not exist.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    security: [{ key: [] }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key of the site, made in the console under Settings.' },
        visitor: { type: 'http', scheme: 'bearer', description: 'The token that receiveMessage has answered.' },
      },
      responses: problemResponses(problem),
      schemas: schemas.components,
    },
  };
}

function operation(route: ApiRoute, schemas: JsonSchemas): object {
  const { id, tag, scope, title, about, body, answers, method } = route;
  const repeatable = method !== 'get';
  const problems = new Set(problemsOf(route).map((kind) => String(PROBLEMS[kind][0])));
  return {
    operationId: id,
    tags: [tag],
    summary: title.en,
    description: about.en,
    security: [{ key: [scope] }],
    parameters: [
      ...parameters('path', route.params, schemas),
      ...parameters('query', route.query, schemas),
      ...(repeatable ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(body !== null && {
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: bodySchema(schemas.input(body.schema), body.many), example: body.example },
        },
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, { about: said, schema }]) => [
          status,
          {
            description: said.en,
            ...(repeatable && { headers: { 'Idempotency-Replayed': REPLAYED } }),
            ...(schema !== null && { content: { 'application/json': { schema: schemas.output(schema) } } }),
          },
        ]),
      ),
      ...Object.fromEntries(
        [...problems].map((status) => [status, { $ref: `#/components/responses/${nameOf(status)}` }]),
      ),
    },
  };
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'A new one for each request: a repeat within 24 hours gets the first answer again.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};
const REPLAYED = { description: '`true` where this is the answer of an earlier request.', schema: { const: 'true' } };

function bodySchema(item: JsonSchema, many: number): JsonSchema {
  if (many === 0) return item;
  return { anyOf: [item, { type: 'array', items: item, maxItems: many }] };
}

export interface Parameter {
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** The fields of a path or a query, each with its schema. */
export function fieldsOf(schema: z.ZodType, schemas: JsonSchemas): Parameter[] {
  const { properties, required } = schemas.input(schema) as {
    properties: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, each]) => ({
    ...{ name, schema: each },
    required: required?.includes(name) ?? false,
  }));
}

function parameters(where: 'path' | 'query', schema: z.ZodType, schemas: JsonSchemas): object[] {
  return fieldsOf(schema, schemas).map(({ name, required, schema: { description, ...rest } }) => ({
    ...{ name, in: where, required: where === 'path' || required },
    ...(description !== undefined && { description }),
    schema: rest,
  }));
}

function problemResponses(schema: JsonSchema): object {
  const statuses = [...new Set(KINDS.map((kind) => PROBLEMS[kind][0]))];
  return Object.fromEntries(
    statuses.map((status) => {
      const titles = KINDS.map((kind) => PROBLEMS[kind]).filter(([each]) => each === status);
      return [
        nameOf(String(status)),
        {
          description: titles.map(([, title]) => title).join('; or: '),
          ...(status === 429 && {
            headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } },
          }),
          content: { 'application/problem+json': { schema } },
        },
      ];
    }),
  );
}

function nameOf(status: string): string {
  return `Problem${status}`;
}
