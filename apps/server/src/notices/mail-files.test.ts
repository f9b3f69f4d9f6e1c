import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Dovecot, mailWithFiles } from '@solodesk/notify/testing';
import type { MailPart } from '@solodesk/notify/testing';
import type { Attachment } from '@solodesk/protocol/visitor';
import sharp from 'sharp';
import { MINUTE, startMailDesk } from '../testing/mail-desk.ts';
import type { MailDesk } from '../testing/mail-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import { until } from '../testing/until.ts';

const PLACE = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 0/1' } };

const jpeg = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#b0413e' } })
    .withExif(PLACE)
    .jpeg()
    .toBuffer();

describe('a mail with files, which answers one of ours', () => {
  let dovecot: Dovecot;
  let mail: MailDesk;
  let desk: TestDesk;
  let photo: MailPart;
  let users = 0;

  beforeAll(async () => {
    photo = { type: 'image/jpeg', name: '../裂缝.jpg', content: await jpeg(900, 600) };
    dovecot = await Dovecot.start();
  }, 4 * MINUTE);
  afterAll(() => dovecot.remove());
  beforeEach(async () => {
    mail = await startMailDesk(dovecot, `files${++users}`);
    desk = mail.desk;
  });
  afterEach(() => mail.end());

  /** Ann, who was asked for a photo. @returns the key of her conversation, and what an answer names */
  const writtenTo = async () => {
    const { key, owner } = await mail.writtenTo(['Do you have a photo?']);
    await mail.after(5 * MINUTE);
    const asOwner = (id: string) =>
      fetch(`${desk.url}/console/api/files/shop/${id}`, { headers: { cookie: owner.cookie, 'x-solodesk': '1' } });
    return { key, asOwner, inReplyTo: mail.customerMails()[0]?.messageId ?? '' };
  };
  const deliver = (letter: Parameters<typeof mailWithFiles>[0]) => mail.deliver(mailWithFiles(letter));
  const messages = async (key: number) =>
    (await desk.store.readLog(key, { limit: 50 })).flatMap(({ entry }) =>
      entry.type === 'visitor_message' ? [entry] : [],
    );
  const nextMessage = async (key: number, count = 2) => {
    await until(async () => (await messages(key)).length >= count, 'for the mail');
    const last = (await messages(key)).at(-1)!;
    return { text: last.text, files: (last.attachments ?? []) as Attachment[] };
  };
  const onDisk = async () =>
    (await readdir(join(desk.dataDir, 'files'), { recursive: true, withFileTypes: true })).filter((each) =>
      each.isFile(),
    );

  it('brings them into the conversation: pictures drawn anew, without the place where they were taken', async () => {
    const { key, asOwner, inReplyTo } = await writtenTo();
    expect((await sharp(photo.content).metadata()).exif).toBeDefined();
    const bill = { type: 'application/octet-stream', name: 'bill.pdf', content: Buffer.from('%PDF-1.7') };
    await deliver({ inReplyTo, parts: [photo, bill] });
    const { text, files } = await nextMessage(key);
    expect(text).toBe('Here are the photos.');
    expect(files).toMatchObject([
      { name: '裂缝.jpg', type: 'image/jpeg', width: 900, height: 600 },
      { name: 'bill.pdf', type: 'application/pdf' },
    ]);
    const response = await asOwner(files[0]!.id);
    const kept = Buffer.from(await response.arrayBuffer());
    expect(await sharp(kept).metadata()).toMatchObject({ format: 'jpeg', width: 900 });
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
    expect((await asOwner(files[1]!.id)).headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('names those that are refused, with the reason, in the conversation and to their sender', async () => {
    const { key, inReplyTo } = await writtenTo();
    await deliver({
      inReplyTo,
      parts: [
        { type: 'image/png', name: 'drawing.png', content: Buffer.from('<svg onload="alert(1)"/>') },
        { type: 'text/html', name: 'page.html', content: Buffer.from('<script>alert(1)</script>') },
        { type: 'image/jpeg', name: 'half.jpg', content: photo.content.subarray(0, 300) },
        { type: 'application/pdf', name: 'long.pdf', content: Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF-1.7 ') },
        photo,
      ],
    });
    const { text, files } = await nextMessage(key);
    const names = [
      'drawing.png – this kind of file is not taken',
      'page.html – this kind of file is not taken',
      'half.jpg – it cannot be read and may be damaged',
      'long.pdf – it is too large',
    ].join('; ');
    expect(text).toBe(`Here are the photos.\n(Attached, not kept: ${names})`);
    expect(files).toMatchObject([{ name: '裂缝.jpg' }]);
    expect(await onDisk()).toHaveLength(2);
    await mail.after(0);
    expect(mail.customerMails().at(-1)?.text).toContain(`These files of your mail could not be taken: ${names}.`);
  });

  it('brings in no more than a message takes', async () => {
    const { key, inReplyTo } = await writtenTo();
    const parts = Array.from({ length: 7 }, (_, n) => ({ ...photo, name: `${n}.jpg` }));
    await deliver({ inReplyTo, parts });
    const { text, files } = await nextMessage(key);
    expect(files.map(({ name }) => name)).toEqual(['0.jpg', '1.jpg', '2.jpg', '3.jpg', '4.jpg']);
    expect(text).toMatch(/not kept: 5\.jpg – too many files at once; 6\.jpg – too many files at once\)$/);
  });

  it('brings in the photo that stands in its text, and neither the logo below nor what a tracker reads', async () => {
    const { key, inReplyTo } = await writtenTo();
    const inline = async (cid: string, width: number, height: number) => ({
      ...{ type: 'image/jpeg', name: `${cid}.jpg`, cid, disposition: 'inline' as const },
      content: await jpeg(width, height),
    });
    const related = [await inline('photo', 800, 600), await inline('logo', 300, 90), await inline('pixel', 1, 1)];
    const drawing = { type: 'image/svg+xml', name: 'sign.svg', cid: 'sign', content: Buffer.from('<svg/>') };
    const html = ['photo', 'logo', 'pixel', 'sign'].map((cid) => `<img src="cid:${cid}">`).join('');
    await deliver({ inReplyTo, html, related: [...related, { ...drawing, disposition: 'inline' }] });
    const { text, files } = await nextMessage(key);
    expect(files.map(({ name }) => name)).toEqual(['photo.jpg']);
    expect(text).toBe('Here are the photos.');
    expect(await onDisk()).toHaveLength(2);
  });

  it('may be nothing but a file, and read twice it is one message with one file', async () => {
    const { key, inReplyTo } = await writtenTo();
    await deliver({ inReplyTo, text: '', parts: [photo] });
    expect(await nextMessage(key)).toMatchObject({ text: '', files: [{ name: '裂缝.jpg' }] });
    await deliver({ inReplyTo, text: '', parts: [photo] });
    await deliver({ inReplyTo, text: 'one more', messageId: '<next@c>' });
    expect(await nextMessage(key, 3)).toMatchObject({ text: 'one more', files: [] });
    expect(await onDisk()).toHaveLength(2);
    expect(await desk.store.uploadsOf('shop', [key])).toHaveLength(1);
  });

  it('of anybody else is not even taken apart', async () => {
    const { key, inReplyTo } = await writtenTo();
    await deliver({ inReplyTo, from: 'Mallory <mallory@evil.example>', messageId: '<m@e>', parts: [photo] });
    await deliver({ inReplyTo, text: 'mine', messageId: '<mine@c>' });
    expect(await nextMessage(key)).toMatchObject({ text: 'mine' });
    expect(await desk.store.uploadsOf('shop', [key])).toEqual([]);
  });
});
