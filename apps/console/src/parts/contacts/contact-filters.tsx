import { useState } from 'preact/hooks';
import { STAGES } from '../../state/api/life-api.ts';
import type { ContactFilter, Stage } from '../../state/api/life-api.ts';
import type { Locale } from '../../state/wire-types.ts';
import { SettledInput } from '../controls/settled-input.tsx';
import { lifeTexts } from '../../texts/life-texts.ts';
import { useTexts } from '../../texts/index.ts';

interface ContactFiltersProps {
  filter: ContactFilter;
  /** Of the site, to choose from. */
  tags: readonly string[];
  currency: string;
  choose(filter: ContactFilter): void;
}

const LOCALES: readonly Locale[] = ['en', 'zh'];

/** What contacts of the list have in common. Folded away until it is needed. */
export function ContactFilters({ filter, tags, currency, choose }: ContactFiltersProps) {
  const { t, locale } = useTexts();
  const words = lifeTexts[locale];
  /** Null until another one is written: the site's own may come to be known while the filters are open. */
  const [written, setWritten] = useState(filter.spent?.currency ?? null);
  const money = written ?? currency;
  const set = <K extends keyof ContactFilter>(key: K, value: ContactFilter[K] | undefined) => {
    const { [key]: _, ...others } = filter;
    choose({ ...others, ...(value !== undefined && { [key]: value }) });
  };
  const number = (key: 'seenWithinDays' | 'unseenForDays' | 'minOrders', label: string) => (
    <label>
      {label}
      <SettledInput
        type="number"
        min={1}
        max={3650}
        value={filter[key] ?? ''}
        settle={(value) => set(key, wholeOf(value))}
      />
    </label>
  );
  const count = Object.keys(filter).length;
  return (
    <details class="ticket-filters contact-filters">
      <summary>{words.filters(count)}</summary>
      <div class="ticket-sieve">
        <label>
          {words.stageLabel}
          <select
            value={filter.stage?.[0] ?? ''}
            onChange={({ currentTarget: { value } }) => set('stage', stageOf(value))}
          >
            <option value="">{words.anybody}</option>
            {STAGES.map((stage) => (
              <option key={stage} value={stage}>
                {words.stage[stage]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.tag}
          <select
            value={filter.tags?.[0] ?? ''}
            onChange={({ currentTarget: { value } }) => set('tags', value === '' ? undefined : [value])}
          >
            <option value="">{words.anybody}</option>
            {[...new Set([...tags, ...(filter.tags ?? [])])].map((tag) => (
              <option key={tag} value={tag}>
                {tag}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.language}
          <select
            value={filter.language ?? ''}
            onChange={({ currentTarget: { value } }) =>
              set(
                'language',
                LOCALES.find((one) => one === value),
              )
            }
          >
            <option value="">{words.anybody}</option>
            {LOCALES.map((one) => (
              <option key={one} value={one}>
                {t.common.languages[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.marketing}
          <select
            value={filter.marketing === undefined ? '' : String(filter.marketing)}
            onChange={({ currentTarget: { value } }) => set('marketing', value === '' ? undefined : value === 'true')}
          >
            <option value="">{words.anybody}</option>
            <option value="true">{words.yes}</option>
            <option value="false">{words.no}</option>
          </select>
        </label>
        {number('seenWithinDays', words.seenWithin)}
        {number('unseenForDays', words.unseenFor)}
        {number('minOrders', words.minOrders)}
        <label>
          {words.spent}
          <SettledInput
            type="number"
            min={0}
            step="any"
            value={filter.spent?.atLeast ?? ''}
            settle={(value) => set('spent', value === '' ? undefined : { atLeast: Number(value), currency: money })}
          />
        </label>
        <label>
          {words.currency}
          <SettledInput
            value={money}
            maxLength={3}
            settle={(value) => {
              const given = value.toUpperCase();
              setWritten(given);
              if (filter.spent && /^[A-Z]{3}$/.test(given)) set('spent', { ...filter.spent, currency: given });
            }}
          />
        </label>
        <label>
          {words.attribute}
          <SettledInput
            value={filter.attribute?.name ?? ''}
            maxLength={40}
            settle={(value) =>
              set('attribute', value.trim() === '' ? undefined : { ...filter.attribute, name: value.trim() })
            }
          />
        </label>
        {filter.attribute && (
          <label>
            {words.attributeValue}
            <SettledInput
              value={filter.attribute.value ?? ''}
              maxLength={500}
              settle={(value) => {
                const { name } = filter.attribute ?? { name: '' };
                set('attribute', value.trim() === '' ? { name } : { name, value: value.trim() });
              }}
            />
          </label>
        )}
        {count > 0 && (
          <button type="button" class="link" onClick={() => choose({})}>
            {words.clear}
          </button>
        )}
      </div>
    </details>
  );
}

function wholeOf(text: string): number | undefined {
  const value = Number(text);
  return text === '' || !Number.isInteger(value) || value < 1 || value > 3650 ? undefined : value;
}

function stageOf(text: string): Stage[] | undefined {
  const stage = STAGES.find((one) => one === text);
  return stage && [stage];
}
