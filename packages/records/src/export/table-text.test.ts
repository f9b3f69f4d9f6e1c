import { describe, expect, it } from '@jest/globals';
import { csvHeader, csvLine, csvRows, jsonRow } from './table-text.ts';

describe('a row of an export', () => {
  it.each([
    ['=1+2', `'=1+2`],
    ["=cmd|' /C calc'!A0", `'=cmd|' /C calc'!A0`],
    ['+4930123456', `'+4930123456`],
    ['-2+3', `'-2+3`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['  =1', `'  =1`],
    ['\t=1', `'\t=1`],
    ['\n=1', `"'\n=1"`],
    ['＝1+2', `'＝1+2`],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ])('is never a formula: %j', (text, cell) => {
    expect(csvLine([text])).toBe(`${cell}\r\n`);
  });

  it('leaves alone what is none, and numbers of our own', () => {
    expect(csvLine(['a=b', -5, null, true, '王小明', ''])).toBe('a=b,-5,,true,王小明,\r\n');
  });

  it('quotes what would end a value or a line', () => {
    expect(csvLine(['x,y', 'say "hi"', 'one\ntwo'])).toBe('"x,y","say ""hi""","one\ntwo"\r\n');
    expect(csvLine([[{ name: 'Soap' }]])).toBe('"[{""name"":""Soap""}]"\r\n');
  });

  it('is headed by its names, and is itself in JSON', () => {
    expect(csvHeader('mails', true)).toBe('\uFEFFat,address,about\r\n');
    expect(csvRows('mails', [{ about: 'welcome', at: 'now', address: null }])).toBe('now,,welcome\r\n');
    expect(jsonRow({ text: '=1\n2', lines: [1] })).toBe('{"text":"=1\\n2","lines":[1]}\n');
  });
});
