import { useState } from 'preact/hooks';
import { lifeApi } from '../../state/api/life-api.ts';
import type { ContactFilter, Segment } from '../../state/api/life-api.ts';
import { asApiError } from '../../state/session.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { lifeTexts } from '../../texts/life-texts.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { showToast } from '../controls/toasts.tsx';

interface SegmentsProps {
  site: string;
  segments: readonly Segment[];
  /** They are others than before. */
  reload(): void;
  filter: ContactFilter;
  /** Another number after each change of the contacts: they are counted anew. */
  changes: number;
  choose(filter: ContactFilter): void;
}

/** Filters under names, with how many contacts each means; written into the site's `site.json`. */
export function ContactSegments({ site, segments, reload, filter, changes, choose }: SegmentsProps) {
  const { t, locale } = useTexts();
  const words = lifeTexts[locale];
  const [title, setTitle] = useState('');
  const [busy, setBusy] = useState(false);
  const asked = JSON.stringify(filter);
  const current = segments.find(({ where }) => JSON.stringify(where) === asked);
  const counted = useRemote(`count ${site} ${asked} ${changes}`, () => lifeApi.count(site, filter));
  const isEmpty = Object.keys(filter).length === 0;

  const save = async (was: readonly Segment[], next: readonly Segment[], done: string, undoable: boolean) => {
    setBusy(true);
    try {
      const saved = await lifeApi.saveSegments(site, was, next);
      const undo = { label: words.undo, run: () => void save(saved.segments, was, words.failed, false) };
      if (undoable) showToast(done, { action: undo });
      setTitle('');
    } catch (cause) {
      showToast(`${words.failed} ${errorText(t, asApiError(cause))}`);
    }
    setBusy(false);
    reload();
  };
  const keep = () => {
    const given = title.trim();
    const name = freeName(
      given,
      segments.map((segment) => segment.name),
    );
    void save(segments, [...segments, { name, title: { [locale]: given }, where: filter }], words.saved(given), true);
  };
  const titleOf = ({ title: titles, name }: Segment) => titles[locale] ?? titles.en ?? titles.zh ?? name;
  return (
    <div class="contact-segments">
      <label>
        {words.segment}
        <select
          value={current?.name ?? (isEmpty ? '' : '…')}
          onChange={({ currentTarget }) => {
            const chosen = segments.find(({ name }) => name === currentTarget.value);
            choose(chosen?.where ?? {});
          }}
        >
          <option value="">{words.everybody}</option>
          {!isEmpty && !current && <option value="…">{words.filters(Object.keys(filter).length)}</option>}
          {segments.map((segment) => (
            <option key={segment.name} value={segment.name}>
              {titleOf(segment)}
            </option>
          ))}
        </select>
      </label>
      <span class="muted contact-count" role="status">
        {counted.value ? words.count(counted.value.contacts) : '…'}
      </span>
      {current && (
        <button
          type="button"
          class="link"
          disabled={busy}
          onClick={() =>
            void save(
              segments,
              segments.filter(({ name }) => name !== current.name),
              words.removed(titleOf(current)),
              true,
            )
          }
        >
          {words.remove}
        </button>
      )}
      {!isEmpty && !current && (
        <form
          class="crm-add"
          onSubmit={(event) => {
            event.preventDefault();
            keep();
          }}
        >
          <input
            aria-label={words.name}
            placeholder={words.name}
            value={title}
            maxLength={60}
            onInput={(event) => setTitle(event.currentTarget.value)}
          />
          <button type="submit" class="button" disabled={busy || title.trim() === ''}>
            {words.save}
          </button>
        </form>
      )}
    </div>
  );
}

/** The name that files call it by: from Latin letters of its title, else a number. */
function freeName(title: string, taken: readonly string[]): string {
  const plain = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .slice(0, 32)
    .replace(/-+$/, '');
  const base = plain === '' ? 'segment' : plain;
  for (let n = 1; ; n++) {
    const name = n === 1 && plain !== '' ? base : `${base}-${n}`;
    if (!taken.includes(name)) return name;
  }
}
