import { request } from 'node:http';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { article, PNG, writeArticles } from '../testing/help-site.ts';
import { KNOWN, SHOP_FAQS, writeFaqs } from '../testing/shop-sites.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import { until } from '../testing/until.ts';

const XSS = `"><img src=x onerror=alert(1)></script><script>alert(2)</script>`;
const FAQS = [
  { ...SHOP_FAQS[0], articles: ['washing'] },
  ...SHOP_FAQS.slice(1),
  {
    intent: 'hostile.faq',
    question: { en: `Hostile ${XSS}`, zh: '恶意' },
    phrasings: { en: ['attack attack attack'], zh: ['攻击攻击'] },
    answer: {
      en: { text: `Line one ${XSS}\nline two {{name|there}}`, links: [{ label: XSS, url: 'https://a.example/?x="y' }] },
      zh: '回答',
    },
  },
];
const ALWAYS = { from: '0000-01-01', to: '9999-12-31' };

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({
    sites: {
      shop: {
        name: `Teal & "Linen" <b>`,
        timeZone: 'Asia/Shanghai',
        categories: { shop: { en: 'The shop', zh: '小店' } },
      },
      club: { name: 'Club', identity: 'required' },
      broken: { name: 5 },
    },
  });
  await writeFaqs(desk.sitesDir, 'shop', FAQS);
  await writeArticles(desk.sitesDir, 'shop', {
    'washing.en.md': article(
      'Washing',
      'First <b>words</b>.\n\n![A shirt](images/x.png)\n\n## Soap\n\nMild soap.\n\n## Drying\n\nNo radiator.',
      {
        updated: '2026-11-20',
      },
    ),
    'washing.zh.md': article('洗涤', '## 肥皂\n\n温和的肥皂。'),
    'aprons.en.md': article('Aprons', '## Washing them\n\nLike all linen.'),
    'aprons.zh.md': article('围裙', '## 围裙的洗涤\n\n和其他亚麻一样。'),
    'only-english.en.md': article('Only English', 'Words.'),
    'hostile.en.md': article(`Hostile ${XSS}`, `## Head ${XSS.replaceAll('\n', '')}\n\n${XSS}`),
    'images/x.png': PNG,
    'images/unused.png': PNG,
  });
  await until(async () => (await get('/help/shop/en/washing')).status === 200, 'for the articles');
  await until(async () => (await get('/help/shop/en/topics/shop')).text.includes('hostile.faq'), 'for the FAQs');
});
afterAll(() => desk.end());

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${desk.url}${path}`, { headers, redirect: 'manual' });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Sends a path as it is: `fetch` would tidy it up. */
const raw = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { port } = new URL(desk.url);
    request({ host: '127.0.0.1', port, path, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });

const vote = (body: Record<string, string>, headers: Record<string, string> = {}, path = '/help/shop/en/feedback') =>
  fetch(`${desk.url}${path}`, { method: 'POST', body: new URLSearchParams(body), headers, redirect: 'manual' });

function blocksOf(text: string): Record<string, unknown>[] {
  return [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, json]) => JSON.parse(json!) as Record<string, unknown>,
  );
}

describe('the help centre', () => {
  it('begins in the language of the browser, and in the one that its address names', async () => {
    const home = await get('/help/shop', { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5' });
    expect(home.text).toContain('<html lang="zh-CN">');
    expect(home.headers.get('vary')).toContain('Accept-Language');
    expect(home.text).toContain(`<link rel="canonical" href="http://localhost:${desk.server.port}/help/shop/zh" />`);
    expect((await get('/help/shop', { 'accept-language': 'fr' })).text).toContain('<html lang="en">');
    expect((await get('/help/shop/zh', { 'accept-language': 'en' })).text).toContain('有什么可以帮您');
  });

  it('says where no script runs why there is no chat', async () => {
    expect((await get('/help/shop/en')).text).toContain(
      '<noscript><p>It needs JavaScript, which is switched off in your browser.</p></noscript>',
    );
    expect((await get('/help/shop/zh')).text).toContain('<noscript><p>聊天需要 JavaScript');
  });

  it('names each page in each of its languages, and where it stands', async () => {
    const { text } = await get('/help/shop/en/topics/shop');
    const origin = `http://localhost:${desk.server.port}`;
    expect(text).toContain(`<link rel="alternate" hreflang="zh-CN" href="${origin}/help/shop/zh/topics/shop" />`);
    expect(text).toContain(`<link rel="alternate" hreflang="x-default" href="${origin}/help/shop/en/topics/shop" />`);
    expect(text).toContain('<meta property="og:title" content="The shop" />');
    expect(blocksOf(text)[0]).toMatchObject({
      '@type': 'BreadcrumbList',
      itemListElement: [{ name: 'Help centre' }, { name: 'The shop', item: `${origin}/help/shop/en/topics/shop` }],
    });
  });

  it('shows every FAQ with its answer, and says so to search engines in the same words', async () => {
    const { text } = await get('/help/shop/en/topics/shop');
    expect(text).toContain('id="delivery.time"');
    expect(text).toContain(`<p>${KNOWN.answer}</p>`);
    expect(text).toContain('<a href="/help/shop/en/washing">Read more: Washing</a>');
    const faqPage = blocksOf(text).find((block) => block['@type'] === 'FAQPage') as { mainEntity: object[] };
    expect(faqPage.mainEntity).toHaveLength(FAQS.length);
    expect(faqPage.mainEntity[0]).toEqual({
      '@type': 'Question',
      name: KNOWN.question,
      acceptedAnswer: { '@type': 'Answer', text: KNOWN.answer },
    });
    expect(blocksOf((await get('/help/shop')).text).map((block) => block['@type'])).toEqual(['FAQPage']);
  });

  it('shows an article with its contents, its picture and its dates', async () => {
    const { text } = await get('/help/shop/en/washing');
    expect(text).toContain('<h1>Washing</h1>');
    expect(text).toContain('<a href="#soap">Soap</a>');
    expect(text).toContain('<h2 id="soap">Soap</h2>');
    expect(text).toContain('<time datetime="2026-11-20">');
    expect(text).toContain('First &lt;b&gt;words&lt;/b&gt;.');
    expect(text).toContain('<script src="/widget/shop.js" async></script>');
    expect(blocksOf(text).find((block) => block['@type'] === 'TechArticle')).toMatchObject({
      dateModified: '2026-11-20',
    });
    const [, source] = /<img src="([^"]+)"/.exec(text) ?? [];
    const picture = await fetch(`${desk.url}${source}`);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
    expect(picture.headers.get('cache-control')).toContain('immutable');
    expect(picture.headers.get('content-security-policy')).toContain('sandbox');
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(PNG);
  });

  it('marks an article that there is in another language only, and leads there', async () => {
    const { text } = await get('/help/shop/zh/topics/shop');
    expect(text).toMatch(/<a href="\/help\/shop\/en\/only-english" lang="en" hreflang="en">Only English<\/a>/);
    expect(text).toContain('<span class="other" lang="en">in English</span>');
    const moved = await get('/help/shop/zh/only-english');
    expect([moved.status, moved.headers.get('location')]).toEqual([302, '/help/shop/en/only-english']);
    expect((await get('/help/shop/en/only-english')).text).not.toMatch(/rel="alternate" hreflang="zh/);
  });

  it('treats every text as text, in pages and in data', async () => {
    const pages = [
      '/topics/shop',
      '/hostile',
      `/search?q=${encodeURIComponent(`soap ${XSS}`)}`,
      '/search?q=hostile',
      '',
    ];
    for (const page of pages) {
      const { status, text, headers } = await get(`/help/shop/en${page}`);
      expect(status).toBe(200);
      expect(text).not.toMatch(/<img src=x|<script>alert|" <b>/i);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*script-src 'self';/);
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      for (const block of blocksOf(text)) expect(block).toHaveProperty('@type');
      expect([...text.matchAll(/<script/g)].length).toBe(2 + blocksOf(text).length);
    }
    expect((await get('/help/shop/en/topics/shop')).text).toContain('<br />line two there');
  });

  it('finds FAQs and articles in spite of slips, best first, and marks what was looked for', async () => {
    const { text } = await get('/help/shop/en/search?q=radiatr');
    expect(text).toContain('<p role="status">1 result</p>');
    expect(text).toContain('<a href="/help/shop/en/washing#drying">Washing</a>');
    expect(text).toContain('No <mark>radiator</mark>.');
    expect(text).toContain('<meta name="robots" content="noindex" />');
    const faq = await get('/help/shop/en/search?q=how+long+does+delivrey+take');
    expect(faq.text).toMatch(/<a href="\/help\/shop\/en\/topics\/shop#delivery\.time">/);
    expect((await get(`/help/shop/zh/search?q=${encodeURIComponent('肥皂')}`)).text).toContain('<mark>肥皂</mark>');
    expect((await get('/help/shop/en/search?q=zzzzqq')).text).toContain('Nothing was found.');
    expect((await get('/help/shop/en/search')).text).toContain('Type a word or a question');
  });

  it.each([
    ['en', 'washing'],
    ['en', 'wash'],
    ['zh', '洗涤'],
  ])('puts what has the words in its title before what has them in a heading: %s, %s', async (locale, query) => {
    const { text } = await get(`/help/shop/${locale}/search?q=${encodeURIComponent(query)}`);
    const found = [...text.matchAll(/<h2><a href="\/help\/shop\/\w+\/(\w+)/g)].map(([, slug]) => slug);
    expect(found.slice(0, 2)).toEqual(['washing', 'aprons']);
  });

  it('lists all its pages for search engines', async () => {
    const { text, headers } = await get('/help/shop/sitemap.xml');
    expect(headers.get('content-type')).toContain('xml');
    const origin = `http://localhost:${desk.server.port}/help/shop`;
    const pages = [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, page]) => page!.replace(origin, ''));
    expect(pages).toEqual([
      '/en',
      '/zh',
      '/en/topics/shop',
      '/zh/topics/shop',
      '/en/aprons',
      '/zh/aprons',
      '/en/hostile',
      '/en/only-english',
      '/en/washing',
      '/zh/washing',
    ]);
    expect(text).toContain('<lastmod>2026-11-20</lastmod>');
    for (const page of pages) expect((await get(`/help/shop${page}`)).status).toBe(200);
    const robots = (await get('/robots.txt')).text;
    expect(robots).toContain(`Sitemap: ${origin}/sitemap.xml`);
    expect(robots).not.toContain('/help/club');
  });

  it('is asked for again cheaply, and by its content', async () => {
    for (const path of ['/help/shop/en', '/help/shop/en/washing', '/help/shop/sitemap.xml']) {
      const { headers } = await get(path);
      expect(headers.get('cache-control')).toBe('public, max-age=60');
      expect((await raw(path, { 'if-none-match': headers.get('etag')! })).status).toBe(304);
    }
    const [, css] = /<link rel="stylesheet" href="(\/help-assets\/[^"]+)"/.exec((await get('/help/shop')).text) ?? [];
    const sheet = await get(css!);
    expect([sheet.status, sheet.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect((await get('/help-assets/main.js')).status).toBe(404);
  });
});

describe('an address that leads nowhere', () => {
  it('gets a page of its own, in the language of its neighbours', async () => {
    for (const path of [
      '/en/nothing',
      '/en/topics/nothing',
      '/en/washing/more',
      '/images/unused.png',
      '/images/..%2f..%2fsite.json',
    ]) {
      const { status, text } = await get(`/help/shop${path}`);
      expect([path, status]).toEqual([path, 404]);
      expect(text).toContain('This page does not exist');
    }
    expect((await get('/help/shop/zh/nothing')).text).toContain('没有这个页面');
    expect((await get('/help/shop/de')).status).toBe(404);
  });

  it('does not tell a site that does not exist from one that is broken or not public', async () => {
    const pages = await Promise.all(
      ['none', 'broken', 'club'].map(async (site) => [
        await get(`/help/${site}`),
        await get(`/help/${site}/en/topics/shop`),
        await get(`/help/${site}/sitemap.xml`),
        await get(`/help/${site}/images/x.png`),
      ]),
    );
    const told = pages.map((answers) => answers.map(({ status, text }) => `${status} ${text}`));
    expect(new Set(told.map((answers) => answers.join())).size).toBe(1);
    expect(told[0]?.every((answer) => answer.startsWith('404 '))).toBe(true);
  });

  it('survives whatever an address can hold', async () => {
    const paths: [string, number][] = [
      ['/help/', 404],
      ['/help/%E0%A4%A', 400],
      ['/help/shop/en/%E0%A4%A', 400],
      ['/help/shop/en/%00', 404],
      ['/help/shop/../../etc/passwd', 404],
      ['/help/shop/en/..%2f..%2f..%2fsite.json', 404],
      ['/help/__proto__', 404],
      ['/help/shop/en/constructor', 404],
      ['/help/shop/en/topics/__proto__', 404],
      [`/help/shop/en/${'x'.repeat(5_000)}`, 404],
      [`/help/shop/en/search?q=${'x'.repeat(5_000)}`, 400],
      ['/help/shop/en/search?q=a%00b', 400],
      ['/help/shop/en/search?q=%E0%A4%A', 200],
      ['/help/shop/en/search?q=a&q=b', 200],
      ['/help/shop/en/search?q[x]=a', 200],
      ['/help/shop/en/feedback', 404],
    ];
    for (const [path, status] of paths) expect([path, (await raw(path)).status]).toEqual([path, status]);
    expect((await get('/help/shop')).status).toBe(200);
  });
});

describe('"did this help?"', () => {
  it('is counted by page, language and the day of the site, and thanks on a page of its own', async () => {
    const answer = await vote({ page: 'article:washing', helpful: 'yes' });
    expect(answer.status).toBe(303);
    const thanks = await get(answer.headers.get('location')!);
    expect(thanks.text).toContain('Good to know, thank you.');
    expect(thanks.text).toContain('href="/help/shop/en/washing"');
    expect(answer.headers.get('set-cookie')).toBeNull();
    const quick = await vote(
      { page: 'faq:delivery.time', helpful: 'no' },
      { accept: 'application/json' },
      '/help/shop/zh/feedback',
    );
    expect(quick.status).toBe(204);
    expect(await desk.store.pageVotes('shop', ALWAYS)).toEqual([
      { page: 'article:washing', locale: 'en', yes: 1, no: 0 },
      { page: 'faq:delivery.time', locale: 'zh', yes: 0, no: 1 },
    ]);
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
    expect(await desk.store.pageVotes('shop', { from: today, to: today })).toHaveLength(2);
  });

  it('takes nothing about pages that do not exist, from other sites, or too much', async () => {
    const before = await desk.store.pageVotes('shop', ALWAYS);
    const wrong = [
      {},
      { page: 'article:none', helpful: 'yes' },
      { page: 'article:washing', helpful: 'maybe' },
      { page: 'faq:__proto__', helpful: 'yes' },
      { page: 'x'.repeat(1_000), helpful: 'yes' },
    ];
    for (const body of wrong) expect((await vote(body as Record<string, string>)).status).toBe(400);
    expect((await vote({ page: 'article:washing', helpful: 'x'.repeat(5_000) })).status).toBe(413);
    const foreign = await vote({ page: 'article:washing', helpful: 'yes' }, { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    expect((await vote({ page: 'article:washing', helpful: 'yes' }, {}, '/help/club/en/feedback')).status).toBe(404);
    expect(await desk.store.pageVotes('shop', ALWAYS)).toEqual(before);
  });

  it('is limited a page and sender, without losing what was counted', async () => {
    const statuses = [];
    for (let n = 0; n < 4; n++) statuses.push((await vote({ page: 'faq:returns.how', helpful: 'yes' })).status);
    expect(statuses).toEqual([303, 303, 429, 429]);
    const refused = await vote({ page: 'faq:returns.how', helpful: 'yes' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(100);
    expect(await refused.text()).toContain('a little too fast');
    const counted = (await desk.store.pageVotes('shop', ALWAYS)).find(({ page }) => page === 'faq:returns.how');
    expect(counted).toMatchObject({ yes: 2, no: 0 });
  });
});

describe('a search that finds nothing', () => {
  const all = async () =>
    (await desk.store.unanswered('shop', { status: 'open', limit: 99 })).filter(({ kind }) => kind === 'searched');
  // Other tests of the desk search in vain, too.
  let earlier: ReadonlySet<string>;
  beforeAll(async () => (earlier = new Set((await all()).map(({ text }) => text))));
  const kept = async () => (await all()).filter(({ text }) => !earlier.has(text));
  const texts = async () => (await kept()).map(({ text }) => text);
  const settled = (q: string, headers: Record<string, string> = {}, path = '/help/shop/en/search') =>
    fetch(`${desk.url}${path}`, { method: 'POST', body: new URLSearchParams({ q }), headers });

  it('is among the owner’s questions, which consoles hear of', async () => {
    const owner = await desk.console();
    await get('/help/shop/zh/search?q=%E5%8A%A8%E7%89%A9%E5%9B%AD%E9%97%A8%E7%A5%A8');
    await until(async () => (await kept()).length === 1, 'for the search');
    expect(await kept()).toMatchObject([{ text: '动物园门票', locale: 'zh', conversation: null, status: 'open' }]);
    await owner.heard.until<{ what: string[] }>('changed', ({ what }) => what.includes('unanswered'));
  });

  it('is kept when who types has come to rest, and not while they type, nor when a browser looks ahead', async () => {
    await get('/help/shop/en/search?q=zoo+tick&typing');
    await get('/help/shop/en/search?q=zoo+ticke', { 'sec-purpose': 'prefetch' });
    expect((await settled('zoo tickets')).status).toBe(204);
    // What finds something is no question, whoever says so.
    expect((await settled('soap')).status).toBe(204);
    expect(await texts()).toEqual(['zoo tickets', '动物园门票']);
    await get('/help/shop/en/search?q=zoo+tickets');
    expect(await texts()).toEqual(['zoo tickets', '动物园门票']);
  });

  it('is taken from no other page, and not of what nobody can have typed, or where there is no help centre', async () => {
    expect((await settled('circus', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await settled('x'.repeat(301))).status).toBe(400);
    expect((await settled('circus', {}, '/help/club/en/search')).status).toBe(404);
    expect((await settled('circus', {}, '/help/shop/fr/search')).status).toBe(404);
    expect((await settled('<hr>circus</hr>')).status).toBe(204);
    expect(await texts()).toEqual(['<hr>circus</hr>', 'zoo tickets', '动物园门票']);
    expect(desk.logLines.filter((line) => /zoo|circus/.test(line))).toEqual([]);
  });
});

describe('a search', () => {
  it('is limited a sender, with a page that says so', async () => {
    let last = await get('/help/shop/en/search?q=soap');
    for (let n = 0; n < 60 && last.status === 200; n++) last = await get('/help/shop/en/search?q=soap');
    expect([last.status, last.headers.get('retry-after')]).toEqual([429, '1']);
    expect(last.text).toContain('That was a little too fast');
    expect((await get('/help/shop/en')).status).toBe(200);
  });
});

describe('articles that change', () => {
  it('are taken over as they are saved; a bad one is told to the owner while its last good version stays', async () => {
    const owner = await desk.console();
    await writeArticles(desk.sitesDir, 'shop', { 'only-english.en.md': article('New title', 'New words.') });
    await until(async () => (await get('/help/shop/en/only-english')).text.includes('New words.'), 'for the new text');
    await writeArticles(desk.sitesDir, 'shop', {
      'only-english.en.md': article('x', '[dead](nowhere)'),
      'fresh.en.md': article('Fresh', 'Fresh words.'),
    });
    const { problems } = await owner.heard.until<{ problems: { file: string; line: number; message: string }[] }>(
      'problems',
      (body) => body.problems.length > 0,
    );
    expect(problems).toMatchObject([
      { file: 'shop/articles/only-english.en.md', line: 6, message: expect.stringContaining('"nowhere"') },
    ]);
    expect((await get('/help/shop/en/only-english')).text).toContain('New words.');
    await until(async () => (await get('/help/shop/en/fresh')).status === 200, 'for the other article');
    await rm(join(desk.sitesDir, 'shop/articles/only-english.en.md'));
    await owner.heard.until<{ problems: unknown[] }>('problems', (body) => body.problems.length === 0);
    expect((await get('/help/shop/en/only-english')).status).toBe(404);
  });

  it('are pointed to by the bot, which says that it is not sure', async () => {
    const visitor = await desk.visit();
    const { seq } = await visitor.mustSay('may it dry near a radiator?');
    const answer = await visitor.answerTo(seq);
    expect(answer.text).toContain('not sure');
    expect(answer.links).toEqual([
      { label: 'Washing › Drying', url: `http://localhost:${desk.server.port}/help/shop/en/washing#drying` },
    ]);
    const known = await visitor.mustSay(KNOWN.question);
    expect((await visitor.answerTo(known.seq)).links).toMatchObject([{ label: 'Washing' }]);
  });

  it('may lie beside a site that has just become a members’ one: it is gone at once', async () => {
    await writeFile(join(desk.sitesDir, 'shop/site.json'), JSON.stringify({ name: 'Shop', helpCentre: false }));
    await until(async () => (await get('/help/shop')).status === 404, 'for the help centre to close');
  });
});
