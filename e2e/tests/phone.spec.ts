import { expect, test } from '../fixtures/test.ts';
import type { Page } from '../fixtures/test.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

async function expectNoSidewaysScroll(page: Pick<Page, 'evaluate'>): Promise<void> {
  const { scroll, client } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scroll: scrollWidth, client: clientWidth };
  });
  expect(scroll).toBeLessThanOrEqual(client);
}

test.describe('on a phone', () => {
  test('the chat fills the screen, does not scroll sideways, and closes', async ({ widget }) => {
    await widget.start();
    expect(await widget.panel.boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 740 });
    await expect(widget.bubble).toBeHidden();
    await widget.tell('a'.repeat(200));
    await widget.say('how many days do I have to send it back?');
    await widget.expectAnswer('30 days from delivery');
    await expectNoSidewaysScroll(await widget.innerFrame());
    await expectNoSidewaysScroll(widget.page);
    const size = await widget.box.evaluate((box) => Number.parseFloat(getComputedStyle(box).fontSize));
    expect(size).toBeGreaterThanOrEqual(16);
    await widget.frame.getByRole('button', { name: 'Close' }).click();
    await expect(widget.panel).toBeHidden();
    await expect(widget.bubble).toBeVisible();
  });

  test('what was said last stays in sight when the keyboard takes half of the screen', async ({ widget, owner }) => {
    await widget.start();
    await widget.askForPerson();
    await widget.tell(Array.from({ length: 40 }, (_, n) => `line ${n}`).join('\n'));
    await widget.tell('the last words');
    await expect(widget.said('You', 'the last words')).toBeInViewport();
    await owner.page.setViewportSize({ width: 360, height: 740 });
    await owner.read(await widget.conversation());
    const last = owner.log.getByText('the last words');
    await expect(last).toBeInViewport();
    for (const { page } of [widget, owner]) await page.setViewportSize({ width: 360, height: 420 });
    await expect(widget.said('You', 'the last words')).toBeInViewport();
    await expect(last).toBeInViewport();
  });

  test('a chat is worked from what is known of the visitor to its end, and whoever spoils it is shut out and let in again', async ({
    widget,
    owner,
  }) => {
    const { page } = owner;
    await widget.start();
    await widget.askForPerson();
    await widget.tell('do you have pills?');
    await page.setViewportSize({ width: 360, height: 740 });
    await owner.read(await widget.conversation());
    await page.getByRole('main').getByRole('button', { name: 'Customer' }).click();
    await expect(owner.customer).toContainText('Home');
    await expect(owner.customer).toContainText(/Local time\s*\d\d:\d\d · Europe\/Berlin/);
    await expect(owner.customer).toContainText(/Language\s*English/);
    await owner.customer.getByRole('button', { name: 'Back' }).click();

    await owner.button('Take over').click();
    await expect(widget.event('Mei joined')).toBeVisible();
    await widget.box.pressSequentially('pills');
    await expect(owner.log).toContainText('is typing…');
    await widget.box.clear();
    await page.getByRole('button', { name: 'Canned replies (/)' }).click();
    await owner.reply.pressSequentially('return period');
    await page.getByRole('option').first().click();
    await expect(owner.reply).toHaveValue(/30 days/);
    await owner.reply.press('Enter');
    await expect(widget.said('Mei', '30 days')).toBeVisible();
    await owner.button('Hand back').click();
    await expect(widget.event('The assistant goes on')).toBeVisible();

    const more = async (what: string) => {
      await owner.button('More actions').click();
      await owner.button(what).click();
    };
    await more('Make a ticket of the selection');
    await owner.button('Open it').click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/SHOP-T\d+/);
    await owner.button('Open the conversation').click();
    await owner.button('Close').click();
    await owner.button('Undo').click();
    await expect(owner.button('Take over')).toBeVisible();

    await more('Block visitor');
    await expect(widget.box).toBeDisabled();
    await expectNoSidewaysScroll(page);
    await page.evaluate(() => (location.hash = '#/contacts'));
    await owner.button('Blocked').click();
    const them = page.getByRole('listitem').filter({ hasText: 'You: 30 days' });
    await them.getByRole('button', { name: 'Unblock' }).click();
    await expect(them).toHaveCount(0);
    await widget.frame.getByRole('button', { name: 'Try again' }).click();
    await widget.tell('I am sorry');
  });

  for (const { name, language, inSight, behind } of [
    {
      ...{ name: 'English', language: 'English', inSight: ['Inbox', 'Tickets', 'Unanswered', 'Search', 'More'] },
      behind: ['FAQs', 'Contacts', 'Insights', 'Settings'],
    },
    {
      ...{ name: 'Chinese', language: '中文', inSight: ['收件箱', '工单', '未回答', '搜索', '更多'] },
      behind: ['常见问题', '联系人', '洞察', '设置'],
    },
  ])
    test(`the sections have their words in ${name}, whole, and room for a thumb; the others are a tap away`, async ({
      owner,
    }) => {
      const { page } = owner;
      await page.setViewportSize({ width: 360, height: 740 });
      await owner.visit();
      await page.evaluate(() => (location.hash = '#/settings'));
      await page.getByRole('button', { name: language, exact: true }).click();
      await page.evaluate(() => (location.hash = '#/desk'));
      const sections = page.getByRole('navigation');
      const [title, more] = [page.getByRole('heading', { level: 2 }).first(), inSight[4] ?? ''];
      await expect(title).toHaveText(/Next up|接下来/);
      for (const word of inSight) {
        const button = sections.getByRole('button').filter({ hasText: word });
        const box = await button.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
        const cut = await button
          .getByText(word)
          .evaluate((text) => text.scrollWidth > (text.parentElement?.clientWidth ?? 0));
        expect(cut).toBe(false);
      }
      await sections.getByRole('button', { name: more }).click();
      for (const word of behind) {
        const box = await sections.getByRole('button', { name: word, exact: true }).boundingBox();
        expect(box?.height).toBeGreaterThanOrEqual(44);
      }
      await expectNoSidewaysScroll(page);

      // A tap beside the sheet closes it, and reaches nothing beneath.
      await page.mouse.click(60, 80);
      await expect(sections.getByRole('button', { name: behind[0], exact: true })).toHaveCount(0);
      await expect(page).toHaveURL(/#\/desk/);
      await expect(sections.getByRole('button', { name: more })).toBeFocused();

      await sections.getByRole('button', { name: more }).click();
      await sections.getByRole('button', { name: /^(Away|离开)/ }).click();
      await expect(sections.locator('.dot-presence.here')).toHaveCount(0);
      await sections.getByRole('button', { name: more }).click();
      await sections.getByRole('button', { name: /^(Automatic|自动)/ }).click();
      await expect(sections.locator('.dot-presence.here')).toHaveCount(1);
      await sections.getByRole('button', { name: more }).click();
      await sections.getByRole('button', { name: behind[1] ?? '', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: behind[1] ?? '' })).toBeVisible();
      await sections.getByRole('button', { name: more }).click();
      await expect(sections.getByRole('button', { name: behind[1] ?? '', exact: true })).toHaveAttribute(
        'aria-current',
        'page',
      );
    });

  test('the console goes from list to conversation to customer and back', async ({ widget, owner }) => {
    await widget.start();
    await widget.askForPerson();
    await widget.tell('from phone to phone');
    await owner.page.setViewportSize({ width: 360, height: 740 });
    await owner.visit();
    await expectNoSidewaysScroll(owner.page);
    const row = owner.waiting('from phone to phone');
    // On a busy desk it stands further down, where a windowed list draws it once it is scrolled to.
    await owner.page.mouse.move(180, 400);
    await expect(async () => {
      if (!(await row.isVisible())) await owner.page.mouse.wheel(0, 300);
      await expect(row).toBeVisible({ timeout: 500 });
    }).toPass();
    await row.click();
    await expect(owner.log).toContainText('from phone to phone');
    await expect(owner.queue.first()).toBeHidden();
    await expectNoSidewaysScroll(owner.page);
    await owner.say('hello from mine');
    await expect(widget.said('Mei', 'hello from mine')).toBeVisible();
    await owner.page.getByRole('main').getByRole('button', { name: 'Customer' }).click();
    await expect(owner.customer).toBeVisible();
    await expectNoSidewaysScroll(owner.page);
    await owner.customer.getByRole('button', { name: 'Back' }).click();
    await expect(owner.log).toBeVisible();
    await owner.page.getByRole('main').getByRole('button', { name: 'Back', exact: true }).click();
    await expect(owner.heading('Next up')).toBeVisible();
    for (const section of ['FAQs', 'Settings'] as const) {
      await owner.go(section);
      await expect(owner.heading(section)).toBeVisible();
      await expectNoSidewaysScroll(owner.page);
    }
  });
});
