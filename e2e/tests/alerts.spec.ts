import type { MailServer } from '@solodesk/notify/testing';
import { apiCaller } from '../fixtures/console-api.ts';
import { expect, test } from '../fixtures/mail-desk.ts';
import { ConsolePage, OWNER } from '../pages/console-page.ts';
import { WidgetPage } from '../pages/widget-page.ts';

const DAY = 86_400_000;

/** The mail to the owner with such words in it, when it is there. */
async function mailSaying(mails: MailServer, words: string) {
  const find = () =>
    mails.mails.find(({ text }, at) => mails.sessions[at]?.to[0] === OWNER.email && text?.includes(words));
  await expect.poll(() => find() !== undefined, { timeout: 30_000 }).toBe(true);
  return find()?.text ?? '';
}

const linkIn = (text: string) => /http:\S+\/console\/#\/desk\/\S+/.exec(text)?.[0] ?? 'no link';

test('a bad score, a bad review and a broken promise reach the owner at once, each one tap from the conversation', async ({
  mails,
  mailDesk,
  ownHost,
  page,
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const owner = await ConsolePage.enter(await context.newPage(), mailDesk);
  const opens = async (text: string, said: string) => {
    const tab = new ConsolePage(await context.newPage(), mailDesk);
    await tab.page.goto(linkIn(text));
    await expect(tab.log).toContainText(said);
    await tab.page.close();
  };
  const widget = new WidgetPage(page, ownHost);
  await widget.start();
  await widget.askForPerson();
  await widget.tell('The vase came in pieces');
  await owner.read(await widget.conversation());
  await owner.button('Take over').click();
  await owner.say('That is bad luck.');
  await owner.button('Close').click();
  const question = widget.frame.getByRole('region', { name: 'How was it?' });
  await question.getByRole('button', { name: '2', exact: true }).click();
  await expect(question).toContainText('Thank you!');
  await opens(await mailSaying(mails, 'gave 2 of 10'), 'The vase came in pieces');

  const call = await apiCaller(owner.page, mailDesk, 'shop', ['feedback:write']);
  const review = { source: 'google', id: 'r-1', text: 'Nobody answers, awful.', author: 'Ann', rating: 2 };
  await call('POST', 'feedback', review);
  await call('POST', 'feedback', review);
  await mailSaying(mails, 'Nobody answers, awful.');

  // Nobody comes: a promise is made, and its time goes by, too.
  const other = new WidgetPage(await (await browser.newContext()).newPage(), ownHost);
  await other.start();
  await other.askForPerson();
  await other.tell('Is anybody there?');
  await mailSaying(mails, 'Is anybody there?');
  mailDesk.shiftClock(DAY);
  await mailDesk.kill();
  await mailDesk.start();
  const promise = other.said('Assistant').filter({ hasText: /will answer by/ });
  await expect(promise.last()).toBeVisible({ timeout: 60_000 });
  mailDesk.shiftClock(9 * DAY);
  await mailDesk.kill();
  await mailDesk.start();
  const broken = await mailSaying(mails, 'was promised an answer by');
  await opens(broken, 'Is anybody there?');
  expect(mails.mails.filter(({ text }) => text?.includes('Nobody answers, awful.'))).toHaveLength(1);
  await other.page.context().close();
  await context.close();
});
