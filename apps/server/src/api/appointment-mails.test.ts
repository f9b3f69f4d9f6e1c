import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MailServer } from '@solodesk/notify/testing';
import { ApiDesk, NOW } from '../testing/api-desk.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** In the middle of a working day after the day after tomorrow. */
const START = NOW + 3 * DAY + 2 * HOUR;
const span = (of: number) => ({
  startsAt: new Date(of).toISOString(),
  endsAt: new Date(of + HOUR / 2).toISOString(),
});
const visit = {
  ...{
    name: 'visit',
    do: 'book',
    title: { en: 'Visit', zh: '预约' },
    service: { en: 'First visit', zh: '初诊' },
    minutes: 30,
  },
  ...{ intents: ['returns.how'], where: { en: 'High Street 4', zh: '高街 4 号' } },
};

describe('a customer for whom another system books', () => {
  let mails: MailServer;
  let at: ApiDesk;
  beforeEach(async () => {
    mails = await MailServer.start();
    at = await ApiDesk.start({
      sites: { shop: { timeZone: 'Europe/Berlin', actions: [visit] }, bakery: {} },
      environment: { SMTP_URL: `smtp://127.0.0.1:${mails.port}`, MAIL_FROM: 'desk@shop.example' },
    });
    await at.ok('POST /api/customers', [
      { id: 'ann', name: 'Ann', email: 'ann@one.example' },
      { id: 'li', name: '李雷', email: 'li@one.example', locale: 'zh' },
    ]);
  });
  afterEach(async () => {
    await at.end();
    await mails.stop();
  });

  const book = (change: object = {}, query = '') =>
    at.ok<{ id: string }>(`POST /api/appointments${query}`, {
      ...{ ...span(START), service: 'visit', customer: 'ann' },
      ...change,
    });
  const after = async (ms: number) => {
    at.clock.advance(ms);
    await at.desk.server.sweep();
    await at.desk.server.sweep();
  };
  const subjects = () => mails.mails.map(({ subject }) => subject);
  const calendarOf = (place: number) => String(mails.mails[place]?.attachments[0]?.content);

  it('gets a confirmation with an entry for the calendar, and a reminder a day before', async () => {
    const { id } = await book();
    await after(1_000);
    expect(subjects()).toEqual(['Your appointment is booked: First visit']);
    const [mail] = mails.mails;
    expect(mail?.text).toContain('Thu 3 Dec 2026, 11:00');
    expect(mail?.text).toContain('High Street 4');
    expect(mail?.attachments[0]?.contentType).toBe('text/calendar');
    expect(calendarOf(0)).toContain(`UID:${id}@shop.solodesk\r\n`);
    expect(calendarOf(0)).toContain('DTSTART:20261203T100000Z\r\n');
    await after(START - DAY - at.clock.now() - 1_000);
    expect(subjects()).toHaveLength(1);
    await after(1_000);
    expect(subjects()[1]).toBe('A reminder of your appointment: First visit');
    await after(DAY);
    expect(subjects()).toHaveLength(2);
  });

  it('is told of the new time when it moves, and of the end when it is cancelled, and reminded of neither', async () => {
    await book({ id: 'a-1' });
    await after(1_000);
    await at.ok('PATCH /api/appointments/a-1', span(START + HOUR));
    await after(1_000);
    await at.ok('POST /api/appointments/a-1/cancel');
    await at.ok('POST /api/appointments/a-1/cancel');
    await after(1_000);
    expect(subjects()).toEqual([
      'Your appointment is booked: First visit',
      'Your appointment has moved: First visit',
      'Your appointment is cancelled: First visit',
    ]);
    expect(mails.mails[1]?.text).toContain('12:00');
    expect(calendarOf(1)).toContain('SEQUENCE:1\r\n');
    expect(calendarOf(2)).toContain('METHOD:CANCEL\r\n');
    await after(5 * DAY);
    expect(subjects()).toHaveLength(3);
  });

  it('is written to in their own language, of a service that the site’s file knows or not', async () => {
    await book({ customer: 'li' });
    await book({ customer: 'li', ...span(START + HOUR), service: '续牌' });
    await after(1_000);
    expect(subjects().sort()).toEqual(['您的预约已确认：初诊', '您的预约已确认：续牌'].sort());
  });

  it('is told once though the request is repeated, with a key, by its id, or both at once', async () => {
    const wanted = { id: 'a-2', ...span(START), service: 'visit', customer: 'ann' };
    const headers = { 'idempotency-key': 'k-1' };
    await Promise.all([1, 2, 3].map(() => at.call('POST /api/appointments', wanted, at.shop, headers)));
    await at.ok('POST /api/appointments', wanted);
    await after(1_000);
    expect(subjects()).toHaveLength(1);
    // Long after what was sent is forgotten, too.
    await after(60 * DAY);
    const before = mails.mails.length;
    await at.ok('POST /api/appointments', wanted);
    await after(1_000);
    expect(mails.mails).toHaveLength(before);
  });

  it('hears nothing where the other system tells them itself, of what is over, or when nobody knows who they are', async () => {
    await book({ id: 'quiet' }, '?notify=false');
    await at.ok('PATCH /api/appointments/quiet?notify=false', span(START + HOUR));
    await at.ok('POST /api/appointments/quiet/cancel?notify=false');
    await book(span(NOW - 5 * DAY));
    await at.ok('POST /api/appointments', { ...span(START + 2 * HOUR), service: 'visit' });
    await after(DAY);
    await after(5 * DAY);
    expect(subjects()).toEqual([]);
    expect(await at.call('POST /api/appointments?notify=perhaps', {})).toMatchObject({
      status: 422,
      body: { errors: [{ in: 'query', field: 'notify' }] },
    });
  });
});
