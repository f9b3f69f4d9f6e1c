import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { program } from '../program.ts';

describe('solodesk nlu eval', () => {
  let folder: string;
  let printed = '';
  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const solodesk = (...args: string[]) => {
    printed = '';
    return program({}, (text) => (printed += text)).parseAsync(['node', 'solodesk', 'nlu', 'eval', ...args]);
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'solodesk-nlu-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const TRAIN =
    'text,intent\nwhere is my parcel,track\ntrack my order,track\nparcel status,track\nrefund please,refund\nmoney back,refund\ni want a refund,refund\n';

  it('prints the documented JSON and nothing else', async () => {
    const train = file('train.csv', TRAIN);
    const test = file('test.csv', 'text,intent\nwhere is the parcel now,track\nwho is the pope,oos\n');
    await solodesk('--train', train, '--test', test, '--json');
    expect(Object.keys(JSON.parse(printed) as object).sort()).toEqual(
      [
        ...['n', 'accuracy', 'inScopeAccuracy', 'outOfScopeRecall', 'macroF1', 'calibrationError', 'threshold'],
        ...['trainSeconds', 'predictP50Ms', 'predictP99Ms', 'modelBytes'],
      ].sort(),
    );
    expect(JSON.parse(printed)).toMatchObject({ n: 2, accuracy: 1 });
  });

  it('reads Chinese', async () => {
    const train = file(
      'zh.csv',
      'text,intent\n我的包裹在哪,track\n订单到哪了,track\n我要退款,refund\n退钱给我,refund\n',
    );
    const test = file('zh-test.csv', 'text,intent\n我的訂單在哪,track\n可以退款嗎,refund\n');
    await solodesk('--train', train, '--test', test, '--lang', 'zh', '--json');
    expect(JSON.parse(printed)).toMatchObject({ accuracy: 1 });
    await solodesk('--train', train, '--test', test, '--json');
    expect(JSON.parse(printed)).toMatchObject({ accuracy: 1 });
  });

  it('reads what spreadsheets save, and refuses what is no text', async () => {
    const utf16 = join(folder, 'utf16.csv');
    writeFileSync(utf16, `\uFEFF${TRAIN}`, 'utf16le');
    const test = file('test.csv', 'text,intent\nwhere is the parcel now,track\n');
    await solodesk('--train', utf16, '--test', test, '--json');
    expect(JSON.parse(printed)).toMatchObject({ n: 1, accuracy: 1 });
    const latin = join(folder, 'latin.csv');
    writeFileSync(latin, `${TRAIN}caf\xe9 ,track\n`, 'latin1');
    await expect(solodesk('--train', latin, '--test', test)).rejects.toThrow('latin.csv is neither UTF-8 nor');
  });

  it('says on standard error which intents of the test cannot be right', async () => {
    const told = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const train = file('train.csv', TRAIN);
    const test = file('test.csv', 'text,intent\nwhere is the parcel now,track\nmay i bring a dog,pets\nin,toString\n');
    await solodesk('--train', train, '--test', test, '--json');
    expect(told.mock.calls.map(([text]) => text)).toEqual([
      'Intents of the test that the training does not have, so that none of their sentences can be right: "pets", "toString"\n',
    ]);
    expect(JSON.parse(printed)).toMatchObject({ n: 3, accuracy: 1 / 3 });
    told.mockRestore();
  });

  it('takes JSON without validation sentences as one that has none', async () => {
    const pairs = (content: string) =>
      content
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(','));
    const json = file('all.json', JSON.stringify({ train: pairs(TRAIN), val: [], test: [['parcel now', 'track']] }));
    await solodesk('--train', json, '--test', json, '--json');
    expect(JSON.parse(printed)).toMatchObject({ n: 1, accuracy: 1 });
    await expect(solodesk('--train', json, '--test', json, '--split', 'train:val:test')).rejects.toThrow(
      'all.json: "val" has no sentence',
    );
  });

  it('says which file is wrong', async () => {
    const train = file('train.csv', TRAIN);
    await expect(solodesk('--train', train, '--test', join(folder, 'none.csv'))).rejects.toThrow(
      'none.csv cannot be read: there is no such file',
    );
    await expect(solodesk('--train', file('empty.csv', ''), '--test', train)).rejects.toThrow('empty.csv: it is empty');
    await expect(solodesk('--train', train, '--test', folder)).rejects.toThrow('it is a folder');
    await expect(solodesk('--train', train, '--test', train)).rejects.toThrow('every sentence is in the test, too');
    await expect(solodesk('--train', file('bad.csv', 'a,b\n1,2\n'), '--test', train)).rejects.toThrow('bad.csv');
  });
});
