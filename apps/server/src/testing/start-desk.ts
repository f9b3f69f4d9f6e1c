import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { Clock, IntentTrainer, Store } from '@solodesk/core';
import type { Evaluator } from '@solodesk/nlu';
import { openSqliteStore } from '@solodesk/store-sqlite';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { startServer } from '../server.ts';
import type { RunningServer } from '../server.ts';
import { Owner } from './owner.ts';
import { writeSite } from './shop-sites.ts';
import type { SiteSettings } from './shop-sites.ts';
import { smallEvaluator, smallTrainer } from './small-trainer.ts';
import { STARTER_PACKS } from './starter-packs.ts';
import { Visitor } from './visitor.ts';
import type { VisitOptions } from './visitor.ts';

export interface DeskOptions {
  /** Settings of each site's `site.json`; one site `shop` by default. */
  sites?: Record<string, SiteSettings>;
  environment?: Record<string, string>;
  clock?: Clock;
  trainer?: IntentTrainer;
  evaluator?: Evaluator;
  /** Of a desk that was stopped before. */
  dataDir?: string;
  /** Where the database lies, if not in `dataDir`. */
  databaseDir?: string;
  /** Hash in the names of the widget's files. */
  release?: string;
  /** How long a locked database is tried again. Milliseconds. */
  patience?: number;
  isPushService?: (endpoint: string) => boolean;
  /** How often queues are read again for time alone. */
  queueLookMs?: number;
  /** The program of the batch, from the desk's data folder. */
  insightsJob?: (dataDir: string) => string;
  /** Certificates that calls to addresses outside trust, PEM. */
  outgoingCa?: string;
}

/** A hundredth of the real cost, which each test would pay at its first console. */
const CHEAP = { N: 2 ** 10, r: 8, p: 1 };

/** The whole composed server, in this process, on a free port and in a folder of its own. */
export class TestDesk {
  readonly server: RunningServer;
  readonly store: Store;
  readonly dataDir: string;
  readonly sitesDir: string;
  readonly logLines: string[];
  readonly #people: { leave(): void }[] = [];
  #owner: Owner | null = null;
  #running = true;

  constructor(server: RunningServer, store: Store, dataDir: string, logLines: string[]) {
    this.server = server;
    this.store = store;
    this.dataDir = dataDir;
    this.sitesDir = join(dataDir, 'sites');
    this.logLines = logLines;
  }

  get url(): string {
    return `http://127.0.0.1:${this.server.port}`;
  }

  /** A visitor who is connected and welcomed. */
  async visit(options: VisitOptions = {}): Promise<Visitor> {
    const visitor = this.knock(options);
    await visitor.welcomed;
    return visitor;
  }

  /** A visitor who tries to connect. */
  knock(options: VisitOptions = {}): Visitor {
    const visitor = new Visitor(this.url, options);
    this.#people.push(visitor);
    return visitor;
  }

  /** The owner, set up at the first call; each call is another console. */
  async console(site = 'shop'): Promise<Owner> {
    this.#owner ??= await Owner.setUp(this.url, await this.server.accounts.newSetupToken());
    const owner = await this.#owner.connect();
    this.#people.push(owner);
    await owner.watch(site);
    return owner;
  }

  /** Stops the server, and leaves its folder. */
  async stop(): Promise<void> {
    if (!this.#running) return;
    this.#running = false;
    for (const person of this.#people) person.leave();
    await this.server.stop();
  }

  /** Stops the server, and removes its folder. */
  async end(): Promise<void> {
    await this.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

export async function startDesk(options: DeskOptions = {}): Promise<TestDesk> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'solodesk-server-')));
  const sitesDir = join(dataDir, 'sites');
  if (options.dataDir === undefined) {
    for (const [id, settings] of Object.entries(options.sites ?? { shop: {} })) await writeSite(sitesDir, id, settings);
  }
  const logLines: string[] = [];
  const log = createLog('debug', linesInto(logLines));
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, DEMO: 'off', ...options.environment });
  const store = await openSqliteStore({
    file: join(options.databaseDir ?? dataDir, 'solodesk.sqlite'),
    log,
    ...(options.patience !== undefined && { patience: options.patience }),
  });
  const server = await startServer({
    config,
    log,
    store,
    trainer: options.trainer ?? smallTrainer,
    evaluator: options.evaluator ?? smallEvaluator,
    built: await builtFolders(dataDir, options.release),
    passwordCost: CHEAP,
    ...(options.insightsJob && { insightsJob: options.insightsJob(dataDir) }),
    ...(options.clock && { clock: options.clock }),
    ...(options.queueLookMs !== undefined && { queueLookMs: options.queueLookMs }),
    ...(options.isPushService && { isPushService: options.isPushService }),
    ...(options.outgoingCa !== undefined && { outgoingCa: options.outgoingCa }),
  });
  return new TestDesk(server, store, dataDir, logLines);
}

/** Stand-ins for what the builds of widget, console and demo leave behind, as small as they can be. */
export async function builtFolders(dataDir: string, hash = 'a1') {
  const built = {
    widget: join(dataDir, 'built/widget'),
    console: join(dataDir, 'built/console'),
    help: join(dataDir, 'built/help'),
  };
  await rm(join(built.widget, 'assets'), { recursive: true, force: true });
  for (const folder of ['widget/.vite', 'widget/assets', 'console/assets', 'help']) {
    await mkdir(join(dataDir, 'built', folder), { recursive: true });
  }
  const entry = { file: `assets/frame-${hash}.js`, css: [`assets/frame-${hash}.css`], isEntry: true };
  await writeFile(join(built.widget, '.vite/manifest.json'), JSON.stringify({ 'src/frame.ts': entry }));
  await writeFile(join(built.widget, 'loader.js'), 'start(__SOLODESK_SITE__);');
  await writeFile(join(built.widget, 'proactive.js'), 'say(__SOLODESK_PROACTIVE__);');
  for (const name of ['preview-page.js', 'preview-frame.js'])
    await writeFile(join(built.widget, name), `/* ${name} */`);
  await writeFile(join(built.widget, `assets/frame-${hash}.js`), `/* ${hash} */`);
  await writeFile(join(built.widget, `assets/frame-${hash}.css`), `/* ${hash} */`);
  const pages = ['survey.css', 'survey.js', 'unsubscribe.js', 'leave.js', 'act.js', 'file.js'];
  for (const name of ['help.css', 'help.js', 'api-docs.css', ...pages])
    await writeFile(join(built.help, name), `/* ${name} */`);
  await writeFile(join(built.console, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(built.console, 'index.html'), '<!doctype html><title>Console</title>');
  return { ...built, demo: join(dataDir, 'built/demo'), starterPacks: STARTER_PACKS };
}

function linesInto(lines: string[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(...chunk.toString().trimEnd().split('\n'));
      done();
    },
  });
}
