import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createFakeClock } from '@solodesk/core/testing';
import { MailServer } from '@solodesk/notify/testing';
import sharp from 'sharp';
import { MINUTE } from '../testing/mail-desk.ts';
import { OWNER, postToConsole } from '../testing/owner.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import { until } from '../testing/until.ts';

const JOB = fileURLToPath(new URL('../../../insights-job/dist/main.js', import.meta.url));
/** A Wednesday, and the end of its week. */
const NOW = Date.UTC(2026, 0, 7, 12);
const SUNDAY = '2026-01-11';

describe('the report of a week that is over', () => {
  let mails: MailServer;
  let desk: TestDesk;

  beforeEach(async () => {
    mails = await MailServer.start();
  });
  afterEach(async () => {
    await desk.end();
    await mails.stop();
  });

  /** A desk whose batch is the real program, for which that Sunday was yesterday. */
  const start = async () => {
    desk = await startDesk({
      clock: createFakeClock(NOW),
      sites: { shop: { timeZone: 'UTC' } },
      insightsJob: (dataDir) => join(dataDir, 'job.mjs'),
      environment: { SMTP_URL: `smtp://127.0.0.1:${mails.port}`, MAIL_FROM: 'desk@shop.example', LIMITS: 'off' },
    });
    const job = `process.argv.push('--to', '${SUNDAY}');\nawait import('${pathToFileURL(JOB).href}');\n`;
    await writeFile(join(desk.dataDir, 'job.mjs'), job);
  };

  /** After it, nothing but pictures of four kinds can be read in the server's process. */
  const bringPicture = async (token: string) => {
    const picture = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#b0413e' } })
      .png()
      .toBuffer();
    const response = await fetch(`${desk.url}/api/receive_file?site=shop`, {
      ...{ method: 'POST', body: new Uint8Array(picture) },
      headers: { authorization: `Bearer ${token}`, 'x-file-name': 'a.png' },
    });
    expect(response.status).toBe(201);
  };

  it.each([
    ['en', 'What changed', 'From visit to solved'],
    ['zh', '发生了什么变化', '从访问到解决'],
  ] as const)(
    'comes by mail, with its charts as pictures, in the owner’s language: %s',
    async (locale, title, chart) => {
      await start();
      const owner = await desk.console();
      for (let n = 0; n < 12; n++) {
        const response = await fetch(`${desk.url}/api/receive_message`, {
          ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
          body: JSON.stringify({ site: 'shop', message: `where is my parcel, number ${n}?` }),
        });
        const { token } = (await response.json()) as { token: string };
        if (n === 0) await bringPicture(token);
      }
      const settings = { mail: true, address: null, locale, quiet: null };
      expect((await postToConsole(desk.url, '/notices', settings, owner.cookie)).status).toBe(200);
      const { news } = (await (
        await fetch(`${desk.url}/console/api/notices`, { headers: { cookie: owner.cookie } })
      ).json()) as { news: object };
      expect((await postToConsole(desk.url, '/notices/news', { ...news, report: true }, owner.cookie)).status).toBe(
        200,
      );
      const ran = await postToConsole(desk.url, '/insights/shop/run', {}, owner.cookie);
      expect(await ran.json()).toEqual({ ok: true });
      await until(async () => {
        await desk.server.sweep();
        return mails.mails.length > 0;
      }, 'for the report');
      const [mail, ...others] = mails.mails;
      expect(others).toEqual([]);
      expect([mail?.to].flat()[0]?.text).toBe(OWNER.email);
      expect(mail?.text).toContain(title);
      const pictures = mail?.attachments.filter(({ contentType }) => contentType === 'image/png') ?? [];
      expect(mail?.text).toContain(chart);
      expect(pictures.length).toBeGreaterThan(0);
      for (const { content } of pictures) {
        // As the reader of mails puts it where its number stood.
        expect(String(mail?.html).includes(content.toString('base64'))).toBe(true);
        const { data, info } = await sharp(content).raw().toBuffer({ resolveWithObject: true });
        expect(info.width).toBe(880);
        // Something is drawn on the paper.
        expect(data.some((value) => value < 128)).toBe(true);
      }
    },
    3 * MINUTE,
  );
});
