import type { Ajv2020 as Ajv } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

interface Operation {
  operationId: string;
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: object }> }>;
}
export interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: object; responses: Operation['responses'] };
}

export interface Answer {
  status: number;
  headers: Headers;
  body: never;
}

/** Calls the API as another system would, and holds each answer to what the document says of it. */
export class ApiCaller {
  readonly document: Document;
  /** Operations with the statuses that they answered: `getTicket 200`. */
  readonly seen = new Set<string>();
  readonly #url: string;
  readonly #ajv: Ajv;

  private constructor(url: string, document: Document) {
    this.#url = url;
    this.document = document;
    this.#ajv = new Ajv2020({ strict: false, allErrors: true });
    formats.default(this.#ajv);
    this.#ajv.addSchema(document, 'document');
  }

  static async open(url: string): Promise<ApiCaller> {
    const response = await fetch(`${url}/api/openapi.json`);
    return new ApiCaller(url, (await response.json()) as Document);
  }

  /** @throws Error for an answer that the document does not know, or of another shape. */
  async call(
    request: string,
    { key, body, headers = {} }: { key: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer> {
    const [method = '', address = ''] = request.split(' ');
    const response = await fetch(`${this.#url}${address}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed: unknown = text === '' ? null : JSON.parse(text);
    this.#check(method.toLowerCase(), address.split('?')[0] ?? '', response, parsed);
    return { status: response.status, headers: response.headers, body: parsed as never };
  }

  #check(method: string, path: string, response: Response, body: unknown): void {
    const paths = Object.keys(this.document.paths).sort((a, b) => a.split('{').length - b.split('{').length);
    const template = paths.find(
      (each) =>
        this.document.paths[each]?.[method] && new RegExp(`^${each.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
    );
    if (template === undefined) return;
    const operation = this.document.paths[template]?.[method];
    if (operation === undefined) return;
    const said = operation.responses[response.status] ?? operation.responses['default'];
    if (said === undefined) throw new Error(`${operation.operationId}: ${response.status} is not in the document`);
    this.seen.add(`${operation.operationId} ${response.status}`);
    const name = said.$ref?.split('/').at(-1);
    const { content } = name === undefined ? said : (this.document.components.responses[name] ?? {});
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    if (content === undefined) {
      if (body !== null) throw new Error(`${operation.operationId}: has a body`);
      return;
    }
    const media = content[type];
    if (media === undefined) throw new Error(`${operation.operationId}: ${type} is not in the document`);
    const pointer = [
      ...(name === undefined
        ? [
            'paths',
            template,
            method,
            'responses',
            String(response.status in operation.responses ? response.status : 'default'),
          ]
        : ['components', 'responses', name]),
      ...['content', type, 'schema'],
    ];
    const ref = `document#/${pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
    const validate = this.#ajv.getSchema(ref) ?? this.#ajv.compile({ $ref: ref });
    if (!validate(body)) {
      throw new Error(`${operation.operationId}: ${this.#ajv.errorsText(validate.errors)} in ${JSON.stringify(body)}`);
    }
  }
}
