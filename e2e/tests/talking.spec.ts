import { expect, test } from '../fixtures/test.ts';
import { WidgetPage } from '../pages/widget-page.ts';

/** The wording is the demo's; what matters is that the second question is understood with the first. */
const SHIPPING = 'Germany: €4.90';

test.describe('talking with the bot', () => {
  test('takes a follow-up question for one, after a restart of the server as well', async ({
    ownDesk,
    ownHost,
    page,
  }) => {
    const widget = new WidgetPage(page, ownHost);
    await widget.start();
    await widget.say('How much is delivery?');
    await widget.expectAnswer(SHIPPING);
    await ownDesk.kill();
    await ownDesk.start();
    await expect(widget.frame.getByRole('status')).toHaveCount(0, { timeout: 30_000 });
    await widget.say('what about returns?');
    await widget.expectAnswer('Free within Germany');
    await page.screenshot({ path: test.info().outputPath('follow-up.png') });
  });

  test('answers several questions in one message, in their order', async ({ widget, page }) => {
    await widget.start();
    await widget.say('hi there, where is my order? And how do I return it?');
    const answer = widget.said('Assistant').last();
    await expect(answer).toContainText(/tracking link[\s\S]+return/);
    await page.screenshot({ path: test.info().outputPath('several.png') });
  });

  test('stays calm when it is insulted, and offers a person', async ({ widget, page }) => {
    await widget.start();
    await widget.say('you stupid bot');
    await widget.expectAnswer("I'm sorry that I'm no help so far");
    await expect(widget.choices.filter({ hasText: 'Talk to a person' })).toBeVisible();
    await widget.say('😡');
    await widget.expectAnswer("I'm sorry that something went wrong");
    await page.screenshot({ path: test.info().outputPath('insult.png') });
    await widget.choices.filter({ hasText: 'Talk to a person' }).click();
    await expect(widget.event('You asked for a person')).toBeVisible();
  });

  test('says what it is, who made it and what it can do', async ({ widget, page }) => {
    await widget.start();
    await widget.say('who made you?');
    await widget.expectAnswer(/Teal & Linen set me up/);
    await widget.say('what can you do?');
    await widget.expectAnswer('I answer common questions at once');
    await page.screenshot({ path: test.info().outputPath('abilities.png') });
    await widget.choices.first().click();
    await expect(widget.said('Assistant')).toHaveCount(3);
  });

  test('tells who writes French which languages it speaks, in French', async ({ widget, page }) => {
    await widget.start();
    await widget.say('Bonjour, où est ma commande ?');
    await widget.expectAnswer(/je ne comprends que l'anglais et le chinois/);
    await page.screenshot({ path: test.info().outputPath('french.png') });
  });

  test('takes ??? for what it is, as often as it comes', async ({ widget }) => {
    await widget.start();
    for (let times = 1; times <= 3; times++) {
      await widget.say('???');
      await expect(widget.said('Assistant', "I'm here. What would you like to know?")).toHaveCount(times);
    }
    await expect(widget.event('A person was called')).toHaveCount(0);
  });

  test('understands Chinese that leans on what went before', async ({ widget, page }) => {
    await page.setViewportSize({ width: 360, height: 720 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await widget.start('/zh');
    await widget.say('运费多少钱');
    await expect(widget.said('助手', '德国').last()).toContainText('4.9');
    await widget.say('那退货呢？');
    await expect(widget.said('助手').last()).toContainText('德国境内退货免费');
    await widget.say('你这个垃圾机器人');
    await expect(widget.said('助手').last()).toContainText('刚才没能帮到您');
    await page.screenshot({ path: test.info().outputPath('chinese.png') });
  });

  test('calls customers by their name, and says what is meant for them, as plain text', async ({
    ownDesk,
    ownHost,
    page,
  }) => {
    await ownDesk.editAnswer('shop', 'payment.methods', 'en', {
      text: 'Hello {{name|there}}, by card or PayPal.',
      variants: [{ when: { segment: 'wholesale' }, text: 'Dear {{name|partner}}, on account.' }],
    });
    const widget = new WidgetPage(page, ownHost);
    const asking = (answer: string) =>
      expect(async () => {
        await widget.say('how can I pay?');
        await expect(widget.said('Assistant').last()).toContainText(answer, { timeout: 2_000 });
      }).toPass();
    await widget.start();
    await asking('Hello there, by card or PayPal.');
    await page.evaluate(() => window.Solodesk('setUser', 'ann', { name: '<b>Ann</b>', segment: 'wholesale' }));
    await asking('Dear <b>Ann</b>, on account.');
    await page.screenshot({ path: test.info().outputPath('variant.png') });
    await page.evaluate(() => window.Solodesk('setAttributes', { name: 'see https://evil.example', segment: '' }));
    await asking('Hello there, by card');
    await expect(widget.log.getByRole('link', { name: 'evil' })).toHaveCount(0);
  });
});
