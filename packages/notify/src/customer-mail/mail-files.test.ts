import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CarriedJob, Locale, MailedFile } from '@solodesk/core';
import { createCarrier } from '../carrier.ts';
import { createSafeFetch } from '../outgoing/safe-fetch.ts';
import { createSmtpMailer } from '../smtp-mailer.ts';
import { MailServer, smtpError } from '../testing/mail-server.ts';
import { RecentDeliveries } from '../webhooks/recent-deliveries.ts';

const MB = 1024 * 1024;
const LABEL: MailedFile = { id: 'f1', name: '退货标签.pdf', type: 'application/pdf', bytes: 9 };
const PHOTO: MailedFile = { id: 'f2', name: 'photo.jpg', type: 'image/jpeg', bytes: 10 * MB };

describe('the files of an answer', () => {
  let mails: MailServer;
  let begun: number;
  let read: string[];
  beforeEach(async () => {
    mails = await MailServer.start();
    begun = 0;
    read = [];
  });
  afterEach(() => mails.stop());

  /** Sends an answer with files; every content is as long as its file is said to be, and `gone` has none. */
  const send = async (files: readonly MailedFile[], locale: Locale = 'en') => {
    const server = { host: '127.0.0.1', port: mails.port, secure: false, auth: null };
    const carrier = createCarrier({
      ...{ sms: null, webhooks: { find: () => null }, deliveries: new RecentDeliveries(), fetch: createSafeFetch() },
      mailer: createSmtpMailer({ server, from: { name: '', address: 'desk@shop.example' } }),
      brandOf: () => ({ name: 'Shop', accent: '#0f766e', onAccent: '#ffffff' }),
      async readFile(site, id) {
        read.push(`${site} ${id}`);
        const file = files.find((each) => each.id === id);
        return file === undefined || id === 'gone' ? null : Buffer.alloc(file.bytes, 'x');
      },
      linkToFile: (site, id) => `https://desk.example/file#${site}.${id}`,
      ...{ replySecret: null, now: () => 0 },
    });
    const job: CarriedJob = {
      ...{ key: 1, id: 'entry', site: 'shop', attempts: 1, begun: 0, kind: 'mail' },
      payload: {
        ...{ to: { address: 'ann@customer.example' }, locale, conversation: null },
        content: { template: 'owner_answer_unseen', answers: [{ name: 'Mara', text: 'Here it is.' }], files },
      },
    };
    return carrier.send(job, async () => ++begun > 0);
  };
  const sent = () => mails.mails.map(({ attachments }) => attachments.map(({ filename }) => filename));

  it('go with its mail, by their names, as files to save', async () => {
    expect(await send([LABEL])).toEqual({ kind: 'delivered' });
    const [mail] = mails.mails;
    expect(mail?.attachments[0]).toMatchObject({
      ...{ filename: LABEL.name, contentType: LABEL.type, contentDisposition: 'attachment', size: LABEL.bytes },
      content: Buffer.from('xxxxxxxxx'),
    });
    expect(read).toEqual(['shop f1']);
    expect(mail?.text).toContain('Here it is.');
    expect(mail?.text).not.toContain('Not in this mail');
  });

  it('stay behind where a mail would grow too large, with a link, or they are gone, and the mail says so', async () => {
    await send([PHOTO, { ...PHOTO, id: 'f3', name: 'second.jpg' }, { ...LABEL, id: 'gone', name: 'gone.pdf' }, LABEL]);
    expect(sent()).toEqual([['photo.jpg', LABEL.name]]);
    // What has no room is not even read.
    expect(read).toEqual(['shop f2', 'shop gone', 'shop f1']);
    for (const part of [mails.mails[0]?.text, mails.mails[0]?.html]) {
      expect(part).toContain('Not in this mail: gone.pdf. Please look in the chat');
      expect(part).toContain('These links work for 14 days.');
    }
    expect(mails.mails[0]?.text).toContain('second.jpg\n  Download: https://desk.example/file#shop.f3');
    expect(mails.mails[0]?.html).toContain('href="https://desk.example/file#shop.f3"');
    await send([{ ...PHOTO, id: 'gone' }], 'zh');
    expect(mails.mails[1]?.text).toContain('未随此邮件发送：photo.jpg。');
  });

  it('are left out for a server that takes no mail so large, so that the words arrive', async () => {
    mails.answers.push(smtpError(552, 'message size exceeds fixed limit'));
    expect(await send([LABEL])).toEqual({ kind: 'delivered' });
    expect(sent()).toEqual([[]]);
    expect(mails.mails[0]?.text).toContain(`${LABEL.name}\n  Download: https://desk.example/file#shop.f1`);
    expect(begun).toBe(1);
  });

  it('change nothing about a mail that is refused for another reason', async () => {
    mails.answers.push(smtpError(550, 'no such user'));
    expect(await send([LABEL])).toMatchObject({ kind: 'failed', permanent: true });
    mails.answers.push(smtpError(552, 'mailbox full'));
    expect(await send([])).toMatchObject({ kind: 'failed', permanent: true });
    expect(sent()).toEqual([]);
  });
});
