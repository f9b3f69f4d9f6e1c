import { FILE_TYPES } from './attachment.ts';
import type { FileType } from './attachment.ts';

/** Longest name, in code points. */
const MOST = 100;
/** Control characters, and marks that turn the reading direction around: by those `fdp.exe` reads as `exe.pdf`. */
const UNREADABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/gu;
/** What some file system does not take in a name. */
const RESERVED = /[<>:"|?*]/g;

/**
 * A name to show and to save under: no path, nothing that cannot be seen, and at the end what the content is, whatever the
 * sender calls it. `../../photo.exe` with a JPEG in it is `photo.exe.jpg`.
 */
export function fileName(given: string, type: FileType): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .replace(UNREADABLE, '')
    .replace(RESERVED, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const [usual, ...others] = FILE_TYPES[type] as readonly [string, ...string[]];
  const dot = clean.lastIndexOf('.');
  const extension = dot > 0 ? clean.slice(dot + 1).toLowerCase() : '';
  const fits = extension === usual || others.includes(extension);
  const stem = [...(fits ? clean.slice(0, dot) : clean)].slice(0, MOST).join('').trim();
  return `${stem === '' ? 'file' : stem}.${fits ? extension : usual}`;
}
