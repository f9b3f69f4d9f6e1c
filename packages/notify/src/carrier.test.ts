import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Carrier, MailPayload, CarriedJob } from '@solodesk/core';
import { createCarrier } from './carrier.ts';
import { replyTarget } from './customer-mail/reply-token.ts';
import { allowListFrom } from './outgoing/allow-list.ts';
import { createSafeFetch } from './outgoing/safe-fetch.ts';
import { createSmtpMailer } from './smtp-mailer.ts';
import { HttpsListener, answerWith } from './testing/https-listener.ts';
import { LOCALHOST } from './testing/localhost-certificate.ts';
import { MailServer } from './testing/mail-server.ts';
import { isSignedWebhook } from './webhooks/sign-webhook.ts';
import { RecentDeliveries } from './webhooks/recent-deliveries.ts';
import { WebhookBook } from './webhooks/webhook-book.ts';

const NOW = Date.UTC(2026, 0, 5, 12);
const SECRET = 's'.repeat(64);
const CONVERSATION = '0f8fad5b-d9cb-469f-a165-70867728950e';
const PAYLOAD: MailPayload = {
  ...{ to: { address: 'ann@customer.example' }, locale: 'en', conversation: CONVERSATION },
  content: { template: 'owner_answer_unseen', answers: [{ name: 'Mara', text: 'It is on its way. 在路上' }] },
};

function onlyOne<T>(all: readonly T[]): T {
  const [first] = all;
  if (first === undefined || all.length > 1) throw new Error(`there are ${all.length}`);
  return first;
}

const begin = async () => true;

describe('what the outbox holds', () => {
  let mails: MailServer;
  let listener: HttpsListener;
  let book: WebhookBook;
  let folder: string;
  let time: number;

  beforeEach(async () => {
    time = NOW;
    mails = await MailServer.start();
    listener = await HttpsListener.start();
    folder = mkdtempSync(join(tmpdir(), 'solodesk-webhooks-'));
    book = new WebhookBook(folder, () => time);
  });
  afterEach(async () => {
    await mails.stop();
    await listener.stop();
    rmSync(folder, { recursive: true });
  });

  const carrier = (replies = true): Carrier => {
    const server = { host: '127.0.0.1', port: mails.port, secure: false, auth: null };
    return createCarrier({
      mailer: createSmtpMailer({ server, from: { name: 'Desk', address: 'desk@shop.example' } }),
      sms: { url: `${listener.origin}/sms`, secret: 'sms-secret' },
      webhooks: book,
      deliveries: new RecentDeliveries(),
      fetch: createSafeFetch({ allow: allowListFrom(`localhost:${listener.port}`), ca: LOCALHOST.cert }),
      brandOf: (site) => (site === 'shop' ? { name: 'Teal & Linen', accent: '#0f766e', onAccent: '#ffffff' } : null),
      replySecret: replies ? SECRET : null,
      readFile: async () => null,
      linkToFile: () => '',
      now: () => NOW,
    });
  };
  const held = { key: 1, id: '7b1c0a52-0000-4000-8000-000000000001', site: 'shop', attempts: 1, begun: 0 };
  const mail: CarriedJob = { ...held, kind: 'mail', payload: PAYLOAD };
  const webhook = (endpoint: string): CarriedJob => ({
    ...{ ...held, kind: 'webhook' },
    payload: {
      endpoint,
      event: 'ticket.created',
      id: 'd-1',
      at: NOW,
      data: { ticket_number: 'SHOP-T17', priority: 40 },
    },
  });

  it('goes out as a mail of the site, with ids that an answer leads back by', async () => {
    expect(await carrier().send(mail, begin)).toEqual({ kind: 'delivered' });
    const [sent] = mails.mails;
    expect(sent?.from?.value[0]).toEqual({ address: 'desk@shop.example', name: 'Teal & Linen' });
    expect(sent?.text).toContain('It is on its way. 在路上');
    const target = { site: 'shop', conversation: CONVERSATION };
    for (const id of [sent?.messageId ?? '', [sent?.references ?? ''].flat()[0] ?? '']) {
      expect(replyTarget(SECRET, [id], 'ann@customer.example')).toEqual(target);
      expect(replyTarget(SECRET, [id], 'bob@customer.example')).toBeNull();
    }
    // A person's words: whoever is away may say so.
    expect(sent?.headers.has('auto-submitted')).toBe(false);
    await carrier().send(mail, begin);
    expect(mails.mails[1]?.messageId).toBe(sent?.messageId);
  });

  it('bears no such ids where no answers are read, or none is joined', async () => {
    await carrier(false).send(mail, begin);
    await carrier().send({ ...mail, payload: { ...PAYLOAD, conversation: null } } as CarriedJob, begin);
    expect(mails.mails.map(({ messageId }) => messageId)).toEqual(Array(2).fill(`<${held.id}@shop.example>`));
    expect(mails.mails[0]?.text).toContain('answers to this mail do not reach us');
  });

  it('that cannot be sent at all is given up with the reason', async () => {
    expect(await carrier().send({ ...mail, site: 'gone' }, begin)).toMatchObject({
      reason: 'the site is gone',
      permanent: true,
    });
    const poor = createCarrier({
      ...{
        mailer: null,
        sms: null,
        webhooks: book,
        deliveries: new RecentDeliveries(),
        fetch: createSafeFetch(),
        now: () => NOW,
        replySecret: null,
        readFile: async () => null,
        linkToFile: () => '',
      },
      brandOf: () => ({ name: 'x', accent: '#000000', onAccent: '#ffffff' }),
    });
    expect(await poor.send(mail, begin)).toMatchObject({ reason: 'no mail server is named', permanent: true });
    const sms: CarriedJob = { ...held, kind: 'sms', payload: { to: '+4915112345678', text: 'x' } };
    expect(await poor.send(sms, begin)).toMatchObject({
      reason: 'no service for text messages is named',
      permanent: true,
    });
  });

  it('may have arrived when the line breaks after the end of the text, and surely has not when it breaks before', async () => {
    const answers = (command: string) => (command.startsWith('DATA') ? '354 go on' : '250 ok');
    for (const breaksAt of ['MAIL', 'TEXT', 'END'] as const) {
      const server = createServer((socket) => {
        socket.on('error', () => undefined);
        socket.write('220 hello\r\n');
        let inText = false;
        let text = '';
        socket.on('data', (bytes) => {
          const command = bytes.toString();
          if (inText) {
            text += command;
            if (breaksAt === 'TEXT' || text.endsWith('\r\n.\r\n')) socket.destroy();
            return;
          }
          if (command.startsWith(breaksAt)) return void socket.destroy();
          inText = command.startsWith('DATA');
          socket.write(`${answers(command)}\r\n`);
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      const mailer = createSmtpMailer({
        server: { host: '127.0.0.1', port, secure: false, auth: null },
        from: { name: '', address: 'desk@shop.example' },
      });
      const beforeArrival = async () => {
        // Long enough for the server to see the text and not its end.
        await new Promise((resolve) => setTimeout(resolve, 50));
        return true;
      };
      const mail = { subject: 's', text: 't', html: 'h', id: 'i', to: ['a@b.example'] };
      const outcome = await mailer.send({ ...mail, beforeArrival });
      expect(outcome).toMatchObject({ kind: 'failed', permanent: false });
      expect('unsure' in outcome).toBe(breaksAt === 'END');
      server.close();
    }
  });

  it('goes to a service for text messages as signed JSON', async () => {
    const sms: CarriedJob = { ...held, kind: 'sms', payload: { to: '+4915112345678', text: '您好' } };
    expect(await carrier().send(sms, begin)).toMatchObject({ kind: 'delivered' });
    const { body, headers, path } = onlyOne(listener.heard);
    expect(path).toBe('/sms');
    expect(JSON.parse(body)).toEqual({ id: held.id, site: 'shop', to: '+4915112345678', text: '您好' });
    const signature = String(headers['x-solodesk-signature']);
    expect(isSignedWebhook('sms-secret', NOW / 1000, body, signature)).toBe(true);
    expect(isSignedWebhook('sms-secret', NOW / 1000 + 1, body, signature)).toBe(false);
  });

  it('goes to a webhook as one flat object, signed with its own secret over time and body', async () => {
    const endpoint = book.add('shop', { url: `${listener.origin}/hook`, events: ['ticket.created'] });
    expect(await carrier().send(webhook(endpoint.id), begin)).toMatchObject({ kind: 'delivered', status: 200 });
    const { body, headers } = onlyOne(listener.heard);
    const created_at = '2026-01-05T12:00:00.000Z';
    expect(JSON.parse(body)).toEqual({
      id: 'd-1',
      event: 'ticket.created',
      created_at,
      site: 'shop',
      ticket_number: 'SHOP-T17',
      priority: 40,
    });
    expect(headers).toMatchObject({
      'x-solodesk-event': 'ticket.created',
      'x-solodesk-delivery': 'd-1',
      'x-solodesk-timestamp': String(NOW / 1000),
    });
    expect(isSignedWebhook(endpoint.secret, NOW / 1000, body, String(headers['x-solodesk-signature']))).toBe(true);
    expect(isSignedWebhook(`${endpoint.secret}x`, NOW / 1000, body, String(headers['x-solodesk-signature']))).toBe(
      false,
    );
  });

  it('is tried again at a webhook that fails, not at one that is gone for good, and never at a private address', async () => {
    const { id } = book.add('shop', { url: `${listener.origin}/hook`, events: [] });
    listener.answers.push(
      answerWith(500),
      answerWith(429, { 'retry-after': '60' }),
      answerWith(410),
      answerWith(302, { location: '/x' }),
    );
    const outcomes = [];
    for (let n = 0; n < 4; n++) outcomes.push(await carrier().send(webhook(id), begin));
    expect(outcomes).toMatchObject([
      { reason: 'it answered 500', permanent: false },
      { retryAfterMs: 60_000, permanent: false },
      { permanent: true },
      { reason: 'it has moved (it answered 302)', permanent: false },
    ]);
    const inside = book.add('shop', { url: 'https://169.254.169.254/latest', events: [] });
    expect(await carrier().send(webhook(inside.id), begin)).toMatchObject({
      permanent: true,
      reason: expect.stringContaining('not called'),
    });
  });

  it('is dropped where its webhook was taken away, and waits where that is paused', async () => {
    expect(await carrier().send(webhook('none'), begin)).toEqual({ kind: 'gone' });
    const { id } = book.add('shop', { url: `${listener.origin}/hook`, events: [] });
    book.change('shop', id, { paused: true });
    expect(await carrier().send(webhook(id), begin)).toMatchObject({ kind: 'waits', reason: 'this webhook is paused' });
    expect(listener.heard).toEqual([]);
    book.change('shop', id, { paused: false });
    expect(await carrier().send({ ...webhook(id), site: 'bakery' }, begin)).toEqual({ kind: 'gone' });
    expect(book.remove('shop', id)).toBe(true);
    expect(book.remove('shop', id)).toBe(false);
  });

  it('finds webhooks that another process has added, in a file that is ours alone', () => {
    expect(book.list('shop')).toEqual([]);
    new WebhookBook(folder, () => time).add('shop', { url: 'https://a.example/', events: ['handoff'] });
    expect(book.list('shop')).toEqual([]);
    time += 1_000;
    expect(book.list('shop')).toMatchObject([{ url: 'https://a.example/', events: ['handoff'], paused: false }]);
    expect(statSync(join(folder, 'webhooks', 'shop.json')).mode & 0o077).toBe(0);
    expect(book.list('bakery')).toEqual([]);
    expect(() => book.list('../shop')).toThrow('no id of a site');
    for (let n = 1; n < 20; n++) book.add('shop', { url: 'https://a.example/', events: [] });
    expect(() => book.add('shop', { url: 'https://a.example/', events: [] })).toThrow('at most 20');
  });
});
