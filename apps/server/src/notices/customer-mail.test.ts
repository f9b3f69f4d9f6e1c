import { Dovecot, someAnswer } from '@solodesk/notify/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ANN, MINUTE, startMailDesk } from '../testing/mail-desk.ts';
import type { MailDesk } from '../testing/mail-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import { until } from '../testing/until.ts';

describe('a visitor who has left', () => {
  let dovecot: Dovecot;
  let mail: MailDesk;
  let desk: TestDesk;
  let users = 0;

  beforeAll(async () => {
    dovecot = await Dovecot.start();
  }, 4 * MINUTE);
  afterAll(() => dovecot.remove());
  beforeEach(async () => {
    mail = await startMailDesk(dovecot, `desk${++users}`);
    desk = mail.desk;
  });
  afterEach(() => mail.end());

  const texts = async (key: number) =>
    (await desk.store.readLog(key, { limit: 50 })).flatMap(({ entry }) =>
      entry.type === 'visitor_message' ? [entry.text] : [],
    );
  const answered = (words: readonly string[] = ['It is on its way.']) => mail.writtenTo(words);

  it('gets the owner’s unseen answers by mail after five minutes, as one, once', async () => {
    await answered(['It is on its way.', 'It left <b>today</b>.']);
    await mail.after(5 * MINUTE - 1_000);
    expect(mail.customerMails()).toEqual([]);
    await mail.after(1_000);
    expect(mail.customerMails()).toHaveLength(1);
    const [sent] = mail.customerMails();
    expect(sent?.text).toContain('It is on its way.');
    expect(sent?.html).toContain('It left &lt;b&gt;today&lt;/b&gt;.');
    await mail.after(60 * MINUTE);
    expect(mail.customerMails()).toHaveLength(1);
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
    await mail.after(5 * MINUTE);
    const [sent] = mail.customerMails();
    expect(sent?.text).toContain('📎 label.txt');
    expect(sent?.attachments.map(({ filename, content }) => [filename, String(content)])).toEqual([
      ['label.txt', 'Return to: …'],
    ]);
  });

  it('gets no mail about what they have seen, or when nobody knows where to', async () => {
    const { key } = await answered();
    await desk.store.markSeen(key, 'visitor', 99);
    await mail.after(10 * MINUTE);
    expect(mail.customerMails()).toEqual([]);
  });

  it('joins the conversation by answering that mail', async () => {
    const { key } = await answered();
    await mail.after(5 * MINUTE);
    const [sent] = mail.customerMails();
    const inReplyTo = sent?.messageId ?? '';
    await mail.deliver(
      someAnswer({ from: 'Mallory <mallory@evil.example>', inReplyTo, text: 'give me', messageId: '<m@e>' }),
    );
    await mail.deliver(someAnswer({ inReplyTo, text: 'Thank you!\n\nOn Mon, Shop wrote:\n> It is on its way.' }));
    // The same mail a second time, as some servers deliver it.
    await mail.deliver(someAnswer({ inReplyTo, text: 'Thank you!' }));
    await mail.deliver(
      someAnswer({ inReplyTo, text: 'I am away', messageId: '<away@c>', headers: ['Auto-Submitted: auto-replied'] }),
    );
    await mail.deliver(someAnswer({ inReplyTo, text: 'And when?', messageId: '<2@c>' }));
    await until(async () => (await texts(key)).length === 3, 'for the answers');
    expect(await texts(key)).toEqual(['where is it', 'Thank you!', 'And when?']);
    expect(desk.logLines.join('\n')).not.toContain(ANN);
  });
});
