import { mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { FaqBook } from '@solodesk/core';
import { loadSite } from '../load-site.ts';
import { articleFile, PNG } from '../testing/article-text.ts';
import { faqEntry, faqText, goodSite, removeSitesDir } from '../testing/site-folder.ts';
import { withLastGood } from './check-articles.ts';
import { createArticleLoader, loadArticles } from './load-articles.ts';

let sitesDir = '';
afterEach(() => removeSitesDir(sitesDir));

async function load(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const inFolder = Object.entries(files).map(([name, content]) => [`shop/articles/${name}`, content] as const);
  sitesDir = await goodSite(Object.fromEntries(inFolder));
  return loadArticles(sitesDir, 'shop', await faqs());
}

async function faqs(): Promise<FaqBook> {
  const reading = await loadSite(sitesDir, 'shop');
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.book;
}

async function problemsOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const { problems } = await load(files);
  await removeSitesDir(sitesDir);
  return problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}

describe('the articles of a site', () => {
  it('need not be there', async () => {
    expect(await load()).toEqual({
      book: { articles: [], images: new Map() },
      refused: new Set(),
      problems: [],
    });
  });

  it('have what their head says, their sections, and markup in which each text is text', async () => {
    const body = 'Before <b>all</b>.\n\n## Water & soap\n\nCold, *then* warm.\n\n1. Fill\n2. Wash `40`\n';
    const { book, problems } = await load({
      'washing.en.md': articleFile(body, { order: '3', updated: '2026-11-20', title: '"Wash <i>: cold"' }),
    });
    expect(problems).toEqual([]);
    expect(book.articles).toEqual([
      {
        slug: 'washing',
        locale: 'en',
        title: 'Wash <i>: cold',
        category: 'care',
        order: 3,
        summary: 'How linen lasts.',
        updated: '2026-11-20',
        images: [],
        sections: [
          { id: null, heading: null, level: 1, text: 'Before <b>all</b>.' },
          { id: 'water-soap', heading: 'Water & soap', level: 2, text: 'Cold, then warm.\nFill\nWash 40' },
        ],
        html: expect.stringContaining(
          '<p>Before &lt;b&gt;all&lt;/b&gt;.</p>\n<h2 id="water-soap">Water &amp; soap</h2>',
        ),
      },
    ]);
    expect(book.articles[0]?.html).toContain('<ol>\n<li>Fill</li>\n<li>Wash <code>40</code></li>\n</ol>');
  });

  it('get anchors that differ, that can be set, and that keep Chinese characters; one h1 is left to the page', async () => {
    const body = '# Top\n\n## Size\n\n## Size\n\n## 怎么洗？\n\n## Your measure {#measure}\n\n## !!\n';
    const { book } = await load({ 'a.en.md': articleFile(body) });
    expect(book.articles[0]?.sections.map(({ id, level }) => `${level} ${id}`)).toEqual([
      '2 top',
      '3 size',
      '3 size-2',
      '3 怎么洗',
      '3 measure',
      '3 section',
    ]);
    expect(book.articles[0]?.html).not.toMatch(/<h1|\{#/);
  });

  it('link to the web, to each other, to their own headings and to FAQs', async () => {
    const links = [
      '[a](https://a.example/x?y=1&z) [b](mailto:mei@shop.example) [c](sizes) [d](./sizes.en.md#chart)',
      '[e](#here) [f](faq:delivery.time) [g](only-chinese) https://bare.example/',
      '## Here',
    ];
    const { book, problems } = await load({
      'washing.en.md': articleFile(links.join('\n\n')),
      'sizes.en.md': articleFile('## Chart'),
      'only-chinese.zh.md': articleFile('你好'),
    });
    expect(problems).toEqual([]);
    const html = book.articles.find(({ slug }) => slug === 'washing')?.html ?? '';
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      'https://a.example/x?y=1&amp;z',
      'mailto:mei@shop.example',
      '/help/shop/en/sizes',
      '/help/shop/en/sizes#chart',
      '#here',
      '/help/shop/en/topics/delivery#delivery.time',
      '/help/shop/zh/only-chinese',
      'https://bare.example/',
    ]);
    expect(html.match(/rel="noopener noreferrer"/g)).toHaveLength(3);
  });

  it('take bare addresses for links only where they are whole, and align cells without a style of their own', async () => {
    const { book, problems } = await load({
      'a.en.md': articleFile(
        'See https://a.example/, and//or ftp://x.example //y.example z.example\n\n| a | b |\n| :- | -: |\n| 1 | 2 |',
      ),
    });
    expect(problems).toEqual([]);
    const html = book.articles[0]?.html ?? '';
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(['https://a.example/']);
    expect(html).toContain('<td class="align-right">2</td>');
    expect(html).not.toContain('style=');
  });

  it('show pictures of their own folder, with size and hash, and only those are kept', async () => {
    const { book, problems } = await load({
      'a.en.md': articleFile('![A shirt](images/shirt.png)'),
      'images/shirt.png': PNG,
      'images/other.png': PNG,
    });
    expect(problems).toEqual([]);
    expect(book.articles[0]?.html).toMatch(
      /<img src="\/help\/shop\/images\/shirt\.png\?v=[\w-]{16}" alt="A shirt" width="1" height="1" loading="lazy">/,
    );
    expect([...book.images.values()]).toEqual([
      { name: 'shirt.png', type: 'image/png', bytes: PNG, hash: expect.any(String) },
    ]);
  });

  it('stand by category, then order, then name', async () => {
    const { book } = await load({
      'b.en.md': articleFile('x'),
      'a.en.md': articleFile('x'),
      'c.en.md': articleFile('x', { order: '1' }),
      'd.en.md': articleFile('x', { category: 'account' }),
    });
    expect(book.articles.map(({ slug }) => slug)).toEqual(['d', 'c', 'a', 'b']);
  });

  it('are the same reading as long as nothing that they depend on changes', async () => {
    sitesDir = await goodSite({
      'shop/articles/a.en.md': articleFile('![x](images/x.png)'),
      'shop/articles/images/x.png': PNG,
    });
    const loadAgain = createArticleLoader(sitesDir);
    const book = await faqs();
    const first = await loadAgain('shop', book);
    expect(await loadAgain('shop', { ...book, hash: 'other answers' })).toBe(first);
    expect(await loadAgain('shop', { ...book, faqs: new Map() })).not.toBe(first);
    await rm(join(sitesDir, 'shop/articles/images/x.png'));
    expect((await loadAgain('shop', book)).problems).toHaveLength(1);
    await writeFile(join(sitesDir, 'shop/articles/a.en.md'), articleFile('mended'));
    expect((await loadAgain('shop', book)).book.articles[0]?.html).toContain('mended');
  });

  it('in a language that the site does not speak are left aside, and so are notes', async () => {
    sitesDir = await goodSite({
      'shop/site.json': '{ "name": "Teal", "languages": ["en"] }',
      'shop/articles/a.zh.md': 'nonsense',
      'shop/articles/README.md': 'nonsense',
      'shop/articles/.a.en.md.swp': 'nonsense',
    });
    const { book, problems } = await loadArticles(sitesDir, 'shop', await faqs());
    expect([book.articles, problems]).toEqual([[], []]);
  });
});

describe('a bad article', () => {
  const refused: [what: string, text: string | Uint8Array, place: string, words: RegExp][] = [
    ['no head', '# Washing', '1:1', /must begin with title, category and summary between two lines of ---/],
    ['a head without end', '---\ntitle: x\n\n# Washing', '1:1', /the second --- is missing/],
    ['a head that is no YAML', '---\ntitle: "x\n---\n', '2:10', /cannot be read as YAML/],
    ['a colon in a bare text', '---\ntitle: Linen: washing\n---\n', '2:8', /put the text in double quotes/],
    ['a head that is a list', '---\n- x\n---\n', '2:1', /must hold title/],
    ['aliases', '---\ntitle: &a x\nsummary: *a\ncategory: care\n---\n', '2:1', /anchors and aliases/],
    ['no title', articleFile('x', { title: null }), '2:1', /"title" is missing/],
    ['a title that is a number', articleFile('x', { title: '5' }), '2:8', /"title" must be a text/],
    ['a title twice', '---\ntitle: a\ntitle: b\n---\n', '3:1', /a second time/],
    ['a word that is not known', articleFile('x', { colour: 'red' }), '5:1', /"colour" is not known/],
    ['a category in capitals', articleFile('x', { category: 'Care' }), '3:11', /"category" must be lower-case/],
    ['an order that is no number', articleFile('x', { order: 'first' }), '5:8', /"order" must be a/],
    ['a day that is none', articleFile('x', { updated: '20.11.2026' }), '5:10', /a day such as 2026-11-20/],
    [
      'a link of javascript',
      articleFile('a\n\n[x](javascript:alert(1))'),
      '8:5',
      /"javascript:alert\(1\)" must lead to/,
    ],
    ['a link of data', articleFile('[x](data:text/html,x)'), '6:5', /must lead to/],
    ['a link into the machine', articleFile('[x](/etc/passwd)'), '6:5', /must lead to/],
    ['a link out of the folder', articleFile('[x](../site.json)'), '6:5', /must lead to/],
    ['a link to another host', articleFile('[x](//evil.example/x)'), '6:5', /must lead to/],
    ['a link to no article', articleFile('one\ntwo [x](nowhere)'), '7:9', /an article "nowhere" that does not exist/],
    ['a link to no heading', articleFile('[x](#nowhere)'), '6:5', /a heading "#nowhere" that "a" does not have/],
    ['a link to no FAQ', articleFile('[x](faq:no.such)'), '6:5', /an FAQ "no.such" that does not exist/],
    ['a picture that is missing', articleFile('![x](images/no.png)'), '6:6', /does not exist in articles\/images/],
    ['a picture in other capitals', articleFile('![x](images/GOOD.png)'), '6:6', /is "good.png" meant\?/],
    ['a mistyped heading', articleFile('## Stains\n\n[x](#stain)'), '8:5', /is "stains" meant\?/],
    [
      'a Chinese colon',
      articleFile('x').replace('title: ', 'title：'),
      '2:6',
      /"title" is followed by a Chinese colon/,
    ],
    ['no space after a colon', articleFile('x').replace('title: ', 'title:'), '2:6', /"title" has no space after its/],
    ['a picture of the web', articleFile('![x](https://a.example/b.png)'), '6:6', /must lie in articles\/images/],
    ['a picture elsewhere', articleFile('![x](images/../../site.json)'), '6:6', /must lie in articles\/images/],
    ['a picture that is data', articleFile('![x](data:image/png;base64,AA)'), '6:6', /must lie in/],
    ['a picture without words', articleFile('![](images/good.png)'), '6:5', /needs words/],
    ['a picture that is a page', articleFile('![x](images/page.png)'), '6:6', /is no PNG, JPEG, GIF or WebP/],
    ['an SVG', articleFile('![x](images/x.svg)'), '6:6', /SVG is not taken/],
    ['a picture with a wrong ending', articleFile('![x](images/png.jpg)'), '6:6', /its name must end in \.png/],
    ['bytes that are no UTF-8', Buffer.from('---\ntitle: caf\u00e9\n---', 'latin1'), '2:1', /is not UTF-8/],
  ];
  const pictures = {
    'images/good.png': PNG,
    'images/page.png': '<html><script>alert(1)</script>',
    'images/x.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>alert(1)</script></svg>',
    'images/png.jpg': PNG,
  };
  it.each(refused)('is refused for %s', async (_what, text, place, words) => {
    const problems = await problemsOf({ ...pictures, 'a.en.md': text });
    expect(problems).toEqual([expect.stringMatching(words)]);
    expect(problems[0]).toContain(`shop/articles/a.en.md:${place} `);
  });

  it('is refused for its name', async () => {
    expect(
      await problemsOf({
        'a.md': articleFile('x'),
        'A B.en.md': articleFile('x'),
        'a.de.md': articleFile('x'),
        'search.en.md': articleFile('x'),
      }),
    ).toEqual([
      expect.stringMatching(/A B\.en\.md:1:1 .*lower-case letters/),
      expect.stringMatching(/a\.de\.md:1:1 .*<name>\.<language>\.md/),
      expect.stringMatching(/a\.md:1:1 .*<name>\.<language>\.md/),
      expect.stringMatching(/search\.en\.md:1:1 .*has a page of that name/),
    ]);
  });

  it('is refused for being over 1 MB, unread, as a picture is', async () => {
    sitesDir = await goodSite({
      'shop/articles/a.en.md': '',
      'shop/articles/b.en.md': articleFile('![x](images/b.png)'),
      'shop/articles/images/b.png': PNG,
    });
    await truncate(join(sitesDir, 'shop/articles/a.en.md'), 50 * 1024 * 1024);
    await truncate(join(sitesDir, 'shop/articles/images/b.png'), 50 * 1024 * 1024);
    const { problems } = await loadArticles(sitesDir, 'shop', await faqs());
    expect(problems.map(({ message }) => message)).toEqual([
      'the file is larger than 1 MB; split it into several files',
      'the picture "images/b.png" is larger than 1 MB; make it smaller',
    ]);
  });

  it('is refused for lying elsewhere, or being no file', async () => {
    sitesDir = await goodSite({ 'shop/articles/images/x': '', 'secret.md': articleFile('secret') });
    await symlink(join(sitesDir, 'secret.md'), join(sitesDir, 'shop/articles/out.en.md'));
    await mkdir(join(sitesDir, 'shop/articles/folder.en.md'));
    const { book, problems } = await loadArticles(sitesDir, 'shop', await faqs());
    expect(book.articles).toEqual([]);
    expect(problems.map(({ file, message }) => `${file} ${message}`)).toEqual([
      'shop/articles/folder.en.md the file is not a plain file',
      expect.stringMatching(/out\.en\.md the file cannot be found \(links may not lead out/),
    ]);
  });

  it('is refused for another category than in the other language', async () => {
    expect(
      await problemsOf({ 'a.en.md': articleFile('x'), 'a.zh.md': articleFile('x', { category: 'sizes' }) }),
    ).toEqual([expect.stringMatching(/a\.zh\.md:1:1 "category" must be "care", as in shop\/articles\/a\.en\.md/)]);
  });

  it('holds no other one back, and its last good version stays with its pictures', async () => {
    const good = await load({
      'a.en.md': articleFile('Old ![x](images/x.png)'),
      'b.en.md': articleFile('[to a](a) old'),
      'images/x.png': PNG,
    });
    await writeFile(join(sitesDir, 'shop/articles/a.en.md'), 'broken');
    await writeFile(join(sitesDir, 'shop/articles/b.en.md'), articleFile('[to a](a) new'));
    await rm(join(sitesDir, 'shop/articles/images/x.png'));
    const next = await loadArticles(sitesDir, 'shop', await faqs());
    expect(next.problems.map(({ file }) => file)).toEqual(['shop/articles/a.en.md']);
    const book = withLastGood(next, good.book);
    expect(book.articles.map(({ slug, html }) => `${slug} ${/old|new/i.exec(html)?.[0]}`)).toEqual(['a Old', 'b new']);
    expect([...book.images.keys()]).toEqual(['x.png']);
    expect(withLastGood(next, null).articles.map(({ slug }) => slug)).toEqual(['b']);
  });

  it('goes on being served as it was where the folder cannot be read, and no FAQ is blamed for it', async () => {
    const good = await load({ 'a.en.md': articleFile('Old ![x](images/x.png)'), 'images/x.png': PNG });
    await rm(join(sitesDir, 'shop/articles'), { recursive: true });
    await writeFile(join(sitesDir, 'shop/articles'), 'x');
    const next = await loadArticles(sitesDir, 'shop', await faqs());
    const message = 'cannot be read as a folder; check that it is one, and its permissions';
    expect(next.problems).toEqual([{ file: 'shop/articles', line: 1, column: 1, message }]);
    expect(withLastGood(next, good.book)).toBe(good.book);
    expect(withLastGood(next, null).articles).toEqual([]);
    await writeFile(join(sitesDir, 'shop/faq/more.json'), faqText('more', faqEntry('more.a', { articles: ['a'] })));
    expect(await loadSite(sitesDir, 'shop')).toMatchObject({ ok: true });
  });
});

describe('an FAQ that refers to an article', () => {
  it('is refused when there is none of that name', async () => {
    const files = (slug: string) => ({
      'shop/faq/care.json': faqText('care', faqEntry('care.wash', { articles: [slug] })),
      'shop/articles/washing.en.md': articleFile('x'),
    });
    sitesDir = await goodSite(files('washing'));
    const good = await loadSite(sitesDir, 'shop');
    expect(good.ok && good.book.faqs.get('care.wash')?.articles).toEqual(['washing']);
    await removeSitesDir(sitesDir);
    sitesDir = await goodSite(files('wash'));
    const bad = await loadSite(sitesDir, 'shop');
    expect(!bad.ok && bad.problems.map(({ message }) => message)).toEqual(['there is no article "wash" in articles/']);
  });
});
