import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { DeskServer } from '../fixtures/desk-server.ts';
import { expect, test } from '../fixtures/mail-desk.ts';
import type { Page } from '../fixtures/test.ts';
import { RawOwner } from '../fixtures/raw-owner.ts';
import { introduce } from '../fixtures/raw-visitor.ts';
import { expectAccessible } from '../pages/axe.ts';
import { ConsolePage } from '../pages/console-page.ts';
import { strayScroll } from '../pages/stray-scroll.ts';

const LARGE = Buffer.alloc(9 * 1024 * 1024, 'linen ');

/** A customer with an address asks something, and leaves. @returns the conversation */
async function annAsks(desk: DeskServer, owner: RawOwner): Promise<string> {
  const key = await owner.makeKey('shop', ['customers:write']);
  const sent = await fetch(`${desk.url}/api/customers`, {
    ...{ method: 'POST', body: JSON.stringify({ id: 'K-1', name: 'Ann', email: 'ann@customer.example' }) },
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
  });
  expect(sent.ok).toBe(true);
  const from = { page: { url: 'https://shop.example/', title: 'Shop', referrer: '' }, timeZone: 'Europe/Berlin' };
  // The secret comes into being with the first who is introduced.
  (await introduce(desk.url, 'shop', { ...from, identity: { userId: 'K-0', hash: '0' } })).disconnect();
  const identity = { userId: 'K-1', hash: await desk.signUser('shop', 'K-1') };
  const socket = await introduce(desk.url, 'shop', { ...from, identity });
  const message = { clientId: randomUUID(), text: 'I want to talk to a person' };
  const { conversation } = (await socket.timeout(15_000).emitWithAck('message', message)) as { conversation: string };
  socket.disconnect();
  return conversation;
}

/** Of nine megabytes, as they were. */
async function expectDownload(page: Page): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('使用说明书，第二部分，请先阅读再使用，谢谢配合.txt');
  expect((await readFile(await download.path())).equals(LARGE)).toBe(true);
}

test('files that are too large for a mail are fetched from its link, on a phone too, until its time is over', async ({
  mails,
  mailDesk,
  browser,
}) => {
  const raw = RawOwner.of(mailDesk);
  const conversation = await annAsks(mailDesk, raw);
  const context = await browser.newContext();
  await context.addCookies([raw.session]);
  const owner = new ConsolePage(await context.newPage(), mailDesk);
  await owner.read(conversation);
  const choose = owner.page.locator('.composer input[type=file]');
  await choose.setInputFiles([
    { name: 'one.txt', mimeType: 'text/plain', buffer: LARGE },
    { name: '使用说明书，第二部分，请先阅读再使用，谢谢配合.txt', mimeType: 'text/plain', buffer: LARGE },
  ]);
  await expect(owner.page.getByText('Ready to send')).toHaveCount(2);
  await owner.say('Both manuals.');
  // Shown at once, and stored a moment later: what is on its way when the server dies is new after its start.
  await expect(owner.log.locator('.said').filter({ hasText: 'Both manuals.' })).toBeVisible();
  await expect(owner.log.locator('.said-queued, .said-sending')).toHaveCount(0);
  await mailDesk.kill();
  mailDesk.shiftClock(10 * 60_000);
  await mailDesk.start();
  const mailed = () => mails.mails.find(({ text }) => text?.includes('Both manuals.') && text.includes('/file#'));
  await expect.poll(mailed, { timeout: 30_000 }).toBeDefined();
  const link = /Download: (\S+)/.exec(mailed()?.text ?? '')?.[1] ?? '';

  for (const [size, viewport] of Object.entries({
    desktop: { width: 1280, height: 800 },
    phone: { width: 360, height: 740 },
  })) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport, colorScheme });
      await page.goto(link);
      await expect(page.getByText('· 9.4 MB')).toBeVisible();
      expect(await strayScroll(page)).toEqual({ beside: 0, below: 0 });
      await expectAccessible(page);
      await page.screenshot({ path: test.info().outputPath(`file-${size}-${colorScheme}.png`) });
      if (size === 'desktop' || colorScheme === 'dark') await expectDownload(page);
      await page.close();
    }
  }

  const phone = await browser.newPage({ viewport: { width: 360, height: 740 }, locale: 'zh-CN', colorScheme: 'dark' });
  await phone.goto(link);
  await expect(phone.getByRole('button')).toBeVisible();
  await mailDesk.kill();
  mailDesk.shiftClock(15 * 86_400_000);
  await mailDesk.start();
  // It was open when its time ran out.
  await phone.getByRole('button').click();
  await expect(phone.getByRole('alert')).toContainText('此链接已失效');
  await expectAccessible(phone);
  await phone.screenshot({ path: test.info().outputPath('file-over.png') });
});
