import { FILE_TYPES } from '@solodesk/core';
import type { FileType } from '@solodesk/core';

/** How much of a file's beginning is looked at: the first entries of an archive stand there. */
export const HEAD_BYTES = 64 * 1024;

const startsWith = (head: Uint8Array, bytes: string, at = 0) =>
  head.length >= at + bytes.length && [...bytes].every((byte, index) => head[at + index] === byte.charCodeAt(0));

/** Signatures by the formats' own texts: RFC 2083 (PNG), ITU T.81 (JPEG), GIF89a, RIFF/WebP, ISO 32000 (PDF). */
const SIGNATURES: readonly (readonly [FileType, (head: Uint8Array) => boolean])[] = [
  ['image/png', (head) => startsWith(head, '\x89PNG\r\n\x1a\n')],
  ['image/jpeg', (head) => startsWith(head, '\xff\xd8\xff')],
  ['image/gif', (head) => startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a')],
  ['image/webp', (head) => startsWith(head, 'RIFF') && startsWith(head, 'WEBP', 8)],
  ['application/pdf', (head) => startsWith(head, '%PDF-')],
];

const OFFICE: readonly (readonly [FileType, string])[] = [
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'word/'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xl/'],
];
const OPEN_DOCUMENT: readonly FileType[] = [
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
];

/**
 * What a file is, by its content; where several are written alike (words, tables, archives) its name must agree. Null for
 * everything that is not taken: SVG and HTML are words that are called something else, programs are nothing of the list.
 * @param head its first `HEAD_BYTES`
 */
export function sniffFile(head: Uint8Array, name: string): FileType | null {
  const signed = SIGNATURES.find(([, fits]) => fits(head));
  if (signed !== undefined) return signed[0];
  if (startsWith(head, 'PK\x03\x04')) return archive(head, name);
  const called = calledLike(name);
  return (called === 'text/plain' || called === 'text/csv') && isText(head) ? called : null;
}

/** Of the many things that are ZIP archives, the documents that say by their first entries that they are. */
function archive(head: Uint8Array, name: string): FileType | null {
  const called = calledLike(name);
  const entries = Buffer.from(head).toString('latin1');
  const office = OFFICE.find(([type]) => type === called);
  if (office !== undefined)
    return entries.includes('[Content_Types].xml') && entries.includes(office[1]) ? office[0] : null;
  // ODF 1.2, part 3, 3.3: the entry "mimetype" is the first and is not compressed.
  const open = OPEN_DOCUMENT.find((type) => type === called);
  return open !== undefined && startsWith(head, `mimetype${open}`, 30) ? open : null;
}

function calledLike(name: string): FileType | null {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const found = Object.entries(FILE_TYPES).find(([, extensions]) =>
    (extensions as readonly string[]).includes(extension),
  );
  return found === undefined ? null : (found[0] as FileType);
}

/** Words in some writing: no control characters but those that lay a text out. Old Chinese tables are no UTF-8, and are words all the same. */
function isText(head: Uint8Array): boolean {
  return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x0c);
}
