import { wordsOf } from '@solodesk/core';
import type { LogEntry, LogEvent, Store } from '@solodesk/core';
import { z } from 'zod';
import { apiRoute } from './api-route.ts';
import type { ApiRoute } from './api-route.ts';
import { fromCursor, moment, momentOut, page, pageOf, paging, told } from './fields.ts';
import { Problem } from './problem.ts';

const SPEAKERS: Partial<Record<LogEntry['type'], 'visitor' | 'bot' | 'owner'>> = {
  visitor_message: 'visitor',
  bot_message: 'bot',
  owner_message: 'owner',
};
const eventSchema = z
  .object({
    seq: told(z.int(), 'Its place, from 1 without holes.', '序号，从 1 开始，无间断。'),
    at: momentOut,
    type: told(
      z.string(),
      'visitor_message, bot_message, owner_message, handoff, takeover, hand_back, closed, reopened, ticket or erased.',
      'visitor_message、bot_message、owner_message、handoff、takeover、hand_back、closed、reopened、ticket 或 erased。',
    ),
    from: told(
      z.enum(['visitor', 'bot', 'owner']).nullable(),
      'Who spoke; null for what is no message.',
      '发言者；非消息为 null。',
    ),
    text: z.string().nullable(),
  })
  .meta({ id: 'ConversationEvent' });

export function conversationRoutes(store: Store): ApiRoute[] {
  return [
    apiRoute({
      ...{
        method: 'get',
        path: '/api/conversations/{id}/messages',
        id: 'listMessages',
        tag: 'conversations',
        scope: 'conversations:read',
      },
      title: { en: 'Read a conversation', zh: '读取对话' },
      about: {
        en: 'What was said and what happened, oldest first, as both sides saw it. It holds the visitor’s words as they were typed, the sensitive ones too.',
        zh: '双方看到的全部内容，最早的在前。包括访客原话，敏感内容也在其中。',
      },
      params: z.strictObject({
        id: told(z.string().max(60), 'As tickets and webhooks name it.', '工单和 Webhook 中的对话 id。'),
      }),
      query: z.strictObject(paging),
      ...{ body: null, problems: ['not_found'] },
      answers: { 200: { about: { en: 'A page of what happened.', zh: '一页内容。' }, schema: pageOf(eventSchema) } },
      async run({ site, params, query: { cursor, limit } }) {
        const after = fromCursor(cursor, 'number') ?? 0;
        const row = await store.findConversation(site.id, params.id);
        if (row === null) throw new Problem('not_found', 'nothing of this site is called so');
        const events = await store.readLog(row.conversation.key, { after, limit: limit + 1 });
        return page(events, limit, view, ({ seq }) => seq);
      },
    }),
  ];
}

function view({ seq, at, entry }: LogEvent) {
  return { seq, at: moment(at), type: entry.type, from: SPEAKERS[entry.type] ?? null, text: wordsOf(entry) };
}
