import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '@solodesk/ui';
import { isSameSieve } from '@solodesk/client/owner';
import type { TicketSieve, TicketView } from '@solodesk/protocol/owner';
import { randomUuid, useDesk } from '../../state/desk.ts';
import { useStore } from '../../state/hooks/use-store.ts';
import { ticketListTexts } from '../../texts/ticket-list-texts.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { finer } from './ticket-filters.tsx';
import { showToast } from '../controls/toasts.tsx';

interface TicketViewsProps {
  site: string;
  sieve: TicketSieve;
  choose(sieve: TicketSieve): void;
}

/** Choices that were kept under a name, on every device; the one that is shown can be kept, or let go. */
export function TicketViews({ site, sieve, choose }: TicketViewsProps) {
  const { t: common, locale } = useTexts();
  const t = ticketListTexts[locale];
  const { client } = useDesk();
  const views = useStore(client.tickets.views)[site] ?? [];
  const [isNaming, setNaming] = useState(false);
  const current = views.find((view) => isSameSieve(view.sieve, sieve));
  const canKeep = current === undefined && Object.keys(finer(sieve)).length > 0;

  const keep = async (view: TicketView) => {
    const answer = await client.tickets.keepView(site, view);
    if (!answer.ok) showToast(`${t.notKept} ${errorText(common, answer.error)}`);
    return answer.ok;
  };
  const remove = async (view: TicketView) => {
    const answer = await client.tickets.dropView(site, view.id);
    if (!answer.ok) return showToast(errorText(common, answer.error));
    showToast(t.removed(view.name), { action: { label: common.common.undo, run: () => void keep(view) } });
  };
  if (views.length === 0 && !canKeep) return null;
  return (
    <div class="ticket-views" role="group" aria-label={t.views}>
      {views.map((view) => (
        <span key={view.id} class="ticket-view">
          <button
            type="button"
            class="ticket-view-name"
            aria-pressed={view === current}
            onClick={() => choose(view === current ? { filter: sieve.filter } : view.sieve)}
          >
            {view.name}
          </button>
          {view === current && (
            <button
              type="button"
              class="icon-button"
              aria-label={t.remove(view.name)}
              title={t.remove(view.name)}
              onClick={() => void remove(view)}
            >
              <Icon name="close" size={16} />
            </button>
          )}
        </span>
      ))}
      {canKeep && !isNaming && (
        <button type="button" class="link" onClick={() => setNaming(true)}>
          {t.keep}
        </button>
      )}
      {canKeep && isNaming && (
        <NameForm
          onSave={async (name) => {
            if (await keep({ id: randomUuid(), name, sieve })) setNaming(false);
          }}
          onCancel={() => setNaming(false)}
        />
      )}
    </div>
  );
}

function NameForm({ onSave, onCancel }: { onSave(name: string): unknown; onCancel(): void }) {
  const { t: common, locale } = useTexts();
  const t = ticketListTexts[locale];
  const [name, setName] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="ticket-view-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onSave(name.trim());
      }}
    >
      <input
        ref={field}
        required
        maxLength={60}
        aria-label={t.viewName}
        placeholder={t.viewName}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      />
      <button type="submit" class="button button-primary">
        {t.save}
      </button>
      <button type="button" class="button" onClick={onCancel}>
        {common.common.cancel}
      </button>
    </form>
  );
}
