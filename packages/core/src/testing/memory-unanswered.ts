import { unansweredIn } from '../domain/unanswered/unanswered-in.ts';
import type { Conversation } from '../domain/conversation/conversation.ts';
import type { StoredEvent } from '../ports/conversation-store.ts';
import type { UnansweredQuestion, UnansweredStatus, UnansweredStore } from '../ports/unanswered-store.ts';
import type { VisitorStore } from '../ports/visitor-store.ts';

interface Kept extends Omit<UnansweredQuestion, 'at' | 'text'> {
  site: string;
  conversationKey: number;
  status: UnansweredStatus;
}

export interface MemoryUnanswered extends UnansweredStore {
  /** What `commit` does about unanswered questions. */
  note(conversation: Conversation, events: readonly StoredEvent[]): void;
  dropUnanswered(conversationKeys: readonly number[]): number;
}

/** Unanswered questions beside a log, whose texts they borrow. */
export function createMemoryUnanswered(
  visitors: Pick<VisitorStore, 'findVisitor'>,
  find: (conversationKey: number, seq: number) => StoredEvent | undefined,
): MemoryUnanswered {
  const kept: Kept[] = [];

  const drop = (conversationKey: number, intent: string): void => {
    const offered = kept.filter(
      (question) =>
        question.conversationKey === conversationKey &&
        question.kind === 'suggested' &&
        question.guesses.some((guess) => guess.intent === intent),
    );
    const last = offered.at(-1);
    if (last !== undefined) kept.splice(kept.indexOf(last), 1);
  };
  const shown = async (site: string, status: UnansweredStatus): Promise<UnansweredQuestion[]> => {
    const questions: UnansweredQuestion[] = [];
    for (const question of kept) {
      const entry = find(question.conversationKey, question.seq);
      if (question.site !== site || question.status !== status || entry?.entry.type !== 'visitor_message') continue;
      if ((await visitors.findVisitor(question.conversationKey))?.blocked !== 'no') continue;
      const { site: _site, conversationKey: _key, ...rest } = question;
      questions.push({ ...rest, at: entry.at, text: entry.entry.text });
    }
    return questions.sort((a, b) => b.key - a.key);
  };

  return {
    note(conversation, events) {
      const marks = unansweredIn(events);
      if (marks.chosen !== null) drop(conversation.key, marks.chosen);
      if (marks.kept === null) return;
      const { seq } = marks.kept;
      const asked = find(conversation.key, seq)?.entry;
      const reply = events.find(({ entry }) => entry.type === 'bot_message' && entry.replyTo === seq);
      if (asked?.type !== 'visitor_message' || asked.intent !== undefined || asked.text === '') return;
      if (reply === undefined) return;
      const { id, site, key: conversationKey, locale } = conversation;
      kept.push({ key: reply.id, site, conversation: id, conversationKey, locale, ...marks.kept, status: 'open' });
    },
    dropUnanswered(keys) {
      const gone = kept.filter(({ conversationKey }) => keys.includes(conversationKey));
      for (const question of gone) kept.splice(kept.indexOf(question), 1);
      return gone.length;
    },
    unanswered: async (site, { status, limit }) => (await shown(site, status)).slice(0, limit),
    countUnanswered: async (site, most) => Math.min(most, (await shown(site, 'open')).length),
    async setUnanswered(site, keys, status) {
      const changed = kept.filter((each) => each.site === site && keys.includes(each.key) && each.status !== status);
      for (const each of changed) each.status = status;
      return changed.length;
    },
  };
}
