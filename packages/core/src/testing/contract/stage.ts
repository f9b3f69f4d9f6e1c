import { botSpeaks } from '../../domain/conversation/bot-commands.ts';
import type { BotReply } from '../../domain/conversation/bot-commands.ts';
import { newConversation } from '../../domain/conversation/conversation.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { Decision } from '../../domain/conversation/decision.ts';
import { close, ownerSpeaks } from '../../domain/conversation/owner-commands.ts';
import { visitorSpeaks } from '../../domain/conversation/visitor-commands.ts';
import type { Visitor } from '../../domain/visitor.ts';
import type { Commit, CommitOutcome, StoredEvent } from '../../ports/conversation-store.ts';
import type { Store } from '../../ports/store.ts';
import { createSeededIds } from '../seeded-ids.ts';

export const SHOP = 'shop';
export const BAKERY = 'bakery';

/** A bot's answer of which nothing is left to say; parts of it can be replaced. */
export function botReply(change: Partial<BotReply> = {}): BotReply {
  return {
    text: 'Within 30 days.',
    quickReplies: [],
    links: [],
    reason: { kind: 'answered', guesses: [{ intent: 'returns.period', confidence: 0.9 }] },
    handoff: null,
    promisedFor: null,
    unsureStreak: 0,
    ...change,
  };
}

/** People who act on a store: one step a call, in moments that the test names. */
export class Stage {
  readonly store: Store;
  readonly #ids;

  /** @param seed of the ids that it makes; another one where another stage has filled the store before. */
  constructor(store: Store, seed = 7) {
    this.store = store;
    this.#ids = createSeededIds(seed);
  }

  uuid(): string {
    return this.#ids.uuid();
  }

  visitor(site = SHOP, change: Partial<Omit<Visitor, 'key'>> = {}): Promise<Visitor> {
    return this.store.createVisitor(anonymous(site, this.uuid(), change), this.#ids.token());
  }

  /** What the visitor's next message comes to, decided on what is stored now; not committed yet. */
  async message(visitor: Visitor, { text = 'hello', clientId = this.uuid(), at = 1_000 } = {}): Promise<Commit> {
    const current = await this.store.findConversationOfVisitor(visitor.site, visitor.key);
    const conversation = current ?? this.fresh(visitor, at);
    return toCommit(conversation, visitorSpeaks(conversation, { text, clientId }, at));
  }

  fresh(visitor: Visitor, at = 1_000): Conversation {
    const { site, key: visitorKey, locale, timeZone } = visitor;
    return newConversation({ id: this.uuid(), site, visitorKey, locale, timeZone, at });
  }

  async says(visitor: Visitor, words: { text?: string; clientId?: string; at?: number } = {}): Promise<Committed> {
    return this.commit(await this.message(visitor, words));
  }

  /** `count` messages, a minute apart. */
  async saysOften(visitor: Visitor, count: number, text = (n: number) => `message ${n}`): Promise<Conversation> {
    let conversation: Conversation | null = null;
    for (let n = 1; n <= count; n++) {
      ({ conversation } = await this.says(visitor, { text: text(n), at: n * 60_000 }));
    }
    if (conversation === null) throw new Error('nothing was said');
    return conversation;
  }

  async botAnswers(visitor: Visitor, change: Partial<BotReply> = {}, at = 2_000): Promise<Committed> {
    return this.act(visitor, (conversation) => {
      const owed = conversation.botDue[0] ?? 0;
      return botSpeaks(conversation, owed, botReply(change), at);
    });
  }

  async ownerAnswers(visitor: Visitor, { text = 'I look after it.', clientId = this.uuid(), at = 3_000 } = {}) {
    return this.act(visitor, (conversation) => ownerSpeaks(conversation, { name: 'Mara', text, clientId }, at));
  }

  async closes(visitor: Visitor, at = 4_000): Promise<Committed> {
    return this.act(visitor, (conversation) => close(conversation, 'owner', at));
  }

  async act(visitor: Visitor, decide: (conversation: Conversation) => Decision | null): Promise<Committed> {
    const conversation = await this.conversation(visitor);
    const decision = decide(conversation);
    if (decision === null) throw new Error('there was nothing to do');
    return this.commit(toCommit(conversation, decision));
  }

  async conversation(visitor: Visitor): Promise<Conversation> {
    const conversation = await this.store.findConversationOfVisitor(visitor.site, visitor.key);
    if (conversation === null) throw new Error('the visitor has no conversation');
    return conversation;
  }

  async commit(commit: Commit): Promise<Committed> {
    return committed(await this.store.commit(commit));
  }
}

export type Committed = Extract<CommitOutcome, { kind: 'committed' }>;

export function committed(outcome: CommitOutcome): Committed {
  if (outcome.kind !== 'committed') throw new Error(`refused: ${outcome.kind}`);
  return outcome;
}

export function toCommit(conversation: Conversation, decision: Decision): Commit {
  return { expectedVersion: conversation.version, events: decision.events, next: decision.next };
}

export function seqs(events: readonly StoredEvent[]): number[] {
  return events.map((event) => event.seq);
}

export function anonymous(site: string, id: string, change: Partial<Omit<Visitor, 'key'>> = {}): Omit<Visitor, 'key'> {
  return {
    site,
    id,
    createdAt: 500,
    locale: 'en',
    timeZone: 'Europe/Berlin',
    userId: null,
    verified: false,
    claims: {},
    page: null,
    referrer: null,
    consent: null,
    blocked: 'no',
    ...change,
  };
}
