import type { InsightStore, Locale, Site } from '@solodesk/core';
import { insightFiguresSchema } from '@solodesk/protocol/owner';
import { DateTime } from 'luxon';

const COUNTED = ['visitors', 'messages', 'started', 'solved'] as const;
/** Fewer than this on both days are too few to say that anything moved. */
const FEWEST = 5;
/** What moved by less than a quarter did not move. */
const LEAST = Math.log(1.25);

const NAMES: Record<Locale, Record<(typeof COUNTED)[number], string>> = {
  en: {
    visitors: 'New visitors',
    messages: 'Messages',
    started: 'Conversations begun',
    solved: 'Conversations solved',
  },
  zh: { visitors: '新访客', messages: '消息', started: '新对话', solved: '已解决的对话' },
};

/**
 * Of yesterday's numbers the one that differs most from the same weekday a week before, in words; null where none did, or the nightly batch
 * has not come so far.
 */
export async function movedNumber(
  store: Pick<InsightStore, 'insightResult'>,
  { id, timeZone }: Pick<Site, 'id' | 'timeZone'>,
  now: number,
  locale: Locale,
): Promise<string | null> {
  const today = DateTime.fromMillis(now, { zone: timeZone });
  const countsOf = async (daysAgo: number) => {
    const day = today.minus({ days: daysAgo }).toISODate() ?? '';
    const result = await store.insightResult(id, 'figures', day);
    return result === null ? null : insightFiguresSchema.parse(JSON.parse(result.body)).counts;
  };
  const [yesterday, before] = [await countsOf(1), await countsOf(8)];
  if (yesterday === null || before === null) return null;
  const [most] = COUNTED.map((name) => ({ name, now: yesterday[name], then: before[name] }))
    .filter((count) => Math.max(count.now, count.then) >= FEWEST)
    .map((count) => ({ ...count, size: Math.abs(Math.log((count.now + 1) / (count.then + 1))) }))
    .filter(({ size }) => size >= LEAST)
    .sort((one, other) => other.size - one.size);
  if (most === undefined) return null;
  const name = NAMES[locale][most.name];
  return locale === 'en'
    ? `${name} yesterday: ${most.now}, after ${most.then} a week before.`
    : `昨天${name}：${most.now}，一周前同日为 ${most.then}。`;
}
