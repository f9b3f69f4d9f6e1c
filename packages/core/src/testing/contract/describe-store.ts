import type { Store } from '../../ports/store.ts';
import { accountContract } from './account-contract.ts';
import { apiContract } from './api-contract.ts';
import { appointmentContract } from './appointment-contract.ts';
import { batchContract } from './batch-contract.ts';
import { feedbackContract } from './feedback-contract.ts';
import { spendContract } from './spend-contract.ts';
import { themeContract } from './theme-contract.ts';
import { insightContract } from './insight-contract.ts';
import { contactContract } from './contact-contract.ts';
import type { Contract } from './contract.ts';
import { commitContract } from './commit-contract.ts';
import { crmContract } from './crm-contract.ts';
import { cursorContract } from './cursor-contract.ts';
import { exportContract } from './export-contract.ts';
import { formContract } from './form-contract.ts';
import { guessContract } from './guess-contract.ts';
import { inboxContract } from './inbox-contract.ts';
import { isolationContract } from './isolation-contract.ts';
import { jobContract } from './job-contract.ts';
import { logContract } from './log-contract.ts';
import { lifeContract } from './life-contract.ts';
import { lifeMailContract } from './life-mail-contract.ts';
import { segmentContract } from './segment-contract.ts';
import { mergeContract } from './merge-contract.ts';
import { nextUpContract } from './next-up-contract.ts';
import { cannedReplyContract } from './canned-reply-contract.ts';
import { answerContract } from './answer-contract.ts';
import { noteContract } from './note-contract.ts';
import { ticketViewContract } from './ticket-view-contract.ts';
import { noticeContract } from './notice-contract.ts';
import { outboxContract } from './outbox-contract.ts';
import { orderContract } from './order-contract.ts';
import { pageVoteContract } from './page-vote-contract.ts';
import { privacyContract } from './privacy-contract.ts';
import { problemContract } from './problem-contract.ts';
import { promiseContract } from './promise-contract.ts';
import { retentionContract } from './retention-contract.ts';
import { repeatContract } from './repeat-contract.ts';
import { searchContract } from './search-contract.ts';
import { seenContract } from './seen-contract.ts';
import { secondFactorContract } from './second-factor-contract.ts';
import { sessionContract } from './session-contract.ts';
import { Stage } from './stage.ts';
import { surveyContract } from './survey-contract.ts';
import type { TestKit } from './test-kit.ts';
import { textContract } from './text-contract.ts';
import { ticketContract } from './ticket-contract.ts';
import { unansweredContract } from './unanswered-contract.ts';
import { sightingContract } from './sighting-contract.ts';
import { uploadContract } from './upload-contract.ts';
import { visitorContract } from './visitor-contract.ts';

const CONTRACTS: readonly Contract[] = [
  commitContract,
  exportContract,
  formContract,
  retentionContract,
  repeatContract,
  isolationContract,
  logContract,
  inboxContract,
  cursorContract,
  seenContract,
  unansweredContract,
  textContract,
  visitorContract,
  accountContract,
  sessionContract,
  secondFactorContract,
  jobContract,
  outboxContract,
  noticeContract,
  pageVoteContract,
  contactContract,
  orderContract,
  appointmentContract,
  batchContract,
  spendContract,
  feedbackContract,
  insightContract,
  themeContract,
  crmContract,
  mergeContract,
  lifeContract,
  lifeMailContract,
  segmentContract,
  apiContract,
  ticketContract,
  promiseContract,
  nextUpContract,
  ticketViewContract,
  cannedReplyContract,
  noteContract,
  uploadContract,
  sightingContract,
  answerContract,
  privacyContract,
  problemContract,
  surveyContract,
  guessContract,
  searchContract,
];

/**
 * What every store must do, in one text for all of them.
 * @param makeStore a new, empty store; it is closed after its test.
 */
export function describeStore(name: string, makeStore: () => Promise<Store>, kit: TestKit): void {
  kit.describe(name, () => {
    let current: Stage | null = null;
    kit.beforeEach(async () => {
      current = new Stage(await makeStore());
    });
    kit.afterEach(async () => {
      await current?.store.close();
      current = null;
    });
    const stage = (): Stage => {
      if (current === null) throw new Error('the stage is up only while a test runs');
      return current;
    };
    for (const contract of CONTRACTS) contract(kit, stage);
  });
}
