import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';

/** Pages of each kind, in both languages. */
const PAGES = [
  'en',
  'en/topics/returns',
  'en/washing-linen',
  'en/search?q=gift%20card',
  'en/nothing-here',
  'zh',
  'zh/topics/care',
  'zh/find-your-size',
];

/** The policy and the names must hold: nothing may be refused by the browser. */
function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/404/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} mode`, () => {
    test.use({ colorScheme });

    test('axe finds nothing serious on any kind of page, wide or narrow, and nothing is refused by the policy', async ({
      page,
      desk,
    }) => {
      const complaints = watch(page);
      for (const path of PAGES) {
        await page.goto(`${desk.url}/help/shop/${path}`);
        await expect(page.locator('solodesk-chat').getByRole('button').first()).toBeVisible();
        await expectAccessible(page);
        await page.setViewportSize({ width: 360, height: 740 });
        const { scrollWidth } = await page.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth }));
        expect(scrollWidth).toBeLessThanOrEqual(360);
        await page.setViewportSize({ width: 1200, height: 900 });
      }
      expect(complaints).toEqual([]);
    });
  });
}

test('who types into the search before the page’s script has come is answered when it comes', async ({
  page,
  desk,
}) => {
  let deliver: () => void = () => undefined;
  const typed = new Promise<void>((resolve) => (deliver = resolve));
  await page.route('**/help-assets/help.js*', async (route) => {
    await typed;
    await route.continue();
  });
  await page.goto(`${desk.url}/help/shop/en`, { waitUntil: 'commit' });
  await page.getByRole('searchbox').fill('candel wax');
  deliver();
  await expect(page.locator('#page_results li').first()).toContainText('Washing and caring for linen');
});

test('from the shop to an answer: search with a slip, an article, its contents, and the language of the same page', async ({
  page,
  desk,
}) => {
  await page.goto(`${desk.url}/`);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Help centre' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'How can we help?' })).toBeVisible();
  const box = page.getByRole('searchbox');
  await box.pressSequentially('candel wax');
  const first = page.locator('#page_results li').first();
  await expect(first).toContainText('Washing and caring for linen');
  await expect(first.locator('mark').first()).toBeVisible();
  await box.press('Enter');
  await expect(page).toHaveURL(/\/help\/shop\/en\/search\?q=candel\+wax$/);
  await page.locator('#page_results').getByRole('link', { name: 'Washing and caring for linen' }).click();
  await expect(page).toHaveURL(/\/washing-linen#stains$/);
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Drying' }).click();
  await expect(page.locator('#dry')).toBeInViewport();
  await page.getByRole('navigation', { name: 'Language' }).getByRole('link', { name: '中文' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '亚麻的洗涤与保养' })).toBeVisible();
  await page
    .getByRole('navigation', { name: '当前位置' })
    .getByRole('link', { name: '洗涤与保养', exact: true })
    .click();
  await expect(page.getByRole('heading', { name: '亚麻怎么洗？' })).toBeVisible();
});

test('who types Chinese is answered at its first character and while it is still pinyin, in one status', async ({
  page,
  desk,
}) => {
  await page.goto(`${desk.url}/help/shop/zh/search`);
  const box = page.locator('form.search.large').getByRole('searchbox');
  const status = await page.locator('#page_results [role=status]').elementHandle();
  await box.pressSequentially('洗');
  await expect(page.locator('#page_results')).toContainText('亚麻怎么洗？');
  await box.fill('tuihuo');
  await expect(page.locator('#page_results')).toContainText('怎么退货？');
  expect(await status?.textContent()).toMatch(/^\d+ 条结果$/);
});

test('what nothing is found for is told to the owner once it is all typed, or the page is left, and half typed it is not', async ({
  page,
  desk,
}) => {
  // What is sent as a page is left is no request that the page's own events tell of.
  await page.addInitScript(() => {
    const send = navigator.sendBeacon.bind(navigator);
    navigator.sendBeacon = (url, data) => {
      sessionStorage.setItem('told', `${sessionStorage.getItem('told') ?? ''}[${String(data)}]`);
      return send(url, data);
    };
  });
  const told = () => page.evaluate(() => sessionStorage.getItem('told'));
  await page.goto(`${desk.url}/help/shop/en`);
  const box = page.getByRole('searchbox');
  const nothing = page.locator('#page_results').getByText('Nothing was found.');
  await box.fill('zebra rent');
  await expect(nothing).toBeVisible();
  await box.pressSequentially('als');
  await expect.poll(told, { timeout: 15_000 }).toBe('[q=zebra+rentals]');
  await box.fill('wash');
  await expect(nothing).toHaveCount(0);
  await box.fill('xylophone tuning');
  await expect(nothing).toBeVisible();
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page).toHaveURL(/\/zh$/);
  expect(await told()).toBe('[q=zebra+rentals][q=xylophone+tuning]');
});

test('who votes by keyboard stays where the vote was', async ({ page, desk }) => {
  await page.goto(`${desk.url}/help/shop/en/gift-cards`);
  await page.getByRole('button', { name: 'Yes', exact: true }).focus();
  await page.keyboard.press('Enter');
  const thanks = page.getByText('Good to know, thank you.');
  await expect(thanks).toBeVisible();
  await expect(thanks).toBeFocused();
});

test('a vote stays on its page, and the chat opens from it', async ({ page, desk }) => {
  const complaints = watch(page);
  await page.goto(`${desk.url}/help/shop/en/gift-cards`);
  await page.getByRole('button', { name: 'No', exact: true }).click();
  await expect(page.getByText('Ask in the chat, and we will help you further.')).toBeVisible();
  await expect(page).toHaveURL(/\/gift-cards$/);
  await page.getByRole('button', { name: 'Ask in the chat' }).click();
  const chat = page.frameLocator('solodesk-chat iframe');
  await expect(chat.getByRole('textbox')).toBeVisible();
  await expect(chat.getByRole('link', { name: 'Help centre' })).toHaveAttribute('href', `${desk.url}/help/shop/en`);
  expect(complaints).toEqual([]);
});

test('the bot that is not sure points to the passage that may help', async ({ widget, desk }) => {
  await widget.start();
  await widget.say('may i put it on the radiator to dry');
  await expect(widget.said('Assistant').last()).toContainText(/Washing and caring for linen/);
  const link = widget.log.getByRole('link', { name: /Washing and caring for linen › Drying/ });
  await expect(link).toHaveAttribute('href', `${desk.url}/help/shop/en/washing-linen#dry`);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('everything can be read, searched and voted on', async ({ page, desk }) => {
    await page.goto(`${desk.url}/help/shop/en`);
    await page.getByRole('searchbox').fill('when do I get my mony back');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.locator('#page_results').getByRole('link', { name: 'When do I get my money back?' }).click();
    await expect(page).toHaveURL(/\/topics\/returns#returns\.refund$/);
    const faq = page.locator('[id="returns.refund"]');
    await expect(faq).toContainText('Within 5 working days');
    await faq.getByRole('button', { name: 'Yes' }).click();
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    await page.getByRole('link', { name: 'Back to the page' }).click();
    await expect(faq).toBeInViewport();
    await expect(page.getByRole('button', { name: 'Ask in the chat' })).toBeHidden();
  });
});

test('with the keyboard alone the content is one step away, and what is printed is the article', async ({
  page,
  desk,
}) => {
  await page.goto(`${desk.url}/help/shop/en/return-a-parcel`);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const hidden of ['.search', '.languages', '.crumbs', '.contents', '.vote', '.foot', 'solodesk-chat']) {
    await expect(page.locator(hidden).first()).toBeHidden();
  }
});

test('a bad article is told to the owner with file and line, while the last good one is read', async ({
  ownDesk,
  page,
}) => {
  const folder = `${ownDesk.sitesDir}/shop/articles`;
  const { readFile, writeFile } = await import('node:fs/promises');
  const good = await readFile(`${folder}/gift-cards.en.md`, 'utf8');
  await page.goto(`${ownDesk.url}/help/shop/en/gift-cards`);
  await writeFile(`${folder}/gift-cards.en.md`, good.replace('(faq:gifts.wrapping)', '(faq:gifts.rapping)'));
  await writeFile(`${folder}/new.en.md`, good.replace('Giving and using', 'News of'));
  await expect.poll(async () => (await page.goto(`${ownDesk.url}/help/shop/en/new`))?.status()).toBe(200);
  await page.goto(`${ownDesk.url}/help/shop/en/gift-cards`);
  await expect(page.getByRole('heading', { level: 1, name: 'Giving and using gift cards' })).toBeVisible();
});
