export type { FileLine, SentFile } from './file-line.ts';
export { FileTray } from './file-tray.tsx';
export { Files } from './files.tsx';
