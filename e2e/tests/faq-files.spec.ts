import { LEARNED } from '../fixtures/learning.ts';
import { expect, test } from '../fixtures/test.ts';
import { ConsolePage } from '../pages/console-page.ts';
import { WidgetPage } from '../pages/widget-page.ts';

const QUESTION = { en: 'Do you sell sourdough starters?', zh: '有酸面种卖吗？' };
const FILE = {
  category: 'starters',
  faqs: [
    {
      intent: 'bread.starter',
      question: QUESTION,
      phrasings: { en: [QUESTION.en, 'sourdough starter for sale', 'can I buy a starter'], zh: [QUESTION.zh] },
      answer: { en: 'A jar of starter is 5 euros.', zh: '一罐酸面种 5 欧元。' },
    },
  ],
};

test('a bad FAQ file is refused with file, line and reason while people chat; mended, it is served without a restart', async ({
  ownDesk,
  ownHost,
  page,
  browser,
}) => {
  const widget = new WidgetPage(page, ownHost);
  const owner = await ConsolePage.enter(await (await browser.newContext()).newPage(), ownDesk);
  await owner.visit('bakery');
  await widget.start('/', 'bakery');
  await widget.say('Do you have rye bread?');
  await widget.expectAnswer('Rye bread on Mondays.');

  const good = JSON.stringify(FILE, null, 2);
  await ownDesk.writeFaqFile('bakery', 'starters.json', good.replace('"phrasings"', '"phrasing"'));
  await expect(owner.problems).toContainText('starters.json');
  await expect(owner.problems).toContainText(/line \d+, column \d+: .*phrasing/);
  await expect(owner.problems).toContainText('The last good version goes on answering.');
  await widget.say('Can I order a birthday cake?');
  await widget.expectAnswer('Cakes need two days.');

  await ownDesk.writeFaqFile('bakery', 'starters.json', good.slice(0, -40));
  await expect(owner.problems).toContainText(/line \d+, column \d+/);
  await widget.say('Do you have rye bread?');
  await expect(widget.said('Assistant', 'Rye bread on Mondays.')).toHaveCount(2);

  await ownDesk.writeFaqFile('bakery', 'starters.json', good);
  await expect(owner.problems).toHaveCount(0, LEARNED);
  await widget.say('Do you sell sourdough starters?');
  await widget.expectAnswer('A jar of starter is 5 euros.');
  await widget.say('Do you have rye bread?');
  await expect(widget.said('Assistant', 'Rye bread on Mondays.')).toHaveCount(3);
  await owner.page.context().close();
});
