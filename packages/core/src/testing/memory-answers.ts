import type { EarlierAnswer } from '../domain/conversation/earlier-answer.ts';
import { countOutcomes, outcomeOf } from '../domain/unanswered/reply-outcome.ts';
import type { AnswerStore } from '../ports/answer-store.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';

export function createMemoryAnswers({ eventsAfter }: Pick<ConversationStore, 'eventsAfter'>): AnswerStore {
  return {
    async earlierAnswers(site, limit) {
      const events = await eventsAfter(site, 0, Infinity);
      const own = events.filter(({ entry }) => entry.type === 'owner_message').slice(-limit);
      return own.reverse().flatMap(({ entry, conversationKey, seq, at }): EarlierAnswer[] => {
        if (entry.type !== 'owner_message') return [];
        const before = events.filter((event) => event.conversationKey === conversationKey && event.seq < seq);
        const asked = before
          .filter(
            (event) =>
              event.entry.type === 'visitor_message' ||
              event.entry.type === 'owner_message' ||
              (event.entry.type === 'bot_message' && event.reason?.sensitive === true),
          )
          .at(-1)?.entry;
        if (asked?.type !== 'visitor_message') return [];
        return [{ conversationKey, question: asked.text, answer: entry.text, at }];
      });
    },
    async replyOutcomes(site, limit) {
      const events = await eventsAfter(site, 0, Infinity);
      const at = new Map(events.map((event) => [`${event.conversationKey} ${event.seq}`, event.entry]));
      const replies = events.filter(({ entry, reason }) => entry.type === 'bot_message' && reason !== undefined);
      return countOutcomes(
        replies.slice(-limit).map(({ entry, reason, conversationKey, seq }) => {
          if (entry.type !== 'bot_message' || reason === undefined) return null;
          const asked = at.get(`${conversationKey} ${entry.replyTo}`);
          if (asked?.type !== 'visitor_message' || asked.intent !== undefined || asked.text === '') return null;
          const before = at.get(`${conversationKey} ${seq - 1}`);
          return outcomeOf(reason, before?.type === 'handoff' && before.reason === 'unsure');
        }),
      );
    },
  };
}
