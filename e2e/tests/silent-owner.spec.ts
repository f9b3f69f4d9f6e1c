import { expect, test } from '../fixtures/test.ts';
import { ConsolePage } from '../pages/console-page.ts';
import { WidgetPage } from '../pages/widget-page.ts';

test('when the owner falls silent, the visitor gets a promise with a time, and may go on with the bot', async ({
  ownDesk,
  ownHost,
  page,
  browser,
}) => {
  await ownDesk.editSite('shop', { policy: { silentOwnerMinutes: 1 } });
  await ownDesk.kill();
  await ownDesk.start();
  const widget = new WidgetPage(page, ownHost);
  const owner = await ConsolePage.enter(await (await browser.newContext()).newPage(), ownDesk);
  await widget.start();
  await widget.askForPerson();
  await owner.read(await widget.conversation());
  await owner.say('one moment please');
  await widget.tell('are you still there?');

  // A minute by the site's policy, then the next round of the sweeper.
  const promise = widget.said('Assistant', "I'm sorry that it takes so long. Mei will answer by");
  await expect(promise).toBeVisible({ timeout: 90_000 });
  await expect(promise).toContainText(/\d\d:\d\d/);
  await expect(owner.customer).toContainText('Promised for');
  await widget.choices.filter({ hasText: 'Go on with the bot' }).click();
  await widget.say('how many days do I have to send it back?');
  await widget.expectAnswer('30 days from delivery');
  await owner.page.context().close();
});
