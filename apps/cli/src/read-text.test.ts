import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, jest } from '@jest/globals';
import { readText } from './read-text.ts';

describe('the text of a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'solodesk-text-'));
  const file = (bytes: Uint8Array): string => {
    const path = join(folder, 'a.csv');
    writeFileSync(path, bytes);
    return path;
  };

  it('is read in what spreadsheets save', async () => {
    expect(await readText(file(Buffer.from('你好')))).toBe('你好');
    expect(await readText(file(Buffer.from([0xc4, 0xe3, 0xba, 0xc3])))).toBe('你好');
    expect(await readText(file(Buffer.from('\ufeff你好', 'utf16le')))).toBe('你好');
    expect(await readText(file(Buffer.from('\ufeff你好', 'utf16le').swap16()))).toBe('你好');
  });

  it('is asked for where there is none', async () => {
    await expect(readText(file(gzipSync('text')))).rejects.toThrow('a.csv is compressed; unpack it and try again');
    await expect(readText(file(Buffer.from('PK\u0003\u0004')))).rejects.toThrow('a.csv is an Excel workbook');
    await expect(readText(file(Buffer.from([0xff, 0xff])))).rejects.toThrow('a.csv is neither UTF-8 nor GB18030');
  });

  it('is standard input for "-", for whoever asks first and second', async () => {
    const typed = Readable.from([Buffer.from('a\n'), Buffer.from('b\n')]);
    const stdin = jest.spyOn(process, 'stdin', 'get').mockReturnValue(typed as typeof process.stdin);
    expect(await Promise.all([readText('-'), readText('-')])).toEqual(['a\nb\n', 'a\nb\n']);
    stdin.mockRestore();
  });
});
