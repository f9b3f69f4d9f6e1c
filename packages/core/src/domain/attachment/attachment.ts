/** What may be sent, by what is in it and not by what it is called. Pictures are shown; everything else is only ever downloaded. */
export const FILE_TYPES = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'text/plain': ['txt'],
  'text/csv': ['csv'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;
export type FileType = keyof typeof FILE_TYPES;

/** A file of a message, as both sides see it. */
export interface Attachment {
  /** Public, unguessable. */
  readonly id: string;
  /** As the sender called it; text, and never a path. */
  readonly name: string;
  readonly type: FileType;
  readonly bytes: number;
  /** Of a picture, in pixels. */
  readonly width?: number;
  readonly height?: number;
}

/** Largest file, in bytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** Most files of one message. */
export const MOST_FILES = 5;
/** Most files that one side of a conversation may bring in within an hour. */
export const MOST_FILES_AN_HOUR = 20;

export function isPicture({ type }: Pick<Attachment, 'type'>): boolean {
  return type.startsWith('image/');
}

/** A message in words: what was said, and then its files by name. */
export function wordsWithFiles(text: string, files: readonly Pick<Attachment, 'name'>[] | undefined): string {
  if (files === undefined || files.length === 0) return text;
  const names = files.map(({ name }) => `📎 ${name}`).join('\n');
  return text.trim() === '' ? names : `${text}\n${names}`;
}
