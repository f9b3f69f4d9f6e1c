import { describe, expect, it } from '@jest/globals';
import {
  changedInput,
  draftOf,
  isGoodId,
  isHalfFaq,
  newDraft,
  originsOf,
  promiseHoursOf,
  spanProblem,
  suggestId,
  toInput,
} from './draft.ts';
import { problemOf } from './steps.ts';
import { wizardTexts } from '../../texts/wizard-texts.ts';

describe('the wizard', () => {
  it.each([
    ['Teal & Linen', 'teal-linen'],
    ['  Café Blau & Co. ', 'cafe-blau-co'],
    ['Straße 7', 'strasse-7'],
    ['Smørrebrød', 'smorrebrod'],
    ["Anna's Pots", 'annas-pots'],
    ['Joe’s', 'joes'],
    ["L'Atelier", 'l-atelier'],
    ['茶与布', 'my-site'],
    ['', ''],
    ['x'.repeat(60), 'x'.repeat(40)],
  ])('suggests for %j the id %j', (name, id) => {
    expect(suggestId(name)).toBe(id);
    if (id) expect(isGoodId(id)).toBe(true);
  });

  it('sends of a site that is there what was changed alone, so that what another window saved meanwhile stays', () => {
    const read = { ...toInput(newDraft('Mara', 'en', 'Europe/Berlin')), id: 'shop', faqs: [] };
    expect(changedInput(read, { ...read })).toEqual({});
    expect(changedInput(read, { ...read, name: 'Teal', hours: { ...read.hours, sat: ['10:00-12:00'] } })).toEqual({
      name: 'Teal',
      hours: { ...read.hours, sat: ['10:00-12:00'] },
    });
    // The server puts the usual language first, and needs both for that.
    const both = { ...read, languages: ['en', 'zh'] as ('en' | 'zh')[] };
    expect(changedInput(both, { ...both, defaultLanguage: 'zh' })).toEqual({
      languages: ['en', 'zh'],
      defaultLanguage: 'zh',
    });
    const faqs = [{ question: { en: 'Q' }, answer: { en: 'A' } }];
    expect(changedInput(read, { ...read, faqs, starterPack: 'shop' })).toEqual({ faqs });
    expect(Object.keys(changedInput(null, read))).toEqual(expect.arrayContaining(['name', 'hours', 'origins']));
  });

  it.each(['-a', 'a-', 'A', 'a b', '../x', 'a'.repeat(41), ''])('refuses the id %j', (id) => {
    expect(isGoodId(id)).toBe(false);
  });

  it('reads addresses as origins, without path, and with https where nothing is said', () => {
    expect(originsOf('shop.example, http://localhost:8080/page shop.example')).toEqual([
      'https://shop.example',
      'https://www.shop.example',
      'http://localhost:8080',
    ]);
    expect(originsOf('')).toEqual(['*']);
    expect(originsOf('not an address')).toBeNull();
    expect(originsOf('javascript:alert(1)')).toBeNull();
  });

  it('reads an address on one’s own computer or network as http where nothing is said: a page there has no certificate', () => {
    const typed = 'localhost:8080 127.0.0.1:3001/a.html [::1]:8080 192.168.1.7 10.0.0.2:81 172.16.4.4 nas.local:5000';
    expect(originsOf(typed)).toEqual([
      'http://localhost:8080',
      'http://127.0.0.1:3001',
      'http://[::1]:8080',
      'http://192.168.1.7',
      'http://10.0.0.2:81',
      'http://172.16.4.4',
      'http://nas.local:5000',
    ]);
    expect(originsOf('https://localhost:8080 172.32.0.1 10.example')).toEqual([
      'https://localhost:8080',
      'https://172.32.0.1',
      'https://10.example',
      'https://www.10.example',
    ]);
  });

  it('takes a name without a scheme with and without www, as browsers come by both; a whole address is meant as it is', () => {
    expect(originsOf('www.shop.example/de')).toEqual(['https://www.shop.example', 'https://shop.example']);
    expect(originsOf('SHOP.example www.shop.example')).toEqual(['https://shop.example', 'https://www.shop.example']);
    expect(originsOf('münchen.example')).toEqual([
      'https://xn--mnchen-3ya.example',
      'https://www.xn--mnchen-3ya.example',
    ]);
    expect(originsOf('shop.example:8443 https://blog.example 203.0.113.7')).toEqual([
      'https://shop.example:8443',
      'https://blog.example',
      'https://203.0.113.7',
    ]);
  });

  it('tells a span without length from one that lacks a time; one that ends before it begins goes on past midnight', () => {
    expect(spanProblem({ from: '09:00', to: '17:00' })).toBeNull();
    expect(spanProblem({ from: '09:00', to: '24:00' })).toBeNull();
    expect(spanProblem({ from: '17:00', to: '17:00' })).toBe('order');
    expect(spanProblem({ from: '22:00', to: '02:00' })).toBeNull();
    expect(spanProblem({ from: '', to: '09:00' })).toBe('missing');
    expect(spanProblem({ from: '09:00', to: '' })).toBe('missing');
  });

  it('promises whole hours up to 30 days', () => {
    expect(['1', ' 24 ', '720'].map(promiseHoursOf)).toEqual([1, 24, 720]);
    expect(['', '0', '721', '1.5', '-2', 'soon'].map(promiseHoursOf)).toEqual([null, null, null, null, null, null]);
  });

  it('finds FAQs that are half written, in each chosen language', () => {
    expect(isHalfFaq({ question: { en: 'Where?' }, answer: {} }, ['en'])).toBe(true);
    expect(isHalfFaq({ question: { zh: '哪里' }, answer: {} }, ['en'])).toBe(false);
  });

  it('sends only chosen languages and whole FAQs', () => {
    const draft = { ...newDraft('Mei', 'en', 'Europe/Berlin'), name: ' Tea ', id: 'tea' };
    const input = toInput({ ...draft, faqs: [...draft.faqs, { question: { en: ' ' }, answer: {} }] });
    expect(input).toMatchObject({ name: 'Tea', languages: ['en'], defaultLanguage: 'en', origins: ['*'] });
    expect(input.faqs).toHaveLength(3);
    expect(input.faqs.map(({ question }) => Object.keys(question))).toEqual([['en'], ['en'], ['en']]);
    expect(input.faqs.every(({ phrasings }) => (phrasings?.en?.length ?? 0) >= 6)).toBe(true);
    expect(input.hours).toMatchObject({ mon: ['09:00-17:00'], sun: [] });
  });

  it('sends other ways to ask without blank lines', () => {
    const faq = {
      question: { en: 'Where?' },
      answer: { en: 'Here.' },
      phrasings: { en: [' where are you ', '', ' '] },
    };
    const input = toInput({ ...newDraft('Mei', 'en', 'Europe/Berlin'), faqs: [faq] });
    expect(input.faqs).toEqual([{ ...faq, phrasings: { en: ['where are you'] } }]);
  });

  it('sends the starter pack that was chosen, and asks whom to call in danger where that is told', () => {
    const draft = { ...newDraft('Mei', 'en', 'Europe/Berlin'), faqs: [] };
    const shop = { ...draft, pack: { name: 'shop', knowsEmergencies: false } };
    expect(toInput(draft).starterPack).toBeUndefined();
    expect(toInput(shop)).toMatchObject({ starterPack: 'shop', faqs: [] });
    expect(toInput(shop).emergencyNumber).toBeUndefined();
    expect(problemOf('faqs', shop, false, [], wizardTexts.en)).toBeNull();
    const clinic = { ...draft, pack: { name: 'clinic', knowsEmergencies: true } };
    expect(problemOf('faqs', clinic, false, [], wizardTexts.en)).toMatchObject({ field: 'emergency' });
    const told = { ...clinic, emergencyNumber: ' 112 ' };
    expect(problemOf('faqs', told, false, [], wizardTexts.en)).toBeNull();
    expect(toInput(told).emergencyNumber).toBe('112');
  });

  it('opens a site and saves it as it was', () => {
    const hours = { mon: ['09:00-12:30', '13:30-17:00'], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
    const site = { id: 'shop', name: 'Shop', ownerName: 'Mei', locales: ['en' as const], accent: '#112233' };
    const detail = { ...site, defaultLocale: 'en' as const, timeZone: 'Asia/Shanghai', hours, promiseHours: 6 };
    const input = toInput(
      draftOf({ ...detail, position: 'right', origins: ['https://a.example', 'https://b.example'] }),
    );
    expect(input).toMatchObject({
      hours,
      promiseHours: 6,
      origins: ['https://a.example', 'https://b.example'],
      timeZone: 'Asia/Shanghai',
    });
  });
});
