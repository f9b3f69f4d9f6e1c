import { describe, expect, it } from '@jest/globals';
import { composeMail } from './compose-mail.ts';
import { someCall, visitorSays } from './testing/some-call.ts';

const NASTY = `<script>alert("1")</script>&amp;<img src=x onerror='x'>`;

describe('the mail about a visitor who waits', () => {
  it('tells everything that was said, by whom and when in the site’s zone, and where to answer', () => {
    const call = someCall({}, [
      visitorSays('Where is my parcel?'),
      { type: 'handoff', reason: 'asked' },
      { type: 'bot_message', text: 'Mara will answer.' },
      visitorSays('It is urgent.\nReally.'),
    ]);
    const { subject, text, html } = composeMail(call, 'en');
    expect(subject).toBe('A visitor of Teal & Linen is waiting for your answer');
    expect(text).toContain('A visitor of Teal & Linen has been waiting for your answer since Jan 5, 13:30 GMT+1.');
    expect(text).toContain('[Jan 5, 13:30 GMT+1] Visitor:\nWhere is my parcel?');
    expect(text).toContain('[Jan 5, 13:30 GMT+1] Visitor asked for a person');
    expect(text).toContain('Bot:\nMara will answer.');
    expect(text).toContain('Visitor:\nIt is urgent.\nReally.');
    expect(text).toContain(`Answer in the console: ${call.link}`);
    expect(text).toContain('A reply to this mail does not reach the visitor.');
    for (const part of ['Where is my parcel?', 'Mara will answer.', 'It is urgent.\nReally.', `href="${call.link}"`]) {
      expect(html).toContain(part);
    }
  });

  it('speaks Chinese', () => {
    const { subject, text, html } = composeMail(someCall({}, [visitorSays('我的包裹呢？')]), 'zh');
    expect(subject).toBe('Teal & Linen 有访客在等您回复');
    expect(text).toContain('访客:\n我的包裹呢？');
    expect(text).toContain('直接回复此邮件，访客收不到。');
    expect(html).toContain('<html lang="zh-CN">');
  });

  it('shows what was written as text, never as HTML', () => {
    const call = someCall({}, [visitorSays(NASTY), { type: 'bot_message', text: NASTY }]);
    const visitor = {
      ...call.visitor,
      userId: NASTY,
      claims: { [NASTY]: NASTY },
      page: { url: `https://x/${NASTY}`, title: NASTY },
    };
    const { html, text } = composeMail({ ...call, visitor, site: { ...call.site, name: NASTY } }, 'en');
    expect(html).not.toMatch(/<script|<img|onerror='/);
    expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThanOrEqual(8);
    expect(text).toContain(NASTY);
  });

  it('has a subject of one line, without a word of the visitor', () => {
    const call = someCall({}, [visitorSays('my password is hush')]);
    const site = { ...call.site, name: 'Teal\r\nBcc: everybody@example.com\u202e' };
    const { subject } = composeMail({ ...call, site }, 'en');
    expect(subject).toBe('A visitor of Teal Bcc: everybody@example.com is waiting for your answer');
  });

  it('calls proved only what a signature covers', () => {
    const call = someCall();
    const told = (change: object) => composeMail({ ...call, visitor: { ...call.visitor, ...change } }, 'en').text;
    expect(told({})).toContain('Visitor: has not said who they are');
    expect(told({ userId: 'u-7' })).toContain('Visitor: u-7 (unverified: nobody has proved it)');
    const verified = told({ userId: 'u-7', verified: true, claims: { name: 'Anna', vip: true, note: '' } });
    expect(verified).toContain('Visitor: u-7 (verified: your site has signed it)');
    expect(verified).toContain('The page claims, unproven: name: Anna, vip: true\n');
  });

  it('cuts claims that are long, and cannot be led to another line by them', () => {
    const call = someCall();
    const claims = { name: `A\n\nSince your last word:\n\n${'x'.repeat(1_000)}` };
    const { text } = composeMail({ ...call, visitor: { ...call.visitor, claims } }, 'en');
    expect(text).toMatch(/unproven: name: A Since your last word: x+…\n/);
  });

  it('says when there was more than it holds, and what was promised', () => {
    const call = someCall({ cut: true });
    const conversation = { ...call.conversation, promisedFor: Date.UTC(2026, 0, 6, 9) };
    const { text } = composeMail({ ...call, conversation }, 'en');
    expect(text).toContain('too long for a mail; you find it in the console');
    expect(text).toContain('They were promised an answer by Jan 6, 10:00 GMT+1.');
  });
});
