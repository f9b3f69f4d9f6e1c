import type { JsonSchema, JsonSchemas } from '../json-schemas.ts';

/** Values of well-known fields, so that an example reads like something that was answered. */
const USUAL: Readonly<Record<string, unknown>> = {
  name: 'SHOP-T17',
  number: 17,
  subject: 'The lid is cracked',
  category: 'returns',
  email: 'ada@example.com',
  phone: '+4930123456',
  currency: 'EUR',
  customer: 'C-7',
  priority: 55,
  level: 'high',
  total: 9980,
  price: 4990,
  seq: 1,
  stock: 12,
  url: 'https://shop.example/shirt-1',
  service: 'first-visit',
  missing: [],
  event: 'ticket.created',
  events: ['ticket.created', 'handoff'],
  survey: 'satisfaction',
  word: 'Quick and kind.',
  reason: 'it answered 500',
  failure: '71',
  attempts: 20,
  score: 9,
  text: 'Two to four days.',
  resource: 'room-1',
  secret: 'whsec_…',
  id: '7c0f9a52',
  status: undefined,
};
const AT = '2026-11-27T10:00:00.000Z';

/** An answer of a shape: the first choice of everything, arrays of one. */
export function exampleOf(schema: JsonSchema, schemas: JsonSchemas, name = ''): unknown {
  const ref = schema['$ref'];
  if (typeof ref === 'string') return exampleOf(schemas.components[ref.split('/').at(-1) ?? ''] ?? {}, schemas, name);
  const { type, format, items, anyOf, properties } = schema as {
    type?: string;
    format?: string;
    items?: JsonSchema;
    anyOf?: JsonSchema[];
    properties?: Record<string, JsonSchema>;
  };
  const choices = schema['enum'] as readonly unknown[] | undefined;
  if (choices !== undefined) return choices.includes(USUAL[name]) ? USUAL[name] : choices[0];
  const [first] = anyOf ?? [];
  if (first !== undefined) return name === 'next' ? null : exampleOf(first, schemas, name);
  if (properties !== undefined) {
    return Object.fromEntries(Object.entries(properties).map(([key, each]) => [key, exampleOf(each, schemas, key)]));
  }
  const usual = USUAL[name];
  if (usual !== undefined && fits(usual, type)) return usual;
  if (type === 'array') return items === undefined ? [] : [exampleOf(items, schemas)];
  if (format === 'date-time') return AT;
  if (format === 'uuid') return '7c0f9a52-3c58-4d5b-9d0e-5a1f6a3f2b11';
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'boolean') return false;
  return '…';
}

function fits(value: unknown, type: string | undefined): boolean {
  if (type === 'integer' || type === 'number') return typeof value === 'number';
  return type === 'array' ? Array.isArray(value) : typeof value === type;
}
