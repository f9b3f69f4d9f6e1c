import { describe, expect, it } from '@jest/globals';
import { html } from './html.ts';
import { linkedText } from './linked-text.ts';

const markup = (text: string) => html`${linkedText(text)}`.text;
const link = (href: string, words = href) => `<a href="${href}" rel="noopener noreferrer">${words}</a>`;

describe('addresses in an answer', () => {
  it.each([
    ['See https://a.example/b.', `See ${link('https://a.example/b')}.`],
    ['(see https://a.example/b)', `(see ${link('https://a.example/b')})`],
    ['https://a.example/b_(c)', link('https://a.example/b_(c)')],
    ['见https://a.example/b。谢谢', `见${link('https://a.example/b')}。谢谢`],
    ['https://a.example/?a=1&b=2', link('https://a.example/?a=1&#38;b=2')],
    ['Write to mailto:me@a.example!', 'Write to <a href="mailto:me@a.example">me@a.example</a>!'],
    [
      'one https://a.example/ two https://b.example/',
      `one ${link('https://a.example/')} two ${link('https://b.example/')}`,
    ],
  ])('are links: %s', (text, expected) => expect(markup(text)).toBe(expected));

  it.each(['javascript:alert(1)', 'ftp://a.example', 'www.a.example', 'https://', '5 < 6 & "x"', ''])(
    'are none in %j, which stays as it is',
    (text) => expect(markup(text)).toBe(html`${text}`.text),
  );

  it('hold no markup', () => {
    expect(markup('https://a.example/<b>"\'')).toBe(`${link('https://a.example/')}&#60;b&#62;&#34;&#39;`);
  });
});
