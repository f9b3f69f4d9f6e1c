import type { CannedReply } from '../conversation/canned-reply.ts';
import type { ConversationNote } from '../conversation/conversation-note.ts';
import type { LifeMove } from '../crm/life-cycle.ts';
import type { Erasure } from '../privacy/erasure.ts';
import type { View } from '../privacy/view.ts';
import type { KnownProblem } from '../problem/known-problem.ts';
import type { RecordBatch } from '../records/record-batch.ts';
import type { TicketHistoryEntry } from '../ticket/ticket.ts';
import type { Locale } from '../locale.ts';
import type { TrackedEvent } from '../visitor.ts';
import type { ExportRow } from './export-columns.ts';
import type { MomentWriter } from './export-kinds.ts';

/** Makes rows of what is kept beside the records of a business: what happened to them, and what the owner wrote. */
export function keptRows(moment: MomentWriter) {
  const at = (value: number | null) => (value === null ? null : moment(value));
  return {
    note: (conversation: string, note: ConversationNote): ExportRow<'notes'> => ({
      ...{ conversation, id: note.id, at: moment(note.at), by: note.by, text: note.text },
    }),
    file: (
      conversation: string,
      file: { id: string; name: string; type: string; bytes: number; from: string; at: number; seq: number | null },
    ): ExportRow<'files'> => ({
      ...{ id: file.id, conversation, message: file.seq, name: file.name, type: file.type, bytes: file.bytes },
      ...{ from: file.from, at: moment(file.at) },
    }),
    pageView: (
      view: TrackedEvent,
      of: { visitor: string | null; customer: string | null },
    ): ExportRow<'page_views'> => ({
      ...{ ...of, at: moment(view.at), name: view.name, page: view.page, properties: view.props },
    }),
    happening: (ticket: string, { at: when, by, what }: TicketHistoryEntry): ExportRow<'ticket_history'> => ({
      ...{ ticket, at: moment(when), by: by.kind === 'owner' ? by.name : by.kind, what: what.type, details: what },
    }),
    mail: (mail: { at: number; address: string; about: string }): ExportRow<'mails'> => ({
      ...{ at: moment(mail.at), address: mail.address, about: mail.about },
    }),
    promise: (
      promise: { madeAt: number; dueAt: number; outcome: string },
      conversation: string | null,
    ): ExportRow<'promises'> => ({
      ...{ conversation, made: moment(promise.madeAt), due: moment(promise.dueAt), outcome: promise.outcome },
    }),
    answerTime: (time: { askedAt: number; answeredAt: number }): ExportRow<'answer_times'> => ({
      ...{ asked: moment(time.askedAt), answered: moment(time.answeredAt) },
      seconds: Math.round((time.answeredAt - time.askedAt) / 1000),
    }),
    move: (move: LifeMove, customer: string | null): ExportRow<'moves'> => ({
      ...{ customer, at: moment(move.at), from: move.from, to: move.to, by_rules: move.byRules },
    }),
    unanswered: (question: {
      conversation: string | null;
      seq: number;
      at: number;
      text: string;
      locale: Locale;
      kind: string;
      status: string;
      guesses: readonly unknown[];
    }): ExportRow<'unanswered'> => ({
      ...{ conversation: question.conversation, seq: question.seq, at: moment(question.at), text: question.text },
      ...{ language: question.locale, kind: question.kind, status: question.status, guesses: question.guesses },
    }),
    cannedReply: ({ id, name, texts, at: when }: CannedReply): ExportRow<'canned_replies'> => ({
      ...{ id, name, text_en: texts.en ?? null, text_zh: texts.zh ?? null, at: moment(when) },
    }),
    problem: ({ problem, waiting }: { problem: KnownProblem; waiting: number }): ExportRow<'known_problems'> => ({
      ...{ id: problem.id, created: moment(problem.createdAt), fixed: at(problem.fixedAt), waiting },
      ...{ text_en: problem.text.en ?? null, text_zh: problem.text.zh ?? null, words: problem.words },
      ...{ fixed_en: problem.fixedText.en ?? null, fixed_zh: problem.fixedText.zh ?? null },
    }),
    figures: (result: {
      period: string;
      version: number;
      model: string;
      madeAt: number;
      body: string;
    }): ExportRow<'figures'> => ({
      ...{ period: result.period, made: moment(result.madeAt), version: result.version, model: result.model },
      figures: JSON.parse(result.body) as Record<string, unknown>,
    }),
    pageVote: (vote: { page: string; locale: string; yes: number; no: number }): ExportRow<'page_votes'> => ({
      ...{ page: vote.page, language: vote.locale, yes: vote.yes, no: vote.no },
    }),
    consent: (consent: {
      version: string;
      text: { en?: string; zh?: string };
      since: number;
    }): ExportRow<'consents'> => ({
      ...{ version: consent.version, since: moment(consent.since) },
      ...{ text_en: consent.text.en ?? null, text_zh: consent.text.zh ?? null },
    }),
    look: (view: View, of: { customer: string | null; visitor: string | null }): ExportRow<'looks'> => ({
      ...{ at: moment(view.at), by: view.by, kind: view.kind, ...of, detail: view.detail },
    }),
    erasure: (erasure: Erasure): ExportRow<'erasures'> => ({
      ...{ id: erasure.id, at: moment(erasure.at), by: erasure.by, files: erasure.files, rows: erasure.rows },
    }),
    batch: ({ key, kind, file, startedAt, finishedAt, undoneAt, counts }: RecordBatch): ExportRow<'imports'> => ({
      ...{ number: key, kind, file, started: moment(startedAt), finished: at(finishedAt), undone: at(undoneAt) },
      ...{ added: counts.new, changed: counts.changed, same: counts.same, refused: counts.refused },
    }),
  };
}
