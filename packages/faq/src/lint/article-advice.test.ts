import { describe, expect, it } from '@jest/globals';
import type { ArticleFiles } from '../articles/article-files.ts';
import { articleFile } from '../testing/article-text.ts';
import { adviceOnArticles } from './article-advice.ts';

function advice(body: string, name = 'wash.en.md'): string[] {
  const source = { file: `shop/articles/${name}`, text: articleFile(body) };
  const found = adviceOnArticles('shop', { files: [{ name, source, problem: null }], images: new Map() });
  return found.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('what readers of an article would see and nobody meant', () => {
  // The head is five lines.
  it.each([
    ['a tag', 'Fold it.\nThen <b>iron</b> it.', '7:6 "<b>" is shown as it stands: HTML is text here; write Markdown'],
    [
      'a picture with a space in its name',
      'One\n\n![A label](images/my label.png)',
      '8:1 "![A label](images/my label.png)" is shown as it stands: an address has no spaces',
    ],
    [
      'a link without its end',
      'See [this](https://a.example/b and that.',
      '6:5 "[this](https://a.example/b and that." is shown',
    ],
    [
      'a gap in a link',
      'See [this] (https://a.example/b).',
      '6:5 "[this] (https://a.example/b)" is shown as it stands: take out the space',
    ],
    [
      'bold without its end',
      'This is ** bold ** here',
      '6:9 "** bold **" is shown as it stands: its marks do not match',
    ],
    [
      'code that does not end',
      'One\n\n```\nx\n\n## Two\n\nmore',
      '8:1 code begins here, and all that follows is part of it; end it with ```',
    ],
    ['a placeholder', '## Drying\n\n- TODO ask Mei', '8:3 "TODO" looks like a text that is still to be written'],
    ['nothing', ' \n', '5:1 has a head and nothing under it'],
    [
      'another language',
      '亚麻要用凉水洗，不要漂白，也不要用烘干机，洗完以后马上拿出来晾在阴凉的地方，不要暴晒，也不要用力拧干。',
      '1:1 its name says "en", but it is not English',
    ],
  ])('is %s', (_what, body, said) => {
    expect(advice(body)).toEqual([expect.stringContaining(said)]);
  });

  it('is English under a Chinese name', () => {
    const text = 'Wash it with cold water and hang it in the shade, never in the sun.';
    expect(advice(text, 'wash.zh.md')).toEqual([
      expect.stringContaining('1:1 its name says "zh", but it is not Chinese'),
    ]);
    expect(advice('用 Ariel 洗 40 度。', 'wash.zh.md')).toEqual([]);
  });

  it.each([
    'A < b, I <3 linen, 2 * 3 * 4, snake_case__name.',
    '**Bold**, *soft*, `<b>` and [a link](https://a.example) ![x](images/x.png)',
    '```html\n<b>code</b> TODO\n```\n\nText.',
    '~~~\nx\n~~~',
    '> ```\n> x\n> ```\n\nText.',
    '## Fish&nbsp;&amp; chips',
    'See https://a.example/b (or www.a.example).',
    '1. One\n2. Two [2] (see below)',
  ])('is not in %j', (body) => {
    expect(advice(body)).toEqual([]);
  });
});

describe('a picture of an article', () => {
  const advised = (width: number, height: number) => {
    const image = { name: 'a.png', type: 'image/png', bytes: new Uint8Array(), hash: 'h' };
    const images = new Map([['a.png', { kind: 'image', image, width, height } as const]]);
    return adviceOnArticles('shop', { files: [], images: images as unknown as ArticleFiles['images'] });
  };

  it('may be larger than any screen, and is warned of', () => {
    expect(advised(20_000, 300)).toEqual([
      {
        file: 'shop/articles/images/a.png',
        line: 1,
        column: 1,
        message: 'has 20,000 × 300 pixels, which phones are slow to show; 1,600 across are enough',
      },
    ]);
    expect(advised(4_000, 4_000)).toEqual([]);
  });
});
