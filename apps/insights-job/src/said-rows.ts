import { cleanMessage } from '@solodesk/analytics';
import { feedbackOfRemark, remarkOfFeedback } from '@solodesk/core';
import type { FeedbackMood, Remark } from '@solodesk/core';
import type { InsightReader } from '@solodesk/store-sqlite';

/** What somebody said: to the bot or the owner, or of the business elsewhere. */
export interface SaidRow {
  readonly id: Remark;
  /** UTC milliseconds. */
  readonly at: number;
  /** Without what the bot had said to them and they sent back. */
  readonly text: string;
  /** It was nothing but that. */
  readonly isBots: boolean;
  /** As it was found where it came in, with its rating; null: by its words. */
  readonly mood: FeedbackMood | null;
  /** The conversation's number, and the message's in it; 0 for what was said elsewhere. */
  readonly conversation: number;
  readonly seq: number;
}

export type SaidReader = Pick<InsightReader, 'messages' | 'message' | 'saidByBot' | 'unanswered' | 'feedback'>;

/** Everything that was said within a time, what came from elsewhere where its moment lies; `to` exclusive. */
export function saidRows(reader: SaidReader, site: number, from: number, to: number): SaidRow[] {
  const elsewhere = [...reader.feedback.said(site, from, to)].map(({ key, at, text, mood }): SaidRow => ({
    ...{ id: remarkOfFeedback(key), at, text, isBots: false, mood, conversation: 0, seq: 0 },
  }));
  const rows: SaidRow[] = [];
  let next = 0;
  for (const row of reader.messages(site, from, to)) {
    while (next < elsewhere.length && elsewhere[next]!.at < row.at) rows.push(elsewhere[next++]!);
    rows.push({ ...row, ...own(reader, row), mood: null });
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
  if (feedback !== null) return cleaned(reader.feedback.text(site, feedback), foldScript);
  const row = reader.message(site, remark);
  return cleaned(row === null ? null : own(reader, row).text, foldScript);
}

const cleaned = (text: string | null, foldScript: (text: string) => string) =>
  text === null ? null : cleanMessage(text, foldScript);

/** A shorter one may well be what two say of themselves: "Thank you!" UTF-16 units. */
const LEAST_BOT_TEXT = 20;

/** What of a message its writer said, where they pasted what the bot had told them. */
function own(
  reader: Pick<SaidReader, 'saidByBot'>,
  { text, conversation, seq }: Pick<SaidRow, 'text' | 'conversation' | 'seq'>,
): Pick<SaidRow, 'text' | 'isBots'> {
  if (text.length < LEAST_BOT_TEXT) return { text, isBots: false };
  const said = reader.saidByBot(conversation, seq).filter((each) => each.length >= LEAST_BOT_TEXT);
  const left = said.reduce((rest, each) => rest.replaceAll(each, '\n'), text);
  const isBots = left !== text && !/[\p{L}\p{N}]/u.test(left);
  return { text: isBots ? '' : left, isBots };
}
