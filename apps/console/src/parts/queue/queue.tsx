import { useEffect } from 'preact/hooks';
import { inboxOf } from '@solodesk/client/owner';
import type { QueueItem as Todo } from '@solodesk/protocol/owner';
import type { SiteBrief } from '../../state/api/api.ts';
import { useDesk } from '../../state/desk.ts';
import { promiseSummary } from '../../state/queue/queue-words.ts';
import type { DeskFilter } from '../../state/route.ts';
import { useMinute } from '../../state/hooks/use-minute.ts';
import { usePhone } from '../../state/hooks/use-phone.ts';
import type { QueueDeskView } from '../../state/queue/use-queue.ts';
import { nextTexts } from '../../texts/next-texts.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { EmptyState } from '../controls/empty-state.tsx';
import { Fault } from '../controls/fault.tsx';
import { NextRow } from './next-row.tsx';
import { QueueItem } from './queue-item.tsx';
import { NothingHere } from '../frame/site-switch.tsx';
import { WindowedList } from '../controls/windowed-list.tsx';

interface QueueProps {
  sites: readonly SiteBrief[];
  site: SiteBrief;
  queue: QueueDeskView;
  filter: DeskFilter;
  selected: string | null;
  ownNames: readonly string[];
  onFilter(filter: DeskFilter): void;
  onOpen(conversation: string): void;
  onSnooze(item: Todo): void;
}

const FILTERS = ['next', 'later', 'open', 'closed'] as const;

/** What to do next: one queue over everything, what was put away, and the conversations themselves. */
export function Queue({ sites, site, queue, filter, selected, ownNames, onFilter, onOpen, onSnooze }: QueueProps) {
  const { t, locale } = useTexts();
  const next = nextTexts[locale];
  const words = { t, next, locale };
  const { client, state } = useDesk();
  const now = useMinute();
  const known = state.sites[site.id];
  const { todo, later } = queue;
  const listed = filter === 'open' || filter === 'closed' ? filter : null;
  // Chosen, or named by the address that the page was opened with.
  const unread = listed !== null && state.connection === 'online' && known?.lists[listed].loaded !== true;
  useEffect(() => {
    if (unread) void client.page(site.id, listed);
  }, [client, site.id, listed, unread]);
  const open = inboxOf(state, site.id, 'open');
  const more = known?.lists.open.more ? '+' : '';
  const counts = { next: todo.length, later: later.length, open: open.length, closed: 0 };
  // Elsewhere the side tells of which of several sites.
  const whose = usePhone() && Object.keys(state.sites).length > 1 && site.name;
  const summary = [whose, next.summary(todo.length), promiseSummary(todo, now, words)].filter(Boolean).join(' · ');

  const liveOf = ({ task }: Todo) => {
    if (task.kind !== 'chat') return null;
    const { conversation } = task;
    const online = known?.conversations[conversation]?.visitor.online === true;
    return { online, typing: known?.typing[conversation] === true };
  };
  return (
    <section class="queue" aria-label={t.nav.inbox}>
      <header class="queue-head">
        <h2>{t.inbox.title}</h2>
        <small>{queue.loaded ? summary : queue.failed === null && t.common.loading}</small>
      </header>
      <div class="tabs" role="group" aria-label={t.inbox.list}>
        {FILTERS.map((each) => (
          <button type="button" key={each} class="tab" aria-pressed={each === filter} onClick={() => onFilter(each)}>
            {next.tabs[each]}
            {counts[each] > 0 && ` ${counts[each]}${each === 'open' ? more : ''}`}
          </button>
        ))}
      </div>
      {queue.failed !== null && (filter === 'next' || filter === 'later') && (
        <Fault text={`${next.unread} ${errorText(t, { kind: queue.failed })}`} onRetry={queue.read} />
      )}
      {filter === 'next' || filter === 'later' ? (
        <WindowedList
          key={filter}
          items={filter === 'next' ? todo : later}
          keyOf={({ id }) => id}
          label={next.lists[filter]}
          shown={queue.picked?.id ?? null}
          class="next-list"
          row={(item) => (
            <NextRow
              {...{ item, now, queue, words, onSnooze }}
              live={liveOf(item)}
              first={queue.picked === null && item.id === todo[0]?.id}
            />
          )}
        >
          {queue.loaded && filter === 'next' && todo.length === 0 && (
            <NothingHere {...{ sites, current: site }}>
              <EmptyState
                title={next.allDone}
                text={next.allDoneText(later.filter(({ away }) => away?.until).length)}
              />
            </NothingHere>
          )}
          {queue.loaded && filter === 'later' && later.length === 0 && (
            <EmptyState title={next.nothingLater} text={next.nothingLaterText} />
          )}
        </WindowedList>
      ) : (
        conversations(filter)
      )}
    </section>
  );

  function conversations(of: 'open' | 'closed') {
    const list = known?.lists[of];
    const items = of === 'open' ? open : inboxOf(state, site.id, of);
    const empty = { open: t.inbox.emptyOpen, closed: t.inbox.emptyClosed }[of];
    return (
      <WindowedList
        key={of}
        items={items}
        keyOf={({ id }) => id}
        label={t.inbox.list}
        shown={selected}
        row={(summary) => (
          <QueueItem
            summary={summary}
            now={now}
            selected={summary.id === selected}
            typing={known?.typing[summary.id] === true}
            ownNames={ownNames}
            onOpen={() => onOpen(summary.id)}
          />
        )}
      >
        {items.length === 0 && !list?.loaded && <p class="loading">{t.common.loading}</p>}
        {items.length === 0 && list?.loaded && <EmptyState title={empty.title} text={empty.text} />}
        {list?.more && (
          <button
            type="button"
            class="button button-wide"
            disabled={list.loading}
            onClick={() => void client.page(site.id, of)}
          >
            {list.loading ? t.common.loading : t.inbox.older}
          </button>
        )}
      </WindowedList>
    );
  }
}
