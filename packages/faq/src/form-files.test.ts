import { afterEach, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { formFile } from './schemas/form-schema.ts';
import { lintSite } from './lint/lint-site.ts';
import { loadSite } from './load-site.ts';
import { formJsonSchema } from './schemas/published-schemas.ts';
import { readSiteFiles } from './site-files.ts';
import { atOnce } from './at-once.ts';
import { createSiteLoader } from './site-loader.ts';
import { formEntry, slotEntry } from './testing/form-entry.ts';
import { goodSite, removeSitesDir } from './testing/site-folder.ts';

const dirs: string[] = [];
afterEach(async () => {
  for (const dir of dirs.splice(0)) await removeSitesDir(dir);
});

const YES_OR_NO = ['yes', 'no'].map((value) => ({ value, label: { en: value, zh: value } }));

const text = (content: object) => JSON.stringify(content, null, 2);

/** A good site with these form files. */
async function site(forms: Record<string, object | string>): Promise<string> {
  const files = Object.entries(forms).map(([name, content]): [string, string] => [
    `shop/forms/${name}.json`,
    typeof content === 'string' ? content : text(content),
  ]);
  const dir = await goodSite(Object.fromEntries(files));
  dirs.push(dir);
  return dir;
}

async function complaints(forms: Record<string, object | string>): Promise<string[]> {
  const reading = await loadSite(await site(forms), 'shop');
  return reading.ok ? [] : reading.problems.map(({ file, line, message }) => `${file}:${line} ${message}`);
}

describe('a form file', () => {
  it('is read with its defaults filled in', async () => {
    const reason = slotEntry('reason', {
      type: 'choice',
      choices: [
        { value: 'size', label: { en: 'Size', zh: '尺寸' }, words: { en: ['Too Small'] } },
        { value: 'broken', label: { en: 'Broken', zh: '坏了' } },
      ],
    });
    const detail = slotEntry('detail', { requiredIf: { slot: 'reason', is: 'broken' }, data: 'sensitive' });
    const day = slotEntry('day', { type: 'date', from: 0, required: false });
    const birth = slotEntry('birth', { type: 'date', isBirth: true });
    const slots = [reason, detail, day, birth];
    const reading = await loadSite(await site({ a: formEntry('return', { slots }) }), 'shop');
    if (!reading.ok) throw new Error(reading.problems[0]?.message);
    expect(reading.forms).toHaveLength(1);
    const [form] = reading.forms;
    expect(form).toMatchObject({ name: 'return', category: 'return', end: { kind: 'ticket' }, subject: {}, done: {} });
    expect(form?.slots).toMatchObject([
      { name: 'reason', required: true, requiredIf: null, sensitive: false, length: null, days: null },
      { name: 'detail', required: false, requiredIf: { slot: 'reason', is: ['broken'] }, sensitive: true },
      { name: 'day', required: false, days: { from: 0, to: 36_500 }, withTime: false },
      { name: 'birth', isBirth: true, days: { from: -45_000, to: 0 } },
    ]);
    expect(form?.slots[2]).not.toHaveProperty('isBirth');
    expect(form?.slots[0]?.choices[0]?.words).toEqual({ en: ['too small'] });
    expect(form?.slots[1]?.length).toEqual({ min: 1, max: 2000 });
  });

  it('need not be there', async () => {
    expect(await loadSite(await site({}), 'shop')).toMatchObject({ ok: true, forms: [] });
  });

  it('is not read again while it stays as it is, and takes effect when it changes', async () => {
    const dir = await site({ a: formEntry('return') });
    const load = createSiteLoader(dir, atOnce);
    expect(await load('shop')).toMatchObject({ ok: true, forms: [{ name: 'return' }] });
    expect(await load('shop')).toMatchObject({ ok: true, forms: [{ name: 'return' }] });
    expect((await readSiteFiles(dir, 'shop')).forms?.map(({ file }) => file)).toEqual(['shop/forms/a.json']);
  });

  it('that is no JSON is refused with its line', async () => {
    expect(await complaints({ a: '{\n  "form": "return",,\n}' })).toEqual([
      expect.stringMatching(/^shop\/forms\/a\.json:2 /),
    ]);
  });

  it.each<[string, object, RegExp]>([
    ['a name of another shape', formEntry('Return!'), /a\.json:2 .*lower-case/],
    ['a slot of an unknown type', formEntry('r', { slots: [slotEntry('a', { type: 'color' })] }), /type/],
    ['a slot with a reserved name', formEntry('r', { slots: [slotEntry('confirm')] }), /must not be one of/],
    ['two slots of one name', formEntry('r', { slots: [slotEntry('a'), slotEntry('a')] }), /"a" stands twice/],
    ['a choice without choices', formEntry('r', { slots: [slotEntry('a', { type: 'choice' })] }), /needs "choices"/],
    [
      'what does not belong to a type',
      formEntry('r', { slots: [slotEntry('a', { from: 1 })] }),
      /"from" does not belong/,
    ],
    [
      'bounds the wrong way round',
      formEntry('r', { slots: [slotEntry('a', { type: 'date', from: 3, to: 1 })] }),
      /after/,
    ],
    [
      'a date of birth with a time of day',
      formEntry('r', { slots: [slotEntry('a', { type: 'date', isBirth: true, time: true })] }),
      /"time" does not belong to a date of birth/,
    ],
    [
      'a text that is a date of birth',
      formEntry('r', { slots: [slotEntry('a', { isBirth: true })] }),
      /"isBirth" does not belong/,
    ],
    [
      'a file for an action, which is told words',
      formEntry('r', { action: 'track', slots: [slotEntry('a', { type: 'file' })] }),
      /"file" can be asked for only where a ticket/,
    ],
    [
      'a consent to mails by a choice that is not there',
      formEntry('r', { slots: [slotEntry('a', { type: 'choice', choices: YES_OR_NO, marketing: 'maybe' })] }),
      /no choice "maybe"/,
    ],
    [
      'a consent to mails where no ticket is made',
      formEntry('r', {
        action: 'track',
        slots: [slotEntry('a', { type: 'choice', choices: YES_OR_NO, marketing: 'yes' })],
      }),
      /stands only in forms of which a ticket is made/,
    ],
    [
      'a consent to mails by what is no choice',
      formEntry('r', { slots: [slotEntry('a', { marketing: 'yes' })] }),
      /"marketing" does not belong/,
    ],
    ['an FAQ that does not exist', formEntry('r', { startedBy: ['no.such'] }), /no FAQ "no.such"/],
    ['an intent of the bot', formEntry('r', { startedBy: ['solodesk.person'] }), /the bot's own/],
    [
      'a condition on a slot that does not exist',
      formEntry('r', { slots: [slotEntry('a', { requiredIf: { slot: 'z', is: 'y' } })] }),
      /no slot "z"/,
    ],
    [
      'a subject with a slot that does not exist',
      formEntry('r', { subject: { en: '{{z}}', zh: '{{z}}' } }),
      /no slot "z"/,
    ],
    [
      'a subject with a sensitive slot',
      formEntry('r', { subject: { en: '{{a}}', zh: 'x' }, slots: [slotEntry('a', { data: 'sensitive' })] }),
      /"a" is sensitive/,
    ],
    ['a missing language', formEntry('r', { title: { en: 'Return' } }), /"title" has no "zh"/],
    ['a key that means nothing', formEntry('r', { colour: 'red' }), /colour/],
  ])('with %s is refused, with its place', async (_, form, words) => {
    const found = await complaints({ a: form });
    expect(found.length).toBeGreaterThan(0);
    expect(found.join('\n')).toMatch(words);
    expect(found.every((line) => /^shop\/forms\/a\.json:[1-9]/.test(line))).toBe(true);
  });

  it('may not have the name, nor the FAQ, of another', async () => {
    expect(await complaints({ a: formEntry('r'), b: formEntry('r') })).toEqual([
      'shop/forms/b.json:2 "r" already stands in shop/forms/a.json',
      'shop/forms/b.json:8 "delivery.time" starts the form "r" already',
    ]);
  });

  it('is looked at by lint like everything else', async () => {
    const dir = await site({ a: formEntry('r', { startedBy: ['no.such'], title: { zh: '退货' } }), b: '{' });
    const rules = lintSite(await readSiteFiles(dir, 'shop'))
      .filter(({ file }) => file.includes('/forms/'))
      .map(({ rule, file, severity }) => `${rule} ${severity} ${file}`);
    expect(rules).toContain('missing-language error shop/forms/a.json');
    expect(rules).toContain('schema error shop/forms/b.json');
    const alone = await site({ a: formEntry('r', { startedBy: ['no.such'] }) });
    expect(lintSite(await readSiteFiles(alone, 'shop')).map(({ rule }) => rule)).toContain('dead-reference');
  });

  it('has a published schema that tells good from bad as the loader does', () => {
    const isForm = new Ajv({ strict: true, allowUnionTypes: true, strictTypes: false }).compile(formJsonSchema());
    const samples: [boolean, object][] = [
      [true, formEntry('return')],
      [true, { $schema: 's', note: 'n', ...formEntry('return', { done: { en: 'Thanks.' } }) }],
      [false, formEntry('return', { slots: [] })],
      [false, formEntry('Return')],
      [false, formEntry('return', { slots: [{ ...slotEntry('a'), type: 'colour' }] })],
    ];
    for (const [good, sample] of samples) {
      expect(isForm(sample)).toBe(good);
      const { $schema: _, note: __, ...plain } = sample as Record<string, unknown>;
      expect(formFile.safeParse(plain).success).toBe(good);
    }
  });
});
