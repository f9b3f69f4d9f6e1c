export { sniffFile } from './sniff-file.ts';
export { openFiles } from './open-files.ts';
export type { Files } from './open-files.ts';
export { FileRefused } from './file-refused.ts';
export type { RefusalReason } from './file-refused.ts';
