import { expect, test } from '../fixtures/test.ts';
import type { Locator } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';
import { ConsolePage } from '../pages/console-page.ts';

const SIZES = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
};

for (const [size, how] of Object.entries(SIZES)) {
  test(`what is selected in a conversation becomes a ticket of it, with two clicks, on a ${size}`, async ({
    widget,
    desk,
    browser,
    ownerState,
  }) => {
    const context = await browser.newContext({ storageState: ownerState, ...how });
    const owner = new ConsolePage(await context.newPage(), desk);
    const { page } = owner;
    const crack = `The glazed jug for my ${size} has a crack`;
    await widget.start();
    await widget.askForPerson();
    await widget.tell(crack);
    await widget.tell(`Thanks anyway from a ${size}!`);
    await owner.read(await widget.conversation());
    const words = owner.log.getByText(crack);
    const press = (what: Locator) => (size === 'phone' ? what.tap() : what.click());
    const make = async () => {
      await press(owner.button('More actions'));
      await press(owner.button('Make a ticket of the selection'));
    };
    const isTicketOf = async (text: string) => {
      await expect(page.getByText(/-T\d+ was made\./)).toBeVisible();
      await press(owner.button('Open it'));
      await expect(owner.button('Open the conversation')).toBeVisible();
      await expect(page.getByText(text).filter({ visible: true }).first()).toBeVisible();
    };

    if (size === 'phone') {
      // As the system does after a long press; then a thumb looks what else is said.
      await words.selectText();
      const { x, y } = (await words.boundingBox()) ?? { x: 0, y: 0 };
      const thumb = await context.newCDPSession(page);
      await thumb.send('Input.synthesizeScrollGesture', { x: x + 20, y, yDistance: 60, gestureSourceType: 'touch' });
    } else await words.click({ clickCount: 3 });
    await make();
    await isTicketOf(crack);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(how.viewport.width);
    await expectAccessible(page);
    await press(owner.button('Open the conversation'));
    await expect(owner.log).toContainText('Thanks anyway');

    // Who taps the words again has nothing selected: then it is what the visitor said last.
    await words.selectText();
    await words.click();
    await make();
    await isTicketOf(`Thanks anyway from a ${size}!`);
    await context.close();
  });
}
