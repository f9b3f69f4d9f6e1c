import { dirname } from 'node:path';
import type { Clock, Log, Store } from '@solodesk/core';
import { createAccountStore } from './accounts/accounts.ts';
import { createApiStore } from './accounts/api.ts';
import { backupBeforeMigration, backupDatabase } from './backups/backup.ts';
import type { DatabaseFacts } from './backups/backup.ts';
import { CommitWriter } from './commit-writer.ts';
import { openConnection } from './database/connection.ts';
import { ConversationCache } from './conversations/conversation-cache.ts';
import { createConversationStore } from './conversations/conversations.ts';
import { createCrmStore } from './crm/crm-store.ts';
import { createLifeMailStore } from './crm/life-mail-store.ts';
import { createLifeStore } from './crm/life-store.ts';
import { createMergeStore } from './crm/merge-store.ts';
import { createSegmentStore } from './crm/segment-store.ts';
import { DueJobs } from './jobs/due-jobs.ts';
import { GroupCommit } from './group-commit.ts';
import { createExportStore } from './exports.ts';
import { createGuessStore } from './conversations/guesses.ts';
import { createThemeStore } from './insights/theme-store.ts';
import { createInsightStore } from './insights/insight-store.ts';
import { createJobStore } from './jobs/jobs.ts';
import { migrate } from './migrations/migrate.ts';
import { migrateAlone } from './migrations/migrate-alone.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { createNextUpStore } from './tickets/next-up.ts';
import { createCannedReplyStore } from './conversations/canned-replies.ts';
import { createAnswerStore } from './conversations/answers.ts';
import { createNoteStore } from './conversations/notes.ts';
import { createTicketViewStore } from './tickets/ticket-views.ts';
import { createNoticeStore } from './jobs/notices.ts';
import { createPageVoteStore } from './visitors/page-votes.ts';
import { createRecordStore } from './records/records.ts';
import { PersonEraser } from './privacy/person-eraser.ts';
import { createPrivacyStore } from './privacy/privacy-store.ts';
import { createRetentionStore } from './privacy/retention-store.ts';
import { createViewStore } from './privacy/view-store.ts';
import { createProblemStore } from './tickets/problems.ts';
import { createPromiseStore } from './conversations/promises.ts';
import { createSecondFactorStore } from './accounts/second-factors.ts';
import { createSearchStore } from './search/search-store.ts';
import { createSettingsStore } from './settings.ts';
import { createSiteKeys } from './sites.ts';
import { createSurveyStore } from './surveys/surveys.ts';
import { TicketWriter } from './tickets/ticket-writer.ts';
import { createTicketStore } from './tickets/tickets.ts';
import { createUnansweredStore } from './conversations/unanswered.ts';
import { createSightingStore } from './visitors/sightings.ts';
import { createUploadStore } from './uploads.ts';
import { createVisitorStore } from './visitors/visitors.ts';

export interface SqliteStoreOptions {
  /** Path of the database; made if it is not there, in a directory that is. */
  file: string;
  log: Log;
  clock?: Clock;
  /** Where backups from before migrations go; beside the file unless told otherwise. */
  backupDir?: string;
  /** How long a locked database is tried again. Milliseconds. */
  patience?: number;
  /**
   * What is written can be made again: it need not be on the disk before the next write, and the lock is held for a shorter time. After
   * a power cut the last of it may be missing, never the first alone.
   */
  repeatable?: boolean;
  /** This process holds the lock of the data (`lockData`); otherwise it is taken for a migration. */
  locked?: boolean;
  /** Tells how long a transaction has been open. Milliseconds from any moment. */
  stopwatch?: () => number;
}

export interface SqliteStore extends Store {
  /** Copies the database to a file while it is in use, and checks the copy. @throws DatabaseDamagedError */
  backupTo(file: string): Promise<DatabaseFacts>;
}

/**
 * Opens the desk's database and brings its schema up to date, with a backup before its first step.
 * @throws DatabaseTooNewError when a newer program has written it; DatabaseTooOldError while an older one works on it.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<SqliteStore> {
  const { file, log, backupDir = dirname(file), clock = { now: () => Date.now() } } = options;
  const db = openConnection(file);
  if (options.repeatable === true) db.pragma('synchronous = NORMAL');
  try {
    const bringUpToDate = () =>
      migrate(db, {
        migrations: MIGRATIONS,
        clock,
        backup: async (nextVersion) => {
          const backup = await backupBeforeMigration(db, file, backupDir, nextVersion);
          log.info({ backup, nextVersion }, 'saved the database before a migration');
        },
      });
    await (options.locked === true
      ? bringUpToDate()
      : migrateAlone(db, dirname(file), MIGRATIONS.length, bringUpToDate));
  } catch (error) {
    db.close();
    throw error;
  }

  const sites = createSiteKeys(db);
  const dueJobs = new DueJobs();
  const cache = new ConversationCache(db, () => dueJobs.clear());
  const ticketWriter = new TicketWriter(db, sites);
  const writer = new CommitWriter(db, cache, sites, dueJobs, ticketWriter);
  const group = new GroupCommit(db, {
    log,
    onBegin: () => writer.begin(),
    onRollback: () => {
      writer.rollback();
      cache.clear();
      dueJobs.clear();
      sites.forget();
    },
    ...(options.patience !== undefined && { patience: options.patience }),
  });
  const eraser = new PersonEraser(db, group, sites, { writer, dueJobs });
  const beat = db.prepare('UPDATE heartbeat SET beats = beats + 1');

  return {
    ...createConversationStore(db, group, sites, cache, writer),
    ...createUnansweredStore(db, group, sites),
    ...createVisitorStore(db, group, sites),
    ...createAccountStore(db, group),
    ...createSecondFactorStore(db, group),
    ...createSettingsStore(db, group),
    ...createJobStore(db, group, sites, dueJobs),
    ...createNoticeStore(db, group),
    ...createPageVoteStore(db, group, sites),
    ...createRecordStore(db, group, sites),
    ...createCrmStore(db, group, sites),
    ...createLifeStore(db, group, sites),
    ...createLifeMailStore(db, group, sites),
    ...createSegmentStore(db, sites),
    ...createMergeStore(db, group, sites),
    ...createApiStore(db, group, sites),
    ...createTicketStore(db, group, sites, ticketWriter),
    ...createNextUpStore(db, group, sites),
    ...createTicketViewStore({ db, group, sites }),
    ...createCannedReplyStore({ db, group, sites }),
    ...createSightingStore({ db, group, sites }),
    ...createNoteStore(db, group, sites),
    ...createUploadStore(db, group, sites),
    ...createAnswerStore(db, sites),
    ...createPromiseStore(db, group, sites),
    ...createProblemStore(db, group, sites),
    ...createSurveyStore(db, group, sites),
    ...createGuessStore(db, group, sites),
    ...createInsightStore(db, group, sites, options.stopwatch ?? (() => performance.now())),
    ...createThemeStore(db, group, sites),
    ...createSearchStore(db, group, sites),
    ...createPrivacyStore(db, group, sites, eraser),
    ...createExportStore(db, sites),
    ...createRetentionStore(db, group, sites, eraser),
    ...createViewStore(db, group, sites),
    check: () => group.check(() => void beat.run()),
    backupTo: (destination) => backupDatabase(db, destination),
    async close() {
      await group.close();
      db.close();
    },
  };
}
