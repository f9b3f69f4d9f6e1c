import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const folder = new URL('../site/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
const tags = (html: string, name: string): string[] => html.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? [];
const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

/** Everything that a page names: what it loads, shows or leads to. */
const addresses = (html: string): string[] =>
  [...html.matchAll(/\b(?:src|href|data-picture)="([^"]*)"/g)].flatMap((match) => match[1] ?? []);

/** What the desk adds to the shop's own files. */
const DESK = ['/widget/shop.js', '/help/shop'];

describe.each(pages)('the shop page %s', (name) => {
  const html = read(name);

  it('names only what exists', () => {
    const own = addresses(html).filter((address) => address.startsWith('/') && !DESK.includes(address));
    expect(own.length).toBeGreaterThan(10);
    const lost = own.filter((address) => {
      const [path = '', fragment] = address.split('#');
      const file = path === '/' ? 'index.html' : path.slice(1);
      if (!existsSync(new URL(file, folder))) return true;
      return fragment !== undefined && !read(file).includes(`id="${fragment}"`);
    });
    expect(lost).toEqual([]);
  });

  it('leads to its own anchors, to mail, and nowhere else', () => {
    const others = addresses(html).filter((address) => !address.startsWith('/'));
    expect(
      others.filter((address) =>
        address.startsWith('#') ? !html.includes(`id="${address.slice(1)}"`) : !address.startsWith('mailto:'),
      ),
    ).toEqual([]);
  });

  it('reserves the room of each picture and describes it', () => {
    const pictures = tags(html, 'img');
    expect(pictures.length).toBeGreaterThan(3);
    for (const picture of pictures) {
      expect(Number(attribute(picture, 'width'))).toBeGreaterThan(0);
      expect(Number(attribute(picture, 'height'))).toBeGreaterThan(0);
      expect(attribute(picture, 'alt')).toBeDefined();
    }
  });

  it('runs under a strict content security policy: nothing is inline', () => {
    expect(html).not.toMatch(/<style\b|\bstyle=|\bon[a-z]+="/);
    for (const script of tags(html, 'script')) expect(attribute(script, 'src')).toBeDefined();
  });

  it('embeds the chat exactly as a customer of Solodesk would', () => {
    expect(html.match(/<script async src="\/widget\/shop\.js"><\/script>\s*<\/body>/g)).toHaveLength(1);
  });
});

describe("the shop's pictures", () => {
  const pictures = readdirSync(new URL('pictures/', folder));

  it.each(pictures)('%s stands by itself, and is small', (name) => {
    const svg = read(`pictures/${name}`);
    expect(svg).not.toMatch(/<script|<image|href=|url\((?!#)/);
    expect(Buffer.byteLength(svg)).toBeLessThan(32_000);
  });
});
