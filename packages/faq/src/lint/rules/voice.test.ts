import { describe, expect, it } from '@jest/globals';
import { goodFaq, lintLines, siteFiles } from '../../testing/lint-texts.ts';

const short = (lines: string[]) => lines.map((line) => line.replace(/ (?:faq\/1|site)\.json:\d+/, ''));
const lint = (en: unknown, zh: unknown = '这里是说明。', site: object = {}) =>
  short(lintLines(siteFiles(site, [goodFaq('a.b', { answer: { en, zh } })])));

describe('fields in answers', () => {
  it('are known, or named in site.json, and say something when they are not known', () => {
    expect(lint('Hello {{name|there}} of {{site}}.', '{{name|您}}好', {})).toEqual([]);
    expect(lint('Size {{colour|red}}.', undefined, { fields: ['colour'] })).toEqual([]);
    expect(lint('Size {{colour|red}}.')).toEqual([
      'unknown-field error {{colour}} is no field that is known here; add it to "fields" in site.json if your page sets it',
    ]);
    expect(lint('Hello {{naem|there}}.')[0]).toContain('is "name" meant?');
    expect(lint('Hello {{name}}, I am {{bot}}.').map((line) => line.split(';')[1])).toEqual([
      ' write {{name|there}}',
      ' write {{bot|there}}',
    ]);
  });

  it('are checked in every variant', () => {
    const variants = [{ when: { segment: 'vip' }, text: 'Hello {{naem|x}}.' }];
    expect(lint({ text: 'Hello.', variants })[0]).toMatch(/^unknown-field error/);
  });

  it('are filled in nowhere else', () => {
    const faq = goodFaq('a.b', {
      question: { en: 'What about {{name|x}}?', zh: '怎么样？' },
      answer: { en: { text: 'Yes.', quickReplies: [{ label: '{{name|x}}', intent: 'a.b' }] }, zh: '是的。' },
    });
    const lines = lintLines(siteFiles({ greeting: { en: 'Hi {{name|x}}' } }, [faq]));
    expect(lines.filter((line) => line.startsWith('unfilled-field error'))).toHaveLength(3);
  });

  it('that are malformed refuse the file, with their place', () => {
    expect(lint('Hello {{name.')).toEqual([
      'schema error "answer.en" has braces at "{{name." that are no field; write {{name|there}}',
    ]);
  });
});

describe('variants', () => {
  const answer = (...whens: object[]) => ({
    text: 'Yes.',
    variants: whens.map((when, index) => ({ when, text: `Variant ${index}.` })),
  });

  it('are never said behind one that is for the same visitors', () => {
    for (const whens of [
      [{ segment: 'vip' }, { segment: 'VIP' }],
      [{ segment: ['vip', 'b2b'] }, { segment: 'vip', page: '/cart' }],
      [{ page: '/products/*' }, { page: '/products/shirt' }],
    ]) {
      expect(lint(answer(...whens))).toEqual([
        expect.stringMatching(
          /^unreachable-variant warning is never said: the variant in faq\/1\.json, line \d+ is for/,
        ),
      ]);
    }
  });

  it('are said behind one that is for fewer', () => {
    for (const whens of [
      [{ segment: 'vip', page: '/cart' }, { segment: 'vip' }],
      [{ page: '/products/shirt' }, { page: '/products/*' }],
      [{ segment: 'vip' }, { stage: 'contact' }],
    ]) {
      expect(lint(answer(...whens))).toEqual([]);
    }
  });

  it('need a condition, and pages are paths', () => {
    expect(lint(answer({}))[0]).toContain('must name a segment, a page or a stage');
    expect(lint(answer({ page: 'https://a.example/' }))[0]).toContain('must be the path of a page');
    expect(lint(answer({ segmnt: 'x' })).join()).toContain('"segmnt" is not known here');
  });
});

describe('the voice of a site', () => {
  it('says 您 or 你, not both', () => {
    expect(lint('Yes.', '你可以退货。')).toEqual([
      'mixed-address warning says "你", but "voice.address" of site.json is "您"; say one of them everywhere',
    ]);
    expect(lint('Yes.', '您可以退货，你的钱会退。')[0]).toContain('says "你" and "您"');
    expect(lint('Yes.', '你可以退货。', { voice: { address: '你' } })).toEqual([]);
    expect(lint('Yes.', '您可以退货。', { voice: { address: '你' } })).toHaveLength(1);
    expect(lint('Yes.', '迷你款也可以。')).toEqual([]);
  });

  it('that is formal is so in every answer and variant', () => {
    const site = { voice: { tone: 'formal' } };
    expect(lint("We don't ship there.", undefined, site)).toEqual([
      'mixed-tone warning "don\'t" is casual, but "voice.tone" of site.json is "formal"',
    ]);
    expect(lint('We ship today!', '今天发货哦。', site)).toHaveLength(2);
    expect(
      lint({ text: 'Yes.', variants: [{ when: { segment: 'vip' }, text: 'Hey you.' }] }, undefined, site),
    ).toHaveLength(1);
    expect(lint("Mei's answer is on the shop's page.", undefined, site)).toEqual([]);
    expect(lint("We don't ship there!")).toEqual([]);
  });

  it('is brief', () => {
    const long = 'This is a long sentence. '.repeat(30);
    expect(lint(long)).toEqual([expect.stringMatching(/^long-answer warning has 750 characters; more than 700/)]);
    expect(lint('Yes.', '这是一句很长的话。'.repeat(40))).toEqual([
      expect.stringMatching(/^long-answer warning has 360/),
    ]);
  });
});
