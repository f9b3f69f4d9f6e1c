import { useEffect, useRef, useState } from 'preact/hooks';
import { dayKey } from '@solodesk/ui';
import { mergeApi } from '../../state/api/merge-api.ts';
import type { Merge } from '../../state/api/merge-api.ts';
import type { Contact } from '../../state/api/records-api.ts';
import { go } from '../../state/route.ts';
import { asApiError } from '../../state/session.ts';
import { useNews } from '../../state/hooks/use-news.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { mergeTexts } from '../../texts/merge-texts.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { ContactTags } from './contact-tags.tsx';
import { MergePreviewPart } from './merge-preview.tsx';
import { contactName } from '../../state/contacts/contact-name.ts';
import { showToast } from '../controls/toasts.tsx';
import { Fault } from '../controls/fault.tsx';

interface DuplicatesProps {
  site: string;
  contact: Contact;
  /** The first of them is previewed at once. */
  previewing: boolean;
  /** Contacts became one, or one became two. */
  onChanged(): void;
}

/** Who may be the same person, and who was merged into this one. Nothing is shown where there is neither. */
export function ContactDuplicates({ site, contact, previewing, onChanged }: DuplicatesProps) {
  const { t, locale } = useTexts();
  const words = mergeTexts[locale];
  const { value, error, reload } = useRemote(`duplicates ${site} ${contact.key}`, () =>
    mergeApi.duplicates(site, contact.key),
  );
  useNews(site, 'contacts', reload);
  const [open, setOpen] = useState<number | null>(null);
  const section = useRef<HTMLElement>(null);
  const first = value?.duplicates[0]?.contact.key ?? null;
  const isLed = useRef(false);
  useEffect(() => {
    if (!previewing || first === null || isLed.current) return;
    isLed.current = true;
    setOpen(first);
    section.current?.scrollIntoView({ block: 'start' });
  }, [previewing, first]);
  const changed = () => {
    setOpen(null);
    reload();
    onChanged();
  };
  const part = async ({ key, loserName }: Merge) => {
    try {
      await mergeApi.undo(site, key);
      showToast(words.undone(loserName));
    } catch (cause) {
      showToast(`${words.failed} ${errorText(t, asApiError(cause))}`);
    }
    changed();
  };
  const merge = async (winner: number, loser: number, vouched: boolean) => {
    try {
      const done = await mergeApi.merge(site, winner, loser, vouched);
      const action = { label: words.undo, run: () => void part(done.merge) };
      showToast(words.merged(done.merge.loserName), { action });
      if (winner !== contact.key) go({ screen: 'contacts', contact: winner }, true);
    } catch (cause) {
      showToast(`${words.failed} ${errorText(t, asApiError(cause))}`);
    }
    changed();
  };
  if (error) {
    return <Fault text={errorText(t, error)} onRetry={reload} />;
  }
  if (value === null) return null;
  return (
    <>
      {value.duplicates.length > 0 && (
        <section class="duplicates" ref={section} aria-labelledby="duplicates-title">
          <h2 id="duplicates-title">{words.title}</h2>
          <p class="muted">{words.text}</p>
          <ul>
            {value.duplicates.map(({ contact: other, shared }) => (
              <li key={other.key}>
                <span class="record-line">
                  <b>{contactName(other, t.records.nameless)}</b>
                  <ContactTags contact={other} />
                </span>
                <span class="contact-reach">
                  {[...shared.map((by) => words.shares[by]), other.email, other.phone]
                    .filter((each) => each !== null)
                    .join(' · ')}
                </span>
                <span class="row-buttons">
                  <button type="button" class="button" onClick={() => go({ screen: 'contacts', contact: other.key })}>
                    {words.open}
                  </button>
                  <button
                    type="button"
                    class="button"
                    aria-expanded={open === other.key}
                    onClick={() => setOpen(open === other.key ? null : other.key)}
                  >
                    {words.look}
                  </button>
                </span>
                {open === other.key && (
                  <MergePreviewPart
                    site={site}
                    pair={pairOf(contact, other)}
                    onMerge={merge}
                    onKeep={() => setOpen(null)}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {value.merges.length > 0 && (
        <>
          <h2>{words.earlier}</h2>
          <ul>
            {value.merges.map((each) => (
              <li key={each.key} class="record-line">
                <span>{words.was(each.loserName, dayKey(each.at))}</span>
                <button
                  type="button"
                  class="link"
                  aria-label={words.part(each.loserName)}
                  onClick={() => void part(each)}
                >
                  {words.undo}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The open one stays, unless only the other one is verified. */
function pairOf(one: Contact, other: Contact): { winner: number; loser: number } {
  return other.verified && !one.verified
    ? { winner: other.key, loser: one.key }
    : { winner: one.key, loser: other.key };
}
