import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
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

  it('may have semicolons or tabs between its columns, and inch marks in a text', () => {
    const rows = [{ text: 'the 5" screen, broken', label: 'negative' }];
    expect(read('label;text\r\nnegative;the 5" screen, broken\r\n').rows).toEqual(rows);
    expect(read('label\ttext\nnegative\tthe 5" screen, broken\n').rows).toEqual(rows);
    expect(read('sep=;\r\nlabel;text\r\nnegative;the 5" screen, broken\r\n').rows).toEqual(rows);
  });

  it('has three classes where the labels are -1, 0 and 1', () => {
    const { rows, classes } = read('text,label\nbad,-1\nso,0\ngood,1\n');
    expect(rows.map(({ label }) => label)).toEqual(['negative', 'neutral', 'positive']);
    expect(classes).toBe(3);
  });

  it('may have an empty text', () => {
    expect(read('text,label\n,neutral\n').rows).toEqual([{ text: '', label: 'neutral' }]);
  });

  it('is refused with the line of what is wrong', () => {
    expect(() => read('text,label\nfine,neutral\nbad,angry\n')).toThrow('a.csv:3 the label is "angry"');
    expect(() => read('text,label\n"never closed,neutral\n')).toThrow(/a\.csv:\d+ is no CSV/);
    expect(() => read('text,label\none,two,three\n')).toThrow(/a\.csv:2 is no CSV/);
    expect(() => read('sentence,label\nx,neutral\n')).toThrow('a.csv:1 the header has no column "text"');
    expect(() => read('text,label\nx,1\ny,neutral\n')).toThrow('mixes labels in numbers with words (1, neutral)');
    expect(() => read('text,label\nx,1\ny,5\n')).toThrow('has ratings (1, 5) for labels; write negative, neutral or');
    expect(() => read('text,label\nx,4.5\ny,1\n')).toThrow('has ratings');
    expect(() => read('text,label\nx,toString\n')).toThrow('a.csv:2 the label is "tostring"');
    expect(() => read('text,label\n')).toThrow('has no rows');
    expect(() => read('')).toThrow('has no rows');
  });

  it('is read in the encodings of spreadsheets, and refused if it is not there or is no text', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'solodesk-labelled-'));
    await expect(readLabelled(join(folder, 'none.csv'))).rejects.toThrow('none.csv cannot be read');
    await expect(readLabelled(folder)).rejects.toThrow('cannot be read');
    const gbk = Buffer.from([...Buffer.from('text,label\n'), 0xba, 0xc3, ...Buffer.from(',positive\n')]);
    await writeFile(join(folder, 'gbk.csv'), gbk);
    expect((await readLabelled(join(folder, 'gbk.csv'))).rows).toEqual([{ text: '好', label: 'positive' }]);
    await writeFile(join(folder, 'packed.csv'), gzipSync('text,label\ngood,positive\n'));
    await expect(readLabelled(join(folder, 'packed.csv'))).rejects.toThrow('packed.csv is compressed; unpack it');
    await writeFile(join(folder, 'noise.csv'), Buffer.from([0x74, 0xff, 0xff, 0x0a]));
    await expect(readLabelled(join(folder, 'noise.csv'))).rejects.toThrow('neither UTF-8 nor GB18030');
  });
});
