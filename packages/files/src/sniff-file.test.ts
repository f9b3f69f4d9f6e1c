import { describe, expect, it } from '@jest/globals';
import { sniffFile } from './sniff-file.ts';

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf8 = (text: string) => new TextEncoder().encode(text);
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const ODT = 'application/vnd.oasis.opendocument.text';

describe('what a file is', () => {
  it.each([
    ['a PNG', '\x89PNG\r\n\x1a\n....', 'a.png', 'image/png'],
    ['a JPEG that is called a PNG', '\xff\xd8\xff\xe0', 'a.png', 'image/jpeg'],
    ['a GIF', 'GIF89a....', 'a.gif', 'image/gif'],
    ['a WebP', 'RIFF\x00\x00\x00\x00WEBPVP8 ', 'a', 'image/webp'],
    ['a PDF', '%PDF-1.7\n', 'a.pdf', 'application/pdf'],
    ['a table', 'sku,price\r\nVASE,29\r\n', 'a.CSV', 'text/csv'],
    ['a Word document', 'PK\x03\x04....[Content_Types].xml....word/document.xml', 'a.docx', DOCX],
    ['an OpenDocument text', `PK\x03\x04${'.'.repeat(26)}mimetype${ODT}PK`, 'a.odt', ODT],
  ])('is said by its content: %s', (_what, content, name, type) => {
    expect(sniffFile(bytes(content), name)).toBe(type);
  });

  it('is words where they are called so, in any writing', () => {
    expect(sniffFile(utf8('退货说明 “yes”'), 'a.txt')).toBe('text/plain');
    expect(sniffFile(bytes('\xcd\xcb\xbb\xf5'), 'gb18030.csv')).toBe('text/csv');
  });

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'a.svg'],
    ['SVG that is called a PNG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.png'],
    ['HTML', '<script>alert(1)</script>', 'a.html'],
    ['HTML that is called a PDF', '<script>alert(1)</script>', 'a.pdf'],
    ['a program', 'MZ\x90\x00\x03', 'a.exe'],
    ['a program that is called words', 'MZ\x90\x00\x03', 'a.txt'],
    ['any archive', 'PK\x03\x04....a/b.txt', 'a.zip'],
    ['an archive that is called a document', 'PK\x03\x04....a/b.txt', 'a.docx'],
    [
      'a document of another kind than it is called',
      'PK\x03\x04....[Content_Types].xml....word/document.xml',
      'a.xlsx',
    ],
    ['an old Office file', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'a.doc'],
    ['a film', '\x00\x00\x00\x18ftypmp42', 'a.mp4'],
    ['half of a signature', '\x89PN', 'a.png'],
  ])('is nothing that is taken: %s', (_what, content, name) => {
    expect(sniffFile(bytes(content), name)).toBeNull();
  });
});
