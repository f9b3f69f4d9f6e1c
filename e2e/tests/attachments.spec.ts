import { readFile } from 'node:fs/promises';
import { picture } from '../fixtures/picture.ts';
import { expect, test } from '../fixtures/test.ts';
import type { Page } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';
import { WidgetPage } from '../pages/widget-page.ts';

const VASE = { name: '../vase\u202egnp.exe', mimeType: 'image/png', buffer: picture() };
const RUNS = `<script>top.postMessage('ran','*');alert('ran')</script><img src=x onerror="alert('ran')">`;
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert('ran')"><script>alert('ran')</script></svg>`;
const file = (name: string, text: string, mimeType = 'text/plain') => ({ name, mimeType, buffer: Buffer.from(text) });

/** What a page does when something in it has run that should not have, or its policy had to stop it. */
function watch(page: Page): string[] {
  const ran: string[] = [];
  page.on('dialog', (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('console', (line) => {
    if (/Content Security Policy/.test(line.text())) ran.push(line.text());
  });
  return ran;
}

test('files go both ways, are shown only as pictures, and run nothing', async ({ widget, owner }) => {
  const ran = [...[widget.page, owner.page].map(watch)];
  const { frame, page } = widget;
  const shot = (of: Page, name: string) => of.screenshot({ path: test.info().outputPath(`${name}.png`) });
  const clip = frame.getByLabel('Attach files');
  const tray = frame.getByRole('group', { name: 'Files to send' });
  await widget.start();

  await clip.setInputFiles([VASE, file('page.html', RUNS, 'text/html'), file('drawing.svg', SVG, 'image/svg+xml')]);
  await expect(tray.getByText('Ready to send')).toBeVisible();
  await expect(tray.getByText(/This kind of file is not taken/)).toHaveCount(2);
  await expectAccessible(page);
  await shot(page, 'chosen');
  await frame.getByRole('button', { name: 'Remove page.html' }).click();
  await frame.getByRole('button', { name: 'Remove drawing.svg' }).click();
  await widget.send.click();
  await expect(tray).toHaveCount(0);
  const small = widget.log.getByRole('button', { name: 'Show vasegnp.exe.png' });
  await expect(small.getByRole('img')).toBeVisible();
  await widget.expectAnswer(/what is it about/);

  // Cut on its way, and sent again.
  await page.route('**/files/shop', (route) => route.abort('connectionreset'), { times: 1 });
  await clip.setInputFiles(file('notes.html.txt', RUNS));
  await expect(tray.getByText('The connection was lost.')).toBeVisible();
  await tray.getByRole('button', { name: 'Try again' }).click();
  await expect(tray.getByText('Ready to send')).toBeVisible();
  await widget.say('This is what I wrote to you');
  const saved = page.waitForEvent('download');
  await widget.log.getByRole('button', { name: 'Download notes.html.txt' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('notes.html.txt');
  expect(await readFile(await download.path(), 'utf8')).toBe(RUNS);

  // Pasted, as from a screen shot.
  await widget.box.evaluate(
    (box, bytes) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }));
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [...picture(300, 900)],
  );
  await expect(tray.getByText('Ready to send')).toBeVisible();
  await widget.send.click();
  await small.click();
  const whole = frame.getByRole('dialog', { name: 'Show vasegnp.exe.png' });
  await expect(whole.getByRole('img')).toBeVisible();
  await shot(page, 'whole');
  await page.keyboard.press('Escape');
  await expect(whole).toHaveCount(0);
  await expect(small).toBeFocused();
  await expectAccessible(page);
  await shot(page, 'sent');

  // What a form asks for stands in the request.
  await widget.say('TL-10422 arrived broken, my mail is ann@mail.example');
  for (const [question, answer] of [
    [/Which item/, 'Linen apron'],
    [/What shall we do/, 'Send a new one'],
    [/anything else/, 'skip'],
  ] as const) {
    await widget.expectAnswer(question);
    await widget.say(answer);
  }
  await expect(frame.getByRole('button', { name: 'Choose a file' })).toBeVisible();
  // Whoever says something is at the end of the log again, also from the picture further up.
  await expect(widget.said('Assistant', 'Can you send a photo')).toBeInViewport();
  await shot(page, 'asked');
  await clip.setInputFiles({ ...VASE, name: 'shards.png' });
  await expect(tray.getByText('Ready to send')).toBeVisible();
  await widget.send.click();
  await expect(widget.log).toContainText('shards.png');
  await widget.choices.filter({ hasText: /^Send$/ }).click();
  await widget.expectAnswer(/SHOP-T\d+/);
  const request = /SHOP-T\d+/.exec(await widget.log.innerText())?.[0] ?? '';

  const conversation = await widget.conversation();
  const desk = owner.page;
  await owner.read(conversation);
  await owner.customer.getByRole('button', { name: request }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toContainText(request);
  await expect(desk.getByRole('button', { name: 'Show shards.png' }).getByRole('img')).toBeVisible();
  await shot(desk, 'requested');
  await owner.button('Open the conversation').click();
  await expect(owner.log.getByRole('button', { name: 'Show vasegnp.exe.png' }).getByRole('img')).toBeVisible();
  await desk
    .getByLabel('Attach files')
    .setInputFiles([file('label.csv', 'to,street\nMei,Elm 1'), file('bad.pdf', SVG)]);
  await expect(desk.getByText('Ready to send')).toBeVisible();
  await expect(desk.getByText(/This kind of file is not taken/)).toBeVisible();
  await expectAccessible(desk);
  await shot(desk, 'reply');
  await owner.say('Please print this label');
  await expect(owner.log.getByRole('button', { name: 'Download label.csv' })).toBeVisible();
  await expect(widget.said('Mei', 'Please print this label')).toBeVisible();
  await expect(widget.log.getByRole('button', { name: 'Download label.csv' })).toBeVisible();

  await desk.setViewportSize({ width: 360, height: 740 });
  await desk.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(desk);
  await shot(desk, 'console-phone');
  await desk.getByLabel('Attach files').setInputFiles([file('care.txt', 'Wash it at forty.')]);
  await expect(desk.getByText('Ready to send')).toBeVisible();
  await owner.say('And how to care for it');
  await expect(widget.log.getByRole('button', { name: 'Download care.txt' })).toBeVisible();
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(ran.flat()).toEqual([]);
});

test('a picture is sent from a phone, in Chinese and in the dark', async ({ browser, host, desk, owner }) => {
  const context = await browser.newContext({
    ...{ viewport: { width: 360, height: 740 }, locale: 'zh-CN', colorScheme: 'dark', hasTouch: true, isMobile: true },
  });
  const widget = new WidgetPage(await context.newPage(), host);
  await widget.start();
  const many = Array.from({ length: 6 }, (_, n) => ({ ...VASE, name: `花瓶的照片，第 ${n + 1} 张.png` }));
  await widget.frame.getByLabel('添加文件').setInputFiles(many);
  await expect(widget.frame.getByText(/一条消息最多 5 个文件/)).toBeVisible();
  await expect(widget.frame.getByText(/可以发送/)).toHaveCount(5);
  await expectAccessible(widget.page);
  await widget.page.screenshot({ path: test.info().outputPath('chosen.png') });
  await widget.send.click();
  await expect(widget.log.getByRole('img')).toHaveCount(5);
  await expectAccessible(widget.page);
  await widget.page.screenshot({ path: test.info().outputPath('sent.png') });

  // A photo that a form asks for stands in the request.
  await widget.say('TL-10421 收到的东西坏了，邮箱 li@mail.example');
  const asked = widget.frame.getByRole('button', { name: '选择文件' });
  for (const [question, answer] of [
    [/哪件商品/, '亚麻围裙'],
    [/怎么处理/, '补发'],
    [/还有什么需要说明/, '跳过'],
  ] as const) {
    await expect(widget.said('助手').filter({ hasText: question })).toBeVisible();
    await widget.say(answer);
  }
  await expect(asked).toBeVisible();
  await widget.page.screenshot({ path: test.info().outputPath('asked.png') });
  await widget.frame.getByLabel('添加文件').setInputFiles({ ...VASE, name: '碎片.png' });
  await expect(widget.frame.getByText(/可以发送/)).toBeVisible();
  await widget.send.click();
  await expect(widget.log).toContainText('破损照片：碎片.png');
  await widget.choices.filter({ hasText: '发送' }).click();
  await expect(widget.log.getByText(/SHOP-T\d+/).first()).toBeVisible();
  const number = /SHOP-T(\d+)/.exec(await widget.log.innerText())?.[1];
  await owner.page.goto(`${desk.url}/console/#/tickets/${number}/shop`);
  await expect(owner.page.getByRole('button', { name: 'Show 碎片.png' }).getByRole('img')).toBeVisible();
  await expectAccessible(owner.page);

  // The answer to the request takes files as well, pasted or chosen.
  const desktop = owner.page;
  await desktop.getByLabel('Your reply').evaluate(
    (box, bytes) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([new Uint8Array(bytes)], '新围裙.png', { type: 'image/png' }));
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [...picture(300, 200)],
  );
  await desktop.getByLabel('Attach files').setInputFiles([file('label.csv', 'to\nMei'), file('bad.pdf', SVG)]);
  await expect(desktop.getByText(/Ready to send/)).toHaveCount(2);
  await expect(desktop.getByText(/This kind of file is not taken/)).toBeVisible();
  await expectAccessible(desktop);
  await desktop.screenshot({ path: test.info().outputPath('ticket.png'), fullPage: true });
  await desktop.setViewportSize({ width: 360, height: 740 });
  await desktop.emulateMedia({ colorScheme: 'dark' });
  await desktop.getByRole('button', { name: 'Send reply' }).scrollIntoViewIfNeeded();
  await expectAccessible(desktop);
  expect(await desktop.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await desktop.screenshot({ path: test.info().outputPath('ticket-phone.png') });
  await desktop.getByRole('button', { name: 'Send reply' }).click();
  await expect(desktop.getByText('Your reply is in the conversation.')).toBeVisible();
  await expect(widget.log.getByRole('button', { name: '下载 label.csv' })).toBeVisible();
  await expect(widget.log.getByRole('button', { name: '查看 新围裙.png' })).toBeVisible();
  await context.close();
});
