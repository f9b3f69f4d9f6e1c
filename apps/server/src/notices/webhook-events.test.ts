import { API_SCOPES } from '@solodesk/core';
import { createFakeClock } from '@solodesk/core/testing';
import { WEBHOOK_EVENTS, isSignedWebhook } from '@solodesk/notify';
import { HttpsListener, LOCALHOST } from '@solodesk/notify/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiKeys } from '../api/api-keys.ts';
import { systemIds } from '../system.ts';
import { ApiCaller } from '../testing/api-caller.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 0, 5, 12);
const span = (hour: number) => ({
  startsAt: new Date(NOW + hour * HOUR).toISOString(),
  endsAt: new Date(NOW + (hour + 1) * HOUR).toISOString(),
});

describe('every event that a webhook can choose', () => {
  const clock = createFakeClock(NOW);
  let desk: TestDesk;
  let listener: HttpsListener;
  let secret: string;

  beforeAll(async () => {
    listener = await HttpsListener.start();
    desk = await startDesk({
      ...{ clock, outgoingCa: LOCALHOST.cert },
      environment: { OUTGOING_ALLOW: `localhost:${listener.port}`, LIMITS: 'off' },
    });
    const key = (await new ApiKeys(desk.store, clock, systemIds).make('shop', 'Other', API_SCOPES)).secret;
    const api = await ApiCaller.open(desk.url);
    const call = async (request: string, body?: unknown) => (await api.call(request, { key, body })).body as never;
    const hook = { url: `${listener.origin}/hook`, events: WEBHOOK_EVENTS };
    ({ secret } = await call('POST /api/webhooks', hook));

    const visitor = await desk.visit();
    const ack = await visitor.emit('message', {
      ...{ clientId: crypto.randomUUID(), text: 'a person, please', intent: 'solodesk.person' },
    });
    if (!ack.ok) throw new Error(ack.error.kind);
    const owner = await desk.console();
    await owner.reply(ack.conversation, 'Here I am.');
    await owner.must('close', { conversation: ack.conversation });
    const row = await desk.store.findConversation('shop', ack.conversation);
    const asked = await desk.store.satisfactionOfVisitor('shop', row?.visitor.key ?? 0);
    const score = { request: asked?.id ?? '', score: 9, word: 'kind' };
    if (!(await visitor.emit('rate', score)).ok) throw new Error('the score was not taken');

    await call('POST /api/tickets', { subject: 'The lid is cracked', details: [SENSITIVE] });
    await call('PATCH /api/tickets/1', { category: 'returns' });
    await call('PATCH /api/tickets/1', { state: 'solved' });
    await call('POST /api/customers', { id: 'C-7', name: 'Ann', email: 'ann@one.example' });
    await call('POST /api/appointments', { id: 'A-1', ...span(50), service: 'visit', customer: 'C-7' });
    await call('PATCH /api/appointments/A-1', span(52));
    await call('POST /api/appointments/A-1/cancel');
    await desk.server.sweep();
    // Who buys something for the first time is a new customer.
    await call('POST /api/orders', { number: 'O-1', customer: { id: 'C-7' }, placedAt: new Date(NOW).toISOString() });
    for (let n = 0; n < 3; n++) {
      clock.advance(1_000);
      await desk.server.sweep();
    }
  });
  afterAll(async () => {
    await desk.end();
    await listener.stop();
  });

  const SENSITIVE = { slot: 'iban', label: 'IBAN', value: 'DE00 1234', sensitive: true };
  const told = (event: string) =>
    listener.heard
      .filter(({ headers }) => headers['x-solodesk-event'] === event)
      .map(({ body }) => JSON.parse(body) as object);

  it.each(WEBHOOK_EVENTS)('is really told, flat and signed, and once: %s', (event) => {
    const calls = listener.heard.filter(({ headers }) => headers['x-solodesk-event'] === event);
    expect(calls.length).toBeGreaterThan(0);
    for (const { body, headers } of calls) {
      const timestamp = Number(headers['x-solodesk-timestamp']);
      expect(isSignedWebhook(secret, timestamp, body, String(headers['x-solodesk-signature']))).toBe(true);
      expect(isSignedWebhook(secret, timestamp + 1, body, String(headers['x-solodesk-signature']))).toBe(false);
      const data = JSON.parse(body) as Record<string, unknown>;
      expect(data).toMatchObject({ event, site: 'shop', id: headers['x-solodesk-delivery'] });
      for (const value of Object.values(data)) expect(typeof value === 'object' && value !== null).toBe(false);
    }
    const ids = calls.map(({ headers }) => headers['x-solodesk-delivery']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is one of the list, and says nothing sensitive', () => {
    const events = new Set(listener.heard.map(({ headers }) => headers['x-solodesk-event']));
    expect([...events].filter((event) => !(WEBHOOK_EVENTS as readonly unknown[]).includes(event))).toEqual([]);
    expect(listener.heard.map(({ body }) => body).join()).not.toContain('DE00');
  });

  it('says what an appointment was and is, and whose', () => {
    const facts = { appointment_id: 'A-1', service: 'visit', title: 'visit', customer_id: 'C-7', contact_name: 'Ann' };
    expect(told('appointment.booked')).toMatchObject([{ ...facts, sequence: 0, starts_at: span(50).startsAt }]);
    expect(told('appointment.moved')).toMatchObject([{ ...facts, sequence: 1, ends_at: span(52).endsAt }]);
    expect(told('appointment.cancelled')).toMatchObject([{ ...facts, sequence: 2, contact_email: 'ann@one.example' }]);
  });
});
