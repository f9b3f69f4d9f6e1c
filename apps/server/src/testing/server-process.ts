import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { writeSite } from './shop-sites.ts';
import { builtFolders } from './start-desk.ts';
import { until } from './until.ts';

const SERVER = fileURLToPath(new URL('../..', import.meta.url));
const BUILD = fileURLToPath(new URL('../../../../packages/tooling/node-build.mjs', import.meta.url));
const TRAIN_CHILD = fileURLToPath(new URL('../../../../packages/nlu/src/processes/train-child.ts', import.meta.url));
const run = promisify(execFile);
/** A start reads and compiles megabytes, which takes a loaded machine a while. */
const START_WITHIN_MS = 240_000;

/** The server as it is shipped: built like a release, in a folder of its own, started as a process. */
export class Release {
  readonly folder: string;
  readonly #children: ChildProcess[] = [];

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async build(): Promise<Release> {
    const folder = await mkdtemp(join(tmpdir(), 'solodesk-release-'));
    const root = join(folder, 'apps/server');
    await mkdir(root, { recursive: true });
    // First: what is a library is told by where it is found.
    await symlink(join(SERVER, 'node_modules'), join(root, 'node_modules'));
    const entries = { main: join(SERVER, 'src/main.ts'), 'train-child': TRAIN_CHILD };
    const build = `(await import(process.argv[1])).buildForNode(process.argv[2], JSON.parse(process.argv[3]))`;
    await run(process.execPath, ['--input-type=module', '-e', build, BUILD, root, JSON.stringify(entries)]);
    const { widget, console, help } = await builtFolders(folder);
    await symlink(help, join(root, 'dist/help'));
    for (const [name, dist] of [['widget', widget] as const, ['console', console] as const]) {
      await mkdir(join(folder, 'apps', name));
      await symlink(dist, join(folder, 'apps', name, 'dist'));
    }
    await writeSite(join(folder, 'data/sites'), 'shop');
    return new Release(folder);
  }

  start(environment: Record<string, string> = {}): ServerProcess {
    const child = spawn(process.execPath, [join(this.folder, 'apps/server/dist/main.js')], {
      env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: join(this.folder, 'data'), DEMO: 'off', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#children.push(child);
    return new ServerProcess(child);
  }

  async remove(): Promise<void> {
    for (const child of this.#children) if (child.exitCode === null) child.kill('SIGKILL');
    await rm(this.folder, { recursive: true, force: true });
  }
}

export class ServerProcess {
  readonly child: ChildProcess;
  /** Resolves to the exit code; null when a signal ended it. */
  readonly exited: Promise<number | null>;
  output = '';

  constructor(child: ChildProcess) {
    this.child = child;
    this.exited = new Promise((resolve) => child.once('exit', resolve));
    child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  /** The address, once it is ready. */
  async ready(): Promise<string> {
    const port = await until(
      () => {
        if (this.child.exitCode !== null) throw new Error(`the server did not start:\n${this.output}`);
        return /"port":(\d+),"msg":"ready"/.exec(this.output)?.[1];
      },
      'for the server to be ready',
      START_WITHIN_MS,
    );
    return `http://127.0.0.1:${port}`;
  }
}
