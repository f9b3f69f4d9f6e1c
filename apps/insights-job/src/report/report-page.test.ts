import { describe, expect, it } from '@jest/globals';
import { cac, churn, crr, kpis } from '@solodesk/analytics';
import type { Figure } from '@solodesk/analytics';
import type { ShownTheme } from '@solodesk/core';
import type { PeriodFigures } from '../period-figures.ts';
import { MAIL, PAGE } from './charts.ts';
import { changesBetween, reasonsFor, todosFor } from './changes.ts';
import { reportPage } from './report-page.ts';
import type { ReportParts } from './report-parts.ts';

interface Played {
  period?: string;
  score?: number;
  byBot?: number;
  byOwner?: number;
  broken?: number;
}

const score = (value: number, n: number): Figure => ({
  ...{ n, inputs: { sum: value * n, n }, lack: null, caveats: {} },
  estimate: { value, low: value - 0.2, high: value + 0.2 },
});
const none: Figure = { n: 0, inputs: {}, estimate: null, lack: 'nothing', caveats: {} };
const talk = (ownerSpoke: boolean) => ({ all: 60_000, open: 60_000, solved: true, handedOff: ownerSpoke, ownerSpoke });

function figures({
  period = '2026-W48',
  score: mean,
  byBot = 60,
  byOwner = 20,
  broken = 0,
}: Played = {}): PeriodFigures {
  const ended = [
    ...Array.from({ length: byBot }, () => talk(false)),
    ...Array.from({ length: byOwner }, () => talk(true)),
  ];
  const counts = { start: 20, end: 22, won: 6 };
  return {
    ...{ period, first: '2026-11-23', last: '2026-11-29', through: '2026-11-29' },
    counts: {
      visitors: 90,
      messages: 200,
      started: byBot + byOwner,
      answered: byBot + byOwner,
      ended: byBot + byOwner,
      solved: byBot + byOwner,
    },
    csi: mean === undefined ? none : score(mean, 30),
    feedback: { n: 0, negative: 0, neutral: 0, positive: 0, categories: [], sources: [] },
    ...{ rule: { days: 60, gaps: 12 }, crr: crr(counts), churn: churn(counts) },
    cac: cac([{ currency: 'EUR', amount: 60_000 }], 6).map(({ currency, figure }) => ({
      channel: null,
      currency,
      won: 6,
      figure,
    })),
    kpis: kpis({
      botFirst: ended.map(() => 1_500),
      ownerFirst: Array.from({ length: byOwner }, () => ({ all: 7_200_000, open: 600_000 })),
      ended,
      promises: Array.from({ length: 10 }, (_, n) => ({ kept: n >= broken })),
      scores: [],
    }),
    customers: { won: [1, 2, 3, 4, 5, 6], lost: [7, 8, 9, 10] },
  };
}

const parts = (change: Partial<ReportParts> = {}): ReportParts => ({
  ...{ siteName: 'Teal & <Linen>', locale: 'en', model: 'figures-1', console: '/console/', look: PAGE },
  ...{
    figures: figures({ score: 7 }),
    before: figures({ score: 9 }),
    load: null,
    cohorts: null,
    themes: null,
    products: null,
    groups: null,
  },
  history: [figures({ period: '2026-W47', score: 9 }), figures({ score: 7 })],
  ...change,
});

describe('what changed', () => {
  it('is told with whether it is more than chance, the sure first', () => {
    const changes = changesBetween(figures({ score: 7, byBot: 58 }), figures({ score: 9 }));
    expect(changes[0]).toMatchObject({ name: 'csi', now: 7, before: 9, sure: true, good: false });
    expect(changes.find(({ name }) => name === 'containment')).toMatchObject({ sure: false, good: false });
    expect(changes.find(({ name }) => name === 'handoffRate')?.good).toBeNull();
  });

  it('is nothing where there is nothing to compare', () => {
    expect(changesBetween(figures(), figures())).toEqual([]);
  });

  it('has the reasons that its numbers speak for, and something to do for each trouble', () => {
    const kinds = reasonsFor(figures({ byBot: 60, byOwner: 60 }), figures()).map(({ kind }) => kind);
    expect(kinds).toEqual(['more_talks', 'fewer_by_bot', 'slow_owner']);
    expect(todosFor(figures({ score: 7, broken: 2 })).map(({ kind }) => kind)).toEqual([
      'promises',
      'handoffs',
      'scores',
      'lost',
    ]);
  });
});

describe('the report', () => {
  it('tells the main figures by channel and by cohort, where something can be said', () => {
    const group = (name: string, figure: Figure) => ({ group: name, figures: { csi: figure }, talks: [], lost: [] });
    const costs = cac([{ currency: 'EUR', amount: 60_000 }], 6).map((each) => ({ ...each, won: 6 }));
    const groups = {
      ...{ period: '2026-W48', through: '2026-11-29' },
      channels: [group('<b>radio</b>', score(8.4, 12)), group('direct', none)],
      cohorts: [{ ...group('2026-10', none), won: [1], cac: costs }],
    };
    const page = reportPage(parts({ groups }))
      .replaceAll('\u00a0', ' ')
      .replaceAll(/<(?!b>radio|\/b>)[^>]*>/g, ' ');
    expect(page).toMatch(
      /Channel +Satisfaction \(CSI, 1 to 10\) +&lt;b&gt;radio&lt;\/b&gt; +8\.4.*95 %: 8\.2 to 8\.6, n = 12/,
    );
    expect(page).toMatch(/Customers of +Cost of a new customer \(CAC\) +2026-10 +€100\.00/);
    expect(page).not.toContain('direct');
    expect(reportPage(parts({ groups: { ...groups, channels: [], cohorts: [] } }))).not.toContain('By the channel');
  });

  it('is one page that loads nothing, with text as text', () => {
    const page = reportPage(parts());
    expect(page.startsWith('<!doctype html>')).toBe(true);
    expect(page).toContain('Teal &amp; &lt;Linen&gt;: 2026-W48');
    expect(page).not.toMatch(/<script|<link|@import|url\((?!#)|<img|src=/);
    expect(page).not.toMatch(/NaN|Infinity|undefined/);
    expect(page).toContain('<b>7.0</b>');
    expect(page).toContain('95 %: 6.8 to 7.2');
  });

  it('draws each chart with a name and its numbers, in the colour of the text', () => {
    const hours = Array.from({ length: 336 }, (_, at): [number, number, number] => [at % 5, 0, 9]);
    const cohorts = { cohorts: [{ month: '2026-09', size: 20, active: [20, 8, 4] }] };
    const page = reportPage(parts({ load: { from: '2026-11-30', hours }, cohorts }));
    expect(page.match(/<svg /g)).toHaveLength(5);
    expect(page.match(/role="img" aria-label="[^"]+"/g)).toHaveLength(5);
    expect(page.match(/<details>/g)).toHaveLength(5);
    expect(page).not.toContain('#010203');
    expect(page).toContain('currentColor');
  });

  it('draws narrower for a mail, with larger words, as a phone shows its pictures at half their size', () => {
    const sizes = (page: string) =>
      [...page.matchAll(/<svg [^>]*viewBox="0 0 (\d+) /g)].map(([, width]) => Number(width));
    const fonts = (page: string) => [...page.matchAll(/font-size:(\d+)px/g)].map(([, size]) => Number(size));
    const mail = reportPage(parts({ look: MAIL }));
    expect(new Set(sizes(mail))).toEqual(new Set([440]));
    expect(new Set(sizes(reportPage(parts())))).toEqual(new Set([640]));
    expect(Math.min(...fonts(mail.replace(/<style>.*?<\/style>/s, '')))).toBe(16);
  });

  it('says what people talk about: what grew, what came back, who is unhappy, and what to do about it', () => {
    const theme = (id: string, size: number, negative: number): ShownTheme => ({
      ...{ id, name: `<i>${id}</i>`, foundName: id, since: '2026-11-01', words: [], size, before: 4, examples: [] },
      mood: { score: 0, negative, neutral: size - negative, positive: 0 },
      ...{ pinned: false, fixed: null, parts: [] },
    });
    const sizes = (...counts: number[]) => new Map(counts.map((count, at) => ['abc'[at]!, count]));
    const themes = {
      ...{
        first: '2026-11-02',
        through: '2026-11-29',
        shown: [theme('a', 24, 20), theme('b', 9, 1), theme('c', 0, 0)],
      },
      ...{ doubled: new Set(['a']), cameBack: new Set(['b']) },
      messages: 40,
      repeated: [{ n: 9, text: '<b>the frobnicator</b>\nis purple' }],
      dropped: { empty: 1, gibberish: 2, bot: 0, duplicates: 4 },
      categories: [{ category: 'usability' as const, n: 3, negative: 2, neutral: 1, positive: 0, examples: [] }],
      history: [
        { through: '2026-11-22', sizes: sizes(8, 9) },
        { through: '2026-11-29', sizes: sizes(24, 9) },
      ],
    };
    const page = reportPage(parts({ themes }));
    expect(page).toContain('“&lt;i&gt;a&lt;/i&gt;” is spoken of much more: 24 messages in four weeks, before 4');
    expect(page).toContain('“&lt;i&gt;b&lt;/i&gt;” was marked as fixed and came back');
    expect(page).toContain('20 of 24 messages about “&lt;i&gt;a&lt;/i&gt;” are negative.');
    expect(page).toMatch(/href="\/console\/#\/insights">Read what is typical of/);
    expect(page.match(/aria-label="(What people talk about|How those feel)/g)).toHaveLength(2);
    expect(page).not.toContain('<i>a');
    expect(page).toContain('Left out: 1 without words, 2 that say nothing. Repeats of a message: 4;');
    expect(page).toMatch(/What is in no theme, by the usual categories.*<td>Usability<\/td><td>2<\/td><td>1<\/td>/s);
    expect(page).toContain(
      'In the same words again and again (of 40 messages)</p><ul><li>9 times: “&lt;b&gt;the frobnicator&lt;/b&gt; is purple”</li></ul>',
    );
    const none = reportPage(parts({ themes: { ...themes, shown: [], history: [] }, locale: 'zh' }));
    expect(none).toContain('<td>易用性</td>');
    expect(none).toContain('反复出现的同一句话（共 40 条消息）</p><ul><li>9 次：“&lt;b&gt;');
    expect(none).toContain('未计入：没有文字 1 条，没有意义 2 条。重复内容 4 条');
    expect(page).toContain('<td>&lt;i&gt;a&lt;/i&gt;</td><td>8</td><td>24</td>');
    const once = reportPage(parts({ themes: { ...themes, history: themes.history.slice(1) } }));
    expect(once.match(/aria-label="(What people talk about|How those feel)/g)).toHaveLength(1);
  });

  it('is written in the owner’s language', () => {
    const page = reportPage(parts({ locale: 'zh' }));
    expect(page).toContain('<html lang="zh-CN">');
    for (const words of ['发生了什么变化', '可能的原因', '可以做什么', '满意度（CSI，1 到 10）'])
      expect(page).toContain(words);
    expect(page).not.toMatch(/What changed|too few/);
  });

  it('tells what was said elsewhere, by what it is about and where', () => {
    const moods = { n: 6, negative: 4, neutral: 1, positive: 1 };
    const feedback = {
      ...moods,
      categories: [{ category: 'delivery', ...moods }],
      sources: [{ source: '<b>google</b>', rating: score(3.2, 6), ...moods }],
    };
    const page = reportPage(parts({ figures: { ...figures(), feedback } }));
    expect(page).toContain('6 reviews and posts, 4 of them negative');
    expect(page).toContain('<td>Delivery</td><td>6</td><td>4</td>');
    expect(page).toContain('&lt;b&gt;google&lt;/b&gt;: 6');
    expect(page).toContain('rating (1 to 10): 3.2 (95 %: 3.0 to 3.4, n = 6)');
    expect(reportPage(parts({ figures: { ...figures(), feedback }, locale: 'zh' }))).toContain('<td>物流</td>');
    expect(reportPage(parts({}))).not.toContain('Feedback from elsewhere');
  });

  it('tells what was said product by product, and what a description lacks', () => {
    const asked = [{ fact: 'material' as const, n: 3, unanswered: 2, isLacking: true, examples: [] }];
    const shirt = {
      ...{ id: 'shirt', names: { en: '<Linen> shirt' }, n: 7, mood: { negative: 4, neutral: 2, positive: 1 } },
      ...{ themes: [], asked, unanswered: { n: 2, examples: [] } },
    };
    const products = { first: '2026-11-02', through: '2026-11-29', messages: 7, products: [shirt] };
    const page = reportPage(parts({ products }));
    expect(page).toContain('&lt;Linen&gt; shirt</th><td>7</td><td>4 / 2 / 1</td><td>2</td><td>–</td>');
    expect(page).toContain('<td>material (3)</td>');
    expect(reportPage(parts({ products, locale: 'zh' }))).toContain('<td>材质（3）</td>');
  });

  it('says where there is too little, of every figure', () => {
    const few = figures({ byBot: 2, byOwner: 0 });
    const page = reportPage(parts({ figures: { ...few, cac: [] }, before: null, history: [few] }));
    expect(page).toContain('There is no time before to compare with yet.');
    expect(page).toContain('too few to say (2 of at least 5)');
    expect(page).toMatch(/<\/table><p class="muted">Nothing to go by yet: [^<]*Your first word, half within/);
    expect(page.match(/<svg /g)).toHaveLength(1);
  });

  it('draws no steps where nothing happened, and says why more may have ended than began', () => {
    const some = figures({ byBot: 8, byOwner: 2 });
    const withCounts = (change: Partial<typeof some.counts>) =>
      reportPage(parts({ figures: { ...some, counts: { ...some.counts, ...change } } }));
    expect(withCounts({})).toContain('From visit to solved');
    expect(withCounts({ started: 3, ended: 5 })).toContain('some had begun before');
    expect(withCounts({ started: 5, ended: 5 })).not.toContain('some had begun before');
    const none = withCounts({ visitors: 0, started: 0, answered: 0, ended: 0, solved: 0 });
    expect(none).not.toContain('From visit to solved');
  });

  it('has no heading over charts where there is nothing to draw, although themes were looked for', () => {
    const still = figures({ byBot: 0, byOwner: 0 });
    const counts = { visitors: 0, messages: 0, started: 0, answered: 0, ended: 0, solved: 0 };
    const themes = {
      ...{
        first: '2026-11-02',
        through: '2026-11-29',
        shown: [],
        messages: 0,
        repeated: [],
        categories: [],
        history: [],
      },
      dropped: { empty: 0, gibberish: 0, bot: 0, duplicates: 0 },
      ...{ doubled: new Set<string>(), cameBack: new Set<string>() },
    };
    const page = reportPage(parts({ figures: { ...still, counts }, before: null, history: [], themes }));
    expect(page).not.toContain('<svg');
    expect(page).not.toContain('Charts');
    expect(page).not.toContain('Themes of the messages');
    expect(reportPage(parts())).toContain('<h2>Charts</h2>');
  });
});
