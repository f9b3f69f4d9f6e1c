import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { goodSite, removeSitesDir } from '../testing/site-folder.ts';
import { chineseProblem } from './chinese-problem.ts';
import { checkSettings } from './site-settings.ts';

const BAD: Record<string, unknown>[] = [
  { name: '', ownerName: 'x'.repeat(90), languages: ['en', 'en'], timeZone: 'Moon', origins: ['https://a.example/x'] },
  { colors: { accent: 'red' }, position: 'top', greeting: { en: 5 }, fields: ['1'], ticketPrefix: 'a' },
  { orderNumber: '(a)', country: 'de', currency: 'eur', consent: { version: '1', text: { en: 'x' } } },
  { hours: { mon: ['9-17'], tue: ['10:00-10:00'], wed: ['09:00-12:00', '11:00-13:00'] } },
  { hours: { mon: ['22:00-05:00'], tue: ['04:00-06:00'] } },
  {
    holidays: [
      { date: '2026-02-30', name: {} },
      { date: '12-24', until: '2026-12-26', name: {} },
    ],
  },
  {
    holidays: [
      { date: '2026-12-24', until: '2026-12-01', name: {} },
      { date: 'x', name: {} },
    ],
  },
  { policy: { promiseHours: 0, wrongAnswerBudget: 99, idleCloseHours: 1.5, silentOwnerMinutes: '10', nonsense: 1 } },
  { retention: { messages: 0, backups: null }, insights: { hour: 24 }, complaints: { deadlineHours: 4, warnHours: 5 } },
  { complaints: { remedies: [{ name: 'A B', text: {} }], words: { en: ['x'] } } },
  { emergency: { number: 'x', redFlags: [] } },
  { emergency: { number: '112', redFlags: [{ name: 'x', phrases: { en: ['a!', 'b'] } }] } },
  { priority: { levels: { urgent: 10, high: 20 }, rules: [{ name: 'x' }, { name: 'x', points: 1, perHour: 1 }] } },
  {
    routing: [
      { name: 'a', to: 'me' },
      { name: 'b', category: ['A'], to: { person: 'Lee', mail: 'lee' } },
    ],
  },
  { actions: [{ name: 'X', do: 'call', title: { en: 'x' }, url: 'http://x', secret: 'x' }] },
  { proactive: [{ page: 'x', text: { en: '' } }], voice: { tone: 'rude' }, apiSecret: 'x' },
  {
    messages: ['a', 'a'].map((name) => ({ name, when: { delivered: true }, subject: { en: 'x' }, text: { en: 'x' } })),
  },
  { langauges: ['en'], greeting: { de: 'Hallo', 'zh-CN': '您好' }, hours: { monday: [] } },
  { lifeCycle: { atRiskDays: 90, churnedDays: 90 } },
  {
    segments: [
      { name: 'a', where: { spent: { atLeast: 5, currency: 'euro' } } },
      { name: 'a', where: {} },
    ],
  },
  {
    segments: [{ name: 'A', where: { tags: [] } }],
    messages: [
      { name: 'a', when: {}, subject: { en: 'x' }, text: {} },
      { name: 'a', when: { stage: 'contact' }, subject: {}, text: {} },
    ],
  },
  {
    messages: [
      { name: 'a', when: { delivered: true }, segment: 'none', subject: { en: 'x' }, text: { en: 'Hi {nmae}' } },
    ],
  },
  { messages: [{ name: 'a', when: { delivered: true }, subject: { en: '{offers}' }, text: { en: '{{name}}' } }] },
  {
    messages: [
      { name: 'a', when: { delivered: true }, segment: 'none', subject: { en: 'x' }, text: { en: 'Hi {name}' } },
    ],
  },
  { lifeCycle: { atRiskDays: 500 } },
  { greeting: { en: { text: 'x', quickReplies: [{ label: 'x', intent: 'no.such' }] } }, categories: { A: {} } },
];
const BLOCKS = [
  '{',
  '{ "a" 1 }',
  '{ "a": 1, }',
  '[1 2]',
  '{ a: 1 }',
  '"x',
  '{ "a": 1, "a": 2 }',
  '/* */ 1',
  '"\\q"',
  '1 2',
];

describe('problems in Chinese', () => {
  it('are there for everything that can be wrong in the settings', async () => {
    const dir = await goodSite();
    try {
      const drafts = [...BAD.map((values) => ({ values })), ...BLOCKS.map((text) => ({ blocks: { actions: text } }))];
      const messages = new Set<string>();
      for (const draft of drafts) {
        const { problems } = await checkSettings(dir, 'shop', draft);
        expect(problems).not.toEqual([]);
        for (const { message } of problems) messages.add(message);
      }
      const left = [...messages].filter((message) => !/\p{Script=Han}/u.test(chineseProblem(message)));
      expect(left).toEqual([]);
      expect(messages.size).toBeGreaterThan(55);
    } finally {
      await removeSitesDir(dir);
    }
  });

  it('name the place and keep what was written', () => {
    expect(chineseProblem('entry 2 of "hours.mon" must begin after "09:00-12:00" ends')).toBe(
      '"hours.mon" 的第 2 项必须在 "09:00-12:00" 结束之后开始',
    );
    expect(chineseProblem('"policy.promiseHours" must be at least 1')).toBe('"policy.promiseHours" 不能小于 1');
    expect(chineseProblem('"policy.promiseHours" must be a number, not a text')).toBe(
      '"policy.promiseHours" 必须是数字，而不是文字',
    );
    expect(chineseProblem('something nobody foresaw')).toBe('something nobody foresaw');
  });

  it('know every sentence about broken JSON', async () => {
    const source = await readFile(new URL('../syntax-words.ts', import.meta.url), 'utf8');
    const sentences = Array.from(source.matchAll(/^ {2}\w+: '(.*)',$/gm), ([, words]) =>
      words!.replaceAll('\\\\', '\\'),
    );
    expect(sentences.length).toBeGreaterThan(10);
    expect(sentences.filter((words) => !/\p{Script=Han}/u.test(chineseProblem(words)))).toEqual([]);
  });
});
