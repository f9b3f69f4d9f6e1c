import { describe, expect, it } from '@jest/globals';
import type { MailContent, MailPayload } from '@solodesk/core';
import { composeCustomerMail } from './compose-customer-mail.ts';

const NASTY = `<script>alert("1")</script><img src=x onerror='x'>`;
const BRAND = { name: 'Teal & Linen', accent: '#0f766e', onAccent: '#ffffff' };
const mail = (content: MailContent, change: Partial<MailPayload> = {}, answered = true) =>
  composeCustomerMail(
    { to: { address: 'a@b.example' }, locale: 'en', conversation: null, content, ...change },
    BRAND,
    answered,
  );

const RECEIVED: MailContent = {
  template: 'ticket_received',
  ticket: 'SHOP-T17',
  subject: 'Broken vase',
  understood: [
    { label: 'Order', value: '1042' },
    { label: 'Account number', value: 'DE00 1234', sensitive: true },
  ],
  missing: ['May we have a photo of it?'],
  promise: 'tomorrow 10:00',
};
const ALL: readonly MailContent[] = [
  RECEIVED,
  { template: 'owner_answer_unseen', answers: [{ name: 'Mara', text: NASTY }] },
  { template: 'ticket_solved', ticket: 'SHOP-T17', subject: NASTY, note: NASTY },
  {
    template: 'satisfaction',
    about: null,
    scores: [
      { score: 1, link: 'https://d.example/s#1' },
      { score: 10, link: 'https://d.example/s#10' },
    ],
  },
  {
    ...{ template: 'report', title: 'Shop: 2026-W48', span: NASTY, link: 'https://d.example/console/#/insights' },
    sections: [{ title: 'What to do', lines: [{ text: NASTY, link: 'https://d.example/console/#/desk' }] }],
    charts: [{ name: NASTY, png: '' }],
  },
  { template: 'survey', title: 'Spring', intro: NASTY, link: 'https://d.example/rate#t' },
  {
    ...{ template: 'message', subject: 'Welcome', text: NASTY, unsubscribe: 'https://d.example/unsubscribe#t' },
    link: { label: NASTY, url: 'https://shop.example' },
  },
  { template: 'remedy_offered', ticket: 'SHOP-T17', name: 'Mara', texts: [NASTY, 'A voucher.'] },
  { template: 'complaint_deadline', ticket: 'SHOP-T17', subject: NASTY, by: 'Friday', link: 'https://d.example/t' },
  {
    ...{ template: 'alert', link: 'https://d.example/c', of: null },
    alert: { what: 'score', score: 3, word: NASTY, ticket: null },
  },
  {
    ...{ template: 'alert', link: 'https://d.example/c', of: null },
    alert: { what: 'feedback', source: 'google', author: NASTY, rating: 2, text: NASTY },
  },
  {
    ...{ template: 'digest', day: 'Friday', link: 'https://d.example/c' },
    sections: [
      {
        what: 'promises',
        lines: [{ text: NASTY, why: NASTY, of: [], links: [{ act: 'open', link: 'https://d.example/o' }] }],
      },
    ],
  },
  {
    ...{ template: 'alert', link: 'https://d.example/c', of: null },
    alert: { what: 'complaint', ticket: 'SHOP-T1', text: NASTY },
  },
  {
    template: 'appointment',
    status: 'booked',
    title: NASTY,
    when: 'Monday 9:00',
    where: NASTY,
    calendar: null,
    link: 'https://d.example/a',
  },
  {
    template: 'themes_doubled',
    themes: [{ name: NASTY, size: 9, before: 3, link: 'https://d.example/t' }],
    link: 'https://d.example/c',
  },
  { template: 'known_problem_fixed', problem: NASTY, note: NASTY },
  {
    template: 'routed_ticket',
    ticket: 'SHOP-T17',
    subject: NASTY,
    reason: NASTY,
    details: [{ label: NASTY, value: NASTY }],
    contact: [{ label: 'E-mail', value: NASTY }],
  },
];

describe('a report by mail', () => {
  it('shows its charts as pictures of its own, and says the same as text', () => {
    const sections = [{ title: 'What to do', lines: [{ text: 'Read it', link: 'https://d.example/#/desk' }] }];
    const { subject, text, html, attachments } = mail({
      ...{
        template: 'report',
        title: 'Shop: 2026-W48',
        span: 'a week',
        sections,
        link: 'https://d.example/#/insights',
      },
      charts: [{ name: 'CSI', png: Buffer.from('picture').toString('base64') }],
    });
    expect(subject).toBe('Shop: 2026-W48');
    expect(text).toContain('What to do\n- Read it\n  Go there: https://d.example/#/desk');
    expect(text).toContain('[CSI]');
    expect(html).toContain('<img src="cid:chart-1@report" alt="CSI"');
    expect(attachments).toEqual([
      { filename: 'chart-1.png', contentType: 'image/png', cid: 'chart-1@report', content: Buffer.from('picture') },
    ]);
  });
});

describe('a mail to a customer', () => {
  it('says the number, what was understood, what is missing, the promise, and how to add to it', () => {
    const { subject, text, html } = mail(RECEIVED);
    expect(subject).toBe('[SHOP-T17] Teal & Linen has received your request');
    for (const part of [
      'SHOP-T17',
      'Broken vase',
      'Order: 1042',
      'May we have a photo of it?',
      'tomorrow 10:00',
      'Answer this mail',
    ]) {
      expect(text).toContain(part);
    }
    for (const part of ['Teal &amp; Linen', '#0f766e', '1042', 'May we have a photo of it?'])
      expect(html).toContain(part);
  });

  it('keeps what is sensitive at home', () => {
    const { subject, text, html } = mail(RECEIVED);
    expect(subject + text + html).not.toContain('DE00');
    expect(text).toContain('Account number: (received, not repeated here)');
  });

  it.each([RECEIVED, ...ALL.filter(({ template }) => template === 'remedy_offered')])(
    'asks for no answer where none is read: $template',
    (content) => {
      expect(mail(content).text).toMatch(/[Aa]nswer this mail/);
      const { text } = mail(content, {}, false);
      expect(text).not.toMatch(/[Aa]nswer this mail/);
      expect(text).toContain('answers to this mail do not reach us');
    },
  );

  it('tells mail programs how to end an owner’s own messages, by one click where they reach us over HTTPS', () => {
    const content = ALL.find(({ template }) => template === 'message') as Extract<MailContent, { template: 'message' }>;
    const oneClick = 'https://d.example/unsubscribe/one-click/t';
    expect(mail({ ...content, oneClick }).headers).toEqual({
      'List-Unsubscribe': `<${oneClick}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    const page = { 'List-Unsubscribe': '<https://d.example/unsubscribe#t>' };
    expect(mail({ ...content, oneClick: oneClick.replace('https', 'http') }).headers).toEqual(page);
    expect(mail(content).headers).toEqual(page);
    expect(mail(RECEIVED).headers).toEqual({});
  });

  it('lets whoever is asked something be asked no more, in the words and the headers of the mail', () => {
    const exit = {
      unsubscribe: 'https://d.example/rate/leave#t',
      oneClick: 'https://d.example/rate/leave/one-click/o',
    };
    const asks: MailContent[] = [
      { template: 'survey', title: 'Spring', intro: '', link: 'https://d.example/rate#s', ...exit },
      { template: 'satisfaction', about: null, scores: [], ...exit },
    ];
    for (const content of asks) {
      const { text, headers } = mail(content);
      expect(text).toContain('Don’t ask me again: https://d.example/rate/leave#t');
      expect(headers).toEqual({
        'List-Unsubscribe': '<https://d.example/rate/leave/one-click/o>',
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      });
      expect(mail(content, { locale: 'zh' }).html).toContain('>不再询问</a>');
    }
    // One of before.
    const old: MailContent = { template: 'survey', title: 'Spring', intro: '', link: 'https://d.example/rate#s' };
    expect(mail(old).text).not.toContain('ask me again');
  });

  it('says why an owner’s own message comes, and how to end them', () => {
    const content = ALL.find(({ template }) => template === 'message')!;
    expect(mail(content).text).toContain('allowed Teal & Linen to write to you');
    expect(mail(content).text).toContain('Unsubscribe: https://d.example/unsubscribe#t');
    expect(mail(content, { locale: 'zh' }).html).toContain('>退订</a>');
  });

  it('speaks Chinese', () => {
    const { subject, text, html } = mail(RECEIVED, { locale: 'zh' });
    expect(subject).toBe('[SHOP-T17] Teal & Linen 已收到您的请求');
    expect(text).toContain('我们会在 tomorrow 10:00 之前答复您。');
    expect(html).toContain('<html lang="zh-CN">');
  });

  it.each(ALL)('shows what people wrote as text, never as HTML: $template', (content) => {
    for (const locale of ['en', 'zh'] as const) {
      const { html, text, subject } = mail(content, { locale });
      // Pictures of our own come with the mail.
      expect(html).not.toMatch(/<script|<img(?! src="cid:)/);
      expect(subject).not.toMatch(/[\r\n]/);
      expect(subject).not.toBe('');
      expect(text).toContain('Teal & Linen');
      expect(html).not.toMatch(/undefined|\[object/);
      expect(text).not.toMatch(/undefined|\[object/);
    }
  });

  it('says in its subject nothing that a customer wrote', () => {
    for (const content of ALL.filter(({ template }) => template !== 'appointment')) {
      expect(mail(content).subject).not.toMatch(/script|vase/);
    }
  });

  it('has one line as its subject, whatever the site is called', () => {
    const brand = { ...BRAND, name: 'Teal\r\nBcc: all@example.com' };
    const payload = { to: { address: 'a@b' }, locale: 'en', conversation: null, content: RECEIVED } as const;
    expect(composeCustomerMail(payload, brand, true).subject).toBe(
      '[SHOP-T17] Teal Bcc: all@example.com has received your request',
    );
  });

  it('brings an appointment as a file for the calendar, with the method that the file has', () => {
    const calendar = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
    const content = {
      template: 'appointment',
      status: 'booked',
      title: 'Check-up',
      when: 'Mon',
      where: null,
      calendar,
      link: null,
    } as const;
    expect(mail(content).attachments).toEqual([
      { filename: 'appointment.ics', content: calendar, contentType: 'text/calendar; charset=utf-8; method=REQUEST' },
    ]);
    expect(mail({ ...content, calendar: null }).attachments).toEqual([]);
  });

  it('is a person’s where it brings a person’s words, and a machine’s else', () => {
    const byPerson = ALL.filter((content) => mail(content).byPerson).map(({ template }) => template);
    expect(byPerson).toEqual(['owner_answer_unseen', 'remedy_offered']);
  });

  it('says to whoever a request is passed on whom to answer, with nothing before it', () => {
    const passedOn = ALL.find(({ template }) => template === 'routed_ticket');
    const content = { ...passedOn, contact: [{ label: '', value: '+491701234567' }] } as MailContent;
    expect(mail(content).text).toContain('Whom to answer:\n- +491701234567\n');
  });
});
