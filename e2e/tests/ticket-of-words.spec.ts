import { expect, test } from '../fixtures/test.ts';

test('what is selected in a conversation becomes a ticket of it, with two clicks', async ({ widget, owner }) => {
  await widget.start();
  await widget.askForPerson();
  await widget.say('The glazed jug has a crack');
  await widget.say('Thanks anyway!');
  const { page } = owner;
  await owner.visit();
  await owner.openWaiting('Thanks anyway');
  await expect(owner.log).toContainText('Thanks anyway');
  await page.getByRole('log').getByText('The glazed jug has a crack').click({ clickCount: 3 });
  const make = async () => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('button', { name: 'Make a ticket of the selection' }).click();
  };
  await make();
  await expect(page.getByText(/-T\d+ was made\./)).toBeVisible();
  await owner.button('Open it').click();
  await expect(page.getByText('The glazed jug has a crack').filter({ visible: true }).first()).toBeVisible();
  await expect(owner.button('Open the conversation')).toBeVisible();
  await owner.button('Open the conversation').click();
  await expect(owner.log).toContainText('Thanks anyway');
  // Without a selection it is what the visitor said last.
  await make();
  await expect(page.getByText(/was made\./).last()).toBeVisible();
  await owner.button('Open it').last().click();
  await expect(page.getByText('Thanks anyway!').filter({ visible: true }).first()).toBeVisible();
});
