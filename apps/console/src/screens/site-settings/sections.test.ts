import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { settingTexts } from '../../texts/setting-texts.ts';
import { FIELDS, nameOf, sectionOf } from './sections.ts';

const schema = readFileSync(new URL('../../../../../packages/faq/src/schemas/site-schema.ts', import.meta.url), 'utf8');
const body = schema.slice(schema.indexOf('siteFile = z.strictObject({'), schema.indexOf('/** `site.json` after'));
const keys = Array.from(body.matchAll(/^ {2}(\w+)[:,]/gm), ([, key]) => key!);
const fields = Object.values(FIELDS).flat();

describe('the sections of the settings', () => {
  it('have a place for everything that site.json may say', () => {
    expect(keys.length).toBeGreaterThan(25);
    expect(keys.filter((key) => sectionOf([key]) === null)).toEqual([]);
  });

  it('name each setting once, in both languages', () => {
    const names = fields.map(nameOf);
    expect(new Set(names).size).toBe(names.length);
    for (const texts of Object.values(settingTexts))
      expect(Object.keys(texts.fields).sort()).toEqual([...names].sort());
  });

  it('find the section of a mistake deep inside', () => {
    expect(sectionOf(['hours', 'mon', 0])).toBe('hours');
    expect(sectionOf(['policy', 'mailAfterMinutes'])).toBe('notices');
    expect(sectionOf(['nonsense'])).toBeNull();
    expect(sectionOf([])).toBeNull();
  });
});
