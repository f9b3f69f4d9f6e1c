import { QUEUE_KINDS, RECORD_KINDS, TO_OWNER } from '@solodesk/core';
import { MARKETING } from '../records/marketing-rows.ts';

/**
 * What an erasure does to some rows of a table. `where` and `set` may name the person by `@site`, and by the JSON arrays
 * `@visitors`, `@contacts`, `@tickets`, `@ticketNumbers`,
 * `@orders`, `@emails`, `@quoted` and `@plain` (see person-rows.ts), and the moment by `@at`.
 */
export type ErasureStep =
  | {
      readonly erase: string;
      /** Such rows name other people too: they go, and are in nobody's export. */
      readonly shared?: true;
    }
  | { readonly anonymise: { readonly set: string; readonly where: string } };

/** What becomes of a person's rows in one table of the schema. */
export interface TableDecision {
  /** Why it is so. */
  readonly why: string;
  /** Nothing of a customer is in it. */
  readonly nobody?: true;
  /** Triggers of the migrations keep it with the rows of other tables. */
  readonly follows?: true;
  /** In this order. */
  readonly steps?: readonly ErasureStep[];
  /** Columns with words that stay: they say nothing of a person. */
  readonly kept?: readonly string[];
}

const among = (list: string) => `IN (SELECT value FROM json_each(@${list}))`;
const names = (text: string, list: 'quoted' | 'plain') =>
  `EXISTS (SELECT 1 FROM json_each(@${list}) WHERE instr(${text}, value) > 0)`;
/** What is to be sent names them; the business's own id, which may be as short as "7", counts where it stands as one. */
const toldOf = `(${names('payload', 'quoted')} OR json_extract(payload, '$.data.contact_id') IN (
  SELECT id FROM contact WHERE key ${among('contacts')}))`;
/** The desk's own mail of the morning, which quotes many people. */
const digest = `coalesce(json_extract(payload, '$.content.template') = 'digest', 0)`;
const customers = RECORD_KINDS.indexOf('customers');
const orders = RECORD_KINDS.indexOf('orders');
const feedback = RECORD_KINDS.indexOf('feedback');
const ofVisitor = `visitor ${among('visitors')}`;
const ofAddress = `site = @site AND email ${among('emails')}`;
/** A visitor's conversation has the visitor's number. */
const ofConversation = `conversation ${among('visitors')}`;

const nobody = (why: string): TableDecision => ({ nobody: true, why });
const erased = (why: string, ...where: string[]): TableDecision => ({ why, steps: where.map((erase) => ({ erase })) });

/** Only what is named here stays, so that a part that a ticket gets one day goes by itself. */
export const ticketFigures = `json_object(
  'subject', '', 'form', json_extract(body, '$.form'), 'details', json('[]'), 'contact', json('{}'), 'missing', json('[]'),
  'locale', json_extract(body, '$.locale'), 'level', json_extract(body, '$.level'), 'reasons', json('[]'),
  'route', json('${JSON.stringify(TO_OWNER)}'))`;

const asked = `site = @site AND (
  visitor ${among('visitors')} OR contact ${among('contacts')} OR conversation ${among('visitors')}
  OR ticket ${among('ticketNumbers')} OR address ${among('emails')})`;

/**
 * A decision for each table of the schema, in the order in which an erasure goes through them (messages go first): whoever adds a table decides
 * here, and completeness.test.ts fails until they did.
 */
export const TABLE_DECISIONS: Readonly<Record<string, TableDecision>> = {
  event: erased('all that was said; a tombstone with a number of its own takes the place', ofConversation),
  view_log: {
    why: 'that somebody looked stays, and at whom does not',
    steps: [
      {
        anonymise: {
          set: `contact = NULL, visitor = NULL, detail = ''`,
          where: `${ofVisitor} OR contact ${among('contacts')}`,
        },
      },
    ],
    kept: ['by', 'kind'],
  },
  tracked: erased('what the pages of the shop reported of them', ofVisitor),
  conversation_note: erased('what the owner noted beside the talk', ofConversation),
  upload: {
    ...erased('the files that they sent and got: what is in them is removed first', ofConversation),
    // Both by a random number, and by a list of ours.
    kept: ['type'],
  },
  unanswered: erased('points at their words', ofConversation),
  job: {
    why: 'what was still to be sent about them, or to them, is not sent any more',
    steps: [
      { erase: `conversation ${among('visitors')}` },
      { erase: `site = @site AND payload IS NOT NULL AND ${digest} AND ${toldOf}`, shared: true },
      { erase: `site = @site AND payload IS NOT NULL AND NOT ${digest} AND ${toldOf}` },
      {
        anonymise: {
          set: `error = ''`,
          where: `site = @site AND conversation IS NULL AND error <> '' AND ${names('error', 'plain')}
            AND NOT (payload IS NOT NULL AND ${toldOf})`,
        },
      },
    ],
    // What it is about, by numbers: `ticket_received:17`. By it nothing is sent twice.
    kept: ['kind', 'outbox_key', 'id', 'state', 'lease'],
  },
  api_request: erased(
    'answers that are kept for a day for who repeats a request',
    `site = @site AND body IS NOT NULL AND ${names('body', 'quoted')}`,
  ),
  queue_mark: erased(
    'what the owner put away about them',
    `site = @site AND kind = ${QUEUE_KINDS.indexOf('chat')} AND subject ${among('visitors')}`,
    `site = @site AND kind = ${QUEUE_KINDS.indexOf('ticket')} AND subject ${among('ticketNumbers')}`,
    `site = @site AND kind = ${QUEUE_KINDS.indexOf('appointment')} AND subject IN (
      SELECT key FROM appointment WHERE contact ${among('contacts')} OR conversation ${among('visitors')})`,
  ),
  problem_waiter: erased('wanted to hear of a problem', ofVisitor),
  guess_level: erased(
    'how often they guessed',
    `site = @site AND bucket IN (SELECT 'visitor:' || value FROM json_each(@visitors))`,
  ),
  survey_request: {
    why: 'a score stays a figure, without words, person or link; a question that nobody answered goes, and a word for no more of them',
    steps: [
      { erase: `${asked} AND score IS NULL` },
      {
        anonymise: {
          set: `visitor = NULL, contact = NULL, conversation = NULL, ticket = NULL, address = NULL, token = NULL,
            leave_token = NULL, left_at = NULL, word = '', answers = '{}'`,
          where: `${asked} AND score IS NOT NULL`,
        },
      },
    ],
    kept: ['id', 'survey', 'locale', 'channel'],
  },
  promise: {
    why: 'whether it was kept stays a figure; one that is open ends',
    steps: [
      { erase: `${ofConversation} AND coalesce(kept_at, broken_at, withdrawn_at) IS NULL` },
      {
        anonymise: {
          set: 'conversation = 0',
          where: `${ofConversation} AND coalesce(kept_at, broken_at, withdrawn_at) IS NOT NULL`,
        },
      },
    ],
  },
  reply_time: {
    why: 'how long an answer took stays a figure',
    steps: [{ anonymise: { set: 'conversation = 0', where: ofConversation } }],
  },
  ticket_event: erased('the history of their requests, with notes', `ticket ${among('tickets')}`),
  ticket: {
    why: 'number, kind and moments stay figures; what was open is closed',
    steps: [
      {
        anonymise: {
          set: `body = ${ticketFigures}, search = '', contact = NULL, conversation = NULL, due_at = NULL, rescore_at = NULL,
            version = version + 1, updated_at = @at,
            state = CASE WHEN state IN ('solved', 'closed') THEN state ELSE 'closed' END`,
          where: `key ${among('tickets')}`,
        },
      },
    ],
    kept: ['id', 'state', 'category'],
  },
  appointment: erased(
    'their time is free again',
    `site = @site AND (contact ${among('contacts')} OR conversation ${among('visitors')})`,
  ),
  batch_row: erased(
    'what an import found there before',
    `kind IN (${customers}, ${MARKETING}) AND key ${among('contacts')}`,
    `kind = ${orders} AND key ${among('orders')}`,
    `kind = ${feedback} AND key IN (SELECT key FROM feedback WHERE ${ofAddress})`,
  ),
  feedback: erased('what they said elsewhere, where it came with their address', ofAddress),
  shop_order: {
    why: 'an invoice has to be kept for years: number, day, goods and amounts stay, and lead to nobody',
    steps: [
      {
        anonymise: {
          set: 'contact = NULL, email = NULL, status_text = NULL, tracking_url = NULL, written_by = NULL',
          where: `key ${among('orders')}`,
        },
      },
    ],
    kept: ['number', 'status', 'currency', 'lines'],
  },
  conversation: erased('the state of the talk, its last words and an open form', `key ${among('visitors')}`),
  contact_tag: erased('what the owner called them', `contact ${among('contacts')}`),
  contact_profile: erased('what the owner noted of them', `contact ${among('contacts')}`),
  life_move: erased('how they moved as a customer', `contact ${among('contacts')}`),
  life_stage: erased('where they stand as a customer', `contact ${among('contacts')}`),
  life_mail: erased(
    'which messages went to them',
    `contact ${among('contacts')} OR (site = @site AND address ${among('emails')})`,
  ),
  delivery: erased('when their orders came', `order_key ${among('orders')}`),
  contact_merge: erased(
    'whom they were taken for, with all that it needs to be undone',
    `winner ${among('contacts')} OR loser ${among('contacts')}`,
  ),
  sent_mail: erased('which mails went to them', `site = @site AND address ${among('emails')}`),
  visitor_contact: erased('whose browser it was', `${ofVisitor} OR contact ${among('contacts')}`),
  contact: erased('how to reach them', `key ${among('contacts')}`),
  visitor: erased('the browser, where it came from and what the page claimed', `key ${among('visitors')}`),

  search_message: { follows: true, why: 'triggers of migration 22 take out the words of an event that goes' },
  search_hidden: { follows: true, why: 'triggers of migration 24 forget the number of an event that goes' },
  search_contact: { follows: true, why: 'triggers of migration 22' },
  search_ticket: { follows: true, why: 'triggers of migration 22' },
  search_shop_order: { follows: true, why: 'triggers of migration 22' },

  site: nobody('the sites of the desk'),
  retention_run: nobody('days and counts'),
  consent_text: nobody('the owner’s own words'),
  canned_reply: nobody('the owner’s own words, to be said to anybody'),
  ticket_view: nobody('filters under a name of the owner’s; no words that are searched for'),
  account: nobody('the people at the desk, who are no customers'),
  membership: nobody('the people at the desk'),
  session: nobody('the people at the desk'),
  setup_token: nobody('the people at the desk'),
  second_factor: nobody('the people at the desk'),
  recovery_code: nobody('the people at the desk'),
  notice_settings: nobody('the people at the desk'),
  news_settings: nobody('the people at the desk'),
  push_device: nobody('devices of the people at the desk; what was pushed is not stored'),
  presence: nobody('whether somebody is at the desk'),
  heartbeat: nobody('a counter'),
  migration: nobody('the steps of the schema'),
  page_vote: nobody('counts by day'),
  product: nobody('the catalogue'),
  product_version: nobody('a counter'),
  marketing_spend: nobody('what the business spent, by channel and month'),
  insight_result: nobody(
    'figures of days; the rows behind them are named by numbers, which lead to nobody who was erased',
  ),
  widget_sighting: nobody('on which pages of the business the widget was seen, and when'),
  insight_draft: nobody('which results of the nightly batch do not count yet'),
  insight_run: nobody('how far the nightly batch is'),
  theme_mark: nobody(
    'the owner’s own words for what many people wrote, and numbers of messages, which lead to none that was erased',
  ),
  theme_news: nobody('the owner’s own words, and numbers of messages, which lead to none that was erased'),
  theme_alert: nobody('when the owner was told of a theme'),
  record_batch: nobody('which files were imported, and how many rows'),
  ticket_number: nobody('a counter'),
  life_rules: nobody('the rules that stages were worked out by last'),
  api_key: nobody('other programs of the owner'),
  known_problem: nobody('the owner’s own words'),
  search_progress: nobody('how far the index is'),
  erasure: nobody('receipts: numbers of what is gone'),
};
