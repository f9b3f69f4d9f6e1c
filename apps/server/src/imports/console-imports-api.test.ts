import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Owner, postToConsole } from '../testing/owner.ts';
import { startDesk } from '../testing/start-desk.ts';
import type { TestDesk } from '../testing/start-desk.ts';
import { until } from '../testing/until.ts';
import type { ImportView } from './console-imports-api.ts';

/** `姓名,邮箱` and a row 王芳, in GB18030. */
const GB = Buffer.from('d0d5c3fb2cd3cacfe40acdf5b7bc2c77616e67406f6e652e6578616d706c650a', 'hex');

describe('imports from the console', () => {
  let desk: TestDesk;
  let owner: Owner;
  let now = Date.now();
  beforeAll(async () => {
    const sites = { shop: { currency: 'EUR', country: 'DE' }, bakery: {} };
    desk = await startDesk({ sites, clock: { now: () => now } });
    owner = await Owner.setUp(desk.url, await desk.server.accounts.newSetupToken());
  });
  afterAll(() => desk.end());

  const send = async (content: string | Buffer, name = 'people.csv', site = 'shop', cookie = owner.cookie) => {
    const response = await fetch(`${desk.url}/console/api/imports/${site}?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', 'x-solodesk': '1', cookie },
      body: typeof content === 'string' ? content : new Uint8Array(content),
    });
    return { status: response.status, body: (await response.json()) as ImportView & { error?: { message: string } } };
  };
  const get = async <T>(path: string, cookie = owner.cookie) => {
    const response = await fetch(`${desk.url}/console/api/imports/${path}`, { headers: { cookie } });
    return { status: response.status, body: (await response.json()) as T };
  };
  const run = async (id: string, body: object) => {
    const response = await postToConsole(desk.url, `/imports/shop/${id}`, body, owner.cookie);
    if (response.status !== 202) return { status: response.status, view: null };
    let view = (await get<ImportView>(`shop/${id}`)).body;
    await until(async () => {
      view = (await get<ImportView>(`shop/${id}`)).body;
      return view.state !== 'running';
    }, 'for the end of the import');
    return { status: 202, view };
  };
  const left = () => readdirSync(join(desk.dataDir, 'imports'));

  it('show the first rows and what the columns seem to hold, take what is mapped, and give back what was refused', async () => {
    const { status, body: file } = await send('\ufeffid;name;Postfach;x\n1;Ada;ada@one.example;\n2;"=cmd()";bad;\n');
    expect([status, file.delimiter, file.encoding]).toEqual([201, ';', 'utf-8']);
    expect(file.likely).toBe('customers');
    expect([file.header, file.rows[0]]).toEqual([
      ['id', 'name', 'Postfach', 'x'],
      ['1', 'Ada', 'ada@one.example', ''],
    ]);
    const { guess } = (await get<ImportView>(`shop/${file.id}?kind=customers`)).body;
    expect(guess?.columns.map(({ field }) => field)).toEqual(['id', 'name', null, null]);
    expect(guess?.fields).toContain('email');
    const map = [
      ['Postfach', 'email'],
      ['x', ''],
    ];
    const { view } = await run(file.id, { kind: 'customers', map });
    expect(view).toMatchObject({ state: 'done', refusedFile: true, summary: { new: 1, refused: 1 } });
    expect(view?.summary?.refusedRows).toEqual([{ line: 3, reason: '"Postfach": is no e-mail address' }]);
    const refused = await fetch(`${desk.url}/console/api/imports/shop/${file.id}/refused.csv`, {
      headers: { cookie: owner.cookie },
    });
    expect(refused.headers.get('content-disposition')).toContain('attachment');
    expect(await refused.text()).toContain(`"'=cmd()"`.slice(1, -1));
    expect((await run(file.id, { kind: 'customers', map })).status).toBe(409);
    const { batches } = (await get<{ batches: { key: number; file: string; undoable: boolean }[] }>('shop')).body;
    expect(batches[0]).toMatchObject({ file: 'people.csv', undoable: true });
    const undo = () => postToConsole(desk.url, `/imports/shop/batches/${batches[0]?.key}/undo`, {}, owner.cookie);
    expect(await (await undo()).json()).toEqual({ removed: 1, restored: 0, kept: 0 });
    expect((await undo()).status).toBe(404);
    expect(await desk.store.findContact('shop', { id: '1' })).toBeNull();
  });

  it('read Chinese as spreadsheets in China save it', async () => {
    const { body: file } = await send(GB, '../../客户.csv');
    expect([file.name, file.encoding, file.header]).toEqual(['客户.csv', 'gb18030', ['姓名', '邮箱']]);
    const { view } = await run(file.id, { kind: 'customers', map: [] });
    expect(view?.summary).toMatchObject({ new: 1, refused: 0 });
    expect((await desk.store.findContact('shop', { email: 'wang@one.example' }))?.name).toBe('王芳');
  });

  it('take what stands before a broken quote, and tell of the rest', async () => {
    const { body: file } = await send('id,name\n7,Bo\n8,"never closed\n9,Cy\n');
    const { view } = await run(file.id, { kind: 'customers', map: [] });
    expect(view?.summary).toMatchObject({ new: 1, refused: 1 });
    expect(view?.summary?.refusedRows[0]?.reason).toContain('never closed');
  });

  it('refuse what is no such file, and leave nothing of it', async () => {
    const before = left();
    const workbook = await send(Buffer.from('PK\u0003\u0004'));
    expect([workbook.status, workbook.body.error?.message]).toEqual([400, expect.stringContaining('Excel workbook')]);
    expect((await send('')).status).toBe(400);
    expect(left()).toEqual(before);
    const { body: file } = await send('a,b\n1,2\n');
    const { view } = await run(file.id, { kind: 'customers', map: [] });
    expect([view?.state, view?.fault]).toEqual(['ready', expect.stringContaining('no column looks like')]);
    expect((await run(file.id, { kind: 'nothing', map: [] })).status).toBe(400);
    await postToConsole(desk.url, `/imports/shop/${file.id}/drop`, {}, owner.cookie);
    expect((await get(`shop/${file.id}`)).status).toBe(404);
  });

  it('cannot be taken back while they are coming in, and are told of so', async () => {
    const rows = Array.from({ length: 6_000 }, (_, n) => `many-${n},Ada\n`);
    const { body: file } = await send(`id,name\n${rows.join('')}`);
    await postToConsole(desk.url, `/imports/shop/${file.id}`, { kind: 'customers', map: [] }, owner.cookie);
    const undo = (key: number | undefined) =>
      postToConsole(desk.url, `/imports/shop/batches/${key}/undo`, {}, owner.cookie);
    expect((await undo(1)).status).toBe(409);
    const last = async () => {
      const { batches } = (await get<{ batches: { key: number; running: boolean; undoable: boolean }[] }>('shop')).body;
      return batches[0];
    };
    await until(async () => (await last())?.running === true, 'for the import in the list');
    expect(await last()).toMatchObject({ running: true, undoable: false });
    const state = async () => (await get<ImportView>(`shop/${file.id}`)).body.state;
    await until(async () => (await state()) === 'done', 'for the end of the import');
    expect(await last()).toMatchObject({ running: false, undoable: true });
    expect(await (await undo((await last())?.key)).json()).toMatchObject({ removed: 6_000 });
  });

  it('wait for a day, and go though nobody sends another', async () => {
    const { body: file } = await send('id,name\n1,Ada\n');
    expect(left()).toContain(file.id);
    now += 25 * 3_600_000;
    await desk.server.sweep();
    expect(left()).toEqual([]);
    expect((await get(`shop/${file.id}`)).status).toBe(404);
  });

  it('are of one site, for who is signed in, from the console’s own page', async () => {
    const { body: file } = await send('id,name\n1,Ada\n');
    expect((await get(`bakery/${file.id}`)).status).toBe(404);
    expect((await get(`shop/${file.id}`, '')).status).toBe(401);
    expect((await send('id\n1\n', 'x.csv', 'shop', '')).status).toBe(401);
    const foreign = await fetch(`${desk.url}/console/api/imports/shop`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', cookie: owner.cookie },
      body: 'id\n1\n',
    });
    expect(foreign.status).toBe(403);
  });
});
