import type { ErrorKind } from '@solodesk/protocol';
import type { ConversationSummary, OwnerPresence } from '@solodesk/protocol/owner';
import type { OwnerContext } from './owner-context.ts';
import type { OwnerAction } from './owner-state.ts';

export interface OwnerActions {
  takeover(site: string, conversation: string): Promise<boolean>;
  handBack(site: string, conversation: string): Promise<boolean>;
  close(site: string, conversation: string): Promise<boolean>;
  block(site: string, conversation: string, blocked: boolean, spam: boolean): Promise<boolean>;
  setPresence(site: string, mode: OwnerPresence['mode']): Promise<boolean>;
}

type StateAction = 'takeover' | 'hand_back' | 'close';

const EXPECTED: Record<StateAction, Partial<ConversationSummary>> = {
  // Who steps in has not said anything yet: the visitor goes on waiting.
  takeover: { state: 'owner' },
  hand_back: { state: 'bot', waitingSince: null, urgent: false, ownerName: null },
  close: { state: 'closed', waitingSince: null, urgent: false },
};

/**
 * What the owner does shows at once. When the server does not agree, it is undone and a notice says so; resolves to
 * whether it was done.
 *
 * @param lookAgain the conversation is not what we thought: it is to be read anew
 */
export function createOwnerActions(
  context: OwnerContext,
  lookAgain: (site: string, conversation: string) => void,
): OwnerActions {
  const expect = (conversation: string, patch: Partial<ConversationSummary> | null) =>
    context.cell.update((state) => {
      const { [conversation]: _, ...others } = state.expected;
      return { ...state, expected: patch ? { ...others, [conversation]: patch } : others };
    });

  const undone = (site: string, conversation: string | null, action: OwnerAction, error: ErrorKind) =>
    context.notify({ site, conversation, action, error, offline: !context.isConnected() });

  /** Ends the expectation: what was agreed stays, unless the server's own news arrived already. */
  function settle(site: string, conversation: string, patch: Partial<ConversationSummary>, lastSeq: number): void {
    if (context.cell.get().expected[conversation] === patch) expect(conversation, null);
    context.updateSite(site, (state) => {
      const summary = state.conversations[conversation];
      if (!summary || summary.lastSeq > lastSeq) return state;
      return { ...state, conversations: { ...state.conversations, [conversation]: { ...summary, ...patch } } };
    });
  }

  async function attempt(
    site: string,
    conversation: string,
    action: OwnerAction,
    patch: Partial<ConversationSummary>,
    ask: () => Promise<{ ok: true } | { ok: false; error: { kind: ErrorKind } }>,
  ): Promise<boolean> {
    const lastSeq = context.cell.get().sites[site]?.conversations[conversation]?.lastSeq ?? 0;
    expect(conversation, patch);
    const answer = await ask();
    if (answer.ok) {
      settle(site, conversation, patch, lastSeq);
      return true;
    }
    if (context.cell.get().expected[conversation] === patch) expect(conversation, null);
    undone(site, conversation, action, answer.error.kind);
    if (answer.error.kind === 'conflict') lookAgain(site, conversation);
    return false;
  }

  const stateAction = (action: StateAction) => (site: string, conversation: string) =>
    // A new object each time tells this attempt's expectation from another's.
    attempt(site, conversation, action, { ...EXPECTED[action] }, () => context.call(action, { site, conversation }));

  return {
    takeover: stateAction('takeover'),
    handBack: stateAction('hand_back'),
    close: stateAction('close'),
    async block(site, conversation, blocked, spam) {
      const known = context.cell.get().sites[site]?.conversations[conversation];
      const patch = known ? { visitor: { ...known.visitor, blocked } } : {};
      return attempt(site, conversation, blocked ? 'block' : 'unblock', patch, () =>
        context.call('block', { site, conversation, blocked, spam }),
      );
    },
    async setPresence(site, mode) {
      const before = context.cell.get().sites[site]?.presence;
      context.updateSite(site, (state) => ({ ...state, presence: { mode, here: mode !== 'away' } }));
      const answer = await context.call('presence', { site, mode });
      if (answer.ok) return true;
      if (before) context.updateSite(site, (state) => ({ ...state, presence: before }));
      undone(site, null, 'presence', answer.error.kind);
      return false;
    },
  };
}
