import { describe, expect, it } from '@jest/globals';
import type { SiteFiles } from '../site-files.ts';
import { checkSite } from '../check-site.ts';

const FAQS = JSON.stringify({
  category: 'orders',
  faqs: ['order.status', 'visit.book'].map((intent) => ({
    intent,
    question: { en: intent },
    phrasings: { en: [intent] },
    answer: { en: 'Yes.' },
  })),
});
const FORM = {
  form: 'visit',
  title: { en: 'Visit' },
  startedBy: ['visit.book'],
  action: 'book',
  slots: [
    { name: 'email', type: 'email', label: { en: 'Mail' }, prompt: { en: 'Mail?' }, purpose: { en: 'to write' } },
  ],
};
const STATUS = { name: 'order-status', do: 'order-status', title: { en: 'My order' }, intents: ['order.status'] };
const BOOK = { name: 'book', do: 'book', title: { en: 'Visit' }, service: { en: 'Visit' } };

function read(actions: unknown[], forms: object[] = [], more: object = {}) {
  const site = JSON.stringify({ name: 'Shop', languages: ['en'], actions, ...more });
  const files: SiteFiles = {
    siteJson: { file: 'site.json', text: site },
    faqs: [{ file: 'faq/a.json', text: FAQS }],
    forms: forms.map((form, at) => ({ file: `forms/${at}.json`, text: JSON.stringify(form) })),
    problems: [],
  } as unknown as SiteFiles;
  return checkSite('shop', files);
}

const complaints = (...of: Parameters<typeof read>) => {
  const reading = read(...of);
  return reading.ok ? [] : reading.problems.map(({ message }) => message);
};

describe('actions of a site', () => {
  it('are read with their defaults, and bring the questions that they need', () => {
    const reading = read([STATUS, BOOK], [FORM]);
    expect(reading).toMatchObject({
      ok: true,
      site: {
        actions: [
          { kind: 'order-status', name: 'order-status', slots: null, fallback: {} },
          { kind: 'book', minutes: 30, every: 30, days: 60, noticeMinutes: 120, remindMinutes: 1440, most: 3 },
        ],
      },
    });
    const forms = reading.ok ? reading.forms : [];
    expect(forms.map(({ name, atOnce, unconfirmed }) => [name, atOnce, unconfirmed])).toEqual([
      ['visit', undefined, true],
      ['order-status', true, true],
    ]);
    expect(forms[1]?.slots.map(({ type }) => type)).toEqual(['order', 'email']);
  });

  it.each<[string, unknown[], object[], string]>([
    [
      'two of one name',
      [STATUS, { ...STATUS, intents: [], offeredUnder: ['visit.book'] }],
      [],
      'stands twice among the actions',
    ],
    [
      'an FAQ that there is not',
      [{ ...STATUS, intents: ['order.lost'] }],
      [],
      'there is no FAQ "order.lost" that could begin',
    ],
    [
      'an FAQ under which it cannot stand',
      [{ ...STATUS, offeredUnder: ['a.b'] }],
      [],
      'there is no FAQ "a.b" that could offer',
    ],
    [
      'an FAQ that begins a form already',
      [{ ...STATUS, intents: ['visit.book'] }, BOOK],
      [FORM],
      'begins "visit" already',
    ],
    ['nothing that begins it', [BOOK], [], 'nothing begins "book"'],
    ['a form that ends in no action', [], [FORM], 'there is no action "book" in site.json'],
    ['a missing language', [{ ...STATUS, title: {} }], [], '"title" has no "en"'],
    [
      'a form that asks for too little',
      [{ ...STATUS, intents: [], name: 'book' }],
      [FORM],
      'the action "book" needs a slot of type "order"',
    ],
    [
      'an address without https',
      [
        {
          name: 'erp',
          do: 'call',
          title: { en: 'x' },
          intents: ['order.status'],
          url: 'http://erp.example',
          secret: 'erp',
        },
      ],
      [],
      'must begin with https://',
    ],
  ])('are refused with %s', (_, actions, forms, words) => {
    expect(complaints(actions, forms).join('\n')).toContain(words);
  });

  it('take no tickets: a rule that sends one there is refused, with what to do instead', () => {
    const routing = [{ name: 'status', category: ['orders'], to: { action: 'order-status' } }];
    expect(complaints([STATUS], [], { routing })).toEqual([
      'a ticket cannot be sent to an action: let the form end in it ("action" in forms/*.json), or an FAQ begin it ("intents" of the action)',
    ]);
  });
});
