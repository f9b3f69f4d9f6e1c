import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { API_SCOPES } from '@solodesk/core';
import type { Document } from '../../testing/api-caller.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';
import { DOCS_TEXTS } from './docs-texts.ts';

describe('the documentation of the API', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk();
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
    for (const id of ids.filter((each) => each !== 'receiveMessage')) {
      for (const page of [en, zh]) expect(page).toContain(`<article id="${id}"`);
    }
    expect(en).toContain('<html lang="en"');
    expect(zh).toContain('<html lang="zh-CN"');
    expect(zh).toContain('列出工单');
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
