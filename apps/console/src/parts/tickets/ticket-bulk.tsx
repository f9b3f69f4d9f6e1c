import { Icon } from '@solodesk/ui';
import type { TicketSieve, TicketSummary, TicketTarget } from '@solodesk/protocol/owner';
import { bulks } from '../../state/tickets/bulk-soon.ts';
import type { BulkEdit } from '../../state/tickets/bulk-soon.ts';
import { useDesk } from '../../state/desk.ts';
import { SOLVE_AFTER_MS } from '../../state/tickets/solve-soon.ts';
import { targetWords } from '../../state/tickets/ticket-words.ts';
import { categoryName } from '../../texts/ticket-name-texts.ts';
import { ticketListTexts } from '../../texts/ticket-list-texts.ts';
import { ticketTexts } from '../../texts/ticket-texts.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { showToast } from '../controls/toasts.tsx';

interface TicketBulkProps {
  site: string;
  filter: TicketSieve['filter'];
  picked: readonly TicketSummary[];
  categories: readonly string[];
  targets: readonly TicketTarget[];
  onEnd(): void;
  /** The server was told: what it made of it is there now. */
  onSent(): void;
}

/** So many at once: what the server takes. */
const AT_ONCE = 100;

const STATES = {
  open: ['solved', 'waiting'],
  waiting: ['solved', 'open'],
  solved: ['open'],
  all: ['solved', 'waiting', 'open'],
} as const;

/** What can be done with all that are selected. It is shown at once, can be undone, and is told to the server after that. */
export function TicketBulk({ site, filter, picked, categories, targets, onEnd, onSent }: TicketBulkProps) {
  const { t: common, locale } = useTexts();
  const t = ticketListTexts[locale];
  const one = ticketTexts[locale];
  const { client } = useDesk();

  const send = async (numbers: readonly number[], edit: BulkEdit): Promise<boolean> => {
    const failed: number[] = [];
    for (let from = 0; from < numbers.length; from += AT_ONCE) {
      const part = numbers.slice(from, from + AT_ONCE);
      const answer = await client.tickets.changeMany({ site, numbers: part, ...edit });
      if (!answer.ok) {
        showToast(`${t.noneDone(numbers.length - from)} ${errorText(common, answer.error)}`);
        onSent();
        return false;
      }
      failed.push(...answer.failed.map(({ number }) => number));
    }
    onSent();
    if (failed.length === 0) return true;
    const names = picked.filter(({ number }) => failed.includes(number)).map(({ name }) => name);
    showToast(t.notDone(names.join(one.comma)));
    return false;
  };
  const start = (edit: BulkEdit, told: string) => {
    const numbers = picked.map(({ number }) => number);
    const undo = bulks.start(site, new Set(numbers), edit, () => send(numbers, edit));
    showToast(told, { staysMs: SOLVE_AFTER_MS, action: { label: common.common.undo, run: undo } });
    onEnd();
  };
  const words = { solved: one.solve, waiting: one.wait, open: one.reopen };
  const count = picked.length;
  const hands: TicketTarget[] = [{ to: 'owner' }, ...targets.filter(({ to }) => to !== 'action')];
  return (
    <div class="ticket-bulk" role="toolbar" aria-label={t.picked(count)}>
      <b aria-live="polite">{t.picked(count)}</b>
      {STATES[filter].map((state, index) => (
        <button
          key={state}
          type="button"
          class={index === 0 ? 'button button-primary' : 'button'}
          onClick={() => start({ state }, t.done[state](count))}
        >
          {words[state]}
        </button>
      ))}
      <select
        aria-label={t.moveTo}
        value=""
        onChange={({ currentTarget: { value } }) =>
          value !== '' && start({ category: value }, t.done.category(count, categoryName(value, locale)))
        }
      >
        <option value="">{t.moveTo}</option>
        {categories.map((category) => (
          <option key={category} value={category}>
            {categoryName(category, locale)}
          </option>
        ))}
      </select>
      <select
        aria-label={t.giveTo}
        value=""
        onChange={({ currentTarget: { value } }) => {
          const target = hands[Number(value)];
          if (value !== '' && target !== undefined && target.to !== 'action')
            start({ target }, t.done.given(count, targetWords(target, one)));
        }}
      >
        <option value="">{t.giveTo}</option>
        {hands.map((target, index) => (
          <option key={index} value={index}>
            {targetWords(target, one)}
          </option>
        ))}
      </select>
      <button type="button" class="icon-button" aria-label={t.letGo} title={t.letGo} onClick={onEnd}>
        <Icon name="close" size={18} />
      </button>
    </div>
  );
}
