import { createFakeClock } from '@solodesk/core/testing';
import { Dovecot, LOCALHOST, MailServer, someAnswer } from '@solodesk/notify/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import { until } from '../testing/until.ts';

const MINUTE = 60_000;
const ANN = 'ann@customer.example';

describe('a visitor who has left', () => {
  let dovecot: Dovecot;
  let mails: MailServer;
  let desk: TestDesk;
  let clock: ReturnType<typeof createFakeClock>;
  let users = 0;

  beforeAll(async () => {
    dovecot = await Dovecot.start();
  }, 4 * MINUTE);
  afterAll(() => dovecot.remove());
  beforeEach(async () => {
    clock = createFakeClock(Date.UTC(2026, 0, 5, 12));
    mails = await MailServer.start();
    desk = await startDesk({
      clock,
      outgoingCa: LOCALHOST.cert,
      environment: {
        SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
        MAIL_FROM: 'desk@shop.example',
        IMAP_URL: dovecot.url(`desk${++users}`).replace('127.0.0.1', 'localhost'),
      },
    });
  });
  afterEach(async () => {
    await desk.end();
    await mails.stop();
  });

  const known = async (conversation: string, email = ANN) => {
    const row = await desk.store.findConversation('shop', conversation);
    if (row === null) throw new Error('there is such a conversation');
    const write = { site: 'shop', at: clock.now(), uuid: () => crypto.randomUUID(), batch: null };
    await desk.store.noteVisitorContact(row.visitor.key, { email }, write);
    return row.conversation.key;
  };
  const texts = async (key: number) =>
    (await desk.store.readLog(key, { limit: 50 })).flatMap(({ entry }) =>
      entry.type === 'visitor_message' ? [entry.text] : [],
    );
  const after = async (ms: number) => {
    clock.advance(ms);
    await desk.server.sweep();
    await desk.server.sweep();
  };
  /** A visitor whom the owner has answered after they left. */
  const answered = async (words: readonly string[] = ['It is on its way.']) => {
    const owner = await desk.console();
    const visitor = await desk.visit();
    const ack = await visitor.emit('message', {
      clientId: crypto.randomUUID(),
      text: 'where is it',
      intent: 'solodesk.person',
    });
    if (!ack.ok) throw new Error(ack.error.kind);
    const key = await known(ack.conversation);
    visitor.leave();
    for (const text of words) await owner.reply(ack.conversation, text);
    return { conversation: ack.conversation, key, owner };
  };
  const customerMails = () => mails.mails.filter(({ to }) => [to].flat().some((each) => each?.text === ANN));

  it('gets the owner’s unseen answers by mail after five minutes, as one, once', async () => {
    await answered(['It is on its way.', 'It left <b>today</b>.']);
    await after(5 * MINUTE - 1_000);
    expect(customerMails()).toEqual([]);
    await after(1_000);
    expect(customerMails()).toHaveLength(1);
    const [mail] = customerMails();
    expect(mail?.text).toContain('It is on its way.');
    expect(mail?.html).toContain('It left &lt;b&gt;today&lt;/b&gt;.');
    await after(60 * MINUTE);
    expect(customerMails()).toHaveLength(1);
  });

  it('gets the files of these answers with the mail', async () => {
    const { conversation, owner } = await answered();
    const response = await fetch(`${desk.url}/console/api/files/shop/${conversation}`, {
      ...{ method: 'POST', body: 'Return to: …' },
      headers: { cookie: owner.cookie, 'x-solodesk': '1', 'x-file-name': 'label.txt' },
    });
    const { file } = (await response.json()) as { file: { id: string } };
    const words = { site: 'shop', conversation, clientId: crypto.randomUUID(), text: '', attachments: [file.id] };
    expect(await owner.emit('reply', words)).toMatchObject({ ok: true });
    await after(5 * MINUTE);
    const [mail] = customerMails();
    expect(mail?.text).toContain('📎 label.txt');
    expect(mail?.attachments.map(({ filename, content }) => [filename, String(content)])).toEqual([
      ['label.txt', 'Return to: …'],
    ]);
  });

  it('gets no mail about what they have seen, or when nobody knows where to', async () => {
    const { key } = await answered();
    await desk.store.markSeen(key, 'visitor', 99);
    await after(10 * MINUTE);
    expect(customerMails()).toEqual([]);
  });

  it('joins the conversation by answering that mail', async () => {
    const { key } = await answered();
    await after(5 * MINUTE);
    const [mail] = customerMails();
    const inReplyTo = mail?.messageId ?? '';
    const user = `desk${users}`;
    await dovecot.deliver(
      someAnswer({ from: 'Mallory <mallory@evil.example>', inReplyTo, text: 'give me', messageId: '<m@e>' }),
      user,
    );
    await dovecot.deliver(
      someAnswer({ inReplyTo, text: 'Thank you!\n\nOn Mon, Shop wrote:\n> It is on its way.' }),
      user,
    );
    // The same mail a second time, as some servers deliver it.
    await dovecot.deliver(someAnswer({ inReplyTo, text: 'Thank you!' }), user);
    await dovecot.deliver(
      someAnswer({ inReplyTo, text: 'I am away', messageId: '<away@c>', headers: ['Auto-Submitted: auto-replied'] }),
      user,
    );
    await dovecot.deliver(someAnswer({ inReplyTo, text: 'And when?', messageId: '<2@c>' }), user);
    await until(async () => (await texts(key)).length === 3, 'for the answers');
    expect(await texts(key)).toEqual(['where is it', 'Thank you!', 'And when?']);
    expect(desk.logLines.join('\n')).not.toContain(ANN);
  });
});
