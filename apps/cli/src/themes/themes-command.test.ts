import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { program } from '../program.ts';

const WRITERS = ['', 'hello, ', 'hi there, ', 'well, ', 'I think ', 'honestly, '];
const OF_REFUNDS = [
  'I want my money back',
  'when do I get my refund',
  'refund the money please',
  'my refund is missing',
];
const OF_PARCELS = ['where is my parcel', 'the courier lost the parcel', 'my parcel is late', 'track the late parcel'];

describe('solodesk themes', () => {
  let folder: string;
  let printed = '';
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const themes = (...args: string[]) => {
    printed = '';
    return program({}, (text) => (printed += text)).parseAsync(['node', 'solodesk', 'themes', ...args]);
  };
  const CSV = [
    'id,text,topic',
    ...WRITERS.flatMap((writer, at) => OF_REFUNDS.map((text) => `${at},"${writer}${text}",money`)),
    ...WRITERS.flatMap((writer, at) => OF_PARCELS.map((text) => `${at},"${writer}${text}",parcel`)),
    '7,,money',
  ].join('\n');

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'solodesk-themes-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('prints the documented JSON and nothing else', async () => {
    await themes('--in', file('in.csv', CSV), '--label-column', 'topic', '--json');
    const result = JSON.parse(printed) as { k: number; themes: Record<string, unknown>[]; nmi: number; purity: number };
    expect(result).toMatchObject({ messages: 49, none: 1, dropped: { empty: 1 } });
    expect(result.themes).toHaveLength(result.k);
    expect(Object.keys(result.themes[0]!).sort()).toEqual(['examples', 'mood', 'name', 'size', 'words']);
    expect(result.nmi).toBeGreaterThan(0.4);
    expect(result.purity).toBeGreaterThan(0.8);
  });

  it('prints names, moods and messages for people', async () => {
    await themes('--in', file('in.csv', CSV), '--k', '2');
    expect(printed).toMatch(/^2 themes in 49 messages/);
    expect(printed).toMatch(/parcel.* {3}\d+ messages, mood -/);
  });

  it('tells what was left out and why, and what everybody says in the same words', async () => {
    await themes('--in', file('in.csv', `text\n${'the parcel is late\n'.repeat(10_000)}asdfghjkl\n""\n`));
    expect(printed.split('\n').slice(0, 5)).toEqual([
      '0 themes in 10002 messages; 10002 fit none',
      'left out: 9999 repeats (each counted with its first), 1 empty, 1 gibberish',
      '',
      'said again and again in the same words, and like nothing else:',
      '  – the parcel is late (10000 times)',
    ]);
  });

  it('says nothing of what was left out where nothing was', async () => {
    await themes('--in', file('in.csv', 'text\nthe parcel is late\nthe parcel is lost\n'));
    expect(printed).not.toMatch(/left out|again and again/);
  });

  it.each([
    ['a message a line', 'the parcel is late\nthe parcel is lost\n', 2],
    [
      'a message a line with commas in the first',
      'Hi, where is my parcel, please?\nthe parcel is late\nthe parcel, is lost\n',
      3,
    ],
    ['a message a line that begins with a quote', '"Late" is no word for it, honestly\nthe parcel is lost\n', 2],
    ['tabs', 'review\tstars\nthe parcel is late\t1\n', 1],
    ['the longest column where none has a known name', 'a;b\nx;the parcel is late\ny;the parcel is lost\n', 2],
    ['Chinese', '评论\n快递太慢了\n快递一直不到\n', 2],
    ['10,000 equal messages', `text\n${'the parcel is late\n'.repeat(10_000)}`, 10_000],
  ])('reads %s', async (_, content, messages) => {
    await themes('--in', file('in.csv', content), '--json');
    expect(JSON.parse(printed)).toMatchObject({ messages });
  });

  it('reads GB18030', async () => {
    // 评论, then 快递太慢 in GB18030.
    const bytes = Uint8Array.of(0xc6, 0xc0, 0xc2, 0xdb, 0x0a, 0xbf, 0xec, 0xb5, 0xdd, 0xcc, 0xab, 0xc2, 0xfd, 0x0a);
    await themes('--in', file('gb.csv', bytes), '--json');
    expect(JSON.parse(printed)).toMatchObject({ messages: 1 });
  });

  it.each([
    ['an empty file', '', [], /is empty/],
    ['a header alone', 'text,topic\n', [], /has a header and no message/],
    [
      'a column that is not there',
      'text,topic\na,b\n',
      ['--label-column', 'intent'],
      /no column "intent"; there are "text", "topic"/,
    ],
    ['JSON lines', '{"text": "the parcel is late"}\n{"text": "it is lost"}\n', [], /is JSON; save it as CSV/],
    ['a list in JSON', '[{"text": "the parcel is late"}]', [], /is JSON; save it as CSV/],
    ['an open quote', 'text,topic\n"a,b\n', [], /is no CSV from here on/],
  ])('refuses %s in words', async (_, content, args, reason) => {
    await expect(themes('--in', file('in.csv', content), ...args, '--json')).rejects.toThrow(reason);
    expect(printed).toBe('');
  });
});
