import { unansweredIn } from '../domain/unanswered/unanswered-in.ts';
import type { Conversation } from '../domain/conversation/conversation.ts';
import type { StoredEvent } from '../ports/conversation-store.ts';
import type { UnansweredQuestion, UnansweredStatus, UnansweredStore } from '../ports/unanswered-store.ts';
import type { VisitorStore } from '../ports/visitor-store.ts';

interface Kept extends Omit<UnansweredQuestion, 'at' | 'text'> {
  site: string;
  /** Null of a search, which has its own words. */
  conversationKey: number | null;
  own: { at: number; text: string } | null;
  status: UnansweredStatus;
}

export interface MemoryUnanswered extends UnansweredStore {
  /** What `commit` does about unanswered questions. */
  note(conversation: Conversation, events: readonly StoredEvent[]): void;
  dropUnanswered(conversationKeys: readonly number[]): number;
  /** Searches that are older; with `really` they go. */
  dropSearches(site: string, before: number, really: boolean): number;
}

/** Unanswered questions beside a log, whose texts they borrow. */
export function createMemoryUnanswered(
  visitors: Pick<VisitorStore, 'findVisitor'>,
  find: (conversationKey: number, seq: number) => StoredEvent | undefined,
): MemoryUnanswered {
  let kept: Kept[] = [];
  let lastKey = 0;

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
      const { site: _site, conversationKey, own, ...rest } = question;
      if (question.site !== site || question.status !== status) continue;
      if (own !== null) questions.push({ ...rest, ...own });
      if (conversationKey === null) continue;
      const entry = find(conversationKey, question.seq);
      if (entry?.entry.type !== 'visitor_message') continue;
      if ((await visitors.findVisitor(conversationKey))?.blocked !== 'no') continue;
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
      if (asked?.type !== 'visitor_message' || asked.intent !== undefined || asked.text === '') return;
      const { id, site, key: conversationKey, locale } = conversation;
      const question = { key: ++lastKey, site, conversation: id, conversationKey, own: null, locale };
      kept.push({ ...question, ...marks.kept, status: 'open' });
    },
    dropUnanswered(keys) {
      const gone = kept.filter(({ conversationKey }) => conversationKey !== null && keys.includes(conversationKey));
      for (const question of gone) kept.splice(kept.indexOf(question), 1);
      return gone.length;
    },
    dropSearches(site, before, really) {
      const old = kept.filter((each) => each.site === site && each.own !== null && each.own.at < before);
      if (really) kept = kept.filter((each) => !old.includes(each));
      return old.length;
    },
    async keepSearch(site, { at, text, locale, guesses }, most) {
      const search = { key: ++lastKey, site, conversation: null, conversationKey: null, own: { at, text }, seq: 0 };
      kept.push({ ...search, locale, kind: 'searched', guesses, status: 'open' });
      const searches = kept.filter((each) => each.site === site && each.own !== null);
      const gone = searches.slice(0, Math.max(0, searches.length - most));
      kept = kept.filter((each) => !gone.includes(each));
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
