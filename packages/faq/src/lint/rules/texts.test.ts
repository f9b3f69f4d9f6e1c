import { describe, expect, it } from '@jest/globals';
import { goodFaq, lintLines, siteFiles } from '../../testing/lint-texts.ts';

const answer = (en: unknown, zh: unknown = '这里是说明。') => siteFiles({}, [goodFaq('a.b', { answer: { en, zh } })]);

describe('what the bot says', () => {
  it.each([
    'TODO: ask Mei',
    'Lorem ipsum dolor',
    'Our prices: XXX',
    'Call us at [phone number].',
    'Write your answer here',
    'Dear <your name>',
  ])('is unfinished: %s', (text) => {
    expect(lintLines(answer(text))).toEqual([expect.stringMatching(/^placeholder-text error faq\/1.json:/)]);
    expect(lintLines(answer({ text }))).toHaveLength(1);
  });

  it.each(['待补充', '……'])('is unfinished in Chinese: %s', (text) => {
    expect(lintLines(answer('Done.', text))).toEqual([expect.stringMatching(/^placeholder-text error/)]);
  });

  it.each([
    'See your to-do list; todo is fine.',
    'To cancel, write so here and a person will do it.',
    'Size XXL fits here. Bring your things here.',
    'A < b and b > a. I <3 linen; 5 * 3 * 2, snake__case__name and {braces}.',
    'Reply [a] or [b] (both will do). # is the hash key.',
    'Dear {{name|friend}}, it is {{plan|free}}.',
  ])('is finished: %s', (text) => {
    expect(lintLines(answer(text))).toEqual([]);
  });

  it.each([
    ['Write to us [here](https://shop.de/a).', '[here](https://shop.de/a)', /bare address, or put it under "links"/],
    ['It is **free**, really.', '**free**', /take the marks out/],
    ['# Prices\nSee below.', '# Prices', /take the marks out/],
    ['It is <b>free</b>.', '<b>', /take the marks out/],
    ['First line<br/>second', '<br/>', /take the marks out/],
    ['Fish &amp; chips', '&amp;', /take the marks out/],
    ['Dear {name}, yes.', '{name}', /a field is written \{\{name\|…\}\}$/],
  ])('shows its marks: %s', (text, marks, words) => {
    const [line, ...more] = lintLines(answer(text));
    expect(line).toMatch(words);
    expect(line).toContain(`shown-markup warning faq/1.json`);
    expect(line).toContain(`"${marks}" is shown`);
    expect(more).toEqual([]);
  });

  it('is read in buttons, links and greetings too', () => {
    const site = { greeting: { en: 'TODO', zh: { text: '您好', quickReplies: [{ label: 'FIXME', intent: 'a.b' }] } } };
    const links = [{ label: 'TBD', url: 'https://shop.de/' }];
    const lines = lintLines(
      siteFiles(site, [goodFaq('a.b', { answer: { en: { text: 'Yes.', links }, zh: '是的。' } })]),
    );
    expect(lines.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'placeholder-text error site.json:4',
      'placeholder-text error site.json:9',
      expect.stringMatching(/^placeholder-text error faq\/1.json:/),
    ]);
  });

  it('stands under the wrong language, as do examples and tests', () => {
    const faq = goodFaq('a.b', {
      question: { en: '怎么退货', zh: '怎么退' },
      answer: { en: 'Yes.', zh: 'Send it back to us.' },
      tests: { en: [{ ask: '可以退吗', expect: 'a.b' }], zh: [{ ask: 'please send it', expect: 'a.b' }] },
    });
    expect(lintLines(siteFiles({}, [faq])).map((line) => line.replace(/ faq\S+/, ''))).toEqual([
      'wrong-language warning "怎么退货" stands under "en", but is not English; translate it, or move it',
      'wrong-language warning "Send it back to us." stands under "zh", but is not Chinese; translate it, or move it',
      'wrong-language warning "可以退吗" stands under "en", but is not English; translate it, or move it',
      'wrong-language warning "please send it" stands under "zh", but is not Chinese; translate it, or move it',
    ]);
  });

  it('may mix languages, and may be a name or a number', () => {
    const faq = goodFaq('a.b', {
      question: { en: 'What does 发票 mean?', zh: 'PayPal' },
      answer: { en: '42', zh: 'PayPal 和 VISA 都可以。' },
    });
    expect(lintLines(siteFiles({}, [faq]))).toEqual([]);
  });
});

describe('a button', () => {
  const withReplies = (...quickReplies: unknown[]) => answer({ text: 'Yes.', quickReplies });

  it('without an intent must say what some FAQ has as an example', () => {
    expect(lintLines(withReplies('More please', { label: 'And how?' }))).toEqual([
      expect.stringMatching(/^unsettled-button warning .*"More please".*"solodesk.person"/),
      expect.stringMatching(/^unsettled-button warning .*"And how\?"/),
    ]);
    expect(lintLines(withReplies('What about A.B', { label: 'Way 1 to ask about a.b!' }))).toEqual([]);
  });

  it('that names an FAQ which does not exist is dead, as is such a follow-up or test', () => {
    const faq = goodFaq('a.b', {
      followUp: 'a.lost',
      answer: { en: { text: 'Yes.', quickReplies: [{ label: 'x', intent: 'a.gone' }] }, zh: '是的。' },
      tests: { en: [{ ask: 'explain', expect: 'a.away' }] },
    });
    const site = { greeting: { en: { text: 'Hi', quickReplies: [{ label: 'y', intent: 'a.c' }] } } };
    const dead = lintLines(siteFiles(site, [faq])).filter((line) => line.startsWith('dead-reference error '));
    expect(dead.map((line) => /"(a\.\w+)"/.exec(line)?.[1])).toEqual(['a.c', 'a.gone', 'a.away', 'a.lost']);
  });
});
