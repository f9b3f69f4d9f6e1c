import { request } from 'node:http';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { silentLog } from '@solodesk/core/testing';
import { builtFolders, startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import { accentOnDark, accentOnLight, onAccent } from './accent.ts';
import { keepPreviousAssets } from './previous-assets.ts';

const HOSTILE = `</script><script>alert(1)</script>\u2028<!--`;

describe('pages', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    const greeting = { en: HOSTILE, zh: '您好' };
    desk = await startDesk({
      sites: { shop: { name: `Teal & "Linen" <b>`, greeting, origins: ['https://a.example'] } },
    });
  });
  afterAll(() => desk.end());
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${desk.url}${path}`, { headers });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  /** By a plain request: `fetch` asks for a fresh copy as soon as it is given a validator. */
  const statusWith = (path: string, headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(`${desk.url}${path}`, { headers }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });

  it('give the loader with the settings of its site in it, cached for a short time and by its content', async () => {
    const { status, headers, text } = await get('/widget/shop.js');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('javascript');
    expect(headers.get('cache-control')).toBe('public, max-age=300');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const [, site] = /^start\((.*)\);$/.exec(text) ?? [];
    expect(JSON.parse(site!)).toMatchObject({ id: 'shop', name: `Teal & "Linen" <b>`, accent: '#4338ca' });
    expect(await statusWith('/widget/shop.js', { 'if-none-match': headers.get('etag')! })).toBe(304);
  });

  it('give the frame under a strict policy, to the origins of its site', async () => {
    const { headers, text } = await get('/frame/shop');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'self' https://a.example");
    expect(policy).not.toContain('unsafe');
    expect(text).toContain('<title>Teal &#38; &#34;Linen&#34; &#60;b&#62;</title>');
    const [, json] = /<script type="application\/json" id="solodesk-site">(.*?)<\/script>/s.exec(text) ?? [];
    expect(JSON.parse(json!)).toMatchObject({ id: 'shop', greeting: { en: { text: HOSTILE } } });
    expect(text).not.toContain('alert(1)</script>');
  });

  it('know no other sites', async () => {
    for (const path of [
      '/widget/none.js',
      '/widget/shop',
      '/frame/none',
      '/frame/none/theme.css',
      '/frame/__proto__',
    ]) {
      expect((await get(path)).status).toBe(404);
    }
  });

  it('give the icon that browsers ask for by themselves', async () => {
    const { status, headers } = await get('/favicon.ico');
    expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  });

  it('give hashed files for good, and nothing beside them', async () => {
    const { status, headers } = await get('/assets/frame-a1.js');
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    for (const path of [
      '/assets/',
      '/assets/..%2floader.js',
      '/assets/%2e%2e/%2e%2e/solodesk.sqlite',
      '/assets/x%00.js',
    ]) {
      expect((await get(path)).status).toBeGreaterThanOrEqual(400);
    }
  });

  it('give the console for each of its addresses, never in a frame', async () => {
    for (const path of ['/console', '/console/', '/console/inbox/7']) {
      const { status, headers, text } = await get(path);
      expect([status, text]).toEqual([200, '<!doctype html><title>Console</title>']);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain(`ws://127.0.0.1:${desk.server.port}`);
      expect(headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('give no page in the place of a script of another release', async () => {
    const { status, headers } = await get('/console/assets/index-yesterday.js');
    expect([status, headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8']);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('say what they are and no more', async () => {
    const { headers } = await get('/healthz');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('survive addresses that are none', async () => {
    expect((await get('/%E0%A4%A')).status).toBe(404);
    expect((await get('/widget/%E0%A4%A')).status).toBe(400);
    expect((await get('/healthz')).status).toBe(200);
  });

  it('publish the schemas of the site files', async () => {
    for (const name of ['faq', 'site'])
      expect(JSON.parse((await get(`/schemas/${name}.json`)).text)).toHaveProperty('$schema');
  });

  it('know whether the store can be written', async () => {
    expect(JSON.parse((await get('/readyz')).text)).toEqual({ ok: true });
  });
});

describe('hashed files of the release before', () => {
  it('stay for one release, over a restart and a new build', async () => {
    let desk = await startDesk();
    const { dataDir } = desk;
    const served = (name: string) => fetch(`${desk.url}/assets/frame-${name}.js`).then(({ status }) => status);
    try {
      for (const [release, expected] of [
        ['a1', [200, 404, 404]],
        ['b2', [200, 200, 404]],
        ['b2', [200, 200, 404]],
        ['c3', [404, 200, 200]],
      ] as const) {
        await desk.stop();
        desk = await startDesk({ dataDir, release });
        expect([await served('a1'), await served('b2'), await served('c3')]).toEqual(expected);
      }
    } finally {
      await desk.end();
    }
  });

  it('do not stop a start when they cannot be kept', async () => {
    const desk = await startDesk();
    try {
      const { widget } = await builtFolders(desk.dataDir);
      const keepDir = join(desk.dataDir, 'a-file');
      await writeFile(keepDir, '');
      expect(keepPreviousAssets({ assetsDir: join(widget, 'assets'), keepDir, log: silentLog })).toContain('previous');
      await rm(keepDir);
    } finally {
      await desk.end();
    }
  });
});

describe('the accent', () => {
  it.each(['#000000', '#ffffff', '#0f766e', '#ffd400', '#7f7f7f', '#4338ca'])(
    '%s can be read on both papers',
    (accent) => {
      expect(['#ffffff', '#14121f']).toContain(onAccent(accent));
      expect(accentOnLight(accent)).toMatch(/^#[0-9a-f]{6}$/);
      expect(accentOnDark(accent)).toMatch(/^#[0-9a-f]{6}$/);
    },
  );

  it('is left alone where it can be read, and moved where it cannot', () => {
    expect(accentOnLight('#0f766e')).toBe('#0f766e');
    expect(accentOnLight('#ffd400')).not.toBe('#ffd400');
    expect(accentOnDark('#ffd400')).toBe('#ffd400');
    expect(onAccent('#ffd400')).toBe('#14121f');
    expect(onAccent('#0f766e')).toBe('#ffffff');
  });
});
