import type { RecordWrite, SpendDraft, SpendRecord, SpendStore } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';
import type { RecordSteps, RecordWriter } from './record-writer.ts';

type SpendRow = Omit<SpendRecord, 'site'>;

const COLUMNS = 'key, channel, month, currency, amount';

export function createSpendStore(db: Database, group: GroupCommit, sites: SiteKeys, writer: RecordWriter): SpendStore {
  const one = db.prepare<[number, string, string, string], SpendRow>(
    `SELECT ${COLUMNS} FROM marketing_spend WHERE site = ? AND month = ? AND channel = ? AND currency = ?`,
  );
  const list = db.prepare<[number, string, string], SpendRow>(
    `SELECT ${COLUMNS} FROM marketing_spend WHERE site = ? AND month BETWEEN ? AND ? ORDER BY month, channel, currency`,
  );
  const remove = db.prepare<[number, number]>('DELETE FROM marketing_spend WHERE site = ? AND key = ?');
  const steps = (draft: SpendDraft, { site }: RecordWrite): RecordSteps<SpendRecord> => ({
    find() {
      const row = one.get(sites.find(site) ?? 0, draft.month, draft.channel, draft.currency);
      return row === undefined ? null : { ...row, site };
    },
    make: (before) => ({ key: before?.key ?? 0, site, ...draft }),
    columns: ({ key: _key, ...columns }) => ({ ...columns, site: sites.make(site) }),
  });
  return {
    saveSpend: (drafts, write) =>
      group.write(() =>
        writer.saveAll(
          'spend',
          write,
          drafts.map((draft) => steps(draft, write)),
        ),
      ),
    spend: (site, { from, to }) =>
      reading(() => list.all(sites.find(site) ?? 0, from, to).map((row) => ({ ...row, site }))),
    deleteSpend: (site, key) => group.write(() => remove.run(sites.find(site) ?? 0, key).changes > 0),
  };
}
