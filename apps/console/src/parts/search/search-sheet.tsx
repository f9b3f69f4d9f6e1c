import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '@solodesk/ui';
import { composes } from '../../state/composes.ts';
import { go } from '../../state/route.ts';
import { SEARCH_KINDS, search } from '../../state/api/search-api.ts';
import type { SearchFilter, SearchHit as Hit, SearchKind } from '../../state/api/search-api.ts';
import { targetOf } from '../../state/search-target.ts';
import { asApiError } from '../../state/session.ts';
import { useLast } from '../../state/hooks/use-last.ts';
import { useLeaving } from '../../state/hooks/use-leaving.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { searchTexts } from '../../texts/search-texts.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { EmptyState } from '../controls/empty-state.tsx';
import { SearchFilters } from './search-filters.tsx';
import { SearchHit } from './search-hit.tsx';
import { Fault } from '../controls/fault.tsx';

/** Milliseconds without a key before what was typed is searched for. */
const PAUSE_MS = 200;
const NOTHING = { groups: [], backlog: 0 };

/** Search over everything of a site, on a sheet above whatever is open. */
export function SearchSheet({ site, onClose }: { site: string; onClose(): void }) {
  const { t, locale } = useTexts();
  const words = searchTexts[locale];
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [question, setQuestion] = useState('');
  const [filter, setFilter] = useState<SearchFilter>({});
  const kind = filter.kind ?? null;
  const [at, setAt] = useState(0);
  /** Pages after the first of one kind. */
  const [more, setMore] = useState<{ key: string; hits: Hit[]; next: string | null } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const key = `${site} ${JSON.stringify(filter)} ${question}`;
  const first = useRemote(key, async () => (question === '' ? NOTHING : search(site, question, filter, null)));
  const value = useLast(first.value);

  useLeaving(() => dialog.current?.close());
  useEffect(() => {
    dialog.current?.showModal();
    field.current?.focus();
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setQuestion(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => setAt(0), [first.value]);

  const added = more?.key === key ? more : null;
  const groups = (question === '' ? [] : (value?.groups ?? [])).filter(({ hits }) => hits.length > 0);
  const hits = [...groups.flatMap((group) => group.hits), ...(added?.hits ?? [])];
  const next = kind === null ? null : added ? added.next : (groups[0]?.next ?? null);
  const open = (hit: Hit | undefined) => {
    if (hit === undefined) return;
    dialog.current?.close();
    go(targetOf(hit, site));
  };
  const step = (by: 1 | -1) => {
    const to = Math.min(Math.max(at + by, 0), hits.length - 1);
    setAt(to);
    document.getElementById(`hit-${to}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While a word is composed, arrows and Enter belong to the input method (Safari says so by key code 229 alone).
    if (composes(event)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter') open(hits[at]);
    else return;
    event.preventDefault();
  };
  const choose = (chosen: SearchKind | null) => {
    const { kind: _, ...others } = filter;
    setFilter({ ...others, ...(chosen && { kind: chosen }) });
  };
  const isNarrowed = Object.keys(filter).some((name) => name !== 'kind');
  const showMore = () => {
    setFailure(null);
    search(site, question, filter, next).then(
      ({ groups: [group] }) =>
        setMore({ key, hits: [...(added?.hits ?? []), ...(group?.hits ?? [])], next: group?.next ?? null }),
      (cause: unknown) => setFailure(errorText(t, asApiError(cause))),
    );
  };
  const failed = failure ?? (first.error && errorText(t, first.error));
  let index = 0;
  const row = (hit: Hit) => {
    const here = index++;
    return (
      <SearchHit
        key={`${hit.kind} ${hit.id} ${here}`}
        hit={hit}
        id={`hit-${here}`}
        selected={here === at}
        onOpen={() => open(hit)}
        onHover={() => setAt(here)}
      />
    );
  };
  return (
    <dialog class="dialog search-sheet" ref={dialog} aria-labelledby="search-title" onClose={onClose}>
      <header>
        <h2 id="search-title">{words.title}</h2>
        <button type="button" class="icon-button" aria-label={t.common.close} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </header>
      <input
        ref={field}
        type="search"
        class="record-search"
        role="combobox"
        list={undefined}
        aria-label={words.label}
        aria-controls="search-hits"
        aria-expanded={hits.length > 0}
        aria-activedescendant={hits.length > 0 ? `hit-${at}` : undefined}
        placeholder={words.placeholder}
        value={typed}
        maxLength={200}
        autocomplete="off"
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div class="tabs" role="group" aria-label={words.filter}>
        {[null, ...SEARCH_KINDS].map((each) => (
          <button type="button" key={each} class="tab" aria-pressed={each === kind} onClick={() => choose(each)}>
            {each === null ? words.all : words.kinds[each]}
          </button>
        ))}
      </div>
      <SearchFilters filter={filter} choose={setFilter} />
      {failed && <Fault text={failed} onRetry={failure ? showMore : first.reload} />}
      <div class="search-results" aria-busy={first.value === null && !failed}>
        {question === '' && (
          <p class="muted">
            {words.hint} <span class="keys-hint">{words.keysHint}</span>
          </p>
        )}
        {question !== '' && first.value && hits.length === 0 && (
          <EmptyState title={words.none(question)} text={isNarrowed ? words.noneFiltered : words.noneText} />
        )}
        <div role="listbox" id="search-hits" aria-label={words.title}>
          {groups.map((group) => (
            <ul role="group" key={group.kind} aria-label={words.kinds[group.kind]}>
              <li role="presentation" class="search-kind">
                {words.kinds[group.kind]}
              </li>
              {group.hits.map(row)}
              {added?.hits.map(row)}
            </ul>
          ))}
        </div>
        {next !== null && (
          <button type="button" class="button" onClick={showMore}>
            {words.more}
          </button>
        )}
        {question !== '' && (value?.backlog ?? 0) > 0 && <p class="muted">{words.backlog}</p>}
      </div>
    </dialog>
  );
}
