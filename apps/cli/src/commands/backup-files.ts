import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the files of a backup lie: `solodesk-….files` beside `solodesk-….sqlite`. */
export function filesOfBackup(file: string): string {
  return `${file.replace(/\.sqlite$/, '')}.files`;
}

/**
 * Puts all files of a folder into another, those excepted that are there. They never change, so that on one disk both share them and it
 * costs no room; what is removed here stays there.
 * @returns how many were put there, previews not counted
 */
export function shareFiles(from: string, to: string): number {
  if (!existsSync(from)) return 0;
  let shared = 0;
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    // What has not arrived whole is no file yet.
    if (entry.name.startsWith('.')) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) shared += shareFiles(source, target);
    else if (entry.isFile() && !existsSync(target)) {
      mkdirSync(to, { recursive: true });
      share(source, target);
      if (!entry.name.endsWith('.preview')) shared++;
    }
  }
  return shared;
}

/** Another disk, and some file systems, know no second name of a file. */
const NO_LINKS = ['EXDEV', 'EPERM', 'ENOTSUP', 'EMLINK', 'ENOSYS'];

function share(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    // Erased at this very moment.
    if (code === 'ENOENT') return;
    if (!NO_LINKS.includes(code)) throw cause;
    copyFileSync(source, target);
  }
}
