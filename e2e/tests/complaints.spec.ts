import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';

test('a complaint is offered two ways out, and the customer takes one with a tap', async ({ widget, owner }) => {
  const { page } = owner;
  await widget.start();
  await widget.say('This is unacceptable! My vase from order TL-10431 arrived in pieces, I want to complain.');
  await widget.expectAnswer(/sorry about this/);
  await widget.expectAnswer(/What would put it right/);
  await widget.say('my money back or a new one');
  await widget.expectAnswer(/e-mail/);
  await widget.say('ann@mail.example');
  await widget.choices.filter({ hasText: 'Send' }).click();
  const name = await expectNumber();

  await owner.visit();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Tickets' }).click();
  await page.getByRole('button', { name: new RegExp(`^${name} `) }).click();
  const complaint = page.getByRole('region', { name: 'Complaint' });
  await complaint.getByLabel('We refund the full price.').check();
  await complaint.getByLabel('We replace it free of charge.').check();
  await expectAccessible(page);
  await complaint.getByRole('button', { name: /^Offer/ }).click();
  await expect(complaint).toContainText('We replace it free of charge.');

  await widget.expectAnswer(/What suits you best\?/);
  await expect(widget.choices).toHaveText(['A full refund', 'A replacement', 'None of these']);
  await widget.choices.filter({ hasText: 'A replacement' }).click();
  await widget.expectAnswer(/We replace it free of charge. Mei will see to it now./);

  await expect(complaint.locator('.complaint-chosen')).toContainText('We replace it free of charge.');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page);

  async function expectNumber(): Promise<string> {
    const told = widget.said('Assistant').filter({ hasText: /SHOP-T\d+/ });
    await expect(told.last()).toBeVisible();
    return /SHOP-T\d+/.exec(await told.last().innerText())?.[0] ?? '';
  }
});
