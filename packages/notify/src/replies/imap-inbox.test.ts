import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { silentLog } from '@solodesk/core/testing';
import { replyToken } from '../customer-mail/reply-token.ts';
import { Dovecot } from '../testing/dovecot.ts';
import { LOCALHOST } from '../testing/localhost-certificate.ts';
import { mailWithFiles } from '../testing/mail-with-files.ts';
import { someAnswer } from '../testing/some-answer.ts';
import { imapServerFrom } from './imap-server.ts';
import { startImapInbox } from './imap-inbox.ts';
import type { ImapInbox, ImapInboxOptions, MailboxMark } from './imap-inbox.ts';
import type { MailReply } from './read-reply.ts';

const SECRET = 's'.repeat(64);
const TARGET = { site: 'shop', conversation: '0f8fad5b-d9cb-469f-a165-70867728950e' };
const OURS = `<${replyToken(SECRET, TARGET, 'ann@customer.example')}.entry@shop.example>`;
const MINUTE = 60_000;

/** @param times of 50 ms and more, as the machine may be busy or be held still meanwhile */
async function until(isSo: () => boolean, what: string, times = 2_400): Promise<void> {
  for (let n = 0; n < times; n++) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain ${what}`);
}

describe('a mailbox', () => {
  let dovecot: Dovecot;
  let users = 0;
  const inboxes: ImapInbox[] = [];
  beforeAll(async () => {
    dovecot = await Dovecot.start();
  }, 4 * MINUTE);
  afterEach(async () => {
    await Promise.all(inboxes.splice(0).map((inbox) => inbox.stop()));
  });
  afterAll(() => dovecot.remove());

  const newUser = () => `desk${++users}`;
  /** Reads a user's mailbox; what is kept between two readers is the mark. */
  const reader = (user: string, change: Partial<ImapInboxOptions> = {}) => {
    const replies: MailReply[] = [];
    let mark: MailboxMark | null = null;
    const start = () => {
      const inbox = startImapInbox({
        ...{
          server: imapServerFrom(dovecot.url(user)),
          secret: SECRET,
          log: silentLog,
          firstPauseMs: 50,
          lookEveryMs: 500,
        },
        onReply: async (reply) => void replies.push(reply),
        mark: { read: () => mark, write: (next) => void (mark = next) },
        ...change,
      });
      inboxes.push(inbox);
      return inbox;
    };
    return { replies, start, mark: () => mark };
  };
  const answer = (text: string, change = {}) =>
    someAnswer({ text, inReplyTo: OURS, messageId: `<${text}@c>`, ...change });

  it('is told of what arrives, and does not wait until it is looked at again', async () => {
    const user = newUser();
    await dovecot.deliver(answer('one'), user);
    const { replies, start } = reader(user, { lookEveryMs: 10 * MINUTE });
    start();
    await until(() => replies.length === 1, 'for the first');
    await dovecot.deliver(answer('two'), user);
    // Left to itself the client listens after 15 s.
    await until(() => replies.length === 2, 'for the second', 200);
  });

  it('is read for what lies there already, and for what arrives, and is left as it was', async () => {
    const user = newUser();
    await dovecot.deliver(answer('one'), user);
    await dovecot.deliver(someAnswer({ text: 'a newsletter' }), user);
    const { replies, start } = reader(user);
    const inbox = start();
    await until(() => replies.length === 1, 'for the first');
    expect(inbox.state).toEqual({ kind: 'reading' });
    await dovecot.deliver(answer('two'), user);
    await until(() => replies.length === 2, 'for the second');
    expect(replies.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(replies[0]).toMatchObject(TARGET);
    expect(await dovecot.flags(user)).toEqual([[], [], []]);
  });

  it('is read on from where a reader before had come to', async () => {
    const user = newUser();
    const { replies, start, mark } = reader(user);
    const first = start();
    await dovecot.deliver(answer('one'), user);
    await until(() => mark()?.lastUid === 1, 'for the first');
    await first.stop();
    await dovecot.deliver(answer('two'), user);
    start();
    await until(() => mark()?.lastUid === 2, 'for the second');
    expect(replies.map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it('is read again for a mail that could not be taken', async () => {
    const user = newUser();
    let busy = 2;
    const taken: string[] = [];
    const onReply = async ({ text }: MailReply) => {
      if (busy-- > 0) throw new Error('the store is busy');
      taken.push(text);
    };
    const { start } = reader(user, { onReply });
    await dovecot.deliver(answer('one'), user);
    start();
    await until(() => taken.length === 1, 'for the mail');
    expect(taken).toEqual(['one']);
  });

  it('is connected to again when its server comes back', async () => {
    const user = newUser();
    const { replies, start } = reader(user);
    const inbox = start();
    await until(() => inbox.state.kind === 'reading', 'for the line');
    await dovecot.stop();
    await until(() => inbox.state.kind === 'failing', 'for the fault');
    await dovecot.resume();
    await dovecot.deliver(answer('after'), user);
    await until(() => replies.length === 1, 'for the mail');
    expect(inbox.state).toEqual({ kind: 'reading' });
  });

  it('says what is wrong with a password, and keeps it to itself', async () => {
    const { start } = reader(newUser(), { server: imapServerFrom(dovecot.url('desk', 'wrong-word')) });
    const inbox = start();
    await until(() => inbox.state.kind === 'failing', 'for the fault');
    expect(inbox.state).toEqual({ kind: 'failing', reason: 'user or password were refused' });
  });

  it('is read over TLS, from a server that can prove who it is', async () => {
    const user = newUser();
    await dovecot.deliver(answer('one'), user);
    const { replies, start } = reader(user, { server: imapServerFrom(dovecot.secureUrl(user)), ca: LOCALHOST.cert });
    start();
    await until(() => replies.length === 1, 'for the mail');
  });

  it('gives the files of a mail, of several megabytes, as they were sent', async () => {
    const user = newUser();
    const { replies, start } = reader(user);
    const content = Buffer.alloc(6_000_000, 'a photo, byte by byte; ');
    const parts = [{ type: 'image/jpeg', name: '裂缝.jpg', content }];
    await dovecot.deliver(mailWithFiles({ inReplyTo: OURS, parts }), user);
    start();
    await until(() => replies.length === 1, 'for the mail');
    const [file] = replies[0]?.files ?? [];
    expect(file).toMatchObject({ name: '裂缝.jpg', inline: false, cut: false });
    expect(file?.content.equals(content)).toBe(true);
  });

  it('gives the beginning of a mail that is too long, and says of its last file that it is cut', async () => {
    const user = newUser();
    const { replies, start } = reader(user, { mostBytes: 200_000 });
    const parts = ['whole.pdf', 'cut.pdf', 'unseen.pdf'].map((name) => ({
      ...{ type: 'application/pdf', name, content: Buffer.alloc(100_000, 'x') },
    }));
    await dovecot.deliver(mailWithFiles({ inReplyTo: OURS, parts }), user);
    await dovecot.deliver(answer(`the beginning ${'x'.repeat(300_000)}`, { messageId: '<long@c>' }), user);
    start();
    await until(() => replies.length === 2, 'for the mails');
    expect(replies[0]?.files.map(({ name, cut }) => [name, cut])).toEqual([
      ['whole.pdf', false],
      ['cut.pdf', true],
    ]);
    expect(replies[1]?.text).toMatch(/^the beginning x+$/);
    expect(replies[1]?.text.length).toBeLessThan(200_001);
  });
});

describe('the address of a mailbox', () => {
  it('is read with its port and its folder', () => {
    const facts = { host: 'mail.example.com', user: 'desk@example.com', pass: 'a/b' };
    expect(imapServerFrom('imaps://desk%40example.com:a%2Fb@mail.example.com')).toEqual({
      ...facts,
      port: 993,
      secure: true,
      mailbox: 'INBOX',
    });
    expect(imapServerFrom('imap://desk%40example.com:a%2Fb@mail.example.com:1143/Help')).toEqual({
      ...facts,
      port: 1143,
      secure: false,
      mailbox: 'Help',
    });
  });

  it.each(['mail.example.com', 'https://a:b@c', 'imaps://c', 'imaps://a@c', 'imaps://a:b@c?x', 'imaps://a:%@c'])(
    'is not %s',
    (address) => {
      expect(() => imapServerFrom(address)).toThrow(/^(?!.*a:b@)/);
    },
  );
});
