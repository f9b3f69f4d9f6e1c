import type { z } from 'zod';
import type { JsonPath } from '../json-document.ts';

/** What zod keeps of a schema, as far as the way to a place in it needs it. */
interface Definition {
  type: string;
  shape?: Readonly<Record<string, z.core.$ZodType>>;
  element?: z.core.$ZodType;
  valueType?: z.core.$ZodType;
  innerType?: z.core.$ZodType;
  in?: z.core.$ZodType;
  options?: readonly z.core.$ZodType[];
  getter?: () => z.core.$ZodType;
}

/** The names that may stand in the group under `path`, of all that a schema allows there. */
export function keysAt(schema: z.core.$ZodType, path: JsonPath): string[] {
  const found = path.reduce<z.core.$ZodType[]>(
    (schemas, part) => schemas.flatMap((one) => inside(one, part)),
    [schema],
  );
  return [...new Set(found.flatMap((one) => groups(one)).flatMap((shape) => Object.keys(shape)))];
}

function definitionOf(schema: z.core.$ZodType): Definition {
  return schema._zod.def as unknown as Definition;
}

/** What a schema stands for without what is wrapped around it (optional, default, refinements); a union's branches. */
function bare(schema: z.core.$ZodType): Definition[] {
  const definition = definitionOf(schema);
  const { innerType, in: piped, options, getter } = definition;
  const within = options ?? [getter?.() ?? innerType ?? piped].filter((one) => one !== undefined);
  return within.length > 0 ? within.flatMap((one) => bare(one)) : [definition];
}

function groups(schema: z.core.$ZodType): Readonly<Record<string, z.core.$ZodType>>[] {
  return bare(schema).flatMap(({ shape }) => (shape === undefined ? [] : [shape]));
}

function inside(schema: z.core.$ZodType, part: string | number): z.core.$ZodType[] {
  return bare(schema).flatMap(({ shape, element, valueType }) => {
    const found = typeof part === 'number' ? element : (shape?.[part] ?? valueType);
    return found === undefined ? [] : [found];
  });
}
