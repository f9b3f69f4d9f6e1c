import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openSqliteStore } from '@solodesk/store-sqlite';
import { program } from '../program.ts';
import { writeSmallSite } from '../testing/small-site.ts';
import type { Explanation } from './explain.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };

describe('solodesk priority explain', () => {
  let dataDir: string;
  let printed: string;
  const explain = async (...args: string[]) => {
    printed = '';
    const command = program({ DATA_DIR: dataDir }, (text) => (printed += `${text}\n`));
    await command.parseAsync(['node', 'solodesk', 'priority', 'explain', ...args]);
  };
  const json = async (...args: string[]) => {
    await explain(...args, '--json');
    return JSON.parse(printed) as Explanation;
  };
  const change = (site: string, more: object) => {
    const file = join(dataDir, 'sites', site, 'site.json');
    writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), ...more }));
  };

  beforeEach(() => {
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    dataDir = mkdtempSync(join(tmpdir(), 'solodesk-priority-'));
    writeSmallSite(join(dataDir, 'sites'), 'bakery');
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(dataDir, { recursive: true });
  });

  it('prints a sum that can be checked by hand, with the names of the rules', async () => {
    await explain(
      'I am furious, the oven you sold me started smoking!! I want my money back',
      '--messages',
      '3',
      '--waits',
      '6',
    );
    expect(printed).toBe(
      [
        ' +40  safety word “smoking”  safety',
        ' +20  complaint  complaint',
        ' +15  refund  refund',
        ' +10  third message today  messages',
        ' +12  angry  angry',
        ' +12  waits 6 h  waits',
        '────',
        ' 100  priority (109), urgent',
        '',
      ].join('\n'),
    );
  });

  it('speaks the language of the text, or the one that is asked for', async () => {
    await explain('我要退款');
    expect(printed).toContain(' +15  退款  refund');
    expect(printed).toContain('  15  优先级, 普通');
    await explain('我要退款', '--lang', 'en');
    expect(printed).toContain('  15  priority, normal');
    await explain('Hello', '--lang', 'zh');
    expect(printed).toBe('      没有规则生效\n   0  优先级, 低\n');
  });

  it('knows a customer by id or address, and says when there is none', async () => {
    await expect(explain('hi', '--customer', 'c-7')).rejects.toThrow('no database');
    const store = await openSqliteStore({ file: join(dataDir, 'solodesk.sqlite'), log: silent });
    const customer = { id: 'c-7', email: 'ada@home.example' };
    const write = { site: 'bakery', at: 1, uuid: () => 'u', batch: null };
    await store.saveOrders([{ number: 'B-1', customer, status: 'paid', total: 2_000, currency: 'EUR' }], write);
    await store.close();
    for (const known of ['c-7', 'Ada@home.example']) {
      expect(await json('hi', '--customer', known)).toMatchObject({
        score: 20,
        reasons: [{ name: 'paying', points: 20 }],
        facts: { customer: 'paying', orderTotal: 20 },
      });
    }
    await expect(explain('hi', '--customer', 'c-8')).rejects.toThrow(
      '"bakery" knows no customer with the id or address',
    );
  });

  it('recognises a complaint, and danger where the site has a plan for it', async () => {
    const angry = await json('I am very disappointed, this is unacceptable');
    expect(angry.reasons.map(({ name }) => name)).toContain('complaint');
    const emergency = { number: '112', redFlags: [{ name: 'chest', phrases: { en: ['chest pain'] } }] };
    change('bakery', { emergency });
    expect(await json('I have chest pain')).toMatchObject({ level: 'urgent', facts: { danger: true } });
  });

  it('understands what is meant where a rule depends on it', async () => {
    const rule = { name: 'returns', points: 7, when: { intent: 'returns.*' }, text: { en: 'return', zh: '退货' } };
    change('bakery', { priority: { defaults: false, rules: [rule] } });
    expect(await json('how do I return something')).toMatchObject({ score: 7, facts: { category: 'returns' } });
    // It is taught for that, which takes seconds on a busy machine.
  });

  it('asks for a site where there are several, and refuses nonsense', async () => {
    writeSmallSite(join(dataDir, 'sites'), 'florist');
    await expect(explain('refund')).rejects.toThrow('name one site with --site: bakery, florist');
    expect(await json('refund', '--site', 'florist')).toMatchObject({ site: 'florist', score: 15 });
    expect(await json('refund', '--site', join(dataDir, 'sites/bakery'))).toMatchObject({ site: 'bakery' });
    await expect(explain('refund', '--site', 'baker')).rejects.toThrow('there is: bakery, florist');
    await expect(explain('refund', '--waits', 'long')).rejects.toThrow('a number of hours');
    await expect(explain('refund', '--messages', '0')).rejects.toThrow('a whole number from 1');
  });
});
