import { readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Attachment } from '@solodesk/protocol/visitor';
import sharp from 'sharp';
import type { Owner } from '../testing/owner.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import { until } from '../testing/until.ts';
import type { Visitor } from '../testing/visitor.ts';

const HOUR = 3_600_000;
const uuid = () => crypto.randomUUID();
const jsonOf = async (response: Response) =>
  (await response.json()) as { file: Attachment; error: { kind: string; fault: string } };

describe('files of a conversation', () => {
  let desk: TestDesk;
  let owner: Owner;
  let picture: Uint8Array<ArrayBuffer>;
  let now = Date.now();
  beforeAll(async () => {
    const sites = { shop: {}, bakery: {} };
    desk = await startDesk({ sites, environment: { LIMITS: 'off' }, clock: { now: () => now } });
    owner = await desk.console();
    picture = new Uint8Array(
      await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#b0413e' } })
        .png()
        .toBuffer(),
    );
  });
  afterAll(() => desk.end());

  const headers = (visitor: Visitor, name: string) => ({
    authorization: `Bearer ${visitor.token}`,
    'x-file-name': encodeURIComponent(name),
  });
  const bringsIn = (visitor: Visitor, content: Uint8Array<ArrayBuffer> | string, name: string, site = 'shop') =>
    fetch(`${desk.url}/files/${site}`, { method: 'POST', headers: headers(visitor, name), body: content });
  const asVisitor = (visitor: Visitor, path: string, method = 'GET') =>
    fetch(`${desk.url}/files/shop/${path}`, { method, headers: { authorization: `Bearer ${visitor.token}` } });
  const asOwner = (path: string, init: RequestInit = {}) =>
    fetch(`${desk.url}/console/api/files/${path}`, {
      ...init,
      headers: { cookie: owner.cookie, 'x-solodesk': '1', ...(init.headers as Record<string, string>) },
    });
  const sends = (visitor: Visitor, files: Attachment[], text = '', clientId = uuid()) =>
    visitor.emit('message', { clientId, text, attachments: files.map(({ id }) => id) });
  const onDisk = async () =>
    (await readdir(join(desk.dataDir, 'files'), { recursive: true, withFileTypes: true })).filter((each) =>
      each.isFile(),
    );

  it('go to the owner with a message, and come back with an answer', async () => {
    const visitor = await desk.visit();
    const { file } = await jsonOf(await bringsIn(visitor, picture, '../花瓶\u202egpj.exe'));
    expect(file).toMatchObject({ name: '花瓶gpj.exe.png', type: 'image/png', width: 1200, height: 800 });
    const ack = await sends(visitor, [file], 'it came broken');
    if (!ack.ok) throw new Error(ack.error.kind);
    await owner.heard.until<{ events: { attachments?: Attachment[] }[] }>('events', ({ events }) =>
      events.some(({ attachments }) => attachments?.[0]?.id === file.id),
    );
    const shown = await asOwner(`shop/${file.id}/preview`);
    expect(shown.headers.get('content-type')).toBe('image/webp');
    expect((await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).width).toBe(480);

    const words = await asOwner(`shop/${ack.conversation}`, {
      method: 'POST',
      body: 'Return to: …',
      headers: { 'x-file-name': 'label.txt' },
    });
    const label = (await jsonOf(words)).file;
    expect((await asVisitor(visitor, label.id)).status).toBe(404);
    const body = { site: 'shop', conversation: ack.conversation, clientId: uuid(), text: '', attachments: [label.id] };
    expect(await owner.emit('reply', body)).toMatchObject({ ok: true });
    const answer = await visitor.hears(({ type }) => type === 'owner_message');
    expect(answer).toMatchObject({ text: '', attachments: [label] });
    expect(await (await asVisitor(visitor, label.id)).text()).toBe('Return to: …');
  });

  it('run nothing, are shown only as pictures, and are asked for anew each time', async () => {
    const visitor = await desk.visit();
    const { file } = await jsonOf(await bringsIn(visitor, picture, 'vase.png'));
    const html = (await jsonOf(await bringsIn(visitor, '<script>alert(1)</script>', 'page.html.txt'))).file;
    const pdf = (await jsonOf(await bringsIn(visitor, '%PDF-1.7', 'a.pdf'))).file;
    for (const [id, disposition, type] of [
      [file.id, `inline; filename="vase.png"; filename*=UTF-8''vase.png`, 'image/png'],
      [html.id, `attachment; filename="page.html.txt"; filename*=UTF-8''page.html.txt`, 'text/plain; charset=utf-8'],
      [pdf.id, `attachment; filename="a.pdf"; filename*=UTF-8''a.pdf`, 'application/pdf'],
    ]) {
      const response = await asVisitor(visitor, String(id));
      expect(response.headers.get('content-disposition')).toBe(disposition);
      expect(response.headers.get('content-type')).toBe(type);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none';.* sandbox/);
      expect(response.headers.get('cache-control')).toBe('private, no-cache');
    }
    for (const [content, name] of [
      ['<svg onload="alert(1)"/>', 'a.svg'],
      ['<b>', 'a.html'],
      ['<svg/>', 'a.png'],
    ] as const) {
      const refused = await bringsIn(visitor, content, name);
      expect([refused.status, (await jsonOf(refused)).error.fault]).toEqual([400, 'type']);
    }
  });

  it('are of one conversation and one site: what is foreign is as if it did not exist', async () => {
    const [visitor, other] = [await desk.visit(), await desk.visit()];
    const { file } = await jsonOf(await bringsIn(visitor, picture, 'a.png'));
    const answers = await Promise.all([
      asVisitor(other, file.id),
      asVisitor(other, `${file.id}/preview`),
      asVisitor(other, uuid()),
      asVisitor(other, file.id, 'DELETE'),
    ]);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(texts).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(await sends(other, [file])).toMatchObject({ ok: false, error: { kind: 'not_found' } });
    // Chosen and not sent yet: nothing of the owner's.
    expect((await asOwner(`shop/${file.id}`)).status).toBe(404);
    await sends(visitor, [file]);
    expect((await asOwner(`shop/${file.id}`)).status).toBe(200);
    expect((await asOwner(`bakery/${file.id}`)).status).toBe(404);
    expect((await asOwner(`elsewhere/${file.id}`)).status).toBe(404);
    expect((await asOwner(`shop/${file.id}`, { headers: { cookie: '' } })).status).toBe(401);
    expect((await fetch(`${desk.url}/files/shop/${file.id}`)).status).toBe(401);
    expect((await bringsIn(visitor, picture, 'a.png', 'bakery')).status).toBe(401);
    const foreign = { ...headers(visitor, 'a.png'), origin: 'https://evil.example' };
    const posted = await fetch(`${desk.url}/files/shop`, { method: 'POST', headers: foreign, body: picture });
    expect(posted.status).toBe(404);
  });

  it('are sent once; a repeat of the message is its first', async () => {
    const visitor = await desk.visit();
    const { file } = await jsonOf(await bringsIn(visitor, 'words', 'a.txt'));
    const clientId = uuid();
    const first = await sends(visitor, [file], '', clientId);
    expect(await sends(visitor, [file], '', clientId)).toMatchObject({ ok: true, seq: first.ok && first.seq });
    expect(await sends(visitor, [file])).toMatchObject({ ok: false, error: { kind: 'not_found' } });
    expect((await asVisitor(visitor, file.id, 'DELETE')).status).toBe(404);
    expect(await sends(visitor, [])).toMatchObject({ ok: false, error: { kind: 'bad_request' } });
  });

  it.each([
    ['empty', 400, '', 'a.txt'],
    ['too_large', 413, new Uint8Array(10 * 1024 * 1024 + 1).fill(65), 'a.txt'],
    ['damaged', 400, Uint8Array.from('\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR', (sign) => sign.charCodeAt(0)), 'a.png'],
  ])('that are %s are refused with the reason, and nothing is left', async (fault, status, content, name) => {
    const before = (await onDisk()).length;
    const response = await bringsIn(await desk.visit(), content, name);
    expect([response.status, (await jsonOf(response)).error.fault]).toEqual([status, fault]);
    expect(await onDisk()).toHaveLength(before);
  });

  it('with a name that is not encoded are refused', async () => {
    const visitor = await desk.visit();
    const bad = { ...headers(visitor, ''), 'x-file-name': '%E8%8A' };
    expect((await fetch(`${desk.url}/files/shop`, { method: 'POST', headers: bad, body: 'x' })).status).toBe(400);
  });

  it('that are cut on their way leave nothing', async () => {
    const visitor = await desk.visit();
    const before = (await onDisk()).length;
    const { hostname, port } = new URL(desk.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /files/shop HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: Bearer ${visitor.token}\r\n` +
        `X-File-Name: a.pdf\r\nContent-Length: 5000000\r\n\r\n%PDF-1.7 half`,
    );
    await until(async () => (await onDisk()).length > before, 'for the half of a file');
    socket.destroy();
    await until(async () => (await onDisk()).length === before, 'for its end');
  });

  it('are at most twenty an hour, and taken back they leave no gap', async () => {
    const visitor = await desk.visit();
    const files: Attachment[] = [];
    for (let n = 0; n < 20; n++) files.push((await jsonOf(await bringsIn(visitor, `${n}`, `${n}.txt`))).file);
    const refused = await bringsIn(visitor, 'one more', 'a.txt');
    expect([refused.status, (await jsonOf(refused)).error.fault]).toEqual([429, 'too_many']);
    expect((await asVisitor(visitor, files[0]!.id, 'DELETE')).status).toBe(204);
    expect((await asVisitor(visitor, files[0]!.id)).status).toBe(404);
    expect((await bringsIn(visitor, 'one more', 'a.txt')).status).toBe(201);
    expect(await sends(visitor, files.slice(1, 7))).toMatchObject({ ok: false, error: { kind: 'bad_request' } });
  });

  it('that nobody sends are gone after a day, and sent ones are not', async () => {
    const visitor = await desk.visit();
    const [left, sent] = [
      (await jsonOf(await bringsIn(visitor, picture, 'left.png'))).file,
      (await jsonOf(await bringsIn(visitor, 'sent', 'sent.txt'))).file,
    ];
    await sends(visitor, [sent]);
    now += 25 * HOUR;
    await desk.server.sweep();
    expect((await asVisitor(visitor, left.id)).status).toBe(404);
    expect((await asVisitor(visitor, sent.id)).status).toBe(200);
    const names = (await onDisk()).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith(left.id))).toEqual([]);
  });

  it('are in the archive of their person, and go with them, as the receipt says', async () => {
    const visitor = await desk.visit();
    const { file } = await jsonOf(await bringsIn(visitor, picture, 'vase.png'));
    const ack = await sends(visitor, [file], 'it is broken');
    if (!ack.ok) throw new Error(ack.error.kind);
    const { conversation } = ack;
    const console = { cookie: owner.cookie, 'x-solodesk': '1', 'content-type': 'application/json' };
    const archive = await fetch(`${desk.url}/console/api/export/shop/person.zip?conversation=${conversation}`, {
      headers: console,
    });
    expect(Buffer.from(await archive.arrayBuffer()).includes(`files/${file.id}-vase.png`)).toBe(true);
    const here = (await onDisk()).filter(({ name }) => name.startsWith(file.id));
    expect(here).toHaveLength(2);
    const erased = await fetch(`${desk.url}/console/api/privacy/shop/erase`, {
      ...{ method: 'POST', headers: console },
      body: JSON.stringify({ conversation, confirm: conversation.slice(0, 6) }),
    });
    expect(await erased.text()).toMatch(/"files":1\b/);
    expect((await onDisk()).filter(({ name }) => name.startsWith(file.id))).toEqual([]);
    expect((await asOwner(`shop/${file.id}`)).status).toBe(404);
  });

  it('whose content is lost are missing, and no fault of ours', async () => {
    const visitor = await desk.visit();
    const { file } = await jsonOf(await bringsIn(visitor, 'words', 'a.txt'));
    await rm(join(desk.dataDir, 'files'), { recursive: true });
    expect((await asVisitor(visitor, file.id)).status).toBe(404);
    expect((await bringsIn(visitor, 'words', 'b.txt')).status).toBe(201);
  });
});
