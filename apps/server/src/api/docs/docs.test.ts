import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { API_SCOPES } from '@solodesk/core';
import { systemClock, systemIds } from '../../system.ts';
import { ApiCaller } from '../../testing/api-caller.ts';
import type { Document } from '../../testing/api-caller.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';
import { ApiKeys } from '../api-keys.ts';
import { DOCS_TEXTS } from './docs-texts.ts';

describe('the documentation of the API', () => {
  let desk: TestDesk;
  let api: ApiCaller;
  let key: string;
  beforeAll(async () => {
    desk = await startDesk({ environment: { LIMITS: 'off' } });
    const keys = new ApiKeys(desk.store, systemClock, systemIds);
    key = (await keys.make('shop', 'Reader', API_SCOPES)).secret;
    api = await ApiCaller.open(desk.url);
  });
  afterAll(() => desk.end());
  const get = async (address: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${desk.url}${address}`, { headers });
    return { headers: response.headers, text: await response.text() };
  };

  it('is one page with every operation, in both languages', async () => {
    const { paths } = JSON.parse((await get('/api/openapi.json')).text) as Document;
    const [en, zh] = [(await get('/api/docs?lang=en')).text, (await get('/api/docs?lang=zh')).text];
    const ids = Object.values(paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
    expect(ids.length).toBeGreaterThan(20);
    for (const id of ids) {
      for (const page of [en, zh]) expect(page).toContain(`<article id="${id}"`);
    }
    expect(en).toContain('<html lang="en"');
    expect(zh).toContain('<html lang="zh-CN"');
    expect(zh).toContain('列出工单');
  });

  it('tells how to build a chat of one’s own: words, files, and what a refusal looks like', async () => {
    const article = async (lang: string, id: string) => {
      const page = (await get(`/api/docs?lang=${lang}`)).text;
      return page.slice(page.indexOf(`<article id="${id}"`)).split('</article>')[0] ?? '';
    };
    for (const lang of ['en', 'zh']) {
      const [words, file] = [await article(lang, 'receiveMessage'), await article(lang, 'receiveFile')];
      for (const field of ['message', 'attachments', 'site', 'conversation', 'token', 'replies'])
        expect(words).toContain(`<code>${field}</code>`);
      expect(words).not.toContain('Authorization');
      for (const part of ['X-File-Name', '--data-binary', 'Bearer $TOKEN', '<code>type</code>'])
        expect(file).toContain(part);
      for (const said of [words, file]) expect(said).toContain('retryAfterMs');
    }
    expect(await article('en', 'receiveMessage')).not.toMatch(/\p{Script=Han}/u);
    expect(await article('zh', 'receiveMessage')).toMatch(/访客/);
  });

  it('shows requests that can be tried as they stand, but for the key and the ids', async () => {
    const page = (await get('/api/docs?lang=en')).text
      .replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    const requests = [...page.matchAll(/curl (?:-X (\w+) )?"https?:\/\/[^/]+([^"]+)"([^<]*)/g)];
    expect(requests.length).toBeGreaterThan(30);
    for (const [, method = 'GET', address = '', rest = ''] of requests) {
      const body = /-d '([^']*)'/.exec(rest)?.[1];
      const { status } = await api.call(`${method} ${address}`, {
        key,
        ...(body !== undefined && { body, headers: { 'content-type': 'application/json' } }),
      });
      // An id, or a customer, that the reader would have put in.
      const isWanting = status === 404 || (status === 422 && body?.includes('"customer"') === true);
      expect([method, address, status < 300 || isWanting ? 'fine' : status]).toEqual([method, address, 'fine']);
    }
  });

  it('speaks the browser’s language unless told which', async () => {
    const of = async (address: string, language: string) =>
      /<html lang="([^"]+)"/.exec((await get(address, { 'accept-language': language })).text)?.[1];
    expect(await of('/api/docs', 'zh-CN,zh;q=0.9,en;q=0.8')).toBe('zh-CN');
    expect(await of('/api/docs', 'fr')).toBe('en');
    expect(await of('/api/docs?lang=en', 'zh-CN')).toBe('en');
  });

  it('runs nothing, and loads nothing from elsewhere', async () => {
    const { headers, text } = await get('/api/docs');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'",
    );
    expect(text).not.toMatch(/<script|style=|onclick|<link[^>]+https?:/);
    const css = /href="(\/api\/docs\.css[^"]+)"/.exec(text)?.[1] ?? '';
    expect((await get(css)).headers.get('content-type')).toContain('text/css');
  });

  it('explains each scope that a key can have', () => {
    for (const texts of Object.values(DOCS_TEXTS))
      expect(Object.keys(texts.scope).sort()).toEqual([...API_SCOPES].sort());
  });
});
