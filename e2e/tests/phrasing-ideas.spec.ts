import { DeskServer } from '../fixtures/desk-server.ts';
import { LEARNED } from '../fixtures/learning.ts';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';
import { ConsolePage } from '../pages/console-page.ts';

const BAKERY = {
  site: { name: 'Bakery', ownerName: 'Mei', languages: ['en', 'zh'] },
  faqs: {
    'bread.json': {
      category: 'bread',
      faqs: [
        {
          intent: 'bread.rye',
          question: { en: 'Do you bake rye bread?', zh: '有黑麦面包吗？' },
          phrasings: { en: ['rye bread', 'delivery time'], zh: ['黑麦面包'] },
          answer: { en: 'On Fridays.', zh: '周五有。' },
        },
      ],
    },
  },
};

test.describe('who writes an FAQ is shown how others ask it', () => {
  test('in the editor on a phone, in both languages, and takes what fits by a tap', async ({ ownHost, browser }) => {
    const desk = await DeskServer.create([ownHost.url], { bakery: BAKERY }, { LIMITS: 'off' });
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true });
    const owner = await ConsolePage.enter(await context.newPage(), desk);
    const { page } = owner;
    await owner.visit('bakery');
    await owner.go('FAQs');
    await owner.button('New FAQ').click();
    await page.getByLabel('Question').first().fill('How many days until my parcel is here?');
    const ideas = page.getByRole('group', { name: 'Others are asked it like this' });
    await expect(ideas.first()).toContainText('as “How long does delivery take?”', LEARNED);
    await expect(ideas.first().getByRole('button', { name: 'Add “delivery time”' })).toBeHidden();
    await ideas.first().getByRole('button', { name: 'Add “when will it arrive”' }).tap();
    await expect(page.getByLabel('Ways to ask it').first()).toHaveValue('when will it arrive');
    await expect(ideas.first().getByRole('button', { name: 'Add “when will it arrive”' })).toBeHidden();
    await page.getByRole('button', { name: 'Take “多久能送到？”' }).tap();
    await ideas.last().getByRole('button', { name: 'Add all 8' }).tap();
    await expect(page.getByLabel('Question').last()).toHaveValue('多久能送到？');
    expect((await page.getByLabel('Ways to ask it').last().inputValue()).split('\n')).toHaveLength(8);
    await expectAccessible(page);
    await context.close();
  });

  test('in the wizard, where nothing is shown beside a question that nobody knows', async ({ newDesk, page }) => {
    const owner = new ConsolePage(page, newDesk);
    await page.goto(newDesk.setupLink);
    await owner.fillSetUp();
    await page.getByLabel('Business name').fill('Corner Oven');
    for (let step = 0; step < 4; step += 1) await owner.button('Next').click();
    const first = page.getByRole('group', { name: 'Question 1' });
    const question = first.getByRole('textbox', { name: /^Question/ }).first();
    await question.fill('Where is your shop?');
    await expect(first.getByText('as “Where are you?”').first()).toBeVisible(LEARNED);
    const phrasings = first.getByRole('textbox', { name: /^Other ways to ask it/ }).first();
    await first
      .getByRole('button', { name: /^Add all/ })
      .first()
      .click();
    expect((await phrasings.inputValue()).split('\n')).toHaveLength(8);
    await expectAccessible(page);
    await question.fill('Zirblung?');
    await expect(first.getByText('as “Where are you?”')).toHaveCount(0, LEARNED);
  });
});
