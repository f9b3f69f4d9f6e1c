import { cp, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEvaluator, createTrainer } from '@solodesk/nlu';
import { DatabaseTooNewError, DataInUseError, lockData, makeFolder, openSqliteStore } from '@solodesk/store-sqlite';
import { ConfigError, readConfig } from './config.ts';
import type { Config } from './config.ts';
import { snippet } from './http/console/console-sites-api.ts';
import { importDemoOrders } from './sites/demo-orders.ts';
import { createLog } from './log.ts';
import { childTrainer } from './recommendations/neighbour-trainer.ts';
import { startServer } from './server.ts';
import type { RunningServer } from './server.ts';
import { explainStart } from './start-fault.ts';

/** Longest time from SIGTERM to the end. */
const STOP_WITHIN_MS = 9_000;

/** This file is built to `apps/server/dist`; what else was built lies beside it. */
const APPS = fileURLToPath(new URL('../..', import.meta.url));
const BUILT = {
  widget: join(APPS, 'widget/dist'),
  console: join(APPS, 'console/dist'),
  help: join(APPS, 'server/dist/help'),
  demo: join(APPS, 'demo/site'),
  starterPacks: join(APPS, '../packages/faq/starter-packs'),
};
const TRAIN_CHILD = fileURLToPath(new URL('./train-child.js', import.meta.url));
const INSIGHTS_JOB = join(APPS, 'insights-job/dist/main.js');
const RECOMMEND_CHILD = fileURLToPath(new URL('./recommend-child.js', import.meta.url));
const EVALUATE_CHILD = fileURLToPath(new URL('./evaluate-child.js', import.meta.url));

async function main(): Promise<void> {
  const config = readConfig(process.env);
  await run(config).catch((cause: unknown) => {
    throw explainStart(cause, config);
  });
}

async function run(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const lock = lockData(config.dataDir);
  makeFolder(config.sitesDir);
  const isFirstDemo = config.demo && (await copyDemoSite(config));

  const store = await openSqliteStore({ file: join(config.dataDir, 'solodesk.sqlite'), log, locked: true });
  if (isFirstDemo) await importDemoOrders(config.sitesDir, join(APPS, 'demo/orders.csv'), store);
  const trainer = createTrainer({ modelsDir: join(config.dataDir, 'models'), childScript: TRAIN_CHILD, log });
  const evaluator = createEvaluator({ childScript: EVALUATE_CHILD, log });
  const server = await startServer({
    ...{ config, log, store, trainer, evaluator, built: BUILT, insightsJob: INSIGHTS_JOB },
    trainNeighbours: childTrainer(RECOMMEND_CHILD, log),
  }).catch(async (cause: unknown) => {
    trainer.close();
    evaluator.close();
    await store.close();
    throw cause;
  });

  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    trainer.close();
    evaluator.close();
    server.stop().then(
      () => {
        lock.release();
        process.exit(0);
      },
      (cause: unknown) => {
        log.error({ err: cause }, 'the stop was not clean');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('unhandledRejection', (cause) => log.error({ err: cause }, 'a promise was left alone'));

  await announce(server, config);
  log.info({ port: server.port }, 'ready');
}

/** The demo stays as a playground in the owner's own folders; once there, it is the owner's. */
async function copyDemoSite(config: Config): Promise<boolean> {
  const target = join(config.sitesDir, 'shop');
  const there = await stat(target).then(
    () => true,
    () => false,
  );
  if (!there) await cp(join(APPS, 'demo/sites/shop'), target, { recursive: true });
  return !there;
}

/** What the owner needs to read, on standard output. */
async function announce(server: RunningServer, config: Config): Promise<void> {
  const { publicUrl, accounts, sites } = server;
  const site = sites.list()[0]?.id ?? 'SITE';
  const setUp = (await accounts.needsSetup()) ? `#setup=${await accounts.newSetupToken()}` : '';
  const lines = [
    '',
    '  Solodesk is ready.',
    '',
    ...(config.demo ? [`  Shop      ${publicUrl}/`] : []),
    `  Console   ${publicUrl}/console/${setUp}`,
    ...(setUp === '' ? [] : ['            (this link sets the first password; it works once, within 24 hours)']),
    `  Snippet   ${snippet(publicUrl, site)}`,
    `  Data      ${config.dataDir}`,
    `  Sites     ${config.sitesDir}`,
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** What stops a start by itself says why; anything else is shown with its stack. */
const EXPECTED = [ConfigError, DatabaseTooNewError, DataInUseError];

main().catch((cause: unknown) => {
  const expected = EXPECTED.some((kind) => cause instanceof kind);
  const text = cause instanceof Error ? (expected ? cause.message : (cause.stack ?? cause.message)) : String(cause);
  process.stderr.write(`Solodesk cannot start. ${text}\n`);
  process.exit(1);
});
