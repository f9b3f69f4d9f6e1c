import { expect, test } from '../fixtures/test.ts';

test('how it was is asked when a talk is over: one tap, a word if they like, and another mind later', async ({
  widget,
  owner,
}) => {
  const word = `quick and kind ${Date.now()}`;
  await owner.visit();
  await widget.start();
  await widget.askForPerson();
  await owner.read(await widget.conversation());
  await owner.button('Take over').click();
  await owner.say('The parcel leaves today.');
  await expect(widget.said('Mei', 'The parcel leaves today.')).toBeVisible();
  const question = widget.frame.getByRole('region', { name: 'How was it?' });
  await expect(question).toHaveCount(0);
  await owner.button('Close').click();

  await question.getByRole('button', { name: '6', exact: true }).click();
  await expect(question).toContainText('Thank you! You can change it for a day.');
  await question.getByRole('textbox').fill(word);
  await question.getByRole('button', { name: 'Send' }).click();
  await expect(question).toContainText('Thank you for your words!');

  await widget.page.reload();
  await expect(question.getByRole('button', { name: '6', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await question.getByRole('button', { name: '9', exact: true }).click();
  await expect(question.getByRole('button', { name: '9', exact: true })).toHaveAttribute('aria-pressed', 'true');

  await expect(async () => {
    await owner.visit();
    await owner.page.evaluate(() => (location.hash = '#/feedback'));
    await owner.page.reload();
    const said = owner.page.getByRole('listitem').filter({ hasText: word });
    await expect(said).toContainText('9', { timeout: 5_000 });
    await expect(said).not.toContainText('6 of 10', { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
});

for (const { locale, told } of [
  { locale: 'en-GB', told: 'This link leads to no questions. Perhaps it was cut off' },
  { locale: 'zh-CN', told: '这个链接没有对应的问卷，可能没有复制完整。' },
]) {
  test(`a link of a survey’s mail that was cut off says so, in ${locale}`, async ({ browser, desk }) => {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto(`${desk.url}/rate#cut-off`);
    await expect(page.getByRole('alert')).toContainText(told);
    await context.close();
  });
}
