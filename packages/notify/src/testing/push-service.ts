import { createECDH, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decryptPush } from './decrypt-push.ts';

/** A push service and the device behind it, on this machine: it decrypts what it is given. */
export class PushService {
  readonly messages: unknown[] = [];
  readonly requests: { path: string; headers: IncomingHttpHeaders }[] = [];
  /** What it answers to the next requests; 201 when this runs out. */
  readonly answers: { status: number; headers?: Record<string, string> }[] = [];
  readonly #device = createECDH('prime256v1');
  readonly #secret = randomBytes(16);
  readonly #server: Server;
  #port = 0;

  private constructor() {
    this.#device.generateKeys();
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        this.requests.push({ path: request.url ?? '', headers: request.headers });
        const answer = this.answers.shift() ?? { status: 201 };
        if (answer.status === 201) this.messages.push(this.#read(Buffer.concat(chunks)));
        response.writeHead(answer.status, answer.headers).end('a body of the service');
      });
    });
  }

  static async start(): Promise<PushService> {
    const service = new PushService();
    await new Promise<void>((resolve) => service.#server.listen(0, '127.0.0.1', resolve));
    service.#port = (service.#server.address() as AddressInfo).port;
    return service;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** What a browser would hand to the page that subscribes. */
  subscription(name = 'a') {
    const keys = { p256dh: this.#device.getPublicKey('base64url'), auth: this.#secret.toString('base64url') };
    return { endpoint: `${this.origin}/send/${name}`, ...keys };
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #read(sealed: Buffer): unknown {
    return JSON.parse(decryptPush(sealed, this.#device, this.#secret).toString());
  }
}
