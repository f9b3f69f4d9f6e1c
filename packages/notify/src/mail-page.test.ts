import { describe, expect, it } from '@jest/globals';
import type { MailContent } from '@solodesk/core';
import { composeMail, composeTestMail } from './compose-mail.ts';
import { composeCustomerMail } from './customer-mail/compose-customer-mail.ts';
import { someCall, visitorSays } from './testing/some-call.ts';

const BRAND = { name: 'Teal & Linen', accent: '#0f766e', onAccent: '#ffffff' };
const of = (content: MailContent) =>
  composeCustomerMail({ to: { address: 'a@b.example' }, locale: 'en', conversation: null, content }, BRAND, true).html;
const line = {
  text: 'Ann waits',
  why: 'since Friday',
  links: [{ act: 'open' as const, link: 'https://d.example/a' }],
  of: [],
};

const MAILS: Readonly<Record<string, string>> = {
  'to the owner about who waits': composeMail(someCall({}, [visitorSays('Hello?')]), 'en').html,
  'to try the settings': composeTestMail('en').html,
  'of the morning': of({
    ...{ template: 'digest', day: 'Friday', link: 'https://d.example/c' },
    sections: [{ what: 'unhappy', lines: [line] }],
  }),
  'with a report': of({
    ...{ template: 'report', title: 'W48', span: '23 to 29 November', link: 'https://d.example/c' },
    ...{ sections: [], charts: [{ name: 'CSI', png: '' }] },
  }),
  'about a ticket': of({
    ...{ template: 'ticket_received', ticket: 'SHOP-T17', subject: 'Broken vase', promise: null },
    ...{ understood: [{ label: 'Order', value: '1042' }], missing: ['A photo?'] },
  }),
};

describe.each(Object.entries(MAILS))('a mail %s', (_, html) => {
  it('says that it can be dark, and turns everything dark that has a colour of its own', () => {
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    const [, dark = ''] = /@media \(prefers-color-scheme:dark\)\{(.*)\}<\/style>/.exec(html) ?? [];
    const isDark = (name: string) => new RegExp(`(?:^|\\})${name}\\{[^}]*color:#\\w+!important`).test(dark);
    expect(isDark('body')).toBe(true);
    for (const [tag] of html.matchAll(/<\w+ [^>]*style="[^"]*"/g)) {
      // What stands on a colour of its own keeps it.
      const colour = /[";](?:color:(#\w+))/.exec(tag)?.[1];
      if (colour === undefined || tag.startsWith('<body') || /background:#/.test(tag)) continue;
      const name = /class="([\w-]+)"/.exec(tag)?.[1] ?? '';
      expect([tag, isDark(`\\.${name}`)]).toEqual([tag, true]);
    }
  });

  it('is as wide as the screen, and on white where a mail program reads no style sheet', () => {
    expect(html).toContain('<meta name="viewport" content="width=device-width">');
    expect(html).toMatch(/<body style="[^"]*color:#1c1917;background:#ffffff"/);
  });
});
