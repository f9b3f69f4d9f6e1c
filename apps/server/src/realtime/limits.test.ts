import { createFakeClock } from '@solodesk/core/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RawLine } from '../testing/raw-line.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import type { VisitOptions } from '../testing/visitor.ts';
import { Limits } from './limits.ts';

describe('limits', () => {
  it('lets a person send a burst, and then one message a second', () => {
    const limits = new Limits(true);
    const sender = { person: 1, address: 'a', site: 's' };
    const waits = Array.from({ length: 13 }, () => limits.check('message', sender, 0));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(12);
    expect(waits.at(-1)).toBe(1000);
    expect(limits.check('message', sender, 1000)).toBe(0);
  });

  it('takes nothing from address and site for what it refuses to a person', () => {
    const limits = new Limits(true);
    for (let n = 0; n < 1000; n++) limits.check('message', { person: 1, address: 'a', site: 's' }, 0);
    expect(limits.check('message', { person: 2, address: 'a', site: 's' }, 0)).toBe(0);
  });

  it('stops many persons of one address, and not those of another', () => {
    const limits = new Limits(true);
    for (let person = 0; person < 60; person++) limits.check('message', { person, address: 'a', site: 's' }, 0);
    expect(limits.check('message', { person: 99, address: 'a', site: 's' }, 0)).toBeGreaterThan(0);
    expect(limits.check('message', { person: 99, address: 'b', site: 's' }, 0)).toBe(0);
  });

  it('stops many addresses at one site, and not those at another', () => {
    const limits = new Limits(true);
    for (let n = 0; n < 600; n++) limits.check('message', { person: n, address: `a${n}`, site: 's' }, 0);
    expect(limits.check('message', { person: 999, address: 'b', site: 's' }, 0)).toBeGreaterThan(0);
    expect(limits.check('message', { person: 998, address: 'b', site: 't' }, 0)).toBe(0);
  });

  it('lets everything pass when it is off', () => {
    const limits = new Limits(false);
    const waits = Array.from({ length: 1000 }, () => limits.check('message', { person: 1, address: 'a' }, 0));
    expect(new Set(waits)).toEqual(new Set([0]));
  });
});

describe('limits of the whole desk', () => {
  const clock = createFakeClock();
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk({ clock, environment: { TRUST_PROXY: '1' } });
  });
  afterAll(() => desk.end());

  const from = (address: string): VisitOptions => ({ headers: { 'x-forwarded-for': address } });
  const flood = async (options: VisitOptions, count: number) => {
    const visitor = await desk.visit(options);
    const acks = await Promise.all(Array.from({ length: count }, (_, n) => visitor.say(`message ${n}`)));
    return { visitor, acks, refused: acks.filter((ack) => !ack.ok) };
  };

  it('tells a flooding visitor how long to wait, and nobody else notices', async () => {
    const { visitor, acks, refused } = await flood(from('192.0.2.1'), 100);
    expect(acks.length - refused.length).toBe(12);
    for (const ack of refused) expect(ack).toMatchObject({ error: { kind: 'rate_limited', retryAfterMs: 1000 } });
    const other = await desk.visit(from('192.0.2.2'));
    expect((await other.say('hello')).ok).toBe(true);
    clock.advance(1000);
    expect((await visitor.say('after waiting')).ok).toBe(true);
  });

  it('limits events that do not exist as well', async () => {
    const visitor = await desk.visit(from('192.0.2.3'));
    const acks = await Promise.all(Array.from({ length: 80 }, () => visitor.emitAnything('nonsense', {})));
    const kinds = acks.map((ack) => (ack.ok ? 'ok' : ack.error.kind));
    expect(new Set(kinds)).toEqual(new Set(['bad_request', 'rate_limited']));
  });

  it('limits one address however many visitors it makes, as the proxy names it', async () => {
    for (let n = 0; n < 5; n++) await flood(from('192.0.2.4'), 12);
    const { refused } = await flood(from('192.0.2.4'), 1);
    expect(refused).toMatchObject([{ error: { kind: 'rate_limited' } }]);
    expect((await flood(from('192.0.2.5'), 1)).refused).toEqual([]);
  });

  it('counts the address over HTTP and over sockets as one', async () => {
    for (let n = 0; n < 5; n++) await flood(from('192.0.2.6'), 12);
    const post = (address: string) =>
      fetch(`${desk.url}/api/receive_message`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
        body: JSON.stringify({ message: 'hello' }),
      });
    const refused = await post('192.0.2.6');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await post('192.0.2.7')).status).toBe(200);
  });

  it('counts a household of IPv6 addresses as one', async () => {
    for (let n = 0; n < 5; n++) await flood(from(`2001:db8:1:2::${n}`), 12);
    expect((await flood(from('2001:db8:1:2:ffff::9'), 1)).refused).toHaveLength(1);
    expect((await flood(from('2001:db8:1:3::9'), 1)).refused).toEqual([]);
  });

  it('limits new lines of one address', async () => {
    const attempts = Array.from({ length: 70 }, () =>
      desk.knock(from('192.0.2.8')).welcomed.then(
        () => 'in',
        () => 'out',
      ),
    );
    const answers = await Promise.all(attempts);
    expect(answers.filter((answer) => answer === 'in')).toHaveLength(60);
    await desk.visit(from('192.0.2.9'));
  });

  it('limits how often one line tries to enter', async () => {
    const line = await RawLine.open(desk.url, { 'x-forwarded-for': '192.0.2.10' });
    await line.send(...Array.from({ length: 70 }, () => '40/visitor,{"v":1,"site":"nowhere","locale":"en"}'));
    const answers = await line.receive(70);
    expect(answers.filter((answer) => answer.includes('not_found'))).toHaveLength(60);
    expect(answers.filter((answer) => answer.includes('rate_limited'))).toHaveLength(10);
  });
});
