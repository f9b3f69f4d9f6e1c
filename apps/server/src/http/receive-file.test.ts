import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Attachment } from '@solodesk/protocol/visitor';
import sharp from 'sharp';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';

const ORIGIN = 'https://a.example';
interface Answer {
  file: Attachment;
  error: { kind: string; fault?: string };
}

describe('files over HTTP', () => {
  let desk: TestDesk;
  let picture: Uint8Array<ArrayBuffer>;
  beforeAll(async () => {
    desk = await startDesk({ sites: { shop: { origins: [ORIGIN] }, bakery: {} }, environment: { LIMITS: 'off' } });
    const canvas = { width: 900, height: 600, channels: 3, background: '#b0413e' } as const;
    const place = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 0/1' } };
    picture = new Uint8Array(await sharp({ create: canvas }).withExif(place).jpeg().toBuffer());
  });
  afterAll(() => desk.end());

  const say = async (body: object) => {
    const response = await fetch(`${desk.url}/api/receive_message`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ site: 'shop', ...body }),
    });
    const answer = (await response.json()) as {
      token: string;
      conversation: string;
      seq: number;
      error?: Answer['error'];
    };
    return { status: response.status, ...answer };
  };
  const bring = async (
    token: string,
    content: Uint8Array<ArrayBuffer> | string,
    name: string,
    { site = 'shop', ...headers }: Record<string, string> = {},
  ) => {
    const response = await fetch(`${desk.url}/api/receive_file?site=${site}`, {
      ...{ method: 'POST', body: content },
      headers: { authorization: `Bearer ${token}`, 'x-file-name': encodeURIComponent(name), ...headers },
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
  };

  it('go with a message by the id that was answered, drawn anew, and a repeat is the first', async () => {
    const { token, conversation } = await say({ message: 'hello' });
    const { status, body } = await bring(token, picture, '../裂缝.jpg');
    expect([status, body.file]).toMatchObject([201, { name: '裂缝.jpg', type: 'image/jpeg', width: 900, height: 600 }]);
    const message = { token, clientId: randomUUID(), attachments: [body.file.id] };
    const first = await say(message);
    expect(first).toMatchObject({ status: 200, conversation });
    expect(await say(message)).toMatchObject({ status: 200, seq: first.seq });
    const row = await desk.store.findConversation('shop', conversation);
    const [event] = await desk.store.readLog(row!.conversation.key, { after: first.seq - 1, limit: 1 });
    expect(event?.entry).toMatchObject({ type: 'visitor_message', text: '', attachments: [body.file] });
    const read = await fetch(`${desk.url}/files/shop/${body.file.id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const kept = await sharp(Buffer.from(await read.arrayBuffer())).metadata();
    expect([kept.width, kept.exif]).toEqual([900, undefined]);
    // It has gone with one message, and goes with no other.
    expect(await say({ token, message: 'again', attachments: [body.file.id] })).toMatchObject({ status: 404 });
  });

  it('are refused by the same checks, with the reason', async () => {
    const { token } = await say({ message: 'hello' });
    for (const [content, name, status, fault] of [
      ['<svg onload="alert(1)"/>', 'a.svg', 400, 'type'],
      ['<script>', 'a.png', 400, 'type'],
      ['', 'a.txt', 400, 'empty'],
      [picture.slice(0, 300), 'half.jpg', 400, 'damaged'],
      [new Uint8Array(10 * 1024 * 1024 + 1).fill(65), 'long.txt', 413, 'too_large'],
    ] as const) {
      const answer = await bring(token, content, name);
      expect([name, answer.status, answer.body.error.fault]).toEqual([name, status, fault]);
    }
    const ids = [];
    for (let n = 0; n < 20; n++) ids.push((await bring(token, `${n}`, `${n}.txt`)).body.file.id);
    expect(await bring(token, 'x', 'a.txt')).toMatchObject({ status: 429, body: { error: { fault: 'too_many' } } });
    expect(await say({ token, message: 'all of them', attachments: ids.slice(0, 6) })).toMatchObject({ status: 400 });
    expect(await say({ token, attachments: [] })).toMatchObject({ status: 400 });
  });

  it('need the token of a visitor of the site, and go with nobody else’s message', async () => {
    const [mine, other] = [await say({ message: 'hello' }), await say({ message: 'hello' })];
    expect((await bring('', picture, 'a.jpg')).status).toBe(401);
    expect((await bring('x'.repeat(43), picture, 'a.jpg')).status).toBe(401);
    expect((await bring(mine.token, picture, 'a.jpg', { site: 'bakery' })).status).toBe(401);
    expect((await bring(mine.token, picture, 'a.jpg', { site: 'none' })).status).toBe(404);
    const { file } = (await bring(mine.token, picture, 'a.jpg')).body;
    expect(await say({ token: other.token, message: 'mine', attachments: [file.id] })).toMatchObject({ status: 404 });
  });

  it('come from pages of the site’s own origins, and from no others', async () => {
    const { token } = await say({ message: 'hello' });
    const own = await bring(token, 'x', 'a.txt', { origin: ORIGIN });
    expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([201, ORIGIN]);
    const foreign = await bring(token, 'x', 'a.txt', { origin: 'https://evil.example' });
    expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([404, null]);
    const asked = await fetch(`${desk.url}/api/receive_file`, { method: 'OPTIONS', headers: { origin: ORIGIN } });
    expect(asked.headers.get('access-control-allow-headers')).toBe('Authorization, Content-Type, x-file-name');
  });
});
