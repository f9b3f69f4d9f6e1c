import { inboxOf, waitingCount } from '@solodesk/client/owner';
import type { SiteBrief } from '../state/api.ts';
import { useDesk } from '../state/desk.ts';
import { roughly } from '../state/durations.ts';
import { useNow } from '../state/use-now.ts';
import type { InboxFilter } from '../state/wire-types.ts';
import { useTexts } from '../texts/index.ts';
import { EmptyState } from './empty-state.tsx';
import { QueueItem } from './queue-item.tsx';

interface QueueProps {
  site: SiteBrief;
  filter: InboxFilter;
  selected: string | null;
  ownNames: readonly string[];
  onFilter(filter: InboxFilter): void;
  onOpen(conversation: string): void;
}

const FILTERS = ['waiting', 'open', 'closed'] as const;

/** What to do next: who waits first, with how long. */
export function Queue({ site, filter, selected, ownNames, onFilter, onOpen }: QueueProps) {
  const { t } = useTexts();
  const { client, state } = useDesk();
  const now = useNow();
  const known = state.sites[site.id];
  const list = known?.lists[filter];
  const items = inboxOf(state, site.id, filter);
  const waiting = waitingCount(state, site.id);
  const first = inboxOf(state, site.id, 'waiting')[0];
  const longest = first?.waitingSince ? roughly(now - first.waitingSince) : null;
  const counts = { waiting, open: inboxOf(state, site.id, 'open').length, closed: 0 };
  const more = known?.lists.open.more ? '+' : '';
  const empty = { waiting: t.inbox.emptyWaiting, open: t.inbox.emptyOpen, closed: t.inbox.emptyClosed }[filter];
  return (
    <section class="queue" aria-label={t.nav.inbox}>
      <header class="queue-head">
        <h2>{t.inbox.title}</h2>
        <small>{known?.loaded ? t.inbox.summary(waiting, longest) : t.common.loading}</small>
      </header>
      <div class="tabs" role="group" aria-label={t.inbox.list}>
        {FILTERS.map((each) => (
          <button type="button" key={each} class="tab" aria-pressed={each === filter} onClick={() => onFilter(each)}>
            {t.inbox.filters[each]}
            {counts[each] > 0 && ` ${counts[each]}${each === 'open' ? more : ''}`}
          </button>
        ))}
      </div>
      <div class="queue-list">
        {items.length > 0 ? (
          <ul class="items" aria-label={t.inbox.list}>
            {items.map((summary) => (
              <QueueItem
                key={summary.id}
                summary={summary}
                now={now}
                selected={summary.id === selected}
                typing={known?.typing[summary.id] === true}
                ownNames={ownNames}
                onOpen={() => onOpen(summary.id)}
              />
            ))}
          </ul>
        ) : (
          list?.loaded && <EmptyState title={empty.title} text={empty.text} />
        )}
        {list?.more && (
          <button
            type="button"
            class="button button-wide"
            disabled={list.loading}
            onClick={() => void client.page(site.id, filter)}
          >
            {list.loading ? t.common.loading : t.inbox.older}
          </button>
        )}
      </div>
    </section>
  );
}
