import { afterAll, describe, expect, it } from '@jest/globals';
import { EXPORT_KINDS } from '@solodesk/core';
import type { ExportKind } from '@solodesk/core';
import { silentLog } from '@solodesk/core/testing';
import { openConnection } from './database/connection.ts';
import { tablesOf } from './privacy/undecided-tables.ts';
import { openSqliteStore } from './sqlite-store.ts';
import { temporaryDirectory } from './testing/temporary-directory.ts';

/** Which export has what is in a table; else why none has it. */
const EXPORTED: Readonly<Record<string, readonly ExportKind[] | string>> = {
  contact: ['customers'],
  contact_tag: ['customers'],
  contact_profile: ['customers'],
  life_stage: ['customers'],
  life_move: ['moves'],
  shop_order: ['orders'],
  product: ['products'],
  visitor: ['conversations', 'page_views'],
  visitor_contact: ['conversations'],
  conversation: ['conversations'],
  event: ['messages'],
  conversation_note: ['notes'],
  upload: ['files'],
  tracked: ['page_views'],
  ticket: ['tickets'],
  ticket_event: ['ticket_history'],
  appointment: ['appointments'],
  survey_request: ['scores'],
  sent_mail: ['mails'],
  life_mail: ['mails', 'customers'],
  promise: ['promises'],
  reply_time: ['answer_times'],
  unanswered: ['unanswered'],
  feedback: ['feedback'],
  marketing_spend: ['spend'],
  canned_reply: ['canned_replies'],
  known_problem: ['known_problems'],
  problem_waiter: ['known_problems'],
  insight_result: ['figures'],
  page_vote: ['page_votes'],
  consent_text: ['consents'],
  view_log: ['looks'],
  erasure: ['erasures'],
  record_batch: ['imports'],

  site: 'its id is in the names of the files, and the rest is the site folder',
  contact_merge: 'how merges are taken back: whoever was merged is one customer',
  delivery: 'follows from the orders',
  life_rules: 'stand in site.json',
  batch_row: 'how imports are taken back',
  queue_mark: 'what was put away from today’s list',
  ticket_view: 'filters of the console',
  theme_mark: 'settings of the reports',
  theme_news: 'messages that wait a moment before they go out',
  theme_alert: 'by it nobody is told twice',
  insight_draft: 'half a night’s work',
  insight_run: 'how far the nightly batch is',
  retention_run: 'counts of what is gone',
  widget_sighting: 'a check of the installation, kept for the last 20 pages',
  job: 'what is still to be sent, and what was sent by its key alone',
  api_request: 'answers of the last day for who repeats a request',
  guess_level: 'guards against guessing',
  account: 'opens the desk',
  membership: 'opens the desk',
  session: 'opens the desk',
  setup_token: 'opens the desk',
  second_factor: 'opens the desk',
  recovery_code: 'opens the desk',
  api_key: 'opens the desk',
  push_device: 'opens the devices of the people at the desk',
  notice_settings: 'settings of the people at the desk',
  news_settings: 'settings of the people at the desk',
  presence: 'whether somebody is at the desk',
  heartbeat: 'a counter',
  ticket_number: 'a counter',
  product_version: 'a counter',
  migration: 'the steps of the schema',
  search_progress: 'an index of what is exported',
  search_hidden: 'an index of what is exported',
  search_message: 'an index of what is exported',
  search_contact: 'an index of what is exported',
  search_ticket: 'an index of what is exported',
  search_shop_order: 'an index of what is exported',
};

describe('the exports', () => {
  const directory = temporaryDirectory();
  afterAll(() => directory.remove());

  it('have what is in each table, or it is said here why not', async () => {
    const file = directory.file('desk.db');
    await (await openSqliteStore({ file, log: silentLog })).close();
    const db = openConnection(file);
    // What an index of words keeps for itself is no table of ours.
    const tables = tablesOf(db).filter((name) => !/^search_\w+_(data|idx|content|docsize|config)$/.test(name));
    db.close();
    expect(Object.keys(EXPORTED).sort()).toEqual(tables.sort());
  });

  it('are each of some table, or of the site folder', () => {
    const named = new Set(Object.values(EXPORTED).flatMap((kinds) => (typeof kinds === 'string' ? [] : kinds)));
    expect(EXPORT_KINDS.filter((kind) => !named.has(kind))).toEqual(['faqs']);
  });
});
