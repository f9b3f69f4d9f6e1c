import type { ErasureReceipt as Receipt } from '../../state/api/privacy-api.ts';
import { formatDateTime } from '@solodesk/ui';
import { useTexts } from '../../texts/index.ts';
import { privacyTexts } from '../../texts/privacy-texts.ts';
import { ErasureRows } from './erasure-rows.tsx';

/** What was done, to be kept or shown to who asked for it. */
export function ErasureReceipt({ receipt, title }: { receipt: Receipt; title: string }) {
  const { locale } = useTexts();
  const words = privacyTexts[locale];
  return (
    <section class="privacy-receipt" aria-label={words.receipt}>
      <div role="status">
        <h2>{title}</h2>
      </div>
      <p class="muted path">{words.receiptOf(receipt.id, receipt.by, formatDateTime(receipt.at, locale))}</p>
      <ErasureRows rows={receipt.rows} files={receipt.files} />
      <p class="muted">{words.backups}</p>
    </section>
  );
}
