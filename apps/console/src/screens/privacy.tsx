import { formatDateTime } from '@solodesk/ui';
import { ExportTables } from '../parts/privacy/export-tables.tsx';
import { ConsentList } from '../parts/privacy/consent-list.tsx';
import { ErasureRows } from '../parts/privacy/erasure-rows.tsx';
import { RetentionTable } from '../parts/privacy/retention-table.tsx';
import { ViewLog } from '../parts/privacy/view-log.tsx';
import type { SiteBrief } from '../state/api/api.ts';
import { privacyApi } from '../state/api/privacy-api.ts';
import { go } from '../state/route.ts';
import { useNews } from '../state/hooks/use-news.ts';
import { useRemote } from '../state/hooks/use-remote.ts';
import { useTexts } from '../texts/index.ts';
import { privacyLogTexts } from '../texts/privacy-log-texts.ts';
import { privacyTexts } from '../texts/privacy-texts.ts';
import { Unread } from '../parts/controls/fault.tsx';

/** What the owner owes to those of whom something is known. */
export function Privacy({ site }: { site: SiteBrief }) {
  const { t, locale } = useTexts();
  const words = privacyTexts[locale];
  const log = privacyLogTexts[locale];
  return (
    <section class="page" aria-labelledby="privacy-title">
      <button type="button" class="link contact-back" onClick={() => go({ screen: 'settings' })}>
        ← {t.nav.settings}
      </button>
      <h1 id="privacy-title">{words.titleOf(site.name)}</h1>
      <p class="muted">{words.intro}</p>
      <h2>{words.everything}</h2>
      <ExportTables site={site.id} />
      <h2>{log.retention}</h2>
      <RetentionTable site={site.id} />
      <h2>{log.views}</h2>
      <ViewLog site={site.id} />
      <h2>{log.consents}</h2>
      <ConsentList site={site.id} />
      <h2>{words.receipts}</h2>
      <Receipts site={site.id} />
    </section>
  );
}

function Receipts({ site }: { site: string }) {
  const { locale } = useTexts();
  const words = privacyTexts[locale];
  const { value, error, reload } = useRemote(`erasures ${site}`, () => privacyApi.erasures(site));
  useNews(site, 'privacy', reload);
  if (error || !value) return <Unread error={error} reload={reload} />;
  if (value.receipts.length === 0) return <p class="muted">{words.noReceipts}</p>;
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  return (
    <>
      <p class="muted">{words.receiptsText}</p>
      {value.receipts.map(({ id, at, by, rows, files }) => (
        <details key={id}>
          <summary>
            {formatDateTime(at, locale)} ·{' '}
            {words.sum(total(rows.map(({ erased }) => erased)), total(rows.map((row) => row.anonymised)), files)}
          </summary>
          <p class="muted path">{words.receiptOf(id, by, formatDateTime(at, locale))}</p>
          <ErasureRows rows={rows} files={files} />
        </details>
      ))}
    </>
  );
}
