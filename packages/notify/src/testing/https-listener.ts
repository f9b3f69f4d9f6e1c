import { createServer } from 'node:https';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LOCALHOST } from './localhost-certificate.ts';

export interface HeardRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

type Answer = (request: HeardRequest, response: ServerResponse) => void;

/** A real HTTPS server on this machine that keeps what it hears. */
export class HttpsListener {
  readonly heard: HeardRequest[] = [];
  /** How the next requests are answered; 200 when it runs out. */
  readonly answers: Answer[] = [];
  readonly #server = createServer(LOCALHOST, (request, response) => void this.#hear(request, response));
  #port = 0;

  static async start(port = 0): Promise<HttpsListener> {
    const listener = new HttpsListener();
    await new Promise<void>((resolve) => listener.#server.listen(port, '127.0.0.1', resolve));
    listener.#port = (listener.#server.address() as AddressInfo).port;
    return listener;
  }

  get port(): number {
    return this.#port;
  }

  get origin(): string {
    return `https://localhost:${this.#port}`;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { method = '', url = '', headers } = request;
    const heard = { method, path: url, headers, body: Buffer.concat(chunks).toString() };
    this.heard.push(heard);
    (this.answers.shift() ?? ok)(heard, response);
  }
}

const ok: Answer = (_request, response) => void response.end('ok');

export function answerWith(status: number, headers: Record<string, string> = {}, body = ''): Answer {
  return (_request, response) => void response.writeHead(status, headers).end(body);
}
