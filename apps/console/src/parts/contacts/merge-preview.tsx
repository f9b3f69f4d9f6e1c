import { contactName } from '../../state/contacts/contact-name.ts';
import { useState } from 'preact/hooks';
import { mergeApi } from '../../state/api/merge-api.ts';
import type { Moved } from '../../state/api/merge-api.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { mergeTexts } from '../../texts/merge-texts.ts';
import { COLON, useTexts } from '../../texts/index.ts';
import { ContactTags } from './contact-tags.tsx';
import { Unread } from '../controls/fault.tsx';

interface PreviewProps {
  site: string;
  pair: { winner: number; loser: number };
  onMerge(winner: number, loser: number, vouched: boolean): Promise<void>;
  onKeep(): void;
}

/** What would become of two contacts, before anything is done. */
export function MergePreviewPart({ site, pair: { winner, loser }, onMerge, onKeep }: PreviewProps) {
  const { t, locale } = useTexts();
  const words = mergeTexts[locale];
  const { value, error, reload } = useRemote(`merge ${site} ${winner} ${loser}`, () =>
    mergeApi.preview(site, winner, loser),
  );
  const [vouched, setVouched] = useState(false);
  const [busy, setBusy] = useState(false);
  if (error || !value) return <Unread error={error} reload={reload} />;
  const { loser: other, after, moved, needsVouching } = value;
  // Nothing of the other one is lost: orders that name it still find the one contact.
  const aside = [other.email !== after.email && other.email, other.phone !== after.phone && other.phone].filter(
    Boolean,
  );
  const moves = (Object.keys(words.moved) as (keyof Moved)[]).filter((kind) => moved[kind] > 0);
  const facts = [
    [t.records.email, after.email],
    [t.records.phone, after.phone],
    [t.records.language, after.locale && t.common.languages[after.locale]],
    [t.records.id, after.ownId ? after.id : null],
    ...(aside.length > 0 ? [[words.aside, aside.join(' · ')]] : []),
  ];
  return (
    <div class="merge-preview">
      <h3>{words.after}</h3>
      <p class="record-line">
        <b>{contactName(after, t.records.nameless)}</b> <ContactTags contact={after} />
      </p>
      <dl class="record-facts">
        {facts.map(([label, text]) => (
          <div key={label} class="merge-fact">
            <dt>{label}</dt>
            <dd>{text ?? <span class="muted">{t.records.none}</span>}</dd>
          </div>
        ))}
      </dl>
      <h3>{words.moves}</h3>
      <p>
        {moves.length === 0
          ? words.nothing
          : moves.map((kind) => `${words.moved[kind]}${COLON[locale]}${moved[kind]}`).join(' · ')}
      </p>
      {needsVouching && (
        <label class="crm-switch">
          <input type="checkbox" checked={vouched} onChange={(event) => setVouched(event.currentTarget.checked)} />
          <span>
            {words.vouch}
            <small class="muted">{words.vouchText}</small>
          </span>
        </label>
      )}
      <div class="row-buttons">
        <button
          type="button"
          class="button button-primary"
          disabled={busy || (needsVouching && !vouched)}
          onClick={() => {
            setBusy(true);
            void onMerge(winner, loser, vouched).finally(() => setBusy(false));
          }}
        >
          {words.merge}
        </button>
        <button type="button" class="button" onClick={onKeep}>
          {words.keep}
        </button>
      </div>
    </div>
  );
}
