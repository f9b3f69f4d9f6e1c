import { MOST_NOTES } from '@solodesk/core';
import type { InboxRow, Site } from '@solodesk/core';
import { answeredBefore } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import type { ConversationNote, OwnerUp } from '@solodesk/protocol/owner';
import type { OwnerFeed } from './owner-feed.ts';
import { WireFault } from './wire-error.ts';

/**
 * What a console may do about the remarks beside a conversation. `enter` checks the session and the membership, and gives the
 * site; `row` finds one of its conversations.
 */
export function noteHandlers(
  { store, clock }: Pick<Desk, 'store' | 'clock'>,
  feed: Pick<OwnerFeed, 'tell'>,
  enter: (site: string) => Promise<Site>,
  row: (site: string, conversation: string) => Promise<InboxRow>,
) {
  const tell = async (site: string, conversation: string, key: number) =>
    feed.tell(site, 'notes', { site, conversation, notes: await notesOf(store, site, key) });
  return {
    async answered_before({ site, conversation }: OwnerUp['answered_before']) {
      await enter(site);
      const { key } = (await row(site, conversation)).conversation;
      const found = await answeredBefore(store, site, key);
      return { found: found.map(({ question, answer, at }) => ({ question, answer, at })) };
    },
    async note_put({ site: id, conversation, id: note, text, at }: OwnerUp['note_put']) {
      const { ownerName } = await enter(id);
      const { key } = (await row(id, conversation)).conversation;
      const now = clock.now();
      const draft = { id: note, by: ownerName, text, at: Math.min(at ?? now, now) };
      if (!(await store.putNote(id, key, draft, MOST_NOTES)))
        throw new WireFault('refused', `there are ${MOST_NOTES} notes already`);
      await tell(id, conversation, key);
      return {};
    },
    async note_drop({ site, conversation, id }: OwnerUp['note_drop']) {
      await enter(site);
      const { key } = (await row(site, conversation)).conversation;
      await store.dropNote(site, key, id);
      await tell(site, conversation, key);
      return {};
    },
  };
}

export async function notesOf(store: Desk['store'], site: string, key: number): Promise<ConversationNote[]> {
  return (await store.notesOf(site, key)).map((note) => ({ ...note }));
}
