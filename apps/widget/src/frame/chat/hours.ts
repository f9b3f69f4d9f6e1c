import type { WidgetSite } from '@solodesk/protocol/visitor';

/**
 * When the desk opens next; null when it is open, or is not going to for as long as was told.
 *
 * @param now UTC milliseconds, as is the answer
 */
export function opensAt({ open }: Pick<WidgetSite, 'open'>, now: number): number | null {
  const next = open.find((slot) => slot[1] > now);
  return next && next[0] > now ? next[0] : null;
}
