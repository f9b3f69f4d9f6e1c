import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Owner, postToConsole } from '../../testing/owner.ts';
import { startDesk } from '../../testing/start-desk.ts';
import type { TestDesk } from '../../testing/start-desk.ts';
import type { HolidayView } from './console-holidays-api.ts';

const EVE: HolidayView = { date: '2026-12-24', name: { en: 'Christmas Eve' }, hours: ['09:00-12:00'] };
const CHRISTMAS: HolidayView = { date: '12-25', until: '12-26', name: { en: 'Christmas', zh: '圣诞节' } };

describe('holidays in the console', () => {
  let desk: TestDesk;
  let owner: Owner;
  beforeEach(async () => {
    desk = await startDesk({ sites: { shop: { holidays: [CHRISTMAS] } } });
    owner = await Owner.setUp(desk.url, await desk.server.accounts.newSetupToken());
  });
  afterEach(() => desk.end());

  const read = async (site = 'shop', cookie = owner.cookie) => {
    const response = await fetch(`${desk.url}/console/api/holidays/${site}`, { headers: { cookie } });
    return { status: response.status, body: (await response.json()) as { holidays: HolidayView[] } };
  };
  const write = (was: HolidayView[], holidays: HolidayView[]) =>
    postToConsole(desk.url, '/holidays/shop', { was, holidays }, owner.cookie);

  it('are read as the file writes them, and hold from the moment in which they are saved', async () => {
    expect((await read()).body.holidays).toEqual([CHRISTMAS]);
    expect((await write([CHRISTMAS], [EVE, CHRISTMAS])).status).toBe(200);
    expect((await read()).body.holidays).toEqual([EVE, CHRISTMAS]);
    const file = JSON.parse(await readFile(join(desk.sitesDir, 'shop', 'site.json'), 'utf8')) as object;
    expect(file).toMatchObject({ holidays: [EVE, CHRISTMAS] });
  });

  it('that somebody changed meanwhile are not overwritten', async () => {
    const path = join(desk.sitesDir, 'shop', 'site.json');
    const file = JSON.parse(await readFile(path, 'utf8')) as object;
    await writeFile(path, JSON.stringify({ ...file, holidays: [EVE] }));
    expect((await write([CHRISTMAS], [])).status).toBe(409);
    expect((await read()).body.holidays).toEqual([EVE]);
  });

  it('that are none are refused, and nothing is lost', async () => {
    for (const bad of [
      { ...EVE, date: '2026-02-30' },
      { ...EVE, until: '2026-12-01' },
      { ...EVE, hours: ['12:00-12:00'] },
    ]) {
      expect((await write([CHRISTMAS], [bad])).status).toBe(400);
    }
    expect((await read()).body.holidays).toEqual([CHRISTMAS]);
  });

  it('are nobody else’s', async () => {
    expect((await read('shop', '')).status).toBe(401);
    expect((await read('no-such-site')).status).toBe(404);
  });
});
