import { describe, expect, it } from '@jest/globals';
import { filesMeant } from './files-meant.ts';

const file = new File(['x'], 'x.png');
const from = (types: string[], files: readonly File[] = [file]) => ({ types, files: files as unknown as FileList });

describe('what is pasted or dropped', () => {
  it('is files where there are some: of a folder, which names them as text, or a picture of a page', () => {
    expect(filesMeant(from(['text/plain', 'Files']))).toEqual([file]);
    expect(filesMeant(from(['text/html', 'Files']))).toEqual([file]);
    expect(filesMeant({ files: from([]).files })).toEqual([file]);
  });

  it('is text where a table or a document was copied, though a picture of it comes along', () => {
    expect(filesMeant(from(['text/plain', 'text/html', 'text/rtf', 'Files']))).toEqual([]);
  });

  it('is none where there are none', () => {
    expect(filesMeant(null)).toEqual([]);
    expect(filesMeant({ files: null })).toEqual([]);
  });
});
