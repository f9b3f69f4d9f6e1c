import { join } from 'node:path';
import { keepToRetention } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import { expireBackups } from '@solodesk/store-sqlite';

export interface RetentionJob {
  /** Begins the day's work where it is not done, unless that is under way. */
  tick(): void;
  /** Resolves when what is under way has ended, after a stop within one transaction. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** Takes out what is too old, beside everything else: a first time may take long. */
export function createRetentionJob(desk: Desk, dataDir: string): RetentionJob {
  let stopped = false;
  let running: Promise<void> | null = null;
  const work = async () => {
    for (const site of desk.sites.list()) {
      if (stopped) return;
      const removed = await keepToRetention(desk, site, () => !stopped);
      if (removed === null) continue;
      desk.log.info({ site: site.id, removed }, 'what was too old was taken out');
      await desk.store.scrub();
    }
    const days = Math.min(...desk.sites.list().map(({ retention }) => retention.backups));
    if (!Number.isFinite(days)) return;
    for (const { file } of expireBackups(join(dataDir, 'solodesk.sqlite'), days, desk.clock.now())) {
      desk.log.info({ file }, 'a backup was too old and was removed');
    }
  };
  return {
    tick() {
      if (stopped) return;
      running ??= work()
        .catch((cause: unknown) => desk.log.error({ err: cause }, 'old rows could not be taken out; it is tried again'))
        .finally(() => (running = null));
    },
    settle: async () => void (await running),
    async stop() {
      stopped = true;
      await running;
    },
  };
}
