import { describe, expect, it } from '@jest/globals';
import { linkify, safeHref } from './linkify.ts';

const links = (text: string) => linkify(text).flatMap((part) => (part.href ? [part.text] : []));

describe('addresses in a text', () => {
  it('become links for http, https and mailto alone', () => {
    expect(links('a https://a.example/x?y=1#z b http://b.example mailto:me@c.example')).toEqual([
      'https://a.example/x?y=1#z',
      'http://b.example',
      'mailto:me@c.example',
    ]);
    expect(links('javascript:alert(1) data:text/html,x ftp://a.example vbscript:x //a.example')).toEqual([]);
  });

  it('leave the punctuation of their sentence outside', () => {
    expect(links('See https://a.example/b, or (https://a.example/c).')).toEqual([
      'https://a.example/b',
      'https://a.example/c',
    ]);
    expect(links('https://a.example/wiki/A_(b)')).toEqual(['https://a.example/wiki/A_(b)']);
  });

  it('end where Chinese text goes on without a blank', () => {
    expect(links('请看https://a.example/退货。谢谢')).toEqual(['https://a.example/']);
    expect(links('请看 https://a.example/returns，谢谢')).toEqual(['https://a.example/returns']);
  });

  it('lose no character of the text', () => {
    for (const text of ['', 'x', '<b>https://a.example</b>', 'http://', '\ud800 https://a.example \ud800', 'mailto:']) {
      expect(
        linkify(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }
  });

  it('leave a text whole that was made to be slow', () => {
    for (const text of ['https://a' + ')'.repeat(4000), 'http://'.repeat(600)]) {
      expect(
        linkify(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }
  });
});

describe('an address that a button leads to', () => {
  it('is refused when a browser would run it', () => {
    expect(safeHref(' javascript:alert(1)')).toBeNull();
    expect(safeHref('java\nscript:alert(1)')).toBeNull();
    expect(safeHref('/relative')).toBeNull();
    expect(safeHref('https://a.example')).toBe('https://a.example/');
  });
});
