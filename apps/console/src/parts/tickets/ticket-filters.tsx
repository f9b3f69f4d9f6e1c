import type { TicketSieve } from '@solodesk/protocol/owner';
import { categoryName } from '../../texts/ticket-name-texts.ts';
import { priorityTexts } from '../../texts/priority-texts.ts';
import { ticketListTexts } from '../../texts/ticket-list-texts.ts';
import { useTexts } from '../../texts/index.ts';

interface TicketFiltersProps {
  sieve: TicketSieve;
  categories: readonly string[];
  choose(sieve: TicketSieve): void;
}

const LEVELS = ['urgent', 'high', 'normal', 'low'] as const;
const DUES = ['late', 'today'] as const;
const HANDS = ['owner', 'others'] as const;

/** What a choice asks for besides the heading under which the tickets stand. */
export const finer = ({ filter: _, ...rest }: TicketSieve) => rest;

/** What the tickets of a list have in common, chosen from what there is. Folded away until it is needed. */
export function TicketFilters({ sieve, categories, choose }: TicketFiltersProps) {
  const { locale } = useTexts();
  const t = ticketListTexts[locale];
  const { levels } = priorityTexts[locale];
  const count = Object.keys(finer(sieve)).length;
  const set = <K extends keyof TicketSieve>(key: K, value: TicketSieve[K] | undefined) => {
    const { [key]: _, ...others } = sieve;
    choose({ filter: sieve.filter, ...others, ...(value !== undefined && { [key]: value }) });
  };
  const select = <K extends 'category' | 'level' | 'due' | 'hands'>(
    key: K,
    label: string,
    options: readonly (readonly [NonNullable<TicketSieve[K]>, string])[],
  ) => (
    <label>
      {label}
      <select
        value={sieve[key] ?? ''}
        onChange={({ currentTarget }) => set(key, options.find(([value]) => value === currentTarget.value)?.[0])}
      >
        <option value="">{t.any}</option>
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  const known = [...new Set([...categories, ...(sieve.category ? [sieve.category] : [])])];
  return (
    <details class="ticket-filters">
      <summary>{t.filters(count)}</summary>
      <div class="ticket-sieve">
        {select(
          'level',
          t.level,
          LEVELS.map((level) => [level, levels[level]] as const),
        )}
        {select(
          'category',
          t.category,
          known.map((category) => [category, categoryName(category, locale)] as const),
        )}
        {select(
          'due',
          t.due,
          DUES.map((due) => [due, t.dues[due]] as const),
        )}
        {select(
          'hands',
          t.hands,
          HANDS.map((hands) => [hands, t.whose[hands]] as const),
        )}
        <label class="ticket-check">
          <input
            type="checkbox"
            checked={sieve.complaint === true}
            onChange={({ currentTarget }) => set('complaint', currentTarget.checked ? true : undefined)}
          />
          {t.complaints}
        </label>
        {count > 0 && (
          <button type="button" class="link" onClick={() => choose({ filter: sieve.filter })}>
            {t.clear}
          </button>
        )}
      </div>
    </details>
  );
}
