/** What was spent on marketing in a month, by channel. */
export interface SpendRecord {
  readonly key: number;
  readonly site: string;
  /** As contacts' first sources name it: `google`, `newsletter`; in lower case. */
  readonly channel: string;
  /** `YYYY-MM`, in the site's zone. */
  readonly month: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Minor units of `currency`. */
  readonly amount: number;
}

/** There is one amount a channel, month and currency: a later one takes the place of the one before. */
export type SpendDraft = Omit<SpendRecord, 'key' | 'site'>;
