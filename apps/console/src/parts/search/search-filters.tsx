import { useState } from 'preact/hooks';
import type { SearchFilter } from '../../state/api/search-api.ts';
import { searchTexts } from '../../texts/search-texts.ts';
import { useTexts } from '../../texts/index.ts';

const DAY = 86_400_000;
/** Days back. */
const SPANS = [7, 30, 365] as const;

interface SearchFiltersProps {
  filter: SearchFilter;
  choose(filter: SearchFilter): void;
}

/** When, in which state, in which language: of what is searched. */
export function SearchFilters({ filter, choose }: SearchFiltersProps) {
  const { t, locale } = useTexts();
  const words = searchTexts[locale];
  const [days, setDays] = useState('');
  const set = <K extends keyof SearchFilter>(name: K, value: SearchFilter[K] | undefined) => {
    const { [name]: _, ...others } = filter;
    choose({ ...others, ...(value !== undefined && { [name]: value }) });
  };
  return (
    <div class="search-filters" role="group" aria-label={words.filters}>
      <select
        aria-label={words.when}
        value={days}
        onChange={({ currentTarget: { value } }) => {
          setDays(value);
          set('from', value === '' ? undefined : Date.now() - Number(value) * DAY);
        }}
      >
        <option value="">{words.when}</option>
        {SPANS.map((span) => (
          <option key={span} value={span}>
            {words.lastDays(span)}
          </option>
        ))}
      </select>
      <select
        aria-label={words.state}
        value={filter.state ?? ''}
        onChange={({ currentTarget: { value } }) =>
          set('state', value === 'open' || value === 'done' ? value : undefined)
        }
      >
        <option value="">{words.state}</option>
        <option value="open">{words.open}</option>
        <option value="done">{words.done}</option>
      </select>
      <select
        aria-label={words.language}
        value={filter.locale ?? ''}
        onChange={({ currentTarget: { value } }) => set('locale', value === 'en' || value === 'zh' ? value : undefined)}
      >
        <option value="">{words.language}</option>
        <option value="en">{t.common.languages.en}</option>
        <option value="zh">{t.common.languages.zh}</option>
      </select>
    </div>
  );
}
