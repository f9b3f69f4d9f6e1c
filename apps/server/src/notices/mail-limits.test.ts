import type { Job, MailContent } from '@solodesk/core';
import { describe, expect, it } from '@jest/globals';
import { MailLimits } from './mail-limits.ts';

const HOUR = 3_600_000;
const held = { key: 1, id: 'j-1', site: 'shop', attempts: 1 };
const call: Job = { ...held, kind: 'owner_mail', conversationKey: 1, sentSeq: 0 };
const NEWS: MailContent = { template: 'known_problem_fixed', problem: 'The checkout', note: null };
const mail = (address: string, content: MailContent = NEWS, site = 'shop'): Job => ({
  ...{ ...held, site, kind: 'mail', begun: 0 },
  payload: { to: { address }, locale: 'en', conversation: null, content },
});
const routed: MailContent = {
  ...{ template: 'routed_ticket', ticket: 'SHOP-T1', subject: 'Broken', reason: '', details: [], contact: [] },
};

/** How many of these may go at once. */
function passing(limits: MailLimits, jobs: readonly Job[], now = 0): number {
  return jobs.filter((job) => limits.take(job, now) === 0).length;
}
const many = (count: number, job: (n: number) => Job) => Array.from({ length: count }, (_, n) => job(n));

describe('the limits of mails', () => {
  it('let a busy shop confirm hundreds of requests without delay', () => {
    const limits = new MailLimits();
    expect(
      passing(
        limits,
        many(200, (n) => mail(`a${n}@b.example`)),
      ),
    ).toBe(200);
    expect(
      passing(
        limits,
        many(500, (n) => mail(`c${n}@b.example`)),
        HOUR,
      ),
    ).toBe(200);
  });

  it('keep calls of the owner apart, so that neither waits for the other', () => {
    const limits = new MailLimits();
    passing(
      limits,
      many(300, (n) => mail(`a${n}@b.example`)),
    );
    expect(
      passing(
        limits,
        many(30, () => call),
      ),
    ).toBe(20);
    const others = new MailLimits();
    passing(
      others,
      many(30, () => call),
    );
    expect(others.take(mail('a@b.example'), 0)).toBe(0);
  });

  it('send one customer only so many, however the address is written, and let the others go on', () => {
    const limits = new MailLimits();
    const jobs = many(30, (n) => mail(n % 2 === 0 ? 'Ann@b.example' : 'ann@B.example'));
    expect(passing(limits, jobs)).toBe(10);
    expect(limits.take(mail('ann@b.example'), 0)).toBe(HOUR / 6);
    expect(limits.take(mail('ben@b.example'), 0)).toBe(0);
    expect(limits.take(mail('ann@b.example', NEWS, 'clinic'), 0)).toBe(0);
    expect(
      passing(
        limits,
        many(100, () => mail('ann@b.example')),
      ),
    ).toBe(0);
    expect(
      passing(
        limits,
        many(300, (n) => mail(`c${n}@b.example`)),
      ),
    ).toBe(200 - 11);
  });

  it.each<[string, MailContent]>([
    ['themes that grow', { template: 'themes_doubled', themes: [], link: '' }],
    ['the report', { template: 'report', title: '', span: '', sections: [], charts: [], link: '' }],
    ['the digest', { template: 'digest', day: '', sections: [], link: '' }],
  ])('do not count what tells the owner of %s as mails to a customer', (_what, content) => {
    const limits = new MailLimits();
    expect(
      passing(
        limits,
        many(50, () => mail('mia@b.example', content)),
      ),
    ).toBe(50);
  });

  it('do not count what goes to the technician as mails to a customer', () => {
    const limits = new MailLimits();
    expect(
      passing(
        limits,
        many(50, () => mail('tech@b.example', routed)),
      ),
    ).toBe(50);
  });

  it('leave text messages and webhooks alone', () => {
    const limits = new MailLimits();
    const text: Job = { ...held, kind: 'sms', begun: 0, payload: { to: '+4915112345678', text: 'Hello' } };
    expect(
      passing(
        limits,
        many(500, () => text),
      ),
    ).toBe(500);
  });
});
