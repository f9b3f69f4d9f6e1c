import { readFile } from 'node:fs/promises';
import { moodOf, recogniseComplaint, writtenIn } from '@solodesk/core';
import type { ComplaintPolicy, Locale, Sentiment } from '@solodesk/core';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { CommandError, UsageError } from '../command-error.ts';

/** A sentence and whether a person calls it a complaint. */
export interface LabelledSentence {
  text: string;
  complaint: boolean;
}

export interface ComplaintFigures {
  /** `en`, `zh` or `all`. */
  language: string;
  n: number;
  complaints: number;
  /** Part of the complaints that were recognised; null where there are none. */
  recall: number | null;
  /** Part of what was taken for a complaint that is one; null where nothing was. */
  precision: number | null;
}

export interface ComplaintEvaluation {
  figures: ComplaintFigures[];
  missed: string[];
  mistaken: string[];
}

const rows = z.array(z.object({ text: z.string(), label: z.enum(['complaint', 'other']) }));

/** Reads a CSV file with the columns text and label (`complaint` or `other`). @throws CommandError where it is none */
export async function readLabelledSentences(file: string): Promise<LabelledSentence[]> {
  const bytes = await readFile(file).catch((cause: Error) => {
    throw new UsageError(`${file} cannot be read: ${cause.message}`);
  });
  let content: unknown;
  try {
    content = parse(bytes, { columns: true, bom: true, skip_empty_lines: true });
  } catch (cause) {
    throw new CommandError(`${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  const read = rows.safeParse(content);
  if (!read.success) {
    const [issue] = read.error.issues;
    const line = typeof issue?.path[0] === 'number' ? ` in row ${issue.path[0] + 2}` : '';
    throw new CommandError(`${file} must have the columns text and label (complaint or other); wrong${line}`);
  }
  return read.data.map(({ text, label }) => ({ text, complaint: label === 'complaint' }));
}

/** Lets the desk judge each sentence by words and mood alone, as no site's FAQs are at hand, and counts by language. */
export function evaluateComplaints(
  sentences: readonly LabelledSentence[],
  policy: ComplaintPolicy,
  sentiment: Sentiment,
): ComplaintEvaluation {
  const judged = sentences.map((sentence) => {
    const locale = writtenIn(sentence.text, 'en');
    return { ...sentence, locale, said: isComplaint(sentence.text, locale, policy, sentiment) };
  });
  const groups: [string, typeof judged][] = [
    ['en', judged.filter(({ locale }) => locale === 'en')],
    ['zh', judged.filter(({ locale }) => locale === 'zh')],
    ['all', judged],
  ];
  return {
    figures: groups.filter(([, of]) => of.length > 0).map(([language, of]) => figuresOf(language, of)),
    missed: judged.filter(({ complaint, said }) => complaint && !said).map(({ text }) => text),
    mistaken: judged.filter(({ complaint, said }) => !complaint && said).map(({ text }) => text),
  };
}

function isComplaint(text: string, locale: Locale, policy: ComplaintPolicy, sentiment: Sentiment): boolean {
  const mood = () => moodOf(sentiment.read(text, locale), text);
  return recogniseComplaint({ text, intents: () => [], mood }, policy).complaint;
}

function figuresOf(language: string, judged: readonly { complaint: boolean; said: boolean }[]): ComplaintFigures {
  const complaints = judged.filter(({ complaint }) => complaint).length;
  const said = judged.filter((one) => one.said).length;
  const right = judged.filter((one) => one.said && one.complaint).length;
  return {
    language,
    n: judged.length,
    complaints,
    recall: complaints === 0 ? null : right / complaints,
    precision: said === 0 ? null : right / said,
  };
}

export function complaintTable({ figures, missed, mistaken }: ComplaintEvaluation): string {
  const percent = (part: number | null) => (part === null ? 'none' : `${(part * 100).toFixed(1)} %`).padStart(9);
  const lines = figures.map(({ language, n, complaints, recall, precision }) =>
    [
      language.padEnd(9),
      String(n).padStart(5),
      String(complaints).padStart(11),
      percent(recall),
      percent(precision),
    ].join(' '),
  );
  return [
    'language      n  complaints    recall precision',
    ...lines,
    ...listed('Not recognised:', missed),
    ...listed('Taken for a complaint:', mistaken),
  ].join('\n');
}

function listed(title: string, texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : ['', title, ...texts.map((text) => `  ${text}`)];
}
