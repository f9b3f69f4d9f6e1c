import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/** JSON Schemas (2020-12, as OpenAPI 3.1 has them) of zod's; those with an id go into the components, once each. */
export class JsonSchemas {
  /** By the name of the component. */
  readonly components: Record<string, JsonSchema> = {};

  /** What may be sent. */
  input(schema: z.ZodType): JsonSchema {
    return this.#make(schema, 'input');
  }

  /** What is answered: nothing besides. */
  output(schema: z.ZodType): JsonSchema {
    return this.#make(schema, 'output');
  }

  #make(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const made = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' }) as JsonSchema;
    const { $schema: _schema, $defs, ...rest } = made;
    for (const [name, each] of Object.entries(($defs ?? {}) as Record<string, JsonSchema>)) {
      this.components[name] = moved(each) as JsonSchema;
    }
    const { id, ...plain } = moved(rest) as JsonSchema;
    if (typeof id !== 'string') return plain;
    this.components[id] = plain;
    return { $ref: `#/components/schemas/${id}` };
  }
}

/** References lead into the components, and ids stand there as names. */
function moved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moved);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === '$ref' && typeof each === 'string' ? each.replace('#/$defs/', '#/components/schemas/') : moved(each),
    ]),
  );
}
