import { useEffect, useState } from 'preact/hooks';
import { ContactTags } from '../parts/contact-tags.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import type { SiteBrief } from '../state/api.ts';
import { recordsApi } from '../state/records-api.ts';
import type { Contact } from '../state/records-api.ts';
import { go } from '../state/route.ts';
import { asApiError } from '../state/session.ts';
import { useRemote } from '../state/use-remote.ts';
import { errorText, useTexts } from '../texts/index.ts';
import { ContactPage } from './contact-page.tsx';
import { Fault } from '../parts/fault.tsx';

/** Milliseconds without a key before what was typed is searched for. */
const PAUSE_MS = 250;

/** Everybody whom the business can reach. */
export function Contacts({ site, open }: { site: SiteBrief; open: number | null }) {
  /** Who was erased must not be in a list that was read before. */
  const [erasures, setErasures] = useState(0);
  // The list stays behind an open contact: going back finds it as it was.
  return (
    <>
      <ContactList key={erasures} site={site} hidden={open !== null} />
      {open !== null && (
        <ContactPage key={open} site={site} contact={open} onErased={() => setErasures((count) => count + 1)} />
      )}
    </>
  );
}

function ContactList({ site, hidden }: { site: SiteBrief; hidden: boolean }) {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  /** Pages after the first, of this search. */
  const [more, setMore] = useState<{ search: string; contacts: Contact[]; next: number | null } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const first = useRemote(`contacts ${site.id} ${search}`, () => recordsApi.contacts(site.id, search, null));

  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  const added = more?.search === search ? more : null;
  const contacts = [...(first.value?.contacts ?? []), ...(added?.contacts ?? [])];
  const next = added ? added.next : (first.value?.next ?? null);
  const showMore = () => {
    setError(null);
    recordsApi.contacts(site.id, search, next).then(
      (page) => setMore({ search, contacts: [...(added?.contacts ?? []), ...page.contacts], next: page.next }),
      (cause: unknown) => setError(errorText(t, asApiError(cause))),
    );
  };
  const failed = error ?? (first.error && errorText(t, first.error));
  return (
    <section class="page" aria-labelledby="contacts-title" hidden={hidden}>
      <h1 id="contacts-title">{t.records.title}</h1>
      <p class="muted">{t.records.text}</p>
      <input
        type="search"
        class="record-search"
        aria-label={t.records.searchLabel}
        placeholder={t.records.search}
        value={typed}
        maxLength={100}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {failed && <Fault text={failed} onRetry={error ? showMore : first.reload} />}
      {!first.value && !failed && <p class="muted">{t.common.loading}</p>}
      {first.value && contacts.length === 0 && (
        <EmptyState
          title={search === '' ? t.records.empty : t.records.notFound(search)}
          text={search === '' ? t.records.emptyText : t.records.notFoundText}
        />
      )}
      <ul class="contacts">
        {contacts.map((contact) => (
          <li key={contact.key}>
            <button type="button" class="record-item" onClick={() => go({ screen: 'contacts', contact: contact.key })}>
              <span class="record-line">
                <b class={contact.name === null ? 'muted' : ''}>{contact.name ?? t.records.nameless}</b>
                <ContactTags contact={contact} />
              </span>
              <span class="contact-reach">
                {[contact.email, contact.phone].filter((part) => part !== null).join(' · ') || contact.id}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {next !== null && (
        <button type="button" class="button" onClick={showMore}>
          {t.records.more}
        </button>
      )}
    </section>
  );
}
