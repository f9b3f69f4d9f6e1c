import { describe, expect, it } from '@jest/globals';
import { createTestDesk } from '../../testing/test-desk.ts';
import { newTicket } from '../../domain/ticket/ticket.ts';
import { confirmation } from './ticket-mails.ts';

const DETAILS = [
  { slot: 'wish', label: 'Wish', value: 'A new lid.', sensitive: false },
  { slot: 'iban', label: 'Account', value: 'DE02 1203', sensitive: true },
  { slot: 'phone', label: 'Phone', value: '+4930123456', sensitive: false },
];

function sms(locale: 'en' | 'zh', missing: string[], details = DETAILS): string {
  const desk = createTestDesk();
  Object.assign(desk.mailer, { available: false, sms: true });
  const { next } = newTicket(
    {
      category: 'repair',
      form: 'repair',
      subject: 'Repair',
      details,
      contact: { phone: '+4930123456' },
      missing: [],
      locale,
    },
    {
      ...{
        id: 'a',
        site: desk.site.id,
        number: 1,
        at: 1,
        by: { kind: 'visitor' },
        route: { target: { to: 'owner' }, rule: null, because: [], byHand: false },
      },
      ...{ dueAt: null, contactKey: null, priority: { priority: 0, level: 'low', reasons: [], rescoreAt: null } },
    },
  );
  const [entry] = confirmation(desk, desk.site, next, {
    name: 'SHOP-T1',
    promise: 'noon',
    missing,
    conversation: null,
  });
  return entry?.kind === 'sms' ? entry.payload.text : '';
}

describe('the text message that confirms a request', () => {
  it('says its number, what was understood, what is still open and when an answer comes; nothing sensitive', () => {
    const text = sms('en', ['Which order is it?']);
    expect(text).toContain('SHOP-T1. Understood: A new lid. Still open: Which order is it? Please answer in the chat');
    expect(text).toMatch(/We answer by noon\.$/);
    expect(text).not.toMatch(/DE02|4930123456/);
    expect(sms('zh', ['是哪个订单？'])).toContain('编号 SHOP-T1。已记录：A new lid。还需要：是哪个订单？');
  });

  it('is cut short in its details, never within a character', () => {
    const text = sms('en', [], [{ slot: 'wish', label: 'Wish', value: '😀'.repeat(200), sensitive: false }]);
    expect(text.length).toBeLessThan(300);
    expect(text.isWellFormed()).toBe(true);
    expect(text).toContain('😀….');
  });
});
