import type { AccountStore } from './account-store.ts';
import type { AnswerStore } from './answer-store.ts';
import type { ApiStore } from './api-store.ts';
import type { CannedReplyStore } from './canned-reply-store.ts';
import type { CrmStore } from './crm-store.ts';
import type { ConversationStore } from './conversation-store.ts';
import type { ExportStore } from './export-store.ts';
import type { FeedbackStore } from './feedback-store.ts';
import type { GuessStore } from './guess-store.ts';
import type { InsightStore } from './insight-store.ts';
import type { JobStore } from './job-store.ts';
import type { LifeMailStore, LifeStore } from './life-store.ts';
import type { MergeStore } from './merge-store.ts';
import type { NextUpStore } from './next-up-store.ts';
import type { NoteStore } from './note-store.ts';
import type { NoticeStore } from './notice-store.ts';
import type { PageVoteStore } from './page-votes.ts';
import type { RecordStore } from './record-store.ts';
import type { SecondFactorStore } from './second-factor-store.ts';
import type { SegmentStore } from './segment-store.ts';
import type { SearchStore } from './search-store.ts';
import type { ThemeStore } from './theme-store.ts';
import type { SightingStore } from './sighting-store.ts';
import type { TicketStore } from './ticket-store.ts';
import type { TicketViewStore } from './ticket-view-store.ts';
import type { ProblemStore } from './problem-store.ts';
import type { PrivacyStore } from './privacy-store.ts';
import type { RetentionStore } from './retention-store.ts';
import type { ConsentStore, ViewStore } from './view-store.ts';
import type { PromiseStore } from './promise-store.ts';
import type { SurveyStore } from './survey-store.ts';
import type { UnansweredStore } from './unanswered-store.ts';
import type { UploadStore } from './upload-store.ts';
import type { VisitorStore } from './visitor-store.ts';

export interface SettingsStore {
  /** The owner's own switch, kept over restarts. */
  presenceMode(site: string): Promise<'auto' | 'here' | 'away'>;
  setPresenceMode(site: string, mode: 'auto' | 'here' | 'away'): Promise<void>;
}

/** Everything that lasts. Every adapter passes the contract suite in `testing/`. */
export interface Store
  extends
    ConversationStore,
    UnansweredStore,
    VisitorStore,
    AccountStore,
    SecondFactorStore,
    SettingsStore,
    JobStore,
    NoticeStore,
    PageVoteStore,
    RecordStore,
    FeedbackStore,
    CrmStore,
    MergeStore,
    LifeStore,
    LifeMailStore,
    SegmentStore,
    ApiStore,
    TicketStore,
    TicketViewStore,
    CannedReplyStore,
    NoteStore,
    UploadStore,
    AnswerStore,
    PromiseStore,
    NextUpStore,
    ProblemStore,
    SurveyStore,
    SearchStore,
    SightingStore,
    PrivacyStore,
    ExportStore,
    RetentionStore,
    ViewStore,
    ConsentStore,
    InsightStore,
    ThemeStore,
    GuessStore {
  /** Whether it can be read and written right now; for `/readyz`. */
  check(): Promise<void>;
  /** Writes what is pending and lets go of the files. */
  close(): Promise<void>;
}
