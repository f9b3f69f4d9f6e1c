import { deliverDueJobs } from '@solodesk/core/use-cases';
import type { Desk, Delivering } from '@solodesk/core/use-cases';
import { MailLimits } from './mail-limits.ts';

/** How often it is looked whether a job is due: one read of an index. */
const EVERY_MS = 1_000;
/** Deliveries at a time. */
const AT_A_TIME = 20;
/** How long a stop waits for deliveries that are under way; what is cut off is delivered after the next start. */
const FINISH_WITHIN_MS = 5_000;

export interface JobRunner {
  /** Delivers now what is due, and resolves when everything that is under way is settled. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

async function release({ store, log }: Desk): Promise<void> {
  try {
    await store.releaseJobs();
  } catch (cause) {
    log.error({ err: cause }, 'what was held could not be released; it is anybody’s when its lease has run out');
  }
}

/** Delivers mails and pushes as they become due. */
export function startJobRunner(
  desk: Desk,
  { courier, carrier, caller, linkTo }: Pick<Delivering, 'courier' | 'carrier' | 'caller' | 'linkTo'>,
): JobRunner {
  const underWay = new Set<Promise<void>>();
  const mails = new MailLimits();
  const delivering: Delivering = {
    courier,
    carrier,
    caller,
    linkTo,
    random: Math.random,
    mailPause: (job) => mails.take(job, desk.clock.now()),
  };
  let stopped = false;
  const take = async () => {
    if (stopped) return;
    try {
      for (const job of await deliverDueJobs(desk, delivering, AT_A_TIME - underWay.size)) {
        underWay.add(job);
        void job.finally(() => underWay.delete(job));
      }
    } catch (cause) {
      desk.log.error({ err: cause }, 'the jobs that are due could not be read; the next round tries again');
    }
  };
  // The data folder is locked: whoever held a job before is gone.
  let taking = release(desk).then(take);
  const next = () => (taking = taking.then(take));
  const timer = setInterval(() => void next(), EVERY_MS);
  // Somebody waits in the chat for what an action comes to.
  const unsubscribe = desk.bus.subscribe((announcement) => {
    if (announcement.kind === 'events' && announcement.conversation.form?.run?.state === 'running') void next();
  });
  const settled = async () => {
    await taking;
    await Promise.all(underWay);
  };
  return {
    async run() {
      void next();
      await settled();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      unsubscribe();
      const patience = new Promise<void>((resolve) => setTimeout(resolve, FINISH_WITHIN_MS).unref());
      await Promise.race([settled(), patience]);
    },
  };
}
