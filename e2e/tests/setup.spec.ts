import { LEARNED } from '../fixtures/learning.ts';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';
import { ConsolePage, OWNER } from '../pages/console-page.ts';
import { WidgetPage } from '../pages/widget-page.ts';

test.describe('the first day', () => {
  test('leads from the set-up link over the wizard to a site that answers on the owner’s own page', async ({
    newDesk,
    ownHost,
    page,
    browser,
  }) => {
    const owner = new ConsolePage(page, newDesk);
    await page.goto(newDesk.setupLink);
    await expect(owner.button('Create my desk')).toBeVisible();
    await expectAccessible(page);
    await owner.fillSetUp();
    await expect(page).not.toHaveURL(/setup=/);

    await page.getByLabel('Business name').fill('Küchenhandtuch & Söhne');
    await expect(page.getByLabel('Short name')).toHaveValue(/^[a-z0-9-]+$/);
    await page.getByLabel('Short name').fill('towels');
    await expect(page.getByLabel('Your name at the desk')).toHaveValue(OWNER.name);
    await page.getByLabel('Address of your web site').fill(ownHost.url);
    await owner.button('Next').click();

    await expect(owner.heading('Which languages do you answer in?')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'English' })).toBeChecked();
    await owner.button('Next').click();

    await expect(owner.heading('When are you usually there?')).toBeVisible();
    await page.getByRole('checkbox', { name: 'Saturday' }).check();
    await owner.button('Next').click();

    await expect(owner.heading('Which colour is yours?')).toBeVisible();
    await page.getByRole('button', { name: '#0f766e' }).click();
    await owner.button('Next').click();

    await expect(owner.heading('What do people ask first?')).toBeVisible();
    await expectAccessible(page);
    const first = page.getByRole('group', { name: 'Question 1' });
    await first.getByLabel(/^Answer( · English)?$/).fill('Two days, by cargo bike.');
    await owner.button('Create the site').click();

    await expect(owner.heading('Try it')).toBeVisible(LEARNED);
    const chat = page.frameLocator('iframe[title="Test chat"]').frameLocator('solodesk-chat iframe');
    await chat.locator('textarea').fill('when will my order arrive');
    await chat.locator('textarea').press('Enter');
    await expect(chat.getByRole('log')).toContainText('Two days, by cargo bike.');
    await owner.button('Next').click();

    await expect(page.getByRole('region', { name: 'Snippet' })).toHaveText(
      `<script async src="${newDesk.url}/widget/towels.js"></script>`,
    );
    for (const place of ['WordPress', 'Shopify', 'A plain page']) {
      await owner.button(place).click();
      await expect(page.getByRole('listitem').filter({ hasText: /paste/i }).first()).toBeVisible();
    }
    const tab = await page.context().newPage();
    await tab.goto(`${newDesk.url}/console/`);
    await expect(tab.getByRole('heading', { name: 'Inbox, Küchenhandtuch & Söhne' })).toBeAttached();
    await tab.close();
    await owner.button('Open the inbox').click();
    await expect(owner.heading('Next up')).toBeVisible();

    const visitor = await browser.newContext();
    const widget = new WidgetPage(await visitor.newPage(), ownHost);
    await widget.start('/', 'towels');
    await widget.say('how fast do you ship');
    await widget.expectAnswer('Two days, by cargo bike.');
    await widget.askForPerson();
    await visitor.close();

    // Who looks at the demo is not told that nobody needs them.
    await page.goto(`${newDesk.url}/console/#/desk/shop/next`);
    await expect(page.getByText('All done', { exact: true })).toBeHidden();
    await owner.button('Küchenhandtuch & Söhne · 1 to do').click();
    await expect(page.getByRole('heading', { name: 'Inbox, Küchenhandtuch & Söhne' })).toBeAttached();
  });

  test('begins with a starter pack on a phone: its answers are there at once, and danger needs a number', async ({
    newDesk,
    ownHost,
    page,
    browser,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const owner = new ConsolePage(page, newDesk);
    await page.goto(newDesk.setupLink);
    await owner.fillSetUp();
    await page.getByLabel('Business name').fill('Dr Paws');
    await page.getByLabel('Address of your web site').fill(ownHost.url);
    for (let step = 0; step < 4; step += 1) await owner.button('Next').click();

    await expect(page.getByRole('group', { name: 'Question 3' })).toBeVisible();
    await page.getByRole('radio', { name: /^Shop/ }).check();
    await expect(page.getByText('All 35 questions')).toBeVisible();
    await expect(page.getByRole('group', { name: 'Question 1' })).toBeHidden();
    await page.getByRole('radio', { name: /^Something else/ }).check();
    await expect(page.getByRole('group', { name: 'Question 3' })).toBeVisible();
    await page.getByRole('radio', { name: /^Clinic/ }).check();
    await expectAccessible(page);
    await owner.button('Create the site').click();
    await expect(page.getByText('Please write the number')).toBeVisible();
    await page.getByLabel('Number to call in danger of life').fill('999');
    await owner.button('Create the site').click();
    await expect(owner.heading('Try it')).toBeVisible(LEARNED);

    const visitor = await browser.newContext();
    const widget = new WidgetPage(await visitor.newPage(), ownHost);
    await widget.start('/', 'dr-paws');
    await widget.say('is there parking at your place');
    await widget.expectAnswer('What there is near us is on the contact page');
    await widget.say('I have a terrible chest pain');
    await widget.expectAnswer(/999/);
    await visitor.close();

    await owner.button('Next').click();
    await owner.button('Open the inbox').click();
    await owner.go('FAQs');
    await expect(page.getByText('11 answers wait for your own facts')).toBeVisible();
    await owner.button('Show only these').click();
    const parking = page.getByRole('listitem').filter({ hasText: 'Is there parking?' });
    await expect(parking).toContainText('Describe the parking here.');
    await expectAccessible(page);
    await parking.getByRole('button').click();
    await page.getByLabel(/^Answer( · English)?$/).fill('Behind the house, two places.');
    await owner.button('Save').click();
    await expect(page.getByText('10 answers wait for your own facts')).toBeVisible(LEARNED);
    await page.getByRole('button', { name: 'Edit: Where are you?' }).click();
    await owner.button('Right as it is').click();
    await expect(page.getByText('9 answers wait for your own facts')).toBeVisible(LEARNED);
    await owner.button('Undo').last().click();
    await expect(page.getByText('10 answers wait for your own facts')).toBeVisible();
  });

  test('the link works once, and signing out and in again works with the password alone', async ({
    newDesk,
    page,
    browser,
  }) => {
    const link = newDesk.setupLink;
    const owner = await ConsolePage.setUp(page, newDesk);
    const stranger = await browser.newContext();
    const door = await stranger.newPage();
    await door.goto(link);
    await expect(door.getByRole('heading', { name: 'This set-up link is used up or wrong' })).toBeVisible();
    await door.getByRole('button', { name: 'Go to sign-in' }).click();
    const thief = new ConsolePage(door, newDesk);
    await thief.signIn('not the password');
    await expect(door.getByRole('alert')).toHaveText('E-mail or password is wrong.');
    await stranger.close();

    await owner.go('Settings');
    await owner.button('Sign out').click();
    await expect(owner.heading('Sign in')).toBeVisible();
    await page.reload();
    await expect(owner.heading('Sign in')).toBeVisible();
    await owner.signIn();
    await expect(owner.page.getByRole('navigation')).toBeVisible();
  });
});
