import { money } from '../../state/money.ts';
import type { Order } from '../../state/api/records-api.ts';
import { useSiteDay } from '../../state/site-day.ts';
import { useTexts } from '../../texts/index.ts';

/** An order with its lines. */
export function OrderItem({ order }: { order: Order }) {
  const { t, locale } = useTexts();
  const dayOf = useSiteDay();
  const { number, placedAt, status, statusText, total, currency, lines, trackingUrl } = order;
  const sum = (minor: number | null) => (minor === null || currency === null ? null : money(minor, currency, locale));
  return (
    <li class="order">
      <div class="record-line">
        <b>{number}</b>
        <span class="tag" title={statusText ?? undefined}>
          {status === 'other' && statusText !== null ? statusText : t.records.status[status]}
        </span>
        <span class="muted">{dayOf(placedAt)}</span>
        <b class="order-total">{sum(total)}</b>
      </div>
      <ul class="order-lines">
        {lines.map(({ product, name, quantity, price }, place) => (
          <li key={place}>
            <span>{t.records.pieces(quantity, name ?? product ?? '?')}</span>
            <span class="muted">{sum(price)}</span>
          </li>
        ))}
      </ul>
      {trackingUrl !== null && /^https?:\/\//.test(trackingUrl) && (
        <a href={trackingUrl} target="_blank" rel="noopener noreferrer">
          {t.records.track}
        </a>
      )}
    </li>
  );
}
