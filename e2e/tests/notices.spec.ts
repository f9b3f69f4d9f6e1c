import { expect, test } from '../fixtures/mail-desk.ts';
import { expectAccessible } from '../pages/axe.ts';
import { ConsolePage, OWNER } from '../pages/console-page.ts';
import { strayScroll } from '../pages/stray-scroll.ts';
import { WidgetPage } from '../pages/widget-page.ts';

test('while nobody answers, a visitor’s call for a person arrives by mail with the whole text', async ({
  mails,
  mailDesk,
  ownHost,
  page,
  browser,
}) => {
  const owner = await ConsolePage.enter(await (await browser.newContext()).newPage(), mailDesk);
  await owner.page.close();
  const widget = new WidgetPage(page, ownHost);
  await widget.start();
  await widget.say('how many days do I have to send it back?');
  await widget.expectAnswer('30 days from delivery');
  await widget.askForPerson();
  await widget.tell('My parcel <b>1042</b> is lost');

  await expect.poll(() => mails.mails.length, { timeout: 20_000 }).toBe(1);
  const [mail] = mails.mails;
  expect(mails.sessions[0]?.to).toEqual([OWNER.email]);
  expect(mail?.from?.text).toBe('"Desk" <desk@shop.example>');
  for (const text of [
    'how many days do I have to send it back?',
    '30 days from delivery',
    'My parcel <b>1042</b> is lost',
  ]) {
    expect(mail?.text).toContain(text);
  }
  expect(mail?.html).toContain('My parcel &lt;b&gt;1042&lt;/b&gt; is lost');

  // Its link leads to the conversation.
  const link = /http:\S+\/console\/#\/desk\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
  const back = new ConsolePage(await owner.page.context().newPage(), mailDesk);
  await back.page.goto(link);
  await expect(back.log).toContainText('My parcel <b>1042</b> is lost');
  await back.page.context().close();
});

test('the owner chooses how to be reached, and hears what a test came to', async ({ mails, mailDesk, browser }) => {
  const context = await browser.newContext();
  const owner = await ConsolePage.enter(await context.newPage(), mailDesk);
  const { page } = owner;
  await owner.go('Settings');
  await expect(page.getByText('Mails come from desk@shop.example.')).toBeVisible();
  await expect(page.getByText('Everything was delivered.')).toBeVisible();

  await page.getByRole('textbox', { name: 'Address', exact: true }).fill('nobody');
  await owner.button('Save').first().click();
  await expect(page.getByRole('alert')).toHaveText('Please write a full e-mail address.');
  await page.getByRole('textbox', { name: 'Address', exact: true }).fill('mei@home.example');
  await page.getByLabel('Language of mails and pushes').selectOption('zh');
  await owner.button('Send a test mail').click();
  await expect(page.getByText('The mail server has taken it.')).toBeVisible();
  expect(mails.sessions[0]?.to).toEqual(['mei@home.example']);
  expect(mails.mails[0]?.subject).toBe('客服台的测试邮件');

  await page.setViewportSize({ width: 360, height: 740 });
  mails.answers.push(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
  await owner.button('Send a test mail').click();
  await expect(page.getByText('Refused: 550')).toBeVisible();
  await page.getByText('On an iPhone or iPad').click();
  await expect(page.getByText('Add to Home Screen', { exact: false })).toBeVisible();
  expect((await strayScroll(page)).beside).toBe(0);

  await expectAccessible(page);
  await context.close();
});

test('a mail that was refused for good is shown, and can be tried again', async ({
  mails,
  mailDesk,
  ownHost,
  page,
  browser,
}) => {
  const context = await browser.newContext();
  const setUp = await ConsolePage.enter(await context.newPage(), mailDesk);
  await setUp.page.close();
  mails.answers.push(Object.assign(new Error('looks like spam'), { responseCode: 554 }));
  const widget = new WidgetPage(page, ownHost);
  await widget.start();
  await widget.askForPerson();
  await expect.poll(() => mails.answers.length, { timeout: 20_000 }).toBe(0);

  const owner = new ConsolePage(await context.newPage(), mailDesk);
  await owner.visit();
  await owner.go('Settings');
  const failure = owner.page.getByRole('listitem').filter({ hasText: 'looks like spam' });
  await expect(failure).toContainText('Mail');
  await failure.getByRole('button', { name: 'Try again' }).click();
  await expect(owner.page.getByText('Everything was delivered.')).toBeVisible();
  await expect.poll(() => mails.mails.length, { timeout: 10_000 }).toBe(1);
  await context.close();
});

test('a push shows a notification, one a conversation, unless the console is before the owner', async ({
  mailDesk,
  strictBrowser,
}) => {
  const context = await strictBrowser.newContext({ permissions: ['notifications'] });
  const owner = await ConsolePage.enter(await context.newPage(), mailDesk);
  const { page } = owner;
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/console/sw.js', { scope: '/console/' });
    await navigator.serviceWorker.ready;
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const shown = () =>
    worker.evaluate(async () => {
      const { registration } = self as unknown as { registration: ServiceWorkerRegistration };
      return (await registration.getNotifications()).map(({ title, body, tag }) => ({ title, body, tag }));
    });
  const message = { title: 'Shop: a visitor is waiting', body: '在吗？ <b>', tag: 'c-1', url: '/console/#/faqs' };
  // The debugger's push comes with no receipt, and a busy browser drops one at times: each is sent until it is seen to have
  // arrived, which changes nothing for one that had, since its tag replaces it.
  const shownAfter = async (data: unknown) => {
    const session = await context.newCDPSession(page);
    const registrationId = await new Promise<string>((resolve) => {
      session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const [found] = registrations;
        if (found !== undefined) resolve(found.registrationId);
      });
      void session.send('ServiceWorker.enable');
    });
    await session.send('ServiceWorker.deliverPushMessage', {
      origin: mailDesk.url,
      registrationId,
      data: JSON.stringify(data),
    });
    const all = await shown();
    await session.detach();
    return all;
  };
  const expectAfter = (data: unknown) => expect.poll(() => shownAfter(data), { intervals: [500, 1_000, 2_000] });
  // Playwright's pages all believe that they are in front, and who has the console before them hears of it there.
  await shownAfter(message);
  await expectAfter({ ...message, tag: 'test' }).toEqual([{ title: message.title, body: message.body, tag: 'test' }]);
  await page.goto('about:blank');
  await expectAfter(message).toHaveLength(2);
  await expectAfter({ ...message, body: 'another' }).toContainEqual({
    title: message.title,
    body: 'another',
    tag: 'c-1',
  });
  expect(await shown()).toHaveLength(2);
  await context.close();
});
