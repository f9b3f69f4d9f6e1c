import { expect, test } from '../fixtures/test.ts';
import { ConsolePage } from '../pages/console-page.ts';
import { WidgetPage } from '../pages/widget-page.ts';

test.describe('a person', () => {
  test('is asked for, takes over, talks, hands back, and the bot answers again', async ({ widget, owner }) => {
    await owner.visit();
    await widget.start();
    await widget.askForPerson();
    await widget.expectAnswer(/calling Mei|not at the desk/);
    await widget.tell('my parcel is wet, really wet');

    await owner.openWaiting('my parcel is wet');
    await expect(owner.log).toContainText('Asked for a person');
    await expect(owner.log).toContainText('my parcel is wet, really wet');
    await owner.button('Take over').click();
    await expect(widget.event('Mei joined')).toBeVisible();
    await owner.say('Oh no. I send you a new one today.');
    await expect(widget.said('Mei', 'Oh no. I send you a new one')).toBeVisible();
    await expect(owner.log).toContainText(/You · .* · seen/);

    await widget.tell('how many days do I have to send it back?');
    await expect(owner.log).toContainText('how many days do I have');
    await expect(widget.said('You', 'how many days').last()).toContainText('Seen');
    await owner.say('Keep it.');
    await expect(widget.said('Mei', 'Keep it.')).toBeVisible();
    await expect(widget.said('Assistant', '30 days')).toHaveCount(0);

    await owner.button('Hand back').click();
    await expect(widget.event('The assistant goes on')).toBeVisible();
    await widget.say('how many days do I have to send it back?');
    await widget.expectAnswer('30 days from delivery');
    await expect(owner.log).toContainText('30 days from delivery');
    await expect(owner.log).toContainText(/answered returns\.period · \d+ %/);
    await owner.expectMessagesApart();
  });

  test('is seen typing by the visitor, and sees the visitor typing', async ({ widget, owner }) => {
    await widget.start();
    await widget.askForPerson();
    await owner.read(await widget.conversation());
    await owner.button('Take over').click();
    await expect(widget.event('Mei joined')).toBeVisible();
    await owner.reply.pressSequentially('let me');
    await expect(widget.log.getByTitle('Mei is typing')).toBeVisible();
    await widget.box.pressSequentially('thank');
    await expect(owner.log).toContainText('is typing…');
    await widget.box.press('Enter');
    await widget.box.press('Control+A');
    await owner.say('let me look');
    await expect(widget.log.getByTitle('Mei is typing')).toHaveCount(0);
  });

  test('silences the bot with the first word, even when the bot was about to answer', async ({
    ownDesk,
    ownHost,
    page,
    browser,
  }) => {
    const widget = new WidgetPage(page, ownHost);
    const owner = await ConsolePage.enter(await (await browser.newContext()).newPage(), ownDesk);
    await widget.start();
    await widget.say('hello');
    await widget.expectAnswer(/./);
    await owner.read(await widget.conversation());
    for (const round of [1, 2, 3]) {
      // The question and the owner's word reach the server in one moment, in this order.
      ownDesk.pause();
      await widget.say(`how many days do I have to send it back? ${round}`);
      await expect(widget.said('You', 'how many days').last()).toContainText('Sending');
      await owner.say(`I am here ${round}`);
      await expect(owner.log).toContainText('sending…');
      ownDesk.goOn();
      await expect(widget.said('Mei', `I am here ${round}`)).toBeVisible();
      await widget.tell(`returns? ${round}`);
      await owner.button('Hand back').click();
      await expect(widget.event('The assistant goes on')).toHaveCount(round);
    }
    let silent = false;
    for (const line of await widget.lines()) {
      if (line.startsWith('Mei joined')) silent = true;
      if (line.startsWith('The assistant goes on')) silent = false;
      if (silent) expect(line).not.toContain('Assistant:');
    }
    await owner.page.context().close();
  });

  test('can be left again by the visitor while waiting: the bot goes on', async ({ ownDesk, ownHost, page }) => {
    expect(ownDesk.url).toBeTruthy();
    const widget = new WidgetPage(page, ownHost);
    await widget.start();
    await widget.askForPerson();
    // Nobody has opened this server's console: the owner is away, and that is said.
    await widget.expectAnswer('Mei is not at the desk right now');
    await widget.choices.filter({ hasText: 'Go on with the bot' }).click();
    await expect(widget.event('The assistant goes on')).toBeVisible();
    await widget.say('how many days do I have to send it back?');
    await widget.expectAnswer('30 days from delivery');
  });
});
