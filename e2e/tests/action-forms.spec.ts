import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../pages/axe.ts';
import { openSettings } from '../pages/open-settings.ts';

const FAQS = {
  'points.json': {
    category: 'points',
    faqs: [
      {
        intent: 'points.mine',
        question: { en: 'How many points have I?', zh: '我有多少积分？' },
        phrasings: { en: ['my points please'], zh: ['查积分'] },
        answer: { en: 'I look it up.', zh: '我查一下。' },
      },
    ],
  },
};
const SITE = { name: 'Paint & Brush', languages: ['en', 'zh'] };

for (const [size, width, height] of [
  ['desktop', 1280, 800],
  ['phone', 360, 740],
] as const) {
  test(`a call to the owner's own system is set up in a form on a ${size}`, async ({ owner, desk }) => {
    const { page } = owner;
    await desk.writeSite('acts', { site: SITE, faqs: FAQS }, []);
    const file = async () => JSON.parse(await readFile(join(desk.sitesDir, 'acts/site.json'), 'utf8')) as object;
    const before = await file();
    await page.setViewportSize({ width, height });
    await owner.visit();
    await openSettings(page, `${desk.url}/console/#/site/acts/actions`, 'Settings of Paint & Brush');

    await owner.button('+ Ask your own system').click();
    await page.getByLabel('What people call it (English)').fill('My points');
    await page.getByLabel('What people call it (Chinese)').fill('我的积分');
    await page.getByLabel('Address of your system').fill('http://shop.example/points');
    await expect(page.getByText('must begin with https://')).toBeVisible();
    await page.getByLabel('Address of your system').fill('https://shop.example/points');
    await page.getByLabel('Seconds to wait for an answer').fill('999');
    await expect(page.getByText('must be at most 20')).toBeVisible();
    await page.getByLabel('Seconds to wait for an answer').fill('5');
    await expect(page.getByText('nothing begins "call"')).toBeVisible();
    await page.getByLabel('Questions that begin it').fill('How many points have I?');
    await page.getByLabel('Questions that begin it').press('Enter');
    await expect(page.getByText('begun by How many points have I?')).toBeVisible();
    await page.getByLabel('What to say when it comes to nothing (English)').fill('Please try later.');
    await page.getByLabel('What to say when it comes to nothing (Chinese)').fill('请稍后再试。');

    const details = page.getByRole('region', { name: 'What is asked for before' });
    await details.getByRole('button', { name: '+ Detail' }).click();
    await details.getByLabel('What it is called (English)').fill('Card');
    await details.getByLabel('What it is called (Chinese)').fill('会员卡');
    await details.getByLabel('The question (English)').fill('What is the number of your card?');
    await details.getByLabel('The question (Chinese)').fill('您的卡号是多少？');
    await details.getByLabel('Why you ask (English)').fill('to find your points');
    await expect(page.getByText(/ to mend$/).first()).toBeVisible();
    await details.getByLabel('Why you ask (Chinese)').fill('用于查询您的积分');
    await expect(page.getByText('1 unsaved change')).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);

    await owner.button('Save').click();
    await expect(page.getByText('All saved')).toBeVisible();
    expect(await file()).toMatchObject({
      actions: [
        {
          ...{ name: 'call', do: 'call', url: 'https://shop.example/points', secret: 'my-system', timeoutSeconds: 5 },
          intents: ['points.mine'],
          fallback: { en: 'Please try later.', zh: '请稍后再试。' },
          slots: [{ name: 'detail', type: 'text', label: { en: 'Card', zh: '会员卡' } }],
        },
      ],
    });
    await owner.button('Undo the last save').click();
    await expect(page.getByText('Taken back')).toBeVisible();
    expect(await file()).toEqual(before);
  });
}

for (const [size, width, height, colorScheme] of [
  ['desktop', 1280, 800, 'light'],
  ['phone', 360, 740, 'dark'],
] as const) {
  test(`a last yes, a condition and an answer from the first words are ticked on a ${size}`, async ({
    owner,
    desk,
  }) => {
    const { page } = owner;
    const texts = (label: string) => ({
      label: { en: label },
      prompt: { en: `${label}?` },
      purpose: { en: 'to help' },
    });
    const choices = ['refund', 'repair'].map((value) => ({ value, label: { en: `A ${value}` } }));
    const slots = [
      { name: 'wish', type: 'choice', ...texts('Wish'), choices },
      { name: 'story', type: 'text', ...texts('Story') },
    ];
    const call = { do: 'call', url: 'https://shop.example/a', secret: 'my-system', intents: ['points.mine'] };
    const site = {
      name: 'Bolt & Nut',
      languages: ['en'],
      actions: [{ name: 'mend', title: { en: 'Mend' }, ...call, slots }],
    };
    const id = `yes-${size}`;
    await desk.writeSite(id, { site, faqs: FAQS }, []);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    await owner.visit();
    await openSettings(page, `${desk.url}/console/#/site/${id}/actions`, 'Settings of Bolt & Nut');
    await page.getByRole('button', { name: /^Mend/ }).click();
    const yes = page.getByLabel('Ask for a last yes');
    await expect(yes).toBeChecked();
    await yes.uncheck();
    await yes.scrollIntoViewIfNeeded();
    await page.screenshot({ path: test.info().outputPath('yes.png') });
    await page.locator('.rule-head').filter({ hasText: 'Story' }).click();
    await page.getByLabel('The first words may be the answer').check();
    await page.getByLabel('When it is asked').selectOption('wish');
    await page.getByLabel('A repair').check();
    await page.getByLabel('A refund').uncheck();
    await page.getByLabel('When it is asked').scrollIntoViewIfNeeded();
    await page.screenshot({ path: test.info().outputPath('condition.png') });
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await owner.button('Save').click();
    await expect(page.getByText('All saved')).toBeVisible();
    const file = JSON.parse(await readFile(join(desk.sitesDir, id, 'site.json'), 'utf8')) as object;
    expect(file).toMatchObject({
      actions: [
        {
          confirm: false,
          slots: [{ name: 'wish' }, { name: 'story', fromOpening: true, requiredIf: { slot: 'wish', is: ['repair'] } }],
        },
      ],
    });
  });
}
