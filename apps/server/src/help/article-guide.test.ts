import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ArticleGuide } from '@solodesk/core';
import { loadArticles, loadSite } from '@solodesk/faq';
import { createArticleSearch } from '@solodesk/nlu';
import { createArticleGuide } from './article-guide.ts';

const SITES = fileURLToPath(new URL('../../../demo/sites', import.meta.url));

/**
 * Questions that the demo's manuals answer, and such that they do not; written after the thresholds of `likely` had been chosen
 * on others.
 */
const ANSWERED = {
  en: {
    'can I tumble dry it': 'washing-linen#dry',
    'my white sheets went yellow': 'washing-linen#stains',
    'wine spilled on my napkins what do I do': 'washing-linen#stains',
    'redeem a voucher code': 'gift-cards#use',
    'oil stain on shirt': 'washing-linen#stains',
    'what temperature for bed linen': 'washing-linen#wash',
    'hand wash or machine': 'washing-linen#wash',
    'where do I stick the return label': 'return-a-parcel#pack',
    'packstation return receipt': 'return-a-parcel#germany',
    'post office label printed': 'return-a-parcel#germany',
    'exchange for a bigger size': 'return-a-parcel#exchange',
    'code of gift card does not work': 'gift-cards#trouble',
    'how long is a gift card valid': 'gift-cards#balance',
    'greeting text on gift card': 'gift-cards#buy',
    'string instead of measuring tape': 'find-your-size#measure',
    'waist measurement where exactly': 'find-your-size#measure',
    'part missing from sewing kit': 'first-sewing-kit#trouble',
    'corners of the bag': 'first-sewing-kit#sew',
    'back stitch': 'first-sewing-kit#sew',
    'which address for the return outside the EU': 'return-a-parcel#abroad',
    'how do I fold tablecloths for storage': 'washing-linen#store',
    'needle and thread length': 'first-sewing-kit#prepare',
  },
  zh: {
    烘干会坏吗: 'washing-linen#dry',
    角怎么翻出来: 'first-sewing-kit#sew',
    血迹用热水可以吗: 'washing-linen#stains',
    退货标签贴哪里: 'return-a-parcel#pack',
    礼品卡有效期: 'gift-cards#balance',
    没收到礼品卡: 'gift-cards#buy',
    腰围量哪里: 'find-your-size#measure',
    缝纫包少了东西: 'first-sewing-kit#trouble',
    要不要熨: 'washing-linen#iron',
    退款几天到: 'return-a-parcel#refund',
    祝福语最多几个字: 'gift-cards#buy',
    白床单发黄了: 'washing-linen#stains',
    桌布怎么叠: 'washing-linen#store',
    换大一码怎么操作: 'return-a-parcel#exchange',
  },
} as const;

const STRANGE = {
  en: [
    'do you ship to brazil',
    'are you hiring',
    'do you have a newsletter',
    'where are you located',
    'do you have student discount',
    'sing a song',
    'are you a robot',
    'delete my account',
    'what is your favourite colour',
    'how many employees do you have',
    'can I visit the factory',
    'I forgot my password',
    'is the shop open on sunday',
    'do you sell curtains',
    'my neighbour is annoying',
    'write me python code',
    'what is 2 plus 2',
    'book a flight to paris',
    'how do I cook rice',
    'who is the president',
    'my computer crashed',
    'can you deliver on saturday',
    'is it raining',
    'what does linen mean in french',
    'how much is a shirt',
    'do you plant trees',
    'the video does not play',
    'change my email address',
    'i am very angry',
    'do you love me',
  ],
  zh: [
    '你叫什么名字',
    '怎么做红烧肉',
    '你喜欢我吗',
    '有没有实体店',
    '股票今天涨了吗',
    '帮我写一首诗',
    '能便宜点吗',
    '忘记密码了',
    '周日营业吗',
    '电脑坏了',
    '怎么去火车站',
    '视频打不开',
    '我很生气',
    '你们有多少员工',
    '明天下雨吗',
  ],
} as const;

describe('the manuals of the demo, as the bot knows them', () => {
  let guide: ArticleGuide;
  beforeAll(async () => {
    const site = await loadSite(SITES, 'shop');
    if (!site.ok) throw new Error(JSON.stringify(site.problems));
    const { book, problems } = await loadArticles(SITES, 'shop', site.book);
    expect(problems).toEqual([]);
    guide = createArticleGuide('shop', book, createArticleSearch(book), () => 'https://desk.example');
  });
  const placeOf = (text: string, locale: 'en' | 'zh') =>
    guide.find(text, locale)?.url.replace(`https://desk.example/help/shop/${locale}/`, '') ?? null;

  it.each([
    ['en', 0.6, 1],
    ['zh', 0.35, 1],
  ] as const)('are pointed to in %s where they help, and hardly ever where they do not', (locale, share, wrong) => {
    const asked = Object.entries(ANSWERED[locale]);
    const right = asked.filter(([text, place]) => placeOf(text, locale) === place);
    const misled = asked.filter(([text, place]) => ![place, place.split('#')[0], null].includes(placeOf(text, locale)));
    const strays = STRANGE[locale].filter((text) => placeOf(text, locale) !== null);
    expect(right.length / asked.length).toBeGreaterThanOrEqual(share);
    expect(misled.length).toBeLessThanOrEqual(wrong);
    expect(strays.length).toBeLessThanOrEqual(wrong);
  });

  it('are linked by title and heading, with whole addresses', () => {
    expect(guide.find('can I tumble dry it', 'en')).toEqual({
      label: 'Washing and caring for linen › Drying',
      url: 'https://desk.example/help/shop/en/washing-linen#dry',
    });
    expect(guide.link('gift-cards', 'zh')).toEqual({
      label: '礼品卡的购买和使用',
      url: 'https://desk.example/help/shop/zh/gift-cards',
    });
    expect(guide.link('nothing', 'en')).toBeNull();
  });
});
