import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseLabelled, readLabelled } from './labelled-csv.ts';

const read = (content: string) => parseLabelled('a.csv', content);

describe('a CSV of labelled texts', () => {
  it('is read with quotes, line breaks inside them, a byte order mark, and columns in any order', () => {
    const { rows, classes } = read(
      '\ufeffid,Label,TEXT\r\n1,negative,"no, ""not"" good\nat all"\r\n\r\n2,neutral,ok\r\n',
    );
    expect(rows).toEqual([
      { text: 'no, "not" good\nat all', label: 'negative' },
      { text: 'ok', label: 'neutral' },
    ]);
    expect(classes).toBe(3);
  });

  it('has two classes where the labels are 0 and 1, or nothing is neutral', () => {
    expect(read('text,label\nbad,0\ngood,1\n')).toEqual({
      rows: [
        { text: 'bad', label: 'negative' },
        { text: 'good', label: 'positive' },
      ],
      classes: 2,
    });
    expect(read('text,label\nbad,Negative\ngood,positive\n').classes).toBe(2);
  });

  it('may have an empty text', () => {
    expect(read('text,label\n,neutral\n').rows).toEqual([{ text: '', label: 'neutral' }]);
  });

  it('is refused with the line of what is wrong', () => {
    expect(() => read('text,label\nfine,neutral\nbad,angry\n')).toThrow('a.csv:3 the label is "angry"');
    expect(() => read('text,label\n"never closed,neutral\n')).toThrow(/a\.csv:\d+ is no CSV/);
    expect(() => read('text,label\none,two,three\n')).toThrow(/a\.csv:2 is no CSV/);
    expect(() => read('sentence,label\nx,neutral\n')).toThrow('a.csv:1 the header has no column "text"');
    expect(() => read('text,label\nx,1\ny,neutral\n')).toThrow('mixes labels');
    expect(() => read('text,label\n')).toThrow('has no rows');
    expect(() => read('')).toThrow('has no rows');
  });

  it('is refused if it is not there, or is no UTF-8', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'solodesk-labelled-'));
    await expect(readLabelled(join(folder, 'none.csv'))).rejects.toThrow('none.csv cannot be read');
    await expect(readLabelled(folder)).rejects.toThrow('cannot be read');
    await writeFile(join(folder, 'gbk.csv'), Buffer.from([0x74, 0x65, 0x78, 0x74, 0x0a, 0xc4, 0xe3, 0xba]));
    await expect(readLabelled(join(folder, 'gbk.csv'))).rejects.toThrow('not UTF-8');
  });
});
