import { describe, expect, it } from '@jest/globals';
import { replyToken } from '../customer-mail/reply-token.ts';
import { someAnswer } from '../testing/some-answer.ts';
import type { AnswerOptions } from '../testing/some-answer.ts';
import { isAnswer, readReply } from './read-reply.ts';

const SECRET = 's'.repeat(64);
const TARGET = { site: 'shop', conversation: '0f8fad5b-d9cb-469f-a165-70867728950e' };
const token = replyToken(SECRET, TARGET, 'ann@customer.example');
const OURS = `<${token}.entry@shop.example>`;
const read = (options: AnswerOptions = {}) =>
  readReply(Buffer.from(someAnswer({ inReplyTo: OURS, ...options })), SECRET);

describe('an answer by mail', () => {
  it('is read without what it quotes, and named by its Message-ID', async () => {
    const mail = await read();
    expect(mail).toMatchObject({
      kind: 'reply',
      reply: { ...TARGET, from: 'ann@customer.example', text: 'It was order 1042.', files: [] },
    });
    const id = (found: Awaited<ReturnType<typeof read>>) => (found.kind === 'reply' ? found.reply.id : '');
    expect(id(mail)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(id(await read())).toBe(id(mail));
    expect(id(await read({ messageId: '<other@customer.example>' }))).not.toBe(id(mail));
  });

  it('is recognised by its references alone, where a server has replaced our id', async () => {
    const mail = await readReply(
      Buffer.from(
        someAnswer({
          inReplyTo: '<010f-ses@amazon.example>',
          references: `<${token}@shop.example> <010f-ses@amazon.example>`,
        }),
      ),
      SECRET,
    );
    expect(mail).toMatchObject({ kind: 'reply', reply: TARGET });
  });

  it('is left alone from anybody else, whatever it names', async () => {
    for (const from of ['Mallory <mallory@evil.example>', '"ann@customer.example" <mallory@evil.example>']) {
      expect(await read({ from })).toEqual({ kind: 'unread', why: 'not_ours' });
    }
    expect(await read({ from: 'ann@customer.example, mallory@evil.example' })).toEqual({
      kind: 'unread',
      why: 'several_senders',
    });
    expect(
      await read({ inReplyTo: '<c_shop.AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA@shop.example>' }),
    ).toMatchObject({ why: 'not_ours' });
  });

  it('is known for one by its headers alone', async () => {
    const headers = (from: string, id = OURS) => Buffer.from(`From: ${from}\r\nIn-Reply-To: ${id}\r\n\r\n`);
    expect(await isAnswer(headers('Ann <ann@customer.example>'), SECRET)).toBe(true);
    expect(await isAnswer(headers('Mallory <mallory@evil.example>'), SECRET)).toBe(false);
    expect(await isAnswer(headers('Ann <ann@customer.example>', '<c_none@x>'), SECRET)).toBe(false);
  });

  it.each([
    'Auto-Submitted: auto-replied',
    'Auto-Submitted: auto-generated',
    'Precedence: bulk',
    'Precedence: auto_reply',
    'X-Autoreply: yes',
    'List-Id: <a.example>',
    'X-Failed-Recipients: a@b',
  ])('is none when a machine wrote it: %s', async (header) => {
    expect(await read({ headers: [header] })).toEqual({ kind: 'unread', why: 'automatic' });
  });

  it('is none when it is a bounce, even to whom we wrote', async () => {
    const daemon = 'mailer-daemon@customer.example';
    const to = replyToken(SECRET, TARGET, daemon);
    expect(await read({ from: daemon, inReplyTo: `<${to}@x>` })).toEqual({ kind: 'unread', why: 'automatic' });
    expect(await read({ headers: ['Auto-Submitted: no'] })).toMatchObject({ kind: 'reply' });
  });

  it('is none when nothing is left of it', async () => {
    expect(await read({ text: '> all\n> quoted' })).toEqual({ kind: 'unread', why: 'empty' });
  });

  it('names the files that came with it, and reads HTML where there is no text', async () => {
    const mail = [
      ...['From: ann@customer.example', `In-Reply-To: ${OURS}`, 'Message-ID: <b@c>', 'MIME-Version: 1.0'],
      ...['Content-Type: multipart/mixed; boundary=x', '', '--x', 'Content-Type: text/html; charset=utf-8', ''],
      ...['<p>It is <b>broken</b>: 坏了</p><script>alert(1)</script>', '--x', 'Content-Type: image/jpeg'],
      ...[
        'Content-Disposition: attachment; filename="crack.jpg"',
        'Content-Transfer-Encoding: base64',
        '',
        'AAAA',
        '--x--',
        '',
      ],
    ].join('\r\n');
    expect(await readReply(Buffer.from(mail), SECRET)).toMatchObject({
      reply: { text: 'It is broken: 坏了', files: [{ name: 'crack.jpg', type: 'image/jpeg' }] },
    });
    // Its end is missing where it was too long.
    expect(await readReply(Buffer.from(mail.slice(0, -30)), SECRET)).toMatchObject({
      reply: { text: 'It is broken: 坏了' },
    });
  });
});
