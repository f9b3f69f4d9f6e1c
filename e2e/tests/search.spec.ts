import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';

test('what was said is found by two Chinese characters of it, from the keyboard alone', async ({ widget, owner }) => {
  const { page } = owner;
  await owner.visit();
  await widget.start();
  await widget.askForPerson();
  await widget.tell('我收到的玻璃花瓶碎了 <b>9731</b>');
  await expect(owner.waiting('我收到的玻璃花瓶碎了')).toBeVisible();

  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: 'Search everything of this site' });
  await expect(field).toBeFocused();
  await field.fill('no such words anywhere');
  await expect(page.getByText('Nothing found for “no such words anywhere”')).toBeVisible();
  await field.fill('花瓶');
  const hit = page.getByRole('option').filter({ hasText: '9731' });
  await expect(hit).toContainText('Visitor: 我收到的玻璃花瓶碎了 <b>9731</b>');
  await expect(hit.locator('mark')).toHaveText('花瓶');
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 640 });
  await expectAccessible(page);
  // It is open, and of today.
  await page.getByRole('combobox', { name: 'State' }).selectOption('done');
  await expect(hit).toHaveCount(0);
  await page.getByRole('combobox', { name: 'State' }).selectOption('open');
  await page.getByRole('combobox', { name: 'When' }).selectOption('7');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('zh');
  await expect(hit).toBeVisible();
  await expectAccessible(page);
  for (let tries = 0; tries < 20 && (await hit.getAttribute('aria-selected')) !== 'true'; tries++) {
    await field.press('ArrowDown');
  }
  await field.press('Enter');
  await expect(owner.log).toContainText('我收到的玻璃花瓶碎了 <b>9731</b>');

  await page.keyboard.press('Control+k');
  await expect(field).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
});
