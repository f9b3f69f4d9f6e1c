import type { ChatState } from '@solodesk/client';
import { RESUME } from './intents.ts';

/**
 * Whether the visitor may go on with the bot: always while a person is waited for, and once a person has the
 * conversation only after a promise, which offers it. Not again when it is on its way.
 */
export function mayResume({ conversation, items }: Pick<ChatState, 'conversation' | 'items'>): boolean {
  if (items.some((item) => item.type === 'outbox' && item.intent === RESUME)) return false;
  if (conversation?.state !== 'owner') return conversation?.state === 'waiting';
  const answer = items.filter(({ type }) => type === 'bot_message' || type === 'owner_message').at(-1);
  return answer?.type === 'bot_message' && !!answer.quickReplies?.some(({ intent }) => intent === RESUME);
}
