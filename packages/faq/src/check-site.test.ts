import { describe, expect, it } from '@jest/globals';
import { checkSite } from './check-site.ts';
import type { SiteReading } from './check-site.ts';
import { faqEntry, faqText } from './testing/site-folder.ts';

const GOOD_SITE = '{ "name": "Teal & Linen" }';

function check(site: string, ...faqs: string[]): SiteReading {
  return checkSite('shop', {
    siteJson: { file: 'shop/site.json', text: site },
    faqs: faqs.map((text, index) => ({ file: `shop/faq/${index + 1}.json`, text })),
    problems: [],
  });
}

function problemsOf(reading: SiteReading): string[] {
  if (reading.ok) return [];
  return reading.problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}

function siteProblems(more: object): string[] {
  return problemsOf(check(JSON.stringify({ name: 'Teal', ...more }))).map((line) => line.replace(/^\S+ /, ''));
}

function emergency(flag: object, number = '112') {
  return { emergency: { number, redFlags: [{ name: 'pain', phrases: { en: ['chest pain'] }, ...flag }] } };
}

function faqProblems(more: object): string[] {
  return problemsOf(check(GOOD_SITE, faqText('delivery', faqEntry('a.b', more)))).map((line) =>
    line.replace(/^\S+ /, ''),
  );
}

describe('an FAQ file', () => {
  it('names the line and column of each thing that is wrong', () => {
    const text = [
      '{ "category": "delivery", "colour": 3,',
      '  "faqs": [',
      '    { "intent": "delivery", "question": "When?", "phrasings": {"en": [], "zh": ["何时"]},',
      '      "answer": { "en": 7, "zh": { "text": "明天", "links": [{ "label": "x", "url": "javascript:alert(1)" }] } } },',
      '    { "intent": "delivery.cost" }',
      '  ] }',
    ].join('\n');
    expect(problemsOf(check(GOOD_SITE, text))).toEqual([
      'shop/faq/1.json:1:27 "colour" is not known here; correct its spelling, or begin it with _ to make it a remark',
      'shop/faq/1.json:3:17 "intent" must be lower-case words joined by dots, such as "delivery.time"',
      'shop/faq/1.json:3:41 "question" must be a group in { }, not a text',
      'shop/faq/1.json:3:70 "phrasings.en" must have at least 1 entry',
      'shop/faq/1.json:4:25 "answer.en" must be a text in double quotes or a group in { }, not 7',
      'shop/faq/1.json:4:83 "answer.zh.links.url" must begin with https://, http:// or mailto: and hold no spaces',
      'shop/faq/1.json:5:5 "question" is missing',
      'shop/faq/1.json:5:5 "phrasings" is missing',
      'shop/faq/1.json:5:5 "answer" is missing',
    ]);
  });

  const refused: [what: string, more: object, words: RegExp][] = [
    ['a reserved name', { intent: 'solodesk.person' }, /kept for built-in intents/],
    ['a name in capitals', { intent: 'Delivery.Time' }, /lower-case words joined by dots/],
    [
      'a language that nobody speaks here',
      { question: { en: 'a', zh: 'b', de: 'c' } },
      /"de" is no language of Solodesk/,
    ],
    ['a language with its country', { question: { en: 'a', zh: 'b', 'zh-CN': 'c' } }, /"zh-CN" .*is "zh" meant\?/],
    ['a mistyped key', { folowUp: 'a.b' }, /"folowUp" is not known here; is "followUp" meant\?/],
    ['a key that nothing resembles', { colour: 'x' }, /"colour" .*correct its spelling/],
    ['a follow-up that is mistyped', { intent: 'refund.time', followUp: 'refund.tiem' }, /; is "refund.time" meant\?$/],
    [
      'a test that is mistyped',
      { intent: 'refund.time', tests: { en: [{ ask: 'q', expect: 'refund.tme' }] } },
      /; is "refund.time" meant/,
    ],
    ['an empty text', { answer: { en: ' \n', zh: 'b' } }, /"answer.en" must not be empty/],
    [
      'a text of 4,001 characters',
      { answer: { en: 'x'.repeat(4001), zh: 'b' } },
      /has 4,001 characters; at most 4,000/,
    ],
    ['half of a character', { answer: { en: 'x\ud800', zh: 'b' } }, /half of a character/],
    ['an invisible character', { answer: { en: 'x\u0000', zh: 'b' } }, /invisible control character/],
    [
      'a link of one slash',
      { answer: { en: { text: 'a', links: [{ label: 'l', url: '/x' }] }, zh: 'b' } },
      /https:\/\//,
    ],
    [
      'a link that is no address',
      { answer: { en: { text: 'a', links: [{ label: 'l', url: 'https://[' }] }, zh: 'b' } },
      /not a complete/,
    ],
    ['nine buttons', { answer: { en: { text: 'a', quickReplies: Array(9).fill('b') }, zh: 'b' } }, /at most 8 entries/],
    [
      'a button to nowhere',
      { answer: { en: { text: 'a', quickReplies: [{ label: 'l', intent: 'x.y' }] }, zh: 'b' } },
      /no FAQ "x.y" behind/,
    ],
    ['a follow-up to nowhere', { followUp: 'x.y' }, /no FAQ "x.y" to follow up/],
    ['a follow-up to itself', { followUp: 'a.b' }, /cannot follow up on itself/],
    ['a follow-up to something built in', { followUp: 'solodesk.person' }, /no FAQ "solodesk.person"/],
    [
      'a test that expects nothing known',
      { tests: { en: [{ ask: 'q', expect: 'x.y' }] } },
      /no FAQ "x.y" that this test/,
    ],
    [
      'a list where a text belongs',
      { phrasings: { en: [['a']], zh: ['b'] } },
      /entry 1 of "phrasings.en" must be a text/,
    ],
    ['null where a text belongs', { answer: { en: null, zh: 'b' } }, /not null/],
    ['a question without Chinese', { question: { en: 'a' } }, /"question" has no "zh", but the site speaks en and zh/],
    ['phrasings without English', { phrasings: { zh: ['a'] } }, /"phrasings" has no "en"/],
  ];
  it.each(refused)('is refused for %s', (_what, more, words) => {
    expect(faqProblems(more)).toEqual([expect.stringMatching(words)]);
  });

  const taken: [what: string, more: object][] = [
    ['4,000 characters outside the basic plane', { answer: { en: '🧵'.repeat(4000), zh: 'b' } }],
    ['remarks on any level', { note: 'n', _todo: [1], answer: { en: { text: 'a', comment: 'c', $x: 1 }, zh: 'b' } }],
    [
      'buttons as texts, to FAQs and to built-in intents',
      {
        answer: {
          en: {
            text: 'a',
            quickReplies: ['More', { label: 'b', intent: 'a.b' }, { label: 'p', intent: 'solodesk.person' }],
          },
          zh: 'b',
        },
      },
    ],
    [
      'links that may be followed',
      {
        answer: {
          en: {
            text: 'a',
            links: [
              { label: 'm', url: 'mailto:mei@shop.example' },
              { label: 'h', url: 'https://shop.example/a?b#c' },
            ],
          },
          zh: 'b',
        },
      },
    ],
    [
      'tests',
      {
        tests: {
          en: [
            { ask: 'q', expect: 'a.b' },
            { ask: 'pizza', expect: 'none' },
            { ask: 'human', expect: 'solodesk.person' },
          ],
        },
      },
    ],
  ];
  it.each(taken)('is taken with %s', (_what, more) => {
    expect(faqProblems(more)).toEqual([]);
  });

  it('may leave out what the site does not speak, and what it has beyond that is left aside', () => {
    const reading = check(
      '{ "name": "Teal", "languages": ["en"] }',
      faqText('a', faqEntry('a.b', { question: { en: 'Q?' } })),
    );
    expect(reading.ok && reading.book.faqs.get('a.b')).toEqual({
      intent: 'a.b',
      category: 'a',
      question: { en: 'Q?' },
      phrasings: { en: ['tell me a.b'] },
      answer: { en: { text: 'All about a.b.', quickReplies: [], links: [] } },
    });
  });

  it('must not use a name that another file has', () => {
    const problems = problemsOf(
      check(GOOD_SITE, faqText('a', faqEntry('a.b')), faqText('b', faqEntry('b.c'), faqEntry('a.b'))),
    );
    expect(problems).toEqual([
      'shop/faq/2.json:24:17 "a.b" already stands in shop/faq/1.json, line 5; each name stands once',
    ]);
  });

  it('is not blamed for names that may stand in a file which cannot be read', () => {
    const problems = problemsOf(check(GOOD_SITE, faqText('a', faqEntry('a.b', { followUp: 'b.c' })), '{ broken'));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^shop\/faq\/2\.json:1:3 /);
  });

  it('with hundreds of mistakes shows twenty, and says that there are more', () => {
    const problems = problemsOf(check(GOOD_SITE, faqText('a', ...Array<object>(300).fill({}))));
    expect(problems).toHaveLength(21);
    expect(problems[20]).toMatch(/there are more mistakes in this file/);
  });
});

describe('site.json', () => {
  const refused: [what: string, more: object, words: RegExp][] = [
    ['no name', { name: undefined }, /"name" is missing/],
    ['a name that is a number', { name: 5 }, /"name" must be a text in double quotes, not 5/],
    ['a language that is not spoken', { languages: ['de'] }, /entry 1 of "languages" must be "en" or "zh"/],
    ['no language', { languages: [] }, /at least 1 entry/],
    ['a language twice', { languages: ['en', 'en'] }, /names a language twice/],
    ['a time zone that does not exist', { timeZone: 'Europe/Atlantis' }, /must be a time zone such as/],
    ['an offset as time zone', { timeZone: '+01:00' }, /must be a time zone such as/],
    ['an origin with a path', { origins: ['https://shop.example/x'] }, /origin such as "https:\/\/shop.example"/],
    ['an origin without scheme', { origins: ['shop.example'] }, /exact web origin/],
    ['a red flag of one letter', emergency({ phrases: { en: ['a*'] } }), /is too short/],
    ['a red flag that is a pattern', emergency({ phrases: { en: ['(pain)+'] } }), /must be words and blanks/],
    ['an emergency without red flags', { emergency: { number: '112', redFlags: [] } }, /at least 1 entry/],
    ['a number to call that is none', emergency({}, 'call us'), /must be a telephone number/],
    ['an origin in capitals', { origins: ['https://Shop.example'] }, /such as "https:\/\/shop.example"/],
    ['a colour by name', { colors: { accent: 'teal' } }, /must be a colour such as/],
    ['a side that is not one', { position: 'top' }, /must be "left" or "right"/],
    [
      'hours with an hour that does not exist',
      { hours: { mon: ['09:00-25:00'] } },
      /entry 1 of "hours.mon" must be a span/,
    ],
    [
      'hours past midnight into the next day’s',
      { hours: { mon: ['22:00-02:00'], tue: ['01:00-05:00'] } },
      /day before ends/,
    ],
    ['hours after those past midnight', { hours: { mon: ['22:00-02:00', '23:00-24:00'] } }, /past midnight/],
    ['a span without length', { hours: { mon: ['09:00-09:00'] } }, /00:00-24:00/],
    ['a holiday that does not exist', { holidays: [{ date: '2026-02-30', name: {} }] }, /does not exist/],
    [
      'a holiday that ends before it begins',
      { holidays: [{ date: '2026-08-14', until: '2026-08-01', name: {} }] },
      /before "date"/,
    ],
    [
      'a holiday of one year that ends in every year',
      { holidays: [{ date: '2026-08-14', until: '08-20', name: {} }] },
      /both without/,
    ],
    ['hours that overlap', { hours: { mon: ['09:00-13:00', '12:00-17:00'] } }, /must begin after "09:00-13:00" ends/],
    ['a day that does not exist', { hours: { monday: [] } }, /"monday" is not known/],
    ['a consent text in one language only', { consent: { version: '1', text: { en: 'a' } } }, /"text" has no "zh"/],
    [
      'a greeting to nowhere',
      { greeting: { en: { text: 'a', quickReplies: [{ label: 'l', intent: 'x.y' }] } } },
      /no FAQ "x.y"/,
    ],
    ['minutes that are no whole number', { policy: { silentOwnerMinutes: 1.5 } }, /whole number/],
    ['no minutes', { policy: { silentOwnerMinutes: 0 } }, /must be at least 1/],
    ['a secret', { identitySecret: 'x' }, /secrets are never kept in the site folder/],
  ];
  it.each(refused)('is refused for %s', (_what, more, words) => {
    expect(siteProblems(more)).toEqual([expect.stringMatching(words)]);
  });

  it('that is not even a group is refused at its beginning', () => {
    expect(problemsOf(check('[]'))).toEqual(['shop/site.json:1:1 the file must be a group in { }, not a list']);
  });

  it('that is broken still lets the mistakes of FAQ files be seen', () => {
    const problems = problemsOf(check('{ "name": }', faqText('a', faqEntry('a.b', { answer: { en: '' } }))));
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['shop/site.json:1:11', 'shop/faq/1.json:19:15']);
  });
});
