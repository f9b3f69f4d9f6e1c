import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DeskServer } from '../fixtures/desk-server.ts';
import { LEARNED } from '../fixtures/learning.ts';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';
import { ConsolePage } from '../pages/console-page.ts';
import { WidgetPage } from '../pages/widget-page.ts';

const faq = (intent: string, question: string, answer: string) => ({
  intent,
  question: { en: question },
  phrasings: { en: [question, `${question} please`] },
  answer: { en: answer },
});
const KIOSK = {
  site: { name: 'Kiosk', ownerName: 'Mei', languages: ['en'] },
  faqs: {
    'papers.json': {
      category: 'papers',
      faqs: [
        faq('papers.daily', 'Which daily papers do you sell?', 'All of the big ones.'),
        faq('papers.return', 'Can I return a magazine?', 'Within a day, unread.'),
      ],
    },
  },
};

test('an answer in a conversation becomes an FAQ in two taps, and the bot gives it from then on', async ({
  ownHost,
  browser,
}) => {
  const desk = await DeskServer.create([ownHost.url], { kiosk: KIOSK }, { LIMITS: 'off' });
  ownHost.deskUrl = desk.url;
  const visitor = new WidgetPage(await (await browser.newContext()).newPage(), ownHost);
  await visitor.start('/', 'kiosk');
  await visitor.askForPerson();
  await visitor.say('Do you also repair old umbrellas, order 48213?');
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const owner = await ConsolePage.enter(await context.newPage(), desk);
  const { page } = owner;
  await owner.visit('kiosk');
  await owner.openWaiting('old umbrellas');
  await owner.say('Yes, on Fridays, for nine euros.');
  await expect(visitor.said('Mei', 'Yes, on Fridays')).toBeVisible();

  const papers = () => readFile(join(desk.sitesDir, 'kiosk/faq/papers.json'), 'utf8');
  const save = async () => {
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const anyway = page.locator('.verdict').getByRole('button', { name: /^Save/ });
    const toast = page.getByText(/^Saved/);
    await expect(anyway.or(toast)).toBeVisible(LEARNED);
    // A bot that knows two things flips easily: then the owner is asked, as for every change.
    if (await anyway.isVisible()) await anyway.click();
    await expect(toast).toBeVisible(LEARNED);
  };

  await page.getByRole('button', { name: 'Make it an FAQ' }).click();
  await expect(page.getByLabel('Question', { exact: false }).first()).toHaveValue(
    'Do you also repair old umbrellas, order 00000?',
  );
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('faq.png') });
  await save();
  await expect(owner.log).toContainText('Yes, on Fridays, for nine euros.');
  await page.screenshot({ path: test.info().outputPath('back.png') });
  expect(await papers()).toContain('Yes, on Fridays, for nine euros.');

  const next = new WidgetPage(await (await browser.newContext()).newPage(), ownHost);
  await next.start('/', 'kiosk');
  await next.say('do you repair old umbrellas');
  await next.expectAnswer('Yes, on Fridays, for nine euros.');
  // On a desktop it goes in the same way, once the first one's word is gone.
  await expect(page.getByText(/^Saved/)).toHaveCount(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  await visitor.say('And walking sticks?');
  await expect(owner.log).toContainText('And walking sticks?');
  await owner.say('Walking sticks, too.');
  await expect(visitor.said('Mei', 'Walking sticks, too.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make it an FAQ' })).toHaveCount(2);
  await page.getByRole('button', { name: 'Make it an FAQ' }).last().click();
  await expect(page.getByLabel('Question', { exact: false }).first()).toHaveValue('And walking sticks?');
  await expect(page.getByLabel('Answer', { exact: true })).toHaveValue('Walking sticks, too.');
  await page.screenshot({ path: test.info().outputPath('faq-desktop.png') });
  await save();
  await expect(owner.log).toContainText('Walking sticks, too.');
  expect(await papers()).toContain('Walking sticks, too.');
  await page.screenshot({ path: test.info().outputPath('back-desktop.png') });
  for (const each of [visitor.page, next.page, page]) await each.context().close();
  await desk.dispose();
});
