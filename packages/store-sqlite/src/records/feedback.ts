import { withFeedbackDraft } from '@solodesk/core';
import type {
  FeedbackCount,
  FeedbackFilter,
  FeedbackPlace,
  FeedbackRecord,
  FeedbackStore,
  JudgedFeedback,
  RecordWrite,
} from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import { OutboxWriter } from '../jobs/outbox-writer.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';
import type { RecordSteps, RecordWriter } from './record-writer.ts';

type Row = Omit<FeedbackRecord, 'site'>;

const COLUMNS = `key, source, id, text, author, email, link, rating, at, received_at AS receivedAt, locale, mood, score, category`;

export function createFeedbackStore(
  db: Database,
  group: GroupCommit,
  sites: SiteKeys,
  writer: RecordWriter,
): FeedbackStore {
  const outbox = new OutboxWriter(db);
  const statements = prepare(db);
  const find = (site: string, source: string, id: string): FeedbackRecord | null => {
    const row = statements.one.get(sites.find(site) ?? 0, source, id);
    return row === undefined ? null : { ...row, site };
  };
  const steps = (draft: JudgedFeedback, write: RecordWrite): RecordSteps<FeedbackRecord> => ({
    find: () => find(write.site, draft.source, draft.id),
    make: (before) => withFeedbackDraft(before, draft, write),
    columns: ({ key: _key, receivedAt, ...columns }) => ({
      ...columns,
      received_at: receivedAt,
      site: sites.make(write.site),
    }),
  });
  return {
    saveFeedback: (drafts, write, entries = []) =>
      group.write(() => {
        outbox.add(sites.make(write.site), entries);
        return writer.saveAll(
          'feedback',
          write,
          drafts.map((draft) => steps(draft, write)),
        );
      }),
    findFeedback: (site, source, id) => reading(() => find(site, source, id)),
    feedbackByKeys: (site, keys) =>
      reading(() =>
        statements.byKeys.all(JSON.stringify(keys), sites.find(site) ?? 0).map((row) => ({ ...row, site })),
      ),
    feedback: (site, { before, limit, ...filter }) =>
      reading(() => {
        const asked = { site: sites.find(site) ?? 0, ...place(before), ...bare(filter), limit };
        const rows = filter.mood === undefined ? statements.all.all(asked) : statements.ofMood.all(asked);
        return rows.map((row) => ({ ...row, site }));
      }),
    countFeedback: (site, from, to) => reading(() => statements.count.all(sites.find(site) ?? 0, from, to)),
    deleteFeedback: (site, key) => group.write(() => statements.remove.run(sites.find(site) ?? 0, key).changes > 0),
  };
}

const place = (before: FeedbackPlace | undefined) => ({
  at: before?.at ?? Number.MAX_SAFE_INTEGER,
  key: before?.key ?? Number.MAX_SAFE_INTEGER,
});

const bare = ({ mood, category, source }: FeedbackFilter) => ({
  mood: mood ?? null,
  category: category ?? null,
  source: source ?? null,
});

interface Asked extends FeedbackPlace {
  readonly site: number;
  readonly mood: string | null;
  readonly category: string | null;
  readonly source: string | null;
  readonly limit: number;
}

function prepare(db: Database) {
  const list = (mood: string) => `SELECT ${COLUMNS} FROM feedback
    WHERE site = @site ${mood} AND (at, key) < (@at, @key)
      AND (@category IS NULL OR category = @category) AND (@source IS NULL OR source = @source)
    ORDER BY at DESC, key DESC LIMIT @limit`;
  return {
    one: db.prepare<[number, string, string], Row>(
      `SELECT ${COLUMNS} FROM feedback WHERE site = ? AND source = ? AND id = ?`,
    ),
    byKeys: db.prepare<[string, number], Row>(
      `SELECT ${COLUMNS} FROM feedback WHERE key IN (SELECT value FROM json_each(?)) AND site = ? ORDER BY key`,
    ),
    all: db.prepare<Asked, Row>(list('')),
    ofMood: db.prepare<Asked, Row>(list('AND mood = @mood')),
    count: db.prepare<[number, number, number], FeedbackCount>(
      `SELECT source, category, mood, count(*) AS n FROM feedback WHERE site = ? AND at >= ? AND at < ?
       GROUP BY source, category, mood ORDER BY source, category, mood`,
    ),
    remove: db.prepare<[number, number]>('DELETE FROM feedback WHERE site = ? AND key = ?'),
  };
}
