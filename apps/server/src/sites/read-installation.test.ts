import { describe, expect, it } from '@jest/globals';
import { readInstallation } from './read-installation.ts';

const DESK = 'https://desk.example';
const SNIPPET = `<script async src="${DESK}/widget/shop.js"></script>`;
const read = (html: string, policies: string[] = [], origin = 'https://shop.example') =>
  readInstallation({ html, policies, origin }, 'shop', DESK);
const blocked = (...policies: string[]) => read(SNIPPET, policies).blocked.map(({ directive }) => directive);

describe('the snippet on a page', () => {
  it('is found however it is written', () => {
    for (const html of [
      SNIPPET,
      `<SCRIPT SRC='${DESK}/widget/shop.js' defer></SCRIPT>`,
      `<script data-x=">" src=${DESK}/widget/shop.js></script>`,
      `<script src="${DESK}/widget/shop.js?v=1&amp;x=2"></script>`,
    ]) {
      expect(read(html).found).toBe(true);
    }
  });

  it('is not found in a comment, on another path, or in the text', () => {
    for (const html of [
      `<!-- ${SNIPPET} -->`,
      `<script src="${DESK}/other/shop.js"></script>`,
      `<script src="//["></script>`,
      `Paste ${DESK}/widget/shop.js here`,
      '',
    ]) {
      expect(read(html)).toEqual({ found: false, otherIds: [], otherServers: [], blocked: [] });
    }
  });

  it('is looked for without delay in a page that is made of unfinished tags', () => {
    const began = performance.now();
    for (const piece of ['<script ', '<!--', '<script "', "<meta '"]) {
      expect(read(piece.repeat(250_000)).found).toBe(false);
    }
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  it('of another site or another server is named', () => {
    expect(read(`<script src="${DESK}/widget/bakery.js"></script>`)).toMatchObject({
      found: false,
      otherIds: ['bakery'],
    });
    expect(read('<script src="http://localhost:3000/widget/shop.js"></script>')).toMatchObject({
      found: false,
      otherServers: ['http://localhost:3000/widget/shop.js'],
    });
  });
});

describe('a page’s content policy', () => {
  it('that admits the desk blocks nothing', () => {
    expect(blocked()).toEqual([]);
    expect(blocked("script-src 'self' https://desk.example; frame-src https://desk.example")).toEqual([]);
    expect(blocked('default-src https:')).toEqual([]);
    expect(blocked("default-src 'self'; script-src *; frame-src *.example")).toEqual([]);
    expect(blocked('script-src desk.example/widget/; img-src none')).toEqual([]);
    expect(read(SNIPPET, ["default-src 'self'"], DESK).blocked).toEqual([]);
  });

  it('that does not is told with the directive to add to', () => {
    expect(blocked("default-src 'self'")).toEqual(['script-src', 'frame-src']);
    expect(blocked("script-src 'self'")).toEqual(['script-src']);
    expect(blocked("script-src-elem 'self'; script-src *")).toEqual(['script-src-elem']);
    expect(blocked("child-src 'none'")).toEqual(['frame-src']);
    expect(blocked('default-src https://desk.example:8443 http://other.example')).toEqual(['script-src', 'frame-src']);
    expect(read(SNIPPET, ["script-src 'self'"]).blocked).toEqual([{ directive: 'script-src', source: DESK }]);
  });

  it('must all admit it: several headers, and those in the page', () => {
    expect(blocked('script-src *', "script-src 'self'")).toEqual(['script-src']);
    expect(blocked("script-src *, script-src 'self'")).toEqual(['script-src']);
    const meta = `<meta http-equiv="Content-Security-Policy" content="frame-src 'self'">${SNIPPET}`;
    expect(read(meta).blocked).toEqual([{ directive: 'frame-src', source: DESK }]);
  });

  it('with a nonce admits a snippet that has one', () => {
    const html = `<script nonce="abc" src="${DESK}/widget/shop.js"></script>`;
    expect(read(html, ["script-src 'nonce-abc' 'strict-dynamic'"]).blocked).toEqual([]);
    expect(read(SNIPPET, ["script-src 'nonce-abc' https://desk.example 'strict-dynamic'"]).blocked).toHaveLength(1);
  });
});
