import { cleanMessage } from '@solodesk/analytics';
import { feedbackOfRemark, remarkOfFeedback } from '@solodesk/core';
import type { FeedbackMood, Remark } from '@solodesk/core';
import type { InsightReader } from '@solodesk/store-sqlite';

/** What somebody said: to the bot or the owner, or of the business elsewhere. */
export interface SaidRow {
  readonly id: Remark;
  /** UTC milliseconds. */
  readonly at: number;
  readonly text: string;
  /** As it was found where it came in, with its rating; null: by its words. */
  readonly mood: FeedbackMood | null;
  /** The conversation's number, and the message's in it; 0 for what was said elsewhere. */
  readonly conversation: number;
  readonly seq: number;
}

export type SaidReader = Pick<InsightReader, 'messages' | 'messageText' | 'unanswered' | 'feedback'>;

/** Everything that was said within a time, what came from elsewhere where its moment lies; `to` exclusive. */
export function saidRows(reader: SaidReader, site: number, from: number, to: number): SaidRow[] {
  const elsewhere = [...reader.feedback.said(site, from, to)].map(({ key, at, text, mood }): SaidRow => ({
    ...{ id: remarkOfFeedback(key), at, text, mood, conversation: 0, seq: 0 },
  }));
  const rows: SaidRow[] = [];
  let next = 0;
  for (const row of reader.messages(site, from, to)) {
    while (next < elsewhere.length && elsewhere[next]!.at < row.at) rows.push(elsewhere[next++]!);
    rows.push({ ...row, mood: null });
  }
  return [...rows, ...elsewhere.slice(next)];
}

/** As it is now, cleaned; null where it was erased. */
export function saidText(
  reader: SaidReader,
  site: number,
  remark: Remark,
  foldScript: (text: string) => string,
): string | null {
  const feedback = feedbackOfRemark(remark);
  const text = feedback === null ? reader.messageText(site, remark) : reader.feedback.text(site, feedback);
  return text === null ? null : cleanMessage(text, foldScript);
}
