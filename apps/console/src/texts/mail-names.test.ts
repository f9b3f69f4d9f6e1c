import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { mailName } from './mail-names.ts';

const folder = new URL('../../../../packages/core/src/use-cases/', import.meta.url);
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');
/** Keys under which something is planned, looked for or counted, by their beginning. */
const planned = [...new Set([...source.matchAll(/`([a-z_]+):\$\{/g)].map(([, kind]) => kind!))];
/** Those that go to the desk itself, or are no mails. */
const OTHERS = ['complaint', 'complaint_deadline', 'feedback', 'promise_broken', 'themes_doubled', 'unhappy'].concat([
  ...['order', 'visitor', 'tel'],
]);

describe('the name of a mail to a customer', () => {
  it('is known of each that is sent, in both languages', () => {
    const mails = planned.filter((kind) => !OTHERS.includes(kind));
    expect(mails.length).toBeGreaterThan(10);
    for (const locale of ['en', 'zh'] as const) {
      expect(mails.filter((kind) => mailName(`${kind}:17`, locale) === null)).toEqual([]);
    }
  });

  it('says which ticket or message it was about', () => {
    expect(mailName('ticket_solved:17:3', 'en')).toBe('Ticket 17 solved');
    expect(mailName('life:welcome:7:0', 'zh')).toBe('自动邮件“welcome”');
    expect(mailName('something:else', 'en')).toBeNull();
  });
});
