import { describe, expect, it } from '@jest/globals';
import { addressTrouble } from '../address-trouble.ts';
import { goodFaq, lintLines, siteFiles } from '../../testing/lint-texts.ts';

const answer = (en: unknown) => siteFiles({}, [goodFaq('a.b', { answer: { en, zh: '这里是说明。' } })]);

describe('a link', () => {
  it.each([
    'http://localhost:3000/a',
    'https://printer.local/',
    'https://127.0.0.1/',
    'https://192.168.1.20/a',
    'https://172.20.0.1',
    'https://[::1]/',
    'https://intranet/page',
    'https://shop,de/a',
    'https://shop..de/a',
    'https://https://shop.de',
    'https://me:secret@shop.de/',
    'mailto:mei',
    'mailto:mei@shop@de',
    'mailto:mei@localhost',
    'htp://shop.de',
    'https:/shop.de',
    'https//shop.de',
    'www.shop.de',
  ])('is dead: %s', (address) => {
    expect(addressTrouble(address)?.rule).toBe('dead-link');
  });

  it.each([
    'https://example.com/a',
    'https://www.example.org',
    'https://shop.example/',
    'https://yourdomain.com',
    'mailto:hi@my-shop.com',
    'mailto:a@example.net',
  ])('is a placeholder: %s', (address) => expect(addressTrouble(address)?.rule).toBe('placeholder-link'));

  it('is insecure over http', () => expect(addressTrouble('http://shop.de/a')?.rule).toBe('insecure-link'));

  it.each([
    'https://shop.de/a?b=c#d',
    'https://münchen.de/',
    'https://商店.中国/退货',
    'https://examples.com',
    'https://1.1.1.1/',
    'mailto:mei@shop.de?subject=Hi',
  ])('is good: %s', (address) => expect(addressTrouble(address)).toBeNull());

  it('is looked at under an answer and in its text, each at its place', () => {
    const links = [{ label: 'a', url: 'https://localhost/a' }];
    expect(lintLines(answer({ text: 'See https://example.com/a, or http://shop.de.', links }))).toEqual([
      'insecure-link warning faq/1.json:30 "http://shop.de" is not encrypted; write https:// if the page has it, as nearly all do',
      'placeholder-link warning faq/1.json:30 "https://example.com/a" leads to the placeholder example.com; write your own address',
      'dead-link error faq/1.json:34 "https://localhost/a" works on your own machine or network only, not for visitors',
    ]);
  });

  it('is found where Chinese text follows without a blank, and misspelled', () => {
    const faq = goodFaq('a.b', { answer: { en: 'Yes.', zh: '见htps://shop.de/a。还有https://shop.de/b，谢谢' } });
    expect(lintLines(siteFiles({}, [faq]))).toEqual([
      expect.stringMatching(/^dead-link error .* "htps:\/\/shop.de\/a" is not a complete address/),
    ]);
  });

  it('is none in ordinary words', () => {
    expect(lintLines(answer('We use https everywhere: http is old. E.g. and/or a:b, http status 404.'))).toEqual([]);
  });
});
