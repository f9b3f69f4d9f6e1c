import { countOutcomes, outcomeOf } from '@solodesk/core';
import type { AnswerStore, BotReason, EarlierAnswer } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import { ENTRY_TYPES, VISITOR_MESSAGE } from './event-rows.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';

const BOT_MESSAGE = ENTRY_TYPES.indexOf('bot_message');
const HANDOFF = ENTRY_TYPES.indexOf('handoff');
const OWNER_MESSAGE = ENTRY_TYPES.indexOf('owner_message');

export function createAnswerStore(db: Database, sites: SiteKeys): AnswerStore {
  const own = db.prepare<[number, number], { conversation: number; seq: number; at: number; text: string }>(
    `SELECT conversation, seq, at, text FROM event
     WHERE site = ? AND type = ${OWNER_MESSAGE} AND text IS NOT NULL ORDER BY id DESC LIMIT ?`,
  );
  const before = db.prepare<[number, number], { type: number; text: string | null }>(
    `SELECT type, text FROM event WHERE conversation = ? AND seq < ?
     AND (type IN (${VISITOR_MESSAGE}, ${OWNER_MESSAGE}) OR type = ${BOT_MESSAGE} AND reason LIKE '%"sensitive":true%')
     ORDER BY seq DESC LIMIT 1`,
  );
  const replies = db.prepare<[number, number], { reason: string; handoff: string | null }>(
    `SELECT said.reason, json_extract(before.extra, '$.reason') AS handoff
     FROM (SELECT conversation, seq, extra, reason FROM event
       WHERE site = ? AND type = ${BOT_MESSAGE} AND reason IS NOT NULL ORDER BY id DESC LIMIT ?) said
     JOIN event asked ON asked.conversation = said.conversation AND asked.seq = json_extract(said.extra, '$.replyTo')
       AND asked.type = ${VISITOR_MESSAGE} AND asked.text <> '' AND json_extract(asked.extra, '$.intent') IS NULL
     LEFT JOIN event before ON before.conversation = said.conversation AND before.seq = said.seq - 1
       AND before.type = ${HANDOFF}`,
  );
  return {
    replyOutcomes: (site, limit) =>
      reading(() =>
        countOutcomes(
          replies
            .all(sites.find(site) ?? 0, limit)
            .map(({ reason, handoff }) => outcomeOf(JSON.parse(reason) as BotReason, handoff === 'unsure')),
        ),
      ),
    earlierAnswers: (site, limit) =>
      reading(() =>
        own.all(sites.find(site) ?? 0, limit).flatMap(({ conversation, seq, at, text }): EarlierAnswer[] => {
          const asked = before.get(conversation, seq);
          if (asked?.type !== VISITOR_MESSAGE || asked.text === null) return [];
          return [{ conversationKey: conversation, question: asked.text, answer: text, at }];
        }),
      ),
  };
}
