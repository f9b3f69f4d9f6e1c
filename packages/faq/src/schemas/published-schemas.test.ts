import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { faqFile } from './faq-schema.ts';
import { readJson } from '../json-document.ts';
import { faqJsonSchema, productsJsonSchema, siteJsonSchema } from './published-schemas.ts';
import { readProducts } from '../products-file.ts';
import { siteFile } from './site-schema.ts';
import { faqEntry } from '../testing/site-folder.ts';

const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictTypes: false });
const isFaq = ajv.compile(faqJsonSchema());
const isSite = ajv.compile(siteJsonSchema());

/** What the loader itself says: remarks taken out, then the schema. */
function isRead(schema: typeof faqFile | typeof siteFile, sample: unknown): boolean {
  const reading = readJson('f', JSON.stringify(sample));
  return reading.ok && schema.safeParse(reading.document.value).success;
}

const FAQ_SAMPLES: [good: boolean, sample: unknown][] = [
  [true, { category: 'delivery', faqs: [] }],
  [
    true,
    { $schema: 'https://desk.example/faq.json', category: 'delivery', note: 'n', faqs: [faqEntry('a.b', { _x: 1 })] },
  ],
  [
    true,
    {
      category: 'delivery',
      faqs: [faqEntry('a.b', { answer: { en: { text: 'a', quickReplies: ['b', { label: 'c', intent: 'd.e' }] } } })],
    },
  ],
  [true, { category: 'delivery', faqs: [faqEntry('a.b', { answer: { en: '🧵'.repeat(4000) } })] }],
  [true, { category: 'delivery', faqs: [faqEntry('a.b', { tests: { en: [{ ask: 'q', expect: 'none' }] } })] }],
  [false, { category: 'delivery' }],
  [false, { category: 'Delivery costs', faqs: [] }],
  [false, { category: 'delivery', faqs: [{}] }],
  [false, { category: 'delivery', faqs: [faqEntry('delivery')] }],
  [false, { category: 'delivery', faqs: [faqEntry('solodesk.person')] }],
  [false, { category: 'delivery', faqs: [faqEntry('a.b', { phrasing: { en: ['q'] } })] }],
  [false, { category: 'delivery', faqs: [faqEntry('a.b', { question: { de: 'q' } })] }],
  [false, { category: 'delivery', faqs: [faqEntry('a.b', { phrasings: { en: [] } })] }],
  [false, { category: 'delivery', faqs: [faqEntry('a.b', { answer: { en: '' } })] }],
  [false, { category: 'delivery', faqs: [faqEntry('a.b', { answer: { en: ' ' } })] }],
  [false, { category: 'delivery', faqs: [faqEntry('a.b', { answer: { en: 'x'.repeat(4001) } })] }],
  [
    false,
    {
      category: 'delivery',
      faqs: [faqEntry('a.b', { answer: { en: { text: 'a', links: [{ label: 'l', url: 'ftp://a' }] } } })],
    },
  ],
  [false, []],
];

const SITE_SAMPLES: [good: boolean, sample: unknown][] = [
  [true, { name: 'Teal' }],
  [
    true,
    { $schema: 's', name: 'Teal', hours: { mon: ['09:00-17:00'], sun: [] }, origins: ['https://shop.example', '*'] },
  ],
  [true, { name: 'Teal', consent: null, policy: { promiseHours: 4 }, colors: { comment: 'brand', accent: '#0F766E' } }],
  [true, { name: 'Teal', consent: { version: '1', text: { en: 'Agree?' } }, greeting: { en: 'Hi' } }],
  [false, {}],
  [false, { name: 5 }],
  [false, { name: 'Teal', languages: ['de'] }],
  [false, { name: 'Teal', languages: ['en', 'en'] }],
  [false, { name: 'Teal', languages: [] }],
  [false, { name: 'Teal', secret: 'x' }],
  [false, { name: 'Teal', origins: ['https://shop.example/'] }],
  [false, { name: 'Teal', colors: { accent: 'teal' } }],
  [false, { name: 'Teal', hours: { mon: ['9-17'] } }],
  [false, { name: 'Teal', hours: { monday: [] } }],
  [false, { name: 'Teal', policy: { promiseHours: 0 } }],
  [false, { name: 'Teal', policy: { promiseHours: 1.5 } }],
  [true, { name: 'Teal', policy: { mailAfterMinutes: 0.5 } }],
  [false, { name: 'Teal', policy: { mailAfterMinutes: -1 } }],
  [false, { name: 'Teal', position: 'top' }],
  [
    true,
    {
      name: 'Teal',
      priority: {
        levels: { urgent: 80 },
        rules: [
          { name: 'refund', points: 0 },
          {
            name: 'vip',
            points: 9,
            when: { customer: 'paying', category: 'returns' },
            text: { en: 'VIP', zh: '贵宾' },
          },
          { name: 'late', perHour: 0.5, most: 9, when: { words: { zh: ['很 … 慢'] } }, text: { en: 'slow', zh: '慢' } },
        ],
      },
    },
  ],
  [false, { name: 'Teal', priority: { rules: [{ points: 5 }] } }],
  [false, { name: 'Teal', priority: { rules: [{ name: 'refund', points: 500 }] } }],
  [false, { name: 'Teal', priority: { rules: [{ name: 'refund', when: { mood: 'sad' } }] } }],
  [false, { name: 'Teal', priority: { levels: { top: 5 } } }],
  [
    true,
    { name: 'Teal', complaints: { deadlineHours: 8, remedies: [{ name: 'voucher', text: { en: 'A voucher.' } }] } },
  ],
  [false, { name: 'Teal', complaints: { deadlineHours: 0 } }],
  [false, { name: 'Teal', complaints: { remedies: [{ name: 'voucher', text: { en: '' } }] } }],
];

describe('the published schema', () => {
  it.each(FAQ_SAMPLES)('of FAQ files says %p, like the loader, to sample %#', (good, sample) => {
    expect(isFaq(sample)).toBe(good);
    expect(isRead(faqFile, sample)).toBe(good);
  });

  it.each(SITE_SAMPLES)('of site.json says %p, like the loader, to sample %#', (good, sample) => {
    expect(isSite(sample)).toBe(good);
    expect(isRead(siteFile, sample)).toBe(good);
  });

  it.each([
    [true, { id: 'a', name_en: 'Apron', price: '', stock: '', sizes: '' }],
    [true, { id: 'a', name_zh: '围裙', price: '49.90', currency: 'EUR', stock: '0', sizes: 'S|M', supplier: 'x' }],
    [false, { id: 'a' }],
    [false, { id: '', name_en: 'Apron' }],
    [false, { id: 'a', name_en: 'Apron', price: 'cheap' }],
    [false, { id: 'a', name_en: 'Apron', stock: 'some' }],
    [false, { id: 'a', name_en: 'Apron', url: 'javascript:alert(1)' }],
  ])('of a row of products.csv says %p, like the loader, to sample %#', (good, sample: Record<string, string>) => {
    expect(ajv.compile(productsJsonSchema())(sample)).toBe(good);
    const text = `${Object.keys(sample).join()}\n${Object.values(sample).join()}`;
    expect(readProducts({ file: 'f', text }).problems).toHaveLength(good ? 0 : 1);
  });

  it('has a title and descriptions that an editor can show', () => {
    expect(faqJsonSchema()).toMatchObject({
      title: 'Solodesk FAQs',
      $schema: 'http://json-schema.org/draft-07/schema#',
    });
    expect(siteJsonSchema().properties?.['ownerName']).toMatchObject({
      description: expect.stringContaining('person'),
    });
  });
});
