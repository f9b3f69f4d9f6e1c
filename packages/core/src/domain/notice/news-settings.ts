/** What an owner can be told of at once. */
export type AlertKind = 'score' | 'feedback' | 'promise';

/** What an account wants to hear of besides somebody who waits. */
export interface NewsSettings {
  /** A bad score; negative feedback or a complaint; a promise that was broken. */
  readonly alerts: Readonly<Record<AlertKind, boolean>>;
  /** Hour of the day, in the site's zone, from which the morning's digest goes out; null: none does. */
  readonly digestHour: number | null;
  /** Whether a digest goes out that has nothing to say. */
  readonly digestEmpty: boolean;
  /** Whether the report of the week and of the month comes by mail. */
  readonly report: boolean;
}

export const DEFAULT_NEWS_SETTINGS: NewsSettings = {
  alerts: { score: true, feedback: true, promise: true },
  ...{ digestHour: null, digestEmpty: false, report: false },
};
