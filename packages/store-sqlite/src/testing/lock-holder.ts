import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';

const PROGRAM = `
  const [driver, file, hold] = process.argv.slice(1);
  const db = new (require(driver))(file);
  db.exec('BEGIN IMMEDIATE');
  process.stdout.write('locked');
  setTimeout(() => db.exec('COMMIT'), Number(hold));
`;

/** Another process that locks the database for a while. Resolves when it has the lock; `released` when it has ended. */
export async function holdLock(file: string, milliseconds: number): Promise<{ released: Promise<unknown> }> {
  const driver = createRequire(import.meta.url).resolve('better-sqlite3');
  const child = spawn(process.execPath, ['-e', PROGRAM, driver, file, String(milliseconds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const released = once(child, 'exit');
  await once(child.stdout, 'data');
  return { released };
}
