import { describe, expect, it } from '@jest/globals';
import type { ParsedMail } from 'mailparser';
import { replyToken } from '../customer-mail/reply-token.ts';
import { mailWithFiles } from '../testing/mail-with-files.ts';
import type { MailWithFiles } from '../testing/mail-with-files.ts';
import { mailFiles } from './mail-files.ts';
import { readReply } from './read-reply.ts';

const SECRET = 's'.repeat(64);
const TARGET = { site: 'shop', conversation: '0f8fad5b-d9cb-469f-a165-70867728950e' };
const inReplyTo = `<${replyToken(SECRET, TARGET, 'ann@customer.example')}.entry@shop.example>`;
const bytes = Buffer.from('some bytes');
const picture = { type: 'image/jpeg', content: bytes };
const shown = (cid: string, name = `${cid}.jpg`) => ({ ...picture, cid, name, disposition: 'inline' as const });

const read = async (mail: Omit<MailWithFiles, 'inReplyTo'>, isCut = false) => {
  const found = await readReply(Buffer.from(mailWithFiles({ inReplyTo, ...mail })), SECRET, isCut);
  if (found.kind !== 'reply') throw new Error(found.why);
  return found.reply;
};
const names = async (mail: Omit<MailWithFiles, 'inReplyTo'>) => (await read(mail)).files.map(({ name }) => name);

describe('the files of a mail', () => {
  it('are what is attached, with its name and its content as they came', async () => {
    const reply = await read({
      parts: [
        { ...picture, name: '裂缝.jpg' },
        { type: 'application/pdf', content: bytes },
      ],
    });
    expect(reply.text).toBe('Here are the photos.');
    expect(reply.files).toEqual([
      { name: '裂缝.jpg', type: 'image/jpeg', content: bytes, inline: false, cut: false },
      { name: '', type: 'application/pdf', content: bytes, inline: false, cut: false },
    ]);
  });

  it('are the pictures that stand in what was written, and none of a signature or a quotation', async () => {
    const html = (behind: string) =>
      `<p>See: <img src="cid:photo@c"></p>${behind}<p>Ann <img src="cid:logo@c"></p></div></blockquote>`;
    const related = [shown('photo@c', 'photo.jpg'), shown('logo@c', 'logo.jpg')];
    for (const behind of [
      '<div class="gmail_signature" data-smartmail="x">',
      '<div id="ms-outlook-mobile-signature">',
      '<pre class="moz-signature" cols="72">',
      '<div id=divRplyFwdMsg dir="ltr">',
      '<blockquote type="cite">',
      `<div class='x gmail_quote'>`,
    ]) {
      expect(await names({ html: html(behind), related })).toEqual(['photo.jpg']);
    }
    expect(await names({ html: html('<div>'), related })).toEqual(['photo.jpg', 'logo.jpg']);
    expect((await read({ html: html('<div>'), related })).files[0]).toMatchObject({ inline: true });
  });

  it('are kept where a mail program says of everything that it may be shown', async () => {
    const html = '<p>Look</p><blockquote><img src="cid:other@c"></blockquote>';
    const parts = [shown('unseen@c'), { ...picture, name: 'plain.jpg', disposition: 'inline' as const }];
    expect(await names({ html, parts })).toEqual(['unseen@c.jpg', 'plain.jpg']);
    expect(await names({ parts })).toEqual(['unseen@c.jpg', 'plain.jpg']);
  });

  it('are not what programs sign mails with', async () => {
    const parts = ['application/pgp-signature', 'application/pkcs7-signature', 'application/ms-tnef'].map((type) => ({
      ...{ type, name: 'x', content: bytes },
    }));
    expect(await names({ parts })).toEqual([]);
  });

  it('are named up to a measure, and the last is marked where the end of the mail is missing', async () => {
    const parts = Array.from({ length: 30 }, (_, n) => ({ ...picture, name: `${n}.jpg` }));
    expect(await names({ parts })).toHaveLength(20);
    const { files } = await read({ parts: parts.slice(0, 2) }, true);
    expect(files.map(({ cut }) => cut)).toEqual([false, true]);
  });

  it('take no time to look through, whatever the HTML is', () => {
    const began = performance.now();
    for (const piece of ['<', '<a class="', '<a id=x ', '<blockquot', 'a id=', 'x']) {
      const html = `<${piece.repeat(400_000 / piece.length)}`;
      const attachments = [{ contentType: 'image/png', related: true, cid: 'a', content: bytes }];
      mailFiles({ html, attachments } as unknown as ParsedMail, false);
    }
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
