import { basename } from 'node:path';
import { feedbackMood } from '@solodesk/core';
import type {
  FeedbackDraft,
  FeedbackJudgement,
  FeedbackStore,
  JudgedFeedback,
  Locale,
  RecordBatch,
  RecordKind,
  RecordStore,
  RecordWrite,
  SavedRecord,
} from '@solodesk/core';
import type { CheckedFile } from '../csv/check-file.ts';
import { mapColumns } from '../csv/mapping.ts';
import type { Mapping } from '../csv/mapping.ts';
import { BrokenCsvError, readRows } from '../csv/read-rows.ts';
import type { CsvRow } from '../csv/read-rows.ts';
import { momentReader } from '../fields/moment.ts';
import type { DateOrder } from '../fields/moment.ts';
import type { DraftOf } from '../draft-of.ts';
import { recordSchemas } from '../schemas.ts';
import type { RecordSite } from '../schemas.ts';
import { importReason } from './reason-words.ts';
import { RefusedRows } from './refused-rows.ts';
import { RowAssembler } from './rows-to-drafts.ts';
import type { RecordRows } from './rows-to-drafts.ts';
import { UNDO_DAYS } from './undo-import.ts';

export interface ImportRun {
  kind: RecordKind;
  file: CheckedFile;
  /** Id of the site, and what is to be known of it. */
  site: string;
  facts: RecordSite;
  /** Columns by name, with the field that they hold. */
  asked: ReadonlyMap<string, string>;
  dates: DateOrder | null;
  /** Null: nothing is written, the rows are only checked. */
  store: (RecordStore & FeedbackStore) | null;
  now: () => number;
  uuid: () => string;
  /** How a feedback is meant; needed for those. */
  judge?: (text: string) => FeedbackJudgement;
  /** Where the refused rows go; null for nowhere. */
  refusedFile: string | null;
  /** Whoever imports on screen reads why in their language; left out: as the command line says it. */
  reader?: Locale;
  onProgress?: (progress: ImportProgress) => void;
  /** Waited for after each transaction, where others need the process too. */
  pause?: () => Promise<void>;
}

export interface ImportProgress {
  /** Bytes read, of the file's all. */
  bytes: number;
  of: number;
  rows: number;
  refused: number;
}

export interface RefusedRow {
  line: number;
  reason: string;
}

export interface ImportSummary {
  /** Null for a rehearsal. */
  batch: RecordBatch | null;
  columns: Mapping['columns'];
  /** Rows of the file without its header, and records that they make. */
  rows: number;
  records: number;
  new: number;
  changed: number;
  same: number;
  refused: number;
  /** The first ones; all are in the file. */
  refusedRows: RefusedRow[];
  refusedFile: string | null;
  /** Why the refused rows could not be written beside it. */
  refusedFileFailure: string | null;
}

/** Records that are written in one transaction: it lasts a few milliseconds, so that a running server never waits for long. */
const PORTION = 200;
/** Refused rows that the summary holds. */
const MOST_SHOWN = 100;

/**
 * Imports a file row by row, in constant memory, as a batch that can be taken back. Rows that cannot be taken are refused one
 * by one, and all others are imported. Importing a file twice changes nothing the second time.
 * @throws MappingError before anything is written, when the columns are not what is needed
 */
export async function importFile(run: ImportRun): Promise<ImportSummary> {
  const rows = readRows(run.file);
  const first = await rows.next();
  const header = first.done === true ? [] : first.value.values;
  const mapping = mapColumns(run.kind, header, run.asked);
  const importing = new Importing(run, mapping);
  await importing.begin();
  try {
    for await (const row of rows) await importing.take(row);
  } catch (cause) {
    if (!(cause instanceof BrokenCsvError)) throw cause;
    await importing.refuse({ line: cause.line, values: [], bytes: 0 }, cause.message);
  }
  return importing.end();
}

class Importing<K extends RecordKind> {
  readonly #run: ImportRun & { kind: K };
  readonly #mapping: Mapping;
  readonly #assembler: RowAssembler<K>;
  readonly #refused: RefusedRows | null;
  readonly #summary: ImportSummary;
  #portion: { record: RecordRows; draft: DraftOf[K] }[] = [];
  #bytes = 0;

  constructor(run: ImportRun & { kind: K }, mapping: Mapping) {
    this.#run = run;
    this.#mapping = mapping;
    const reader = { site: run.facts, moment: momentReader(run.facts.timeZone, run.dates) };
    this.#assembler = new RowAssembler(run.kind, mapping, recordSchemas(run.facts), reader, run.now);
    const header = mapping.columns.map(({ column }) => column);
    this.#refused = run.refusedFile === null ? null : new RefusedRows(run.refusedFile, header, run.reader ?? 'en');
    const counts = { rows: 0, records: 0, new: 0, changed: 0, same: 0, refused: 0 };
    this.#summary = {
      batch: null,
      columns: mapping.columns,
      ...counts,
      refusedRows: [],
      refusedFile: null,
      refusedFileFailure: null,
    };
  }

  async begin(): Promise<void> {
    const { store, site, kind, file, now } = this.#run;
    if (store === null) return;
    await store.forgetBatches(site, now() - UNDO_DAYS * 86_400_000);
    this.#summary.batch = await store.startBatch({ site, kind, file: file.name ?? basename(file.file), at: now() });
  }

  async take(row: CsvRow): Promise<void> {
    this.#summary.rows++;
    this.#bytes = row.bytes;
    const complete = this.#assembler.add(row);
    if (complete !== null) await this.#check(complete);
  }

  async refuse(row: CsvRow, why: string): Promise<void> {
    const { reader } = this.#run;
    const reason = reader === undefined ? why : importReason(why, reader);
    const summary = this.#summary;
    summary.refused++;
    if (summary.refusedRows.length < MOST_SHOWN) summary.refusedRows.push({ line: row.line, reason });
    await this.#refused?.add({ line: row.line, reason, values: row.values });
  }

  async end(): Promise<ImportSummary> {
    const last = this.#assembler.end();
    if (last !== null) await this.#check(last);
    await this.#save();
    await this.#refused?.end();
    const summary = this.#summary;
    summary.refusedFile = this.#refused?.file ?? null;
    summary.refusedFileFailure = this.#refused?.failure ?? null;
    const { store, site, now } = this.#run;
    if (store !== null && summary.batch !== null) {
      const end = { at: now(), refused: summary.refused };
      summary.batch = await store.finishBatch(site, summary.batch.key, end);
    }
    return summary;
  }

  async #check(record: RecordRows): Promise<void> {
    const reading = this.#assembler.draftOf(record);
    if (!reading.ok) {
      for (const { row, reason } of reading.faults) await this.refuse(row, reason);
      return;
    }
    this.#portion.push({ record, draft: reading.draft });
    if (this.#portion.length >= PORTION) await this.#save();
  }

  async #save(): Promise<void> {
    const portion = this.#portion;
    this.#portion = [];
    if (portion.length > 0) {
      const outcomes = await this.#write(portion.map(({ draft }) => draft));
      for (const [place, { outcome }] of outcomes.entries()) {
        const rows = portion[place]?.record.rows ?? [];
        if (outcome === 'repeated') for (const row of rows) await this.refuse(row, this.#repeated(row));
        else {
          this.#summary[outcome]++;
          this.#summary.records++;
        }
      }
    }
    const { rows, refused } = this.#summary;
    this.#run.onProgress?.({ bytes: this.#bytes, of: this.#run.file.bytes, rows, refused });
    await this.#run.pause?.();
  }

  async #write(drafts: DraftOf[K][]): Promise<Pick<SavedRecord<unknown>, 'outcome'>[]> {
    const { store, site, now, uuid, kind } = this.#run;
    const batch = this.#summary.batch;
    // Without a store there is nothing that a row could change.
    if (store === null || batch === null) return drafts.map(() => ({ outcome: 'new' }));
    const write: RecordWrite = { site, at: now(), uuid, batch: batch.key };
    if (kind === 'products') return store.saveProducts(drafts as DraftOf['products'][], write);
    if (kind === 'spend') return store.saveSpend(drafts as DraftOf['spend'][], write);
    if (kind === 'feedback') return store.saveFeedback((drafts as DraftOf['feedback'][]).map(this.#judged), write);
    if (kind === 'orders') return store.saveOrders(drafts as DraftOf['orders'][], write);
    return store.saveContacts(drafts as DraftOf['customers'][], write);
  }

  readonly #judged = (draft: FeedbackDraft): JudgedFeedback => {
    const { judge } = this.#run;
    if (judge === undefined) throw new TypeError('feedback is imported with a judge');
    const judgement = judge(draft.text);
    return { ...draft, ...judgement, mood: feedbackMood(draft.rating, judgement.mood) };
  };

  #repeated({ values }: CsvRow): string {
    const { places } = this.#mapping;
    if (this.#run.kind === 'orders') {
      const number = values[places.get('number') ?? 0] ?? '';
      return `order "${number}" stood further up in this file: the rows of one order must stand together (sort by the order number)`;
    }
    if (this.#run.kind === 'spend') {
      return 'this channel and month stood further up in this file: add their amounts up, there is one for each';
    }
    if (this.#run.kind === 'feedback') return 'this feedback stood further up in this file: each stands once';
    const known = this.#run.kind === 'products' ? 'this product' : 'this customer';
    return `${known} stood further up in this file: each stands once`;
  }
}
