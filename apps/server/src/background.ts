import {
  mailSatisfaction,
  rescoreDueTickets,
  sendLifeMails,
  sendRegularSurveys,
  tendLife,
} from '@solodesk/core/use-cases';
import type { Desk, LifeMailProgress } from '@solodesk/core/use-cases';
import type { Files } from '@solodesk/files';
import type { Sessions } from './auth/sessions.ts';
import type { Config } from './config.ts';
import { unsubscribeLinksOf } from './crm/unsubscribe-routes.ts';
import type { ActionLinks } from './digest/action-links.ts';
import { DigestSchedule } from './digest/digest-schedule.ts';
import { UploadSweep } from './files/upload-sweep.ts';
import type { ServerLog } from './log.ts';
import type { UploadedFiles } from './imports/uploaded-files.ts';
import { openInbox } from './notices/open-inbox.ts';
import type { OwnerPresence } from './owner-presence.ts';
import { ConsentKeeper } from './privacy/consent-keeper.ts';
import type { ErasureWatch } from './privacy/erasure-watch.ts';
import { createRetentionJob } from './privacy/retention-job.ts';
import { startSearchTending } from './search-tending.ts';
import type { SiteRegistry } from './sites/site-registry.ts';
import type { surveyLinksOf } from './surveys/survey-links.ts';
import { startSweeper } from './sweeper.ts';
import { startTending } from './tending.ts';

/** Until somebody looks again whether a customer has moved. Milliseconds. */
const LIFE_REST_MS = 5_000;

/** What the server does by itself, beside answering. */
export interface Background {
  /** Does at once what is done every few seconds anyway. */
  sweep(): Promise<void>;
  /** Resolves when nothing of it is under way any more. */
  stop(): Promise<void>;
}

export interface BackgroundParts {
  config: Config;
  log: ServerLog;
  registry: Pick<SiteRegistry, 'refreshProducts'>;
  presence: Pick<OwnerPresence, 'tellChanges'>;
  sessions: Pick<Sessions, 'endTheExpired'>;
  erasures: Pick<ErasureWatch, 'look'>;
  files: Files;
  imports: Pick<UploadedFiles, 'dropOld'>;
  publicUrl(): string;
  surveyLinks: ReturnType<typeof surveyLinksOf>;
  actionLinks: ActionLinks;
  /** Certificates that calls to addresses outside trust in place of the system's, PEM; only for tests. */
  outgoingCa: string | undefined;
}

export function startBackground(desk: Desk, parts: BackgroundParts): Background {
  const { config, log, registry, presence, sessions, erasures, imports, publicUrl, surveyLinks } = parts;
  const consents = new ConsentKeeper(desk);
  const uploads = new UploadSweep(desk, parts.files);
  const retention = createRetentionJob(desk, config.dataDir);
  const digests = new DigestSchedule(desk, parts.actionLinks);
  const unsubscribeLinks = unsubscribeLinksOf(desk.ids, publicUrl);
  const lifeMails: LifeMailProgress = new Map();
  const ticketLink = (site: string, number: number) =>
    `${publicUrl()}/console/#/tickets/${number}/${encodeURIComponent(site)}`;
  const sweeper = startSweeper(desk, async () => {
    presence.tellChanges();
    await sessions.endTheExpired();
    await rescoreDueTickets(desk, ticketLink);
    await mailSatisfaction(desk, surveyLinks);
    await sendRegularSurveys(desk, surveyLinks);
    await sendLifeMails(desk, unsubscribeLinks, lifeMails);
    await digests.look();
    await erasures.look();
    await consents.look();
    retention.tick();
    uploads.tick();
    await imports.dropOld(desk.clock.now());
    // An import is another process.
    await registry.refreshProducts();
  });
  const search = startSearchTending(desk.store, log);
  const life = startTending({
    ...{ work: () => tendLife(desk), restMs: LIFE_REST_MS, log },
    failure: 'where customers stand could not be worked out; it is tried again',
  });
  const inbox = openInbox(config, desk, parts.files, parts.outgoingCa);
  return {
    async sweep() {
      while (await tendLife(desk));
      await sweeper.sweep();
      await retention.settle();
      await uploads.settle();
    },
    async stop() {
      await Promise.all([sweeper.stop(), search.stop(), life.stop()]);
      await Promise.all([retention.stop(), uploads.stop(), inbox?.stop()]);
    },
  };
}
