import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';

test('a note in a conversation is seen on each of the owner’s devices, and never by the customer', async ({
  widget,
  owner,
  browser,
  desk,
  ownerState,
}) => {
  await widget.start();
  await widget.askForPerson();
  await widget.say('Do you have the blue one in large?');
  const { page } = owner;
  await owner.visit();
  await owner.openWaiting('the blue one in large');
  await expect(owner.log).toContainText('the blue one in large');
  const address = page.url();
  const phone = await browser.newPage({
    ...{ storageState: ownerState, viewport: { width: 360, height: 740 }, colorScheme: 'dark', locale: 'en-GB' },
  });
  await phone.goto(address.replace(/^https?:\/\/[^/]+/, desk.url));
  await expect(phone.getByRole('log')).toContainText('the blue one in large');

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Write a note that only you see (N)' }).click();
  await page.getByRole('textbox', { name: 'Your note' }).fill('Bought the red one in May, ask how it fits.');
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('writing.png') });
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(owner.log).toContainText('Bought the red one in May');
  await expect(phone.getByRole('log')).toContainText('Bought the red one in May');
  await owner.say('Yes, two are left.');
  await expect(widget.said('Mei', 'Yes, two are left.')).toBeVisible();
  await expect(widget.log).not.toContainText('Bought the red one');
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('noted.png') });

  await phone.getByRole('button', { name: 'Write a note that only you see (N)' }).click();
  await phone.getByRole('textbox', { name: 'Your note' }).fill('好的');
  await expectAccessible(phone);
  await phone.screenshot({ path: test.info().outputPath('phone.png') });
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await phone.getByRole('button', { name: 'Add note' }).click();
  await expect(owner.log).toContainText('好的');
  await phone
    .getByRole('button', { name: /^Remove the note/ })
    .first()
    .click();
  await expect(owner.log).not.toContainText('Bought the red one in May');
  await phone.getByRole('button', { name: 'Undo' }).click();
  await expect(owner.log).toContainText('Bought the red one in May');
  await phone.context().close();
});

test('what was answered before is offered when somebody else asks it, and never sent by itself', async ({
  widget,
  otherWidget,
  owner,
}) => {
  const { page } = owner;
  const asks = async (visitor: typeof widget, question: string) => {
    await visitor.start();
    await visitor.askForPerson();
    await visitor.say(question);
    await owner.visit();
    await owner.openWaiting(question);
    await expect(owner.log).toContainText(question);
  };
  await asks(widget, 'Can you embroider my initials on the towels?');
  await owner.say('Yes, up to three letters, for six euros.');
  await asks(otherWidget, 'could you embroider initials on towels');
  await expect(page.getByText('You answered this before')).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('before.png') });
  await owner.button('Use it').click();
  await expect(owner.reply).toHaveValue('Yes, up to three letters, for six euros.');
  await expect(otherWidget.log).not.toContainText('up to three letters');
  await owner.reply.press('Enter');
  await expect(otherWidget.said('Mei', 'Yes, up to three letters, for six euros.')).toBeVisible();
});
