import { useMemo, useRef, useState } from 'preact/hooks';
import { queueOf } from '@solodesk/client/owner';
import type { SiteQueue } from '@solodesk/client/owner';
import type { QueueHow, QueueItem } from '@solodesk/protocol/owner';
import { showToast } from '../../parts/controls/toasts.tsx';
import { nextTexts } from '../../texts/next-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { useDesk } from '../desk.ts';
import { promiseTime } from './promise-time.ts';
import { queueTitle } from './queue-words.ts';
import { go } from '../route.ts';
import { PHONE } from '../hooks/use-phone.ts';
import { useStore } from '../hooks/use-store.ts';

/** Long enough to think again. */
const UNDO_MS = 10_000;

export interface QueueDeskView {
  loaded: boolean;
  /** Why it could not be read; null when it could, or is on its way. */
  failed: SiteQueue['failed'];
  read(): void;
  todo: readonly QueueItem[];
  later: readonly QueueItem[];
  /** The one that keys act on; null: none. */
  picked: QueueItem | null;
  pick(item: QueueItem | null): void;
  /** Shows it: a chat in its place, others with their reasons beside the queue, or at once on a phone. */
  open(item: QueueItem): void;
  /** Does the one obvious thing about it. */
  act(item: QueueItem): void;
  put(item: QueueItem, how: QueueHow): void;
  undo(): void;
}

/** The owner's queue of a site, and what can be done with it. `list`: which of both is on the screen. */
export function useQueue(
  site: string,
  list: 'todo' | 'later',
  conversation: string | null,
  openConversation: (id: string | null) => void,
): QueueDeskView {
  const { t, locale } = useTexts();
  const next = nextTexts[locale];
  const { client } = useDesk();
  const state = useStore(client.queue);
  const { todo, later } = useMemo(() => queueOf(state, site), [state, site]);
  const [name, setName] = useState<string | null>(null);
  const last = useRef<{ site: string; item: QueueItem }[]>([]);
  const shown = list === 'todo' ? todo : later;
  const byTalk =
    conversation === null
      ? undefined
      : [...todo, ...later].find(({ task }) => task.kind === 'chat' && task.conversation === conversation);
  const picked = byTalk ?? (conversation === null ? shown.find(({ id }) => id === name) : undefined) ?? null;

  const act = (item: QueueItem) => {
    const { task } = item;
    if (task.kind === 'chat') {
      openConversation(task.conversation);
      // The reply field is there once the conversation is read.
      requestAnimationFrame(() => document.getElementById('reply')?.focus());
    } else if (task.kind === 'ticket') go({ screen: 'tickets', ticket: task.number });
    else if (task.kind === 'questions') go({ screen: 'unanswered' });
    else if (task.contact !== null) go({ screen: 'contacts', contact: task.contact });
  };
  const open = (item: QueueItem) => {
    setName(item.id);
    if (item.task.kind === 'chat') openConversation(item.task.conversation);
    // There the queue stands alone.
    else if (matchMedia(PHONE).matches) act(item);
    else if (conversation !== null) openConversation(null);
  };
  const back = async (of: string, item: QueueItem) => {
    last.current = last.current.filter((one) => one.item.id !== item.id);
    return client.queue.put(of, item, 'back');
  };
  const put = async (item: QueueItem, how: QueueHow) => {
    const title = queueTitle(item, { t, next, locale });
    // The one that moves into its place is next.
    const at = shown.findIndex(({ id }) => id === item.id);
    const follower = shown[at + 1] ?? shown[at - 1] ?? null;
    if (picked?.id === item.id) {
      setName(follower?.id ?? null);
      if (conversation !== null) openConversation(null);
    }
    if (how === 'back') {
      if ((await back(site, item)) !== false) showToast(next.backToast(title));
      return;
    }
    last.current.push({ site, item });
    const done = await client.queue.put(site, item, how);
    if (done === false) {
      last.current = last.current.filter((one) => one.item.id !== item.id);
      return;
    }
    const time = done.until === null ? null : promiseTime(done.until, Date.now(), locale, t);
    showToast(time === null ? next.doneToast(title) : next.laterToast(title, time), {
      staysMs: UNDO_MS,
      action: { label: t.common.undo, run: () => void back(site, item) },
    });
  };
  return {
    loaded: state[site]?.loaded === true,
    failed: state[site]?.failed ?? null,
    read: () => void client.queue.read(site),
    ...{ todo, later, picked, open, act },
    pick: (item) => setName(item?.id ?? null),
    put: (item, how) => void put(item, how),
    undo() {
      const one = last.current.at(-1);
      if (one === undefined) return;
      void back(one.site, one.item).then((done) => {
        if (done !== false) showToast(next.backToast(queueTitle(one.item, { t, next, locale })));
      });
    },
  };
}
