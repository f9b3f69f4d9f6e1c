import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';

const nothing = { n: 0, inputs: {}, estimate: null, lack: 'nothing', caveats: {} };
const score = { n: 30, inputs: { sum: 246, n: 30 }, lack: null, caveats: {} };
const theme = (id: string, name: string, size: number, pinned: boolean) => ({
  ...{ id, name, foundName: name, since: '2026-11-01', words: [name], size, before: 4, pinned, parts: [] },
  ...{ mood: { score: -0.4, negative: size - 4, neutral: 2, positive: 2 }, fixed: null, news: null },
  examples: [
    { text: `<b>${name}</b>`, conversation: null, elsewhere: null },
    {
      ...{ text: `they sent a ${name}, twice`, conversation: null },
      elsewhere: { source: 'google', author: 'Mia', link: 'https://reviews.example/1', contact: null },
    },
  ],
});
const view = (pinned: boolean) => ({
  ...{ lastDay: '2026-11-29', earlier: null, later: null, before: null, version: 1, madeAt: 1 },
  figures: {
    ...{ period: '2026-W48', first: '2026-11-23', last: '2026-11-29', through: '2026-11-29' },
    feedback: {
      ...{ n: 9, negative: 6, neutral: 1, positive: 2 },
      categories: [
        { category: 'delivery', n: 6, negative: 6, neutral: 0, positive: 0 },
        { category: 'praise', n: 3, negative: 0, neutral: 1, positive: 2 },
      ],
      sources: [
        {
          ...{ source: 'google', n: 9, negative: 6, neutral: 1, positive: 2 },
          rating: { ...score, n: 9, estimate: { value: 4.2, low: 2.9, high: 5.5 } },
        },
      ],
    },
    counts: { visitors: 40, messages: 90, started: 30, answered: 29, ended: 28, solved: 20 },
    ...{ csi: { ...score, estimate: { value: 8.2, low: 7.9, high: 8.5 } }, rule: { days: 60, gaps: 12 } },
    ...{ crr: nothing, churn: nothing, cac: [], kpis: { promiseKept: nothing }, customers: { won: [], lost: [] } },
  },
  groups: {
    channels: [
      {
        ...{ group: 'google', talks: [], lost: [] },
        figures: { csi: { ...score, n: 12, inputs: { sum: 94, n: 12 }, estimate: { value: 7.8, low: 7, high: 8.6 } } },
      },
    ],
    cohorts: [],
  },
  history: ['2026-W46', '2026-W47', '2026-W48'].map((period, at) => ({
    ...{ period, containment: null },
    csi: { value: 7.5 + at / 3, low: 7 + at / 3, high: 8 + at / 3 },
  })),
  load: { from: '2026-11-30', weeks: 6, hours: Array.from({ length: 336 }, (_, at) => [(at % 24) / 4, 0, 9]) },
  cohorts: {
    until: '2026-11',
    cohorts: [
      { month: '2026-09', size: 10, active: [10, 4, 3] },
      { month: '2026-10', size: 8, active: [8, 2] },
    ],
  },
  segments: null,
  products: {
    ...{ first: '2026-11-02', through: '2026-11-29', messages: 8 },
    products: [
      {
        ...{ id: 'shirt', names: { en: 'Linen shirt Aino', zh: '亚麻衬衫' }, n: 8 },
        ...{ mood: { negative: 3, neutral: 4, positive: 1 }, themes: [{ id: '3.a', name: 'late parcel', n: 2 }] },
        asked: [
          {
            ...{ fact: 'care', n: 3, unanswered: 2, isLacking: true },
            examples: [{ text: 'can I wash the linen shirt at 60 degrees?', conversation: 'c-9', elsewhere: null }],
          },
        ],
        unanswered: { n: 2, examples: [] },
      },
    ],
  },
  themes: {
    ...{ first: '2026-11-02', through: '2026-11-29', messages: 33, before: 20, none: 1 },
    dropped: { empty: 1, gibberish: 2, bot: 0, duplicates: 4 },
    repeated: [{ n: 4, examples: [{ text: 'the same <i>words</i>', conversation: null, elsewhere: null }] }],
    categories: [{ category: 'usability', n: 1, negative: 1, neutral: 0, positive: 0, examples: [] }],
    themes: [theme('3.b', 'broken vase', 9, false), theme('3.a', 'late parcel', 24, pinned)].sort(
      (one, other) => Number(other.pinned) - Number(one.pinned),
    ),
    history: [
      { through: '2026-11-22', sizes: { '3.a': 8, '3.b': 9 } },
      { through: '2026-11-29', sizes: { '3.a': 24, '3.b': 9 } },
    ],
  },
});

/** Weeks of messages take a batch at night: what it found is told here. */
async function found(page: Page): Promise<void> {
  let pinned = false;
  await page.route('**/console/api/insights/shop?**', (route) => route.fulfill({ json: view(pinned) }));
  await page.route('**/console/api/insights/shop/feedback?**', (route) =>
    route.fulfill({
      json: {
        items: [
          {
            ...{ key: 1, source: 'google', text: 'The parcel came a week late.', author: 'Mia', contact: null },
            ...{ link: 'https://reviews.example/1', rating: 2, at: 1_795_000_000_000 },
            ...{ mood: 'negative', category: 'delivery' },
          },
        ],
      },
    }),
  );
  await page.route('**/console/api/insights/shop/themes/mark', async (route) => {
    pinned = (route.request().postDataJSON() as { pinned: boolean }).pinned;
    await route.fulfill({ json: { ok: true } });
  });
}

test('the insights draw what people talk about, pin a theme and take it back, and fold what has nothing to go by', async ({
  owner,
}) => {
  const { page } = owner;
  await owner.visit();
  await found(page);
  await owner.go('Insights');
  const chart = page.getByRole('img', { name: 'Over time: messages in the four weeks up to each day' });
  await expect(chart.locator('svg')).toBeVisible();
  await expect(chart.locator('svg text').filter({ hasText: 'late parcel' })).toBeVisible();
  const about = page.getByRole('region', { name: 'What they talk about' });
  await expect(about).toContainText('Left out: 1 without words, 2 that say nothing.');
  await expect(about).toContainText('the same <i>words</i>');
  await expect(about.locator('details').last()).toContainText('Usability');
  const themes = about.locator('details');
  await expect(themes.first()).toContainText('broken vase');
  await themes.nth(1).locator('summary').click();
  await expect(themes.nth(1)).toContainText('<b>late parcel</b>');
  await themes.nth(1).getByRole('button', { name: 'Pin' }).click();
  await expect(themes.first()).toContainText('late parcel');
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(themes.first()).toContainText('broken vase');
  await expect(page.getByText('3 figures have nothing to go by yet')).toBeVisible();
  const products = page.getByRole('region', { name: 'Product by product' });
  await products.getByText('Linen shirt Aino').click();
  await expect(products.getByText('can I wash the linen shirt at 60 degrees?')).toBeVisible();
  const feedback = page.getByRole('region', { name: 'Feedback from elsewhere' });
  await feedback.getByText('Delivery').click();
  await expect(feedback.getByText('The parcel came a week late.')).toBeVisible();
  for (const name of [
    'Satisfaction (CSI, 1 to 10) with its 95 % interval',
    'People and conversations, step by step',
    'Messages expected by weekday and hour',
    'Customers who ordered again, by month of the first order (%)',
  ]) {
    await expect(page.getByRole('img', { name }).locator('svg')).toBeVisible();
  }
  await expect(
    page.getByRole('img', { name: 'People and conversations, step by step' }).locator('svg text', { hasText: '28' }),
  ).toBeVisible();
  await page.getByText('In numbers').first().click();
  await expect(page.getByRole('cell', { name: '7.83', exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.setViewportSize({ width: 360, height: 640 });
  await expect.poll(async () => (await chart.locator('svg').boundingBox())?.width ?? 999).toBeLessThan(360);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page);
});

test('marketing spend is typed in before there is any figure, corrected, and taken back', async ({ owner }) => {
  const { page } = owner;
  await owner.visit('bakery');
  await owner.go('Insights');
  await page.getByText('Marketing spend', { exact: true }).click();
  const spend = page.locator('details.spend');
  const save = spend.getByRole('button', { name: 'Add the amount' });
  await spend.getByLabel('Channel').fill('Spring fair');
  await spend.getByLabel('Month').fill('2026-05');
  await spend.getByLabel('Currency').fill('eur');
  await spend.getByLabel('Amount').fill('-5');
  await save.click();
  await expect(spend.getByRole('alert')).toHaveText('Please give a channel, a month and an amount of at least 0.');
  await spend.getByLabel('Amount').fill('49.9');
  await save.click();
  await expect(spend.getByRole('listitem')).toHaveText(/^spring fair 2026-05: €49.90/);
  await expectAccessible(page);

  await spend.getByLabel('Amount').fill('60');
  await save.click();
  await expect(spend.getByRole('listitem')).toHaveText(/€60.00/);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
  await expect(spend.getByRole('listitem')).toHaveText(/€49.90/);
  await spend.getByRole('button', { name: /^Remove spring fair/ }).click();
  await expect(spend.getByText(/^No spend yet/)).toBeVisible();
});
