import { createPublicKey, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isPushService } from './push-services.ts';
import { PushService } from './testing/push-service.ts';
import { newVapidKey, vapidKeyFrom } from './vapid.ts';
import { createWebPush } from './web-push.ts';
import type { WebPush } from './web-push.ts';

const NOW = Date.UTC(2026, 0, 5);
const MESSAGE = { title: 'Teal & Linen', body: 'Where is it? 在哪？', tag: 'c-1', url: '/console/#/desk' };

describe('a push', () => {
  let service: PushService;
  let push: WebPush;
  const key = vapidKeyFrom(newVapidKey(), 'mailto:desk@shop.example');

  beforeEach(async () => {
    service = await PushService.start();
    push = createWebPush({ key, now: () => NOW, isAllowed: (url) => url.startsWith(service.origin), timeoutMs: 500 });
  });
  afterEach(() => service.stop());

  it('reaches the device as it was sent, and asks to be shown soon or not at all', async () => {
    expect(await push.send(service.subscription(), MESSAGE)).toEqual({ kind: 'delivered' });
    expect(service.messages).toEqual([MESSAGE]);
    const [{ headers } = { headers: {} }] = service.requests;
    expect(headers).toMatchObject({ ttl: '14400', urgency: 'high', topic: 'c-1', 'content-encoding': 'aes128gcm' });
  });

  it('is signed with our key for that service alone', async () => {
    await push.send(service.subscription(), MESSAGE);
    const header = service.requests[0]?.headers.authorization ?? '';
    const [, token = '', publicKey = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(header) ?? [];
    expect(publicKey).toBe(push.publicKey);
    const [head = '', body = '', signature = ''] = token.split('.');
    const claims: unknown = JSON.parse(Buffer.from(body, 'base64url').toString());
    const exp = NOW / 1000 + 12 * 3600;
    expect(claims).toEqual({ aud: service.origin, exp, sub: 'mailto:desk@shop.example' });
    const point = Buffer.from(publicKey, 'base64url');
    const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url') };
    const theirs = createPublicKey({ key: { ...jwk, y: point.subarray(33).toString('base64url') }, format: 'jwk' });
    const signed = Buffer.from(`${head}.${body}`);
    const options = { key: theirs, dsaEncoding: 'ieee-p1363' as const };
    expect(verify('sha256', signed, options, Buffer.from(signature, 'base64url'))).toBe(true);
  });

  it.each([
    [404, { kind: 'gone' }],
    [410, { kind: 'gone' }],
    [400, { kind: 'failed', permanent: true, reason: 'the push service answered 400' }],
    [403, { kind: 'failed', permanent: true, reason: 'the push service answered 403' }],
    [429, { kind: 'failed', permanent: false, reason: 'the push service answered 429' }],
    [500, { kind: 'failed', permanent: false, reason: 'the push service answered 500' }],
  ])('that is answered with %i', async (status, outcome) => {
    service.answers.push({ status });
    expect(await push.send(service.subscription(), MESSAGE)).toEqual(outcome);
  });

  it('comes back when the service says so', async () => {
    service.answers.push({ status: 429, headers: { 'retry-after': '120' } });
    expect(await push.send(service.subscription(), MESSAGE)).toMatchObject({ retryAfterMs: 120_000 });
  });

  it('is not led elsewhere', async () => {
    service.answers.push({ status: 307, headers: { location: `${service.origin}/elsewhere` } });
    expect(await push.send(service.subscription(), MESSAGE)).toMatchObject({ kind: 'failed', permanent: true });
    expect(service.requests).toHaveLength(1);
  });

  it('is not sent to who is no push service', async () => {
    const subscription = { ...service.subscription(), endpoint: 'http://127.0.0.1:1/send' };
    expect(await push.send(subscription, MESSAGE)).toMatchObject({ kind: 'failed', permanent: true });
  });

  it('may be tried again when nobody is there', async () => {
    const subscription = service.subscription();
    await service.stop();
    expect(await push.send(subscription, MESSAGE)).toMatchObject({ kind: 'failed', permanent: false });
    service = await PushService.start();
  });

  it('is cut where its text is long', async () => {
    await push.send(service.subscription(), { ...MESSAGE, body: '在'.repeat(4_000) });
    const [message] = service.messages as { body: string }[];
    expect(message?.body).toMatch(/^在{1000}$/);
  });
});

describe('a push service', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://db5p.notify.windows.com/w/?token=abc',
    'https://web.push.apple.com/abc',
  ])('is known: %s', (endpoint) => {
    expect(isPushService(endpoint)).toBe(true);
  });

  it.each([
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com:8443/fcm',
    'https://user:pass@fcm.googleapis.com/fcm',
    'https://fcm.googleapis.com.evil.example/fcm',
    'https://evil-push.apple.com.example/',
    'https://evilnotify.windows.com/',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'fcm.googleapis.com',
    `https://fcm.googleapis.com/${'x'.repeat(1_000)}`,
  ])('is not: %s', (endpoint) => {
    expect(isPushService(endpoint)).toBe(false);
  });
});
