import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as ask } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import type { Response } from 'express';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import { Compression, IMMUTABLE } from './compression.ts';

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
}

/** Without the times of a frame's opening hours, which are counted from now. */
const words = (bytes: Buffer) => bytes.toString().replace(/\d{13}/g, '0');

describe('compressed answers', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk({ sites: { shop: { name: 'Teal & Linen', origins: ['https://a.example'] } } });
  });
  afterAll(() => desk.end());

  /** By a plain request: `fetch` decodes by itself. */
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<Answer>((resolve, reject) => {
      ask(`${desk.url}${path}`, { headers, method }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(parts) });
        });
      })
        .on('error', reject)
        .end();
    });

  it.each(['/help/shop/en', '/help/shop/en/search?q=linen', '/frame/shop', '/help/shop/sitemap.xml'])(
    'are the same text in fewer bytes, and plain for whoever takes none: %s',
    async (path) => {
      const plain = await get(path);
      const brotli = await get(path, { 'accept-encoding': 'gzip, deflate, br' });
      const gzip = await get(path, { 'accept-encoding': 'gzip' });
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect([brotli.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip']);
      expect(words(brotliDecompressSync(brotli.bytes))).toBe(words(plain.bytes));
      expect(words(gunzipSync(gzip.bytes))).toBe(words(plain.bytes));
      expect(brotli.bytes.length).toBeLessThan(plain.bytes.length);
      for (const name of ['content-type', 'cache-control', 'cross-origin-resource-policy', 'content-security-policy']) {
        expect([name, brotli.headers[name]]).toEqual([name, plain.headers[name]]);
      }
      for (const { headers } of [plain, brotli]) expect(headers.vary).toContain('Accept-Encoding');
    },
  );

  it.each(['/help/shop/en', '/help/shop/sitemap.xml'])(
    'are not sent again to who has them, however they travelled: %s',
    async (path) => {
      const { etag } = (await get(path, { 'accept-encoding': 'br' })).headers;
      for (const encoding of ['br', 'gzip']) {
        const { status, bytes } = await get(path, { 'accept-encoding': encoding, 'if-none-match': String(etag) });
        expect([status, bytes.length]).toEqual([304, 0]);
      }
    },
  );

  it('keep their status where a page does not exist', async () => {
    const { status, headers, bytes } = await get('/help/shop/en/nowhere', { 'accept-encoding': 'br' });
    expect([status, headers['content-encoding'], headers['cache-control']]).toEqual([404, 'br', 'no-store']);
    expect(brotliDecompressSync(bytes).toString()).toContain('This page does not exist');
  });

  it('have no body where only the head is asked for', async () => {
    const { status, headers, bytes } = await get('/help/shop/en', { 'accept-encoding': 'br' }, 'HEAD');
    expect([status, headers['content-encoding'], bytes.length]).toEqual([200, 'br', 0]);
  });

  it.each(['br;q=0, gzip;q=0', 'zstd', 'identity'])('are plain for %j', async (encoding) => {
    expect((await get('/help/shop/en', { 'accept-encoding': encoding })).headers['content-encoding']).toBeUndefined();
  });

  it('are plain where they are too small to shrink', async () => {
    expect(
      (await get('/frame/shop/theme.css', { 'accept-encoding': 'br' })).headers['content-encoding'],
    ).toBeUndefined();
  });

  it('are never of what only its owner may read', async () => {
    const { headers } = await get('/console/api/session', { 'accept-encoding': 'br' });
    expect(headers['content-encoding']).toBeUndefined();
  });
});

describe('compressed files', () => {
  const big = 'a{color:red}'.repeat(200);
  let folder = '';
  let server: Server;
  let url = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'solodesk-files-'));
    await writeFile(join(folder, 'big-a1.css'), big);
    await writeFile(join(folder, 'small-a1.css'), 'a{}');
    await writeFile(join(folder, 'gone-a1.js'), big);
    await writeFile(join(folder, 'picture-a1.png'), big);
    const app = express();
    const describeFile = (response: Response) => response.setHeader('Cache-Control', IMMUTABLE);
    app.use('/assets', new Compression().files(folder, describeFile), express.static(folder));
    server = app.listen(0);
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/assets`;
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });
  const get = async (name: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/${name}`, { headers: { 'accept-encoding': 'br', ...headers } });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  it('are sent by their name and type, and kept for good', async () => {
    for (let times = 0; times < 2; times++) {
      const { status, headers, text } = await get('big-a1.css');
      expect([status, text]).toEqual([200, big]);
      expect(headers.get('content-encoding')).toBe('br');
      expect(Number(headers.get('content-length'))).toBeLessThan(200);
      expect(headers.get('content-type')).toBe('text/css; charset=utf-8');
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(headers.get('vary')).toBe('Accept-Encoding');
    }
  });

  it.each(['small-a1.css', 'picture-a1.png'])(
    'are sent as they are where that does not shrink them: %s',
    async (name) => {
      expect((await get(name)).headers.get('content-encoding')).toBeNull();
    },
  );

  it.each(['', 'lost-a1.css', '../big-a1.css', '%2e%2e/big-a1.css', 'big-a1.css/', '__proto__'])(
    'are no others: %j',
    async (name) => expect((await get(name)).status).toBe(404),
  );

  it('that were taken away are left to whoever comes next', async () => {
    await rm(join(folder, 'gone-a1.js'));
    expect((await get('gone-a1.js')).status).toBe(404);
  });
});
