import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { UsageError } from '../command-error.ts';
import { findPlaces } from '../places.ts';
import type { Places } from '../places.ts';
import { writeSmallSite } from '../testing/small-site.ts';
import { initSite, templateTable } from './init.ts';

describe('solodesk init', () => {
  let dir: string;
  let places: Places;
  const name = (...path: string[]) => JSON.parse(readFileSync(join(dir, ...path, 'site.json'), 'utf8')).name as string;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'solodesk-init-'));
    places = { ...findPlaces({ DATA_DIR: join(dir, 'data') }), templatesDir: join(dir, 'templates') };
    writeSmallSite(places.templatesDir, 'shop');
    writeSmallSite(places.templatesDir, 'clinic');
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('makes a site of the server, named after its template or by --id, and says what is next', async () => {
    const told = await initSite(places, undefined, { template: 'shop' });
    expect(name('data/sites/shop')).toBe('Bakery');
    expect(told).toContain('faq lint');
    expect(told).toContain('<script async src="http://localhost:3000/widget/shop.js"></script>');
    await initSite(places, undefined, { template: 'clinic', id: 'teeth', name: 'Zahnarzt' });
    expect(name('data/sites/teeth')).toBe('Zahnarzt');
  });

  it('makes the folder that is named, or one in it when it is there already', async () => {
    await initSite(places, join(dir, 'deep/bakery'), { template: 'shop' });
    expect(name('deep/bakery')).toBe('Bakery');
    expect(await initSite(places, join(dir, 'deep'), { template: 'shop' })).toContain(
      'was there already, so the site got',
    );
    expect(name('deep/shop')).toBe('Bakery');
    await initSite(places, join(dir, 'deep'), { template: 'shop', id: 'cafe' });
    expect(name('deep/cafe')).toBe('Bakery');
    await initSite(places, join(dir, 'new'), { template: 'shop', id: 'cafe' });
    expect(name('new/cafe')).toBe('Bakery');
    expect(await initSite(places, join(dir, 'last'), { template: 'shop', id: 'last' })).toContain(`SITES_DIR=${dir}`);
    expect(name('last')).toBe('Bakery');
  });

  describe('from a starter pack that knows emergencies', () => {
    const number = (id: string) =>
      JSON.parse(readFileSync(join(dir, 'data/sites', id, 'site.json'), 'utf8')) as {
        country?: string;
        emergency: { number: string };
      };
    const init = (id: string, options: object) => initSite(places, undefined, { template: 'clinic', id, ...options });
    beforeEach(() => {
      const emergency = { number: '112', redFlags: [{ name: 'pain', phrases: { en: ['chest pain'], zh: ['胸 痛'] } }] };
      const site = JSON.parse(readFileSync(join(places.templatesDir, 'clinic/site.json'), 'utf8')) as object;
      writeFileSync(join(places.templatesDir, 'clinic/site.json'), JSON.stringify({ ...site, emergency }));
    });

    it('takes the number, or that of the country, and says whom visitors are told to call', async () => {
      expect(await init('a', { country: 'cn' })).toContain('told to call 120.');
      expect(number('a')).toMatchObject({ country: 'CN', emergency: { number: '120' } });
      expect(await init('b', { country: 'US', emergencyNumber: '+1 555 0100' })).toContain('told to call +1 555 0100.');
      expect(number('b').emergency.number).toBe('+1 555 0100');
    });

    it('warns where nobody has chosen one', async () => {
      expect(await init('a', {})).toMatch(/told to call 112\. If that is not the number .* BEFORE you open/);
      expect(number('a').emergency.number).toBe('112');
    });

    it.each([
      ['a country that is none', { country: 'Germany' }, '"Germany" is no country'],
      ['a country whose number it does not know', { country: 'ZZ' }, 'give it with --emergency-number'],
      ['a number for a pack without emergencies', { template: 'shop', emergencyNumber: '1' }, 'knows no emergencies'],
    ])('refuses %s as a wrong command line', async (_, options, words) => {
      const made = init('a', options);
      await expect(made).rejects.toThrow(words);
      await expect(made).rejects.toBeInstanceOf(UsageError);
    });
  });

  it('overwrites nothing', async () => {
    await initSite(places, undefined, { template: 'shop' });
    writeFileSync(join(places.sitesDir, 'shop/site.json'), '{ "name": "Mine" }');
    await expect(initSite(places, undefined, { template: 'shop' })).rejects.toThrow('is there already');
    expect(name('data/sites/shop')).toBe('Mine');
    await expect(initSite(places, join(places.sitesDir, 'shop'), { template: 'shop' })).rejects.toThrow(
      'is a site already',
    );
    mkdirSync(join(dir, 'a/shop'), { recursive: true });
    await expect(initSite(places, join(dir, 'a'), { template: 'shop' })).rejects.toThrow('is there already');
    expect(existsSync(join(dir, 'a/shop/site.json'))).toBe(false);
  });

  it.each([
    ['no template', {}, 'choose a template; try: --template clinic, --template shop'],
    ['an unknown one', { template: 'zoo' }, 'there is no template "zoo"; try: --template clinic'],
    ['one that leads elsewhere', { template: '../data' }, 'there is no template "../data"'],
    ['an id that leads elsewhere', { template: 'shop', id: '../up' }, '"../up" cannot be the name of a site folder'],
    ['an id in capitals', { template: 'shop', id: 'Shop' }, '"Shop" cannot be the name'],
  ])('refuses %s as a wrong command line', async (_, options, words) => {
    const made = initSite(places, undefined, options);
    await expect(made).rejects.toThrow(words);
    await expect(made).rejects.toBeInstanceOf(UsageError);
    expect(existsSync(join(dir, 'data'))).toBe(false);
  });

  it('refuses a folder through a file, and one whose name no site can have', async () => {
    writeFileSync(join(dir, 'file'), '');
    await expect(initSite(places, join(dir, 'file/shop'), { template: 'shop' })).rejects.toThrow('is no folder');
    await expect(initSite(places, join(dir, 'My Shop'), { template: 'shop' })).rejects.toThrow('with --id');
  });

  it('lists the templates with what they are about, and one that is broken with the reason', async () => {
    writeFileSync(join(places.templatesDir, 'clinic/faq/returns.json'), '');
    expect(await templateTable(places)).toBe(
      'clinic  cannot be used: the file is empty\nshop    3 FAQs in en and zh: delivery, payment, returns',
    );
  });
});
