import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';

const ENCODINGS = ['br', 'gzip'] as const;
type Encoding = (typeof ENCODINGS)[number];

/** What is smaller fits into one packet anyway. Bytes. */
const SMALLEST = 1_000;
/** Of all that is kept compressed; the least recently sent goes first. */
const KEPT_BYTES = 16 * 1024 * 1024;
/** Files that never change are compressed once, and as well as can be; pages while somebody waits. */
const QUALITY = { file: { br: 9, gzip: 9 }, page: { br: 5, gzip: 6 } } as const;
/** `Cache-Control` of files with a hash in their names. */
export const IMMUTABLE = 'public, max-age=31536000, immutable';
/** Types that shrink. Pictures do not. */
const FILE_TYPE = /\.(?:js|css|svg|json|html|webmanifest)$/;

const packBrotli = promisify(brotliCompress);
const packGzip = promisify(gzip);

/** A text and what is said of it, before anybody knows how it travels. */
export interface SentText {
  type: string;
  text: string;
  /** Tells contents apart; in double quotes. Left out: it is not kept, neither here nor by browsers. */
  etag?: string | undefined;
  status?: number;
  /** It is another one at each asking, and is not worth keeping. */
  fleeting?: boolean;
}

/**
 * Sends texts compressed to browsers that take it, a third to a fifth of the bytes: brotli, else gzip. The work is done beside the event loop,
 * once for each content. Only for what holds no secret beside what a stranger can have put in (BREACH): public pages and files.
 */
export class Compression {
  readonly #kept = new Map<string, { bytes: Promise<Buffer>; size: number }>();
  #size = 0;

  /** Answers a request whose `Cache-Control` is set; 304 when the browser has it already. */
  async send(
    request: Request,
    response: Response,
    { type, text, etag, status = 200, fleeting = false }: SentText,
  ): Promise<void> {
    response.vary('Accept-Encoding');
    // Weak: it is the same page however it travels.
    if (etag !== undefined) response.setHeader('ETag', `W/${etag}`);
    if (etag !== undefined && status === 200 && request.fresh) return void response.status(304).end();
    const bytes = Buffer.from(text);
    const encoding = encodingFor(request, bytes.length);
    response.status(status).type(type);
    if (encoding === null) return void response.send(bytes);
    const packed = await (etag === undefined || fleeting
      ? pack(bytes, encoding, 'page')
      : this.#packed(`${etag} ${encoding}`, () => pack(bytes, encoding, 'page')));
    response.setHeader('Content-Encoding', encoding);
    response.send(packed);
  }

  /**
   * Serves the texts among a folder's files (as they are now) with a hash in their names, and leaves all else to whoever comes next.
   * @param describe sets the headers of a file
   */
  files(folder: string, describe: (response: Response) => void): RequestHandler {
    const isWorthIt = (name: string) => FILE_TYPE.test(name) && statSync(join(folder, name)).size >= SMALLEST;
    const names = new Set(readdirSync(folder).filter(isWorthIt));
    return async (request, response, next) => {
      const name = request.path.slice(1);
      if ((request.method !== 'GET' && request.method !== 'HEAD') || !names.has(name)) return next();
      response.vary('Accept-Encoding');
      const encoding = encodingFor(request, Infinity);
      if (encoding === null) return next();
      const path = join(folder, name);
      const bytes = await this.#packed(`${path} ${encoding}`, async () =>
        pack(await readFile(path), encoding, 'file'),
      ).catch((error: NodeJS.ErrnoException) => {
        // A build took it away.
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      if (bytes === null) return next();
      describe(response);
      response.setHeader('ETag', `W/"${name}"`);
      if (request.fresh) return void response.status(304).end();
      response.setHeader('Content-Encoding', encoding);
      response.type(name.slice(name.lastIndexOf('.'))).send(bytes);
    };
  }

  /** What `make` made of this content when it was first asked for. */
  async #packed(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const known = this.#kept.get(key) ?? { bytes: make(), size: 0 };
    // Taken out and put back: the map's order is that of the last use.
    this.#kept.delete(key);
    this.#kept.set(key, known);
    try {
      const bytes = await known.bytes;
      this.#weigh(key, known, bytes.length);
      return bytes;
    } catch (error) {
      this.#kept.delete(key);
      throw error;
    }
  }

  #weigh(key: string, kept: { size: number }, size: number): void {
    if (this.#kept.get(key) !== kept) return;
    this.#size += size - kept.size;
    kept.size = size;
    for (const [oldest, { size: freed }] of this.#kept) {
      if (this.#size <= KEPT_BYTES) break;
      this.#kept.delete(oldest);
      this.#size -= freed;
    }
  }
}

function encodingFor(request: Request, size: number): Encoding | null {
  if (size < SMALLEST) return null;
  // Ours first: browsers name gzip before the smaller one.
  return ENCODINGS.find((encoding) => request.acceptsEncodings(encoding) === encoding) ?? null;
}

function pack(bytes: Buffer, encoding: Encoding, as: keyof typeof QUALITY): Promise<Buffer> {
  if (encoding === 'gzip') return packGzip(bytes, { level: QUALITY[as].gzip });
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY[as].br, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return packBrotli(bytes, { params });
}
