import type { FeedbackStore, RecordStore } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import { RecordIndex } from '../search/record-index.ts';
import type { SiteKeys } from '../sites.ts';
import { createAppointmentStore } from './appointments.ts';
import { createBatchStore } from './batches.ts';
import { ContactRows, createContactStore } from './contacts.ts';
import { createFeedbackStore } from './feedback.ts';
import { createOrderStore } from './orders.ts';
import { createProductStore } from './products.ts';
import { createSpendStore } from './spend.ts';
import { MarketingRows } from './marketing-rows.ts';
import { RecordWriter } from './record-writer.ts';

export function createRecordStore(db: Database, group: GroupCommit, sites: SiteKeys): RecordStore & FeedbackStore {
  const index = new RecordIndex(db);
  const writer = new RecordWriter(db, index);
  const marketing = new MarketingRows(db);
  const contacts = new ContactRows(db, sites, marketing);
  return {
    ...createContactStore(db, group, sites, contacts, writer),
    ...createOrderStore(db, group, sites, contacts, writer),
    ...createProductStore(db, group, sites, writer),
    ...createSpendStore(db, group, sites, writer),
    ...createFeedbackStore(db, group, sites, writer),
    ...createAppointmentStore(db, group, sites),
    ...createBatchStore(db, group, sites, writer, index, marketing),
  };
}
