import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Owner } from '../testing/owner.ts';
import { KNOWN, SHOP_FAQS, writeFaqs } from '../testing/shop-sites.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import { until } from '../testing/until.ts';

interface Problem {
  file: string;
  line: number;
  column: number;
  message: string;
}

const GOOD = JSON.stringify({ category: 'shop', faqs: SHOP_FAQS }, null, 2);

describe('a running server', () => {
  let desk: TestDesk;
  let owner: Owner;
  const path = (name: string) => join(desk.sitesDir, 'shop', name);
  const problems = () => owner.heard.of<{ problems: Problem[] }>('problems').at(-1)?.problems ?? [];
  const ask = async () => {
    const visitor = await desk.visit();
    const { seq } = await visitor.mustSay(KNOWN.question);
    return (await visitor.answerTo(seq)).text;
  };

  beforeAll(async () => {
    desk = await startDesk({ environment: { LIMITS: 'off' } });
    owner = await desk.console();
  });
  afterAll(() => desk.end());

  const bad: [what: string, file: string, content: string | Uint8Array, place: string, reason: RegExp][] = [
    ['an empty file', 'faq/shop.json', '', 'shop/faq/shop.json:1:1', /the file is empty/],
    ['a broken file', 'faq/shop.json', GOOD.replace('"faqs": [', '"faqs": ['.repeat(2)), 'shop/faq/shop.json:3:', /./],
    ['a half-written file', 'faq/shop.json', GOOD.slice(0, 400), 'shop/faq/shop.json:', /closing|expected/],
    [
      'a file of 50 MB',
      'faq/shop.json',
      new Uint8Array(50_000_000).fill(32),
      'shop/faq/shop.json:1:1',
      /larger than 2 MB/,
    ],
    [
      'a duplicated file',
      'faq/shop (copy).json',
      GOOD,
      'shop/faq/shop.json:',
      /already stands in shop\/faq\/shop \(copy\)/,
    ],
    ['a file in UTF-16', 'faq/shop.json', Buffer.from(`\ufeff${GOOD}`, 'utf16le'), 'shop/faq/shop.json:1:1', /UTF-16/],
    [
      'bytes that are no text',
      'faq/shop.json',
      new Uint8Array([0x7b, 0xff, 0xc0, 0x7d]),
      'shop/faq/shop.json:1:1',
      /UTF-8/,
    ],
    ['a million brackets', 'faq/shop.json', '['.repeat(1_000_000), 'shop/faq/shop.json:1:33', /nested/],
    [
      'a regex bomb',
      'site.json',
      '{\n  "name": "Shop",\n  "orderNumber": "(a+)+$"\n}',
      'shop/site.json:3:18',
      /"orderNumber" cannot be understood at "\(a\+\)\+\$"/,
    ],
  ];

  it.each(bad)('refuses %s with place and reason, answers as before, and takes the mended one', async (...row) => {
    const [, file, content, place, reason] = row;
    const before = file === 'faq/shop (copy).json' ? null : await readFile(path(file));
    await writeFile(path(file), content);
    const [first] = await until(() => (problems().length > 0 ? problems() : undefined), 'for the problem');
    expect(`${first?.file}:${first?.line}:${first?.column}`).toContain(place);
    expect(first?.message).toMatch(reason);
    expect(await ask()).toBe(KNOWN.answer);

    await (before === null ? rm(path(file)) : writeFile(path(file), before));
    await until(() => problems().length === 0, 'for the problem to go');
    expect(await ask()).toBe(KNOWN.answer);
  });

  it('takes a file with a byte order mark', async () => {
    const answer = { en: 'With a mark.', zh: '带标记。' };
    const text = JSON.stringify({ category: 'shop', faqs: SHOP_FAQS.map((faq) => ({ ...faq, answer })) });
    await writeFile(path('faq/shop.json'), `\ufeff${text}`);
    await until(async () => (await ask()) === 'With a mark.', 'for the new answer');
    expect(problems()).toEqual([]);
    await writeFaqs(desk.sitesDir, 'shop', SHOP_FAQS);
    await until(async () => (await ask()) === KNOWN.answer, 'for the old answer');
  });

  it('goes on answering while a file is renamed over and over, and reads it in the end', async () => {
    const answers = new Set<string>();
    for (let round = 0; round < 25; round++) {
      await rename(path('faq/shop.json'), path('faq/moved.json'));
      await sleep(5);
      await rename(path('faq/moved.json'), path('faq/shop.json'));
      if (round % 5 === 0) answers.add(await ask());
    }
    expect([...answers]).toEqual([KNOWN.answer]);
    await writeFaqs(
      desk.sitesDir,
      'shop',
      SHOP_FAQS.map((faq) => ({ ...faq, answer: { en: 'After it all.', zh: '都好了。' } })),
    );
    await until(async () => (await ask()) === 'After it all.', 'for the new answer');
    expect(problems()).toEqual([]);
  });
});

describe('a server that starts', () => {
  it('goes on with what was served last while a file is broken, says so, and takes the mended one', async () => {
    const first = await startDesk({ environment: { LIMITS: 'off' } });
    const { dataDir } = first;
    await until(() => first.server.sites.get('shop'), 'for the site');
    await until(() => first.logLines.some((line) => line.includes('a site is served')), 'for it to be learned');
    await first.stop();
    await writeFile(join(dataDir, 'sites/shop/faq/shop.json'), GOOD.slice(0, 400));
    const second = await startDesk({ dataDir, environment: { LIMITS: 'off' } });
    expect(second.server.sites.get('shop')).not.toBeNull();
    const owner = await second.console();
    const { problems } = await owner.must('inbox', { filter: 'open' });
    expect(problems).toMatchObject([{ file: 'shop/faq/shop.json' }]);
    const visitor = await second.visit();
    const { seq } = await visitor.mustSay(KNOWN.question);
    expect((await visitor.answerTo(seq)).text).toBe(KNOWN.answer);

    await writeFile(join(dataDir, 'sites/shop/faq/shop.json'), GOOD);
    await until(
      () => owner.heard.of<{ problems: Problem[] }>('problems').at(-1)?.problems.length === 0,
      'for the problem to go',
    );
    await second.end();
  });

  it('serves nothing of a site whose folder went and came again broken', async () => {
    const first = await startDesk();
    const { dataDir } = first;
    await until(() => first.logLines.some((line) => line.includes('a site is served')), 'for it to be learned');
    await rm(join(dataDir, 'sites/shop'), { recursive: true });
    await until(() => first.server.sites.get('shop') === null, 'for the site to go');
    await first.stop();
    await mkdir(join(dataDir, 'sites/shop/faq'), { recursive: true });
    await writeFile(join(dataDir, 'sites/shop/site.json'), '{ "name": ');
    const second = await startDesk({ dataDir });
    expect(second.server.sites.get('shop')).toBeNull();
    await second.end();
  });
});
