import { describe, expect, it } from '@jest/globals';
import { dataBlock, html, trusted } from './html.ts';

const HOSTILE = `<script>alert("1")</script>'&`;
const ESCAPED = '&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;&#39;&#38;';

describe('a template of markup', () => {
  it('takes what is put into it for text, wherever it stands', () => {
    expect(html`<p title="${HOSTILE}">${HOSTILE}</p>`.text).toBe(`<p title="${ESCAPED}">${ESCAPED}</p>`);
    expect(html`${[HOSTILE, 1, html`<b>${HOSTILE}</b>`]}`.text).toBe(`${ESCAPED}1<b>${ESCAPED}</b>`);
  });

  it('leaves markup as it is, and nothing out of null and false', () => {
    expect(html`<p>${html`<b>a</b>`}${null}${false}${[]}${trusted('<i>b</i>')}</p>`.text).toBe(
      '<p><b>a</b><i>b</i></p>',
    );
    expect(html`${0}${''}`.text).toBe('0');
  });
});

describe('a data block', () => {
  it('cannot be ended or turned into a comment by anything in it, and says the same when it is read', () => {
    const value = { text: `</script><!-- ${HOSTILE} \u2028` };
    const block = dataBlock('application/ld+json', value).text;
    expect(block.match(/</g)).toHaveLength(2);
    expect(block).not.toContain('\u2028');
    expect(JSON.parse(block.replace(/^<[^>]*>|<\/script>$/g, ''))).toEqual(value);
  });
});
