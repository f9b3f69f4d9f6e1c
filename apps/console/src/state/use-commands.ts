import { useEffect, useRef } from 'preact/hooks';
import { CLOSE_AFTER_MS, shownSummary } from '@solodesk/client/owner';
import type { ConversationCommands } from '../parts/conversation/conversation-actions.tsx';
import { showToast } from '../parts/controls/toasts.tsx';
import { ticketMakeTexts } from '../texts/ticket-make-texts.ts';
import { useTexts } from '../texts/index.ts';
import { useDesk } from './desk.ts';
import { lookForDuplicates } from './contacts/look-for-duplicates.ts';
import { keepSelection, makeTicket } from './tickets/make-ticket.ts';
import { DESK, go } from './route.ts';
import { visitorName } from './conversation/visitor-name.ts';

/** What keys and buttons do to the open conversation, where its state allows it. */
export function useCommands(site: string, conversation: string | null): ConversationCommands {
  const { t, locale } = useTexts();
  const selected = useRef<string | null>(null);
  const { client, state } = useDesk();
  const known = conversation ? state.sites[site]?.conversations[conversation] : undefined;
  const summary = known && shownSummary(state, known);
  const name = summary ? visitorName(summary.visitor, t) : '';

  useEffect(() => {
    selected.current = null;
    return keepSelection((text) => {
      selected.current = text;
    });
  }, [conversation]);

  const onOpen = () => go({ ...DESK, site, filter: 'open', conversation });
  const unblock = async () => {
    if (!conversation || !(await client.block(site, conversation, false, false))) return;
    showToast(t.talk.unblockedToast(name), { onOpen });
  };
  return {
    takeOver() {
      if (!summary || summary.visitor.blocked) return;
      if (summary.state === 'bot' || summary.state === 'waiting') void client.takeover(site, summary.id);
    },
    handBack() {
      if (summary?.state === 'owner') void client.handBack(site, summary.id);
    },
    close() {
      if (!summary || summary.state === 'closed') return;
      const { id } = summary;
      client.closeSoon(site, id);
      showToast(t.talk.closedToast(name), {
        onOpen,
        staysMs: CLOSE_AFTER_MS,
        action: { label: t.common.undo, run: () => client.undoClose(id) },
      });
    },
    async block(spam) {
      if (!conversation || !(await client.block(site, conversation, true, spam))) return;
      const text = spam ? t.talk.spamToast(name) : t.talk.blockedToast(name);
      showToast(text, { onOpen, action: { label: t.common.undo, run: () => void unblock() } });
    },
    unblock: () => void unblock(),
    ticket: async () => {
      if (!conversation) return;
      // Without a selection it is of what the visitor said last, wherever one reads.
      if (selected.current === null && state.open[conversation]?.newer) await client.newest(site, conversation);
      const log = client.get().open[conversation];
      const said = log?.newer ? [] : (log?.events ?? []).filter((event) => event.type === 'visitor_message');
      const text = selected.current ?? said.at(-1)?.text?.trim() ?? '';
      if (text === '') showToast(ticketMakeTexts[locale].none);
      else void makeTicket({ site, conversation, text }, t, locale);
    },
    merge() {
      if (conversation) void lookForDuplicates({ site, conversation }, t, locale);
    },
  };
}
