import { describe, expect, it } from '@jest/globals';
import { DEFAULT_PRIORITY } from '@solodesk/core';
import { checkSite } from '../check-site.ts';
import { goodFaq, lintLines, siteFiles } from '../testing/lint-texts.ts';

function read(site: object) {
  const reading = checkSite('shop', siteFiles(site, [goodFaq('delivery.time')]));
  if (!reading.ok) throw new Error(reading.problems.map(({ line, message }) => `${line} ${message}`).join('\n'));
  return reading.site;
}
const complaint = (site: object) => {
  const reading = checkSite('shop', siteFiles(site, [goodFaq('delivery.time')]));
  return reading.ok ? [] : reading.problems.map(({ message }) => message);
};
const rules = (...all: object[]) => ({ priority: { rules: all } });
const VIP = { name: 'vip', points: 9, when: { customer: 'paying' }, text: { en: 'VIP', zh: '贵宾' } };

describe('the priority of a site', () => {
  it("is Solodesk's own where the site says nothing", () => {
    expect(read({}).priority).toEqual(DEFAULT_PRIORITY);
  });

  it('changes what it names and keeps the rest, with new rules at the end', () => {
    const { priority } = read(rules({ name: 'refund', points: 3 }, VIP, { name: 'waits', most: 50 }));
    const named = (name: string) => priority.rules.find((rule) => rule.name === name);
    const usual = (name: string) => DEFAULT_PRIORITY.rules.find((rule) => rule.name === name);
    expect(named('refund')).toEqual({ ...usual('refund'), points: 3 });
    expect(named('waits')).toEqual({ ...usual('waits'), most: 50 });
    expect(priority.rules.at(-1)).toEqual({ ...VIP, when: { customer: 'paying' } });
    expect(priority.rules).toHaveLength(DEFAULT_PRIORITY.rules.length + 1);
  });

  it('can do without any of them', () => {
    expect(read({ priority: { defaults: false, rules: [VIP] } }).priority.rules).toHaveLength(1);
  });

  it('reads words of both languages, whatever the site speaks', () => {
    const rule = { ...VIP, when: { words: { en: ['late … again'], zh: ['又迟'] } } };
    const words = read(rules(rule)).priority.rules.at(-1)?.when.words;
    expect(words?.map(({ written }) => written)).toEqual(['late … again', '又迟']);
  });

  it.each([
    [rules({ name: 'mine', text: VIP.text }), 'needs "points" or "perHour"'],
    [rules({ name: 'mine', points: 4 }), 'needs a "text"'],
    [rules({ ...VIP, perHour: 2 }), 'cannot stand beside "points"'],
    [rules({ ...VIP, most: 2 }), 'belongs to "perHour"'],
    [rules(VIP, VIP), '"vip" stands twice'],
    [rules({ ...VIP, text: { en: 'VIP' } }), '"text" has no "zh"'],
    [rules({ ...VIP, when: { words: { en: ['…'] } } }), 'at least two letters'],
    [rules({ ...VIP, when: { words: { en: ['a … b … c … d … e'] } } }), 'more than 3 gaps'],
    [{ priority: { levels: { urgent: 20 } } }, 'must fall from urgent over high to normal, not be 20, 35 and 15'],
    [{ complaints: { deadlineHours: 4, warnHours: 4 } }, 'must be less than the deadline of 4 hours'],
    [{ complaints: { remedies: [{ name: 'gift', text: { en: 'A gift.' } }] } }, '"text" has no "zh"'],
    [
      { complaints: { remedies: [{ name: 'gift', text: { en: 'A', zh: '礼' }, label: { en: 'A' } }] } },
      '"label" has no "zh"',
    ],
  ])('is refused with a reason: %j', (site, words) => {
    expect(complaint(site)).toEqual([expect.stringContaining(words)]);
  });

  it('is warned of where a rule never counts or no score is urgent', () => {
    const lines = (site: object) => lintLines(siteFiles(site, [goodFaq('delivery.time')]));
    expect(lines(rules({ ...VIP, when: { intent: 'payment.*' }, text: { en: '{wrod}', zh: '贵宾' } }))).toEqual([
      expect.stringContaining('never counts: no FAQ has such an intent'),
      expect.stringContaining('"{wrod}" is no field of a reason'),
    ]);
    expect(lines({ priority: { defaults: false, rules: [VIP] } })).toEqual([
      expect.stringContaining('"urgent" begins at 60, but all rules together give at most 9 points'),
      expect.stringContaining('"high" begins'),
      expect.stringContaining('"normal" begins'),
    ]);
    expect(lines(rules({ ...VIP, when: { intent: 'delivery.*' } }))).toEqual([]);
  });
});

describe('the complaints of a site', () => {
  it('are reminded of in time where the deadline is short', () => {
    expect(read({ complaints: { deadlineHours: 8 } }).complaints.warnHours).toBe(2);
    expect(read({ complaints: { deadlineHours: 2 } }).complaints.warnHours).toBe(0);
  });

  it('have the remedies that the owner lists, in the languages of the site', () => {
    const gift = { name: 'gift', text: { en: 'A gift.', zh: '送一份礼物。' } };
    expect(read({ complaints: { remedies: [gift] } }).complaints.remedies).toEqual([gift]);
    expect(read({ languages: ['zh'] }).complaints.remedies[0]).toEqual({
      name: 'refund',
      text: { zh: '我们全额退款。' },
      label: { zh: '全额退款' },
    });
  });

  it('say which remedies the bot may offer by itself, and for which complaints', () => {
    const both = { en: 'A new one.', zh: '更换一件。' };
    const entry = { name: 'new', text: both, label: both, atOnce: true, needs: ['order'], words: { en: ['broken'] } };
    expect(read({ complaints: { remedies: [entry] } }).complaints.remedies).toEqual([
      { ...entry, words: [expect.objectContaining({ written: 'broken' })] },
    ]);
    const [plain] = read({ complaints: { remedies: [{ name: 'new', text: both, atOnce: false }] } }).complaints
      .remedies;
    expect(plain).toEqual({ name: 'new', text: both });
  });
});
