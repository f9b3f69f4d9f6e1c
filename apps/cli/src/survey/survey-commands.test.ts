import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { UNANSWERED } from '@solodesk/core';
import { openSqliteStore } from '@solodesk/store-sqlite';
import type { SqliteStore } from '@solodesk/store-sqlite';
import { program } from '../program.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const SPRING = {
  survey: 'spring',
  title: { en: 'Spring', zh: '春季' },
  sendTo: 'customers',
  everyDays: 180,
  questions: [
    { name: 'overall', type: 'score', csi: true, prompt: { en: 'All in all?', zh: '总体如何？' } },
    {
      ...{ name: 'how', type: 'choice', prompt: { en: 'How did you find us?', zh: '您如何找到我们？' } },
      choices: [
        { value: 'friend', label: { en: 'A friend', zh: '朋友' } },
        { value: 'ad', label: { en: 'An ad', zh: '广告' } },
      ],
    },
    { name: 'more', type: 'text', prompt: { en: 'Anything else?', zh: '还有什么？' } },
  ],
};

describe('solodesk survey', () => {
  let dataDir: string;
  let printed: string[];
  let server: SqliteStore;
  const solodesk = (...args: string[]) =>
    program({ DATA_DIR: dataDir }, (text) => printed.push(text)).parseAsync(['node', 'solodesk', ...args]);
  const write = () => ({ site: 'bakery', at: 1, uuid: () => crypto.randomUUID(), batch: null });

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'solodesk-surveys-'));
    printed = [];
    server = await openSqliteStore({ file: join(dataDir, 'solodesk.sqlite'), log: silent });
    await solodesk('site', 'add', 'bakery', '--name', 'Bakery');
    const folder = join(dataDir, 'sites', 'bakery', 'surveys');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'spring.json'), JSON.stringify(SPRING));
    await server.saveContacts(
      [
        { id: 'a', email: 'ann@b.example', customer: true },
        { id: 'b', email: 'bo@b.example', customer: true },
        { id: 'c', email: 'cy@b.example' },
      ],
      write(),
    );
    printed = [];
  });
  afterEach(async () => {
    await server.close();
    rmSync(dataDir, { recursive: true });
  });

  const queued = async () => {
    const claim = { now: Date.now() + 1_000, until: Date.now() + 2_000, limit: 10, lease: crypto.randomUUID() };
    return (await server.claimJobs(claim)).flatMap((job) => (job.kind === 'mail' ? [job.payload] : []));
  };
  async function answers(said: Record<string, number | string>, at: number) {
    const id = crypto.randomUUID();
    await server.askSurvey({
      ...{ id, site: 'bakery', survey: 'spring', visitorKey: null, contactKey: null, conversationKey: null },
      ...{ ticket: null, locale: 'en', askedAt: at, restMs: 1 },
    });
    const score = Number(said['overall']);
    const given = { firstAnsweredAt: at, answeredAt: at, channel: 'mail' as const, score, answers: said };
    await server.saveSurveyAnswer('bakery', id, null, { ...UNANSWERED, ...given });
  }

  it('lists the surveys of a site, to whom and how often they go', async () => {
    await solodesk('survey', 'list');
    expect(printed).toEqual(['spring  to customers, every 180 days  asked 0, answered 0']);
    await solodesk('survey', 'list', '--json');
    expect(JSON.parse(printed[1] ?? '')).toMatchObject([{ name: 'spring', asked: 0, answered: 0, restDays: 90 }]);
  });

  it('sends one to its segment, with a link for each that nobody can guess, and not twice', async () => {
    await solodesk('survey', 'send', 'spring', '--url', 'https://desk.example.com/');
    expect(printed.at(-1)).toBe('"spring" goes to 2; 0 had a survey in the last 180 days, 0 want none.');
    const mails = await queued();
    expect(mails.map(({ to }) => to.address).sort()).toEqual(['ann@b.example', 'bo@b.example']);
    const links = mails.map(({ content }) => ('link' in content ? content.link : ''));
    expect(new Set(links).size).toBe(2);
    for (const link of links) expect(link).toMatch(/^https:\/\/desk\.example\.com\/rate#[\w-]{43}$/);
    const [{ unsubscribe, oneClick } = {}] = mails.flatMap(({ content }) =>
      'unsubscribe' in content ? [content] : [],
    );
    expect(unsubscribe).toMatch(/^https:\/\/desk\.example\.com\/rate\/leave#[\w-]{43}$/);
    expect(oneClick).toMatch(/^https:\/\/desk\.example\.com\/rate\/leave\/one-click\/[\w-]{43}$/);
    await solodesk('survey', 'send', 'spring', '--url', 'https://desk.example.com', '--json');
    expect(JSON.parse(printed.at(-1) ?? '')).toEqual({ sent: 0, rested: 2, left: 0 });
  });

  it('sends nothing without knowing where the links lead, nor one that there is not', async () => {
    await expect(solodesk('survey', 'send', 'spring')).rejects.toThrow('--url');
    await expect(solodesk('survey', 'send', 'summer', '--url', 'https://d.example')).rejects.toThrow(
      '"bakery" has no survey "summer": spring',
    );
    expect(await queued()).toEqual([]);
  });

  it('prints what people answered, by question', async () => {
    await solodesk('survey', 'results', 'spring');
    expect(printed.pop()).toBe(
      '0 answered\nAll in all? (0): too few to say\nHow did you find us? (0): A friend 0, An ad 0\nAnything else? (0)',
    );
    for (let n = 0; n < 5; n++) await answers({ overall: 6 + n, how: 'ad' }, 1_000 + n);
    await answers({ overall: 9, how: 'friend', more: 'More rye bread.' }, 9_000);
    await solodesk('survey', 'results', 'spring');
    expect(printed.pop()).toBe(
      [
        '6 answered',
        'All in all? (6): 8.2 (95 %: 6.62 to 9.71)',
        'How did you find us? (6): A friend 1, An ad 5',
        'Anything else? (1)',
        '  - More rye bread.',
      ].join('\n'),
    );
    await solodesk('survey', 'results', 'spring', '--json');
    expect(JSON.parse(printed.pop() ?? '')).toMatchObject({
      answered: 6,
      results: [
        { question: 'overall', n: 6, score: { mean: 49 / 6 } },
        { question: 'how', choices: { friend: 1, ad: 5 } },
        { question: 'more', texts: ['More rye bread.'] },
      ],
    });
  });
});
