import { useEffect, useState } from 'preact/hooks';
import { ContactFilters } from '../parts/contact-filters.tsx';
import { ContactSegments } from '../parts/contact-segments.tsx';
import { ContactTags } from '../parts/contact-tags.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Fault } from '../parts/fault.tsx';
import { lazy } from '../parts/lazy.tsx';
import { StageBadge } from '../parts/stage-badge.tsx';
import { WindowedList } from '../parts/windowed-list.tsx';
import type { SiteBrief } from '../state/api.ts';
import { crmApi } from '../state/crm-api.ts';
import type { ContactFilter } from '../state/life-api.ts';
import { contactName } from '../state/contact-name.ts';
import { go } from '../state/route.ts';
import type { ContactView } from '../state/route.ts';
import { useContactList } from '../state/use-contact-list.ts';
import type { ListedContact } from '../state/use-contact-list.ts';
import { useRemote } from '../state/use-remote.ts';
import { lifeTexts } from '../texts/life-texts.ts';
import { errorText, useTexts } from '../texts/index.ts';
import { Blocked } from './blocked.tsx';
import { ContactPage } from './contact-page.tsx';
import { Life } from './life.tsx';

const Imports = lazy(async () => (await import('./imports.tsx')).Imports);

/** Milliseconds without a key before what was typed is searched for. */
const PAUSE_MS = 250;

interface ContactsProps {
  site: SiteBrief;
  open: number | null;
  view?: ContactView | null;
  /** Whoever is open is to be merged. */
  merging?: boolean;
}

/** Everybody whom the business can reach. */
export function Contacts({ site, open, view = null, merging = false }: ContactsProps) {
  /** Who was erased must not be in a list that was read before. */
  const [erasures, setErasures] = useState(0);
  // The list stays behind an open contact: going back finds it as it was.
  return (
    <>
      {/* An import brings others: the list is read anew after a look at that screen. */}
      <ContactList key={`${erasures} ${view === 'imports'}`} site={site} hidden={open !== null || view !== null} />
      {open !== null && (
        <ContactPage
          key={open}
          site={site}
          contact={open}
          merging={merging}
          onErased={() => setErasures((count) => count + 1)}
        />
      )}
      {view === 'life' && <Life site={site.id} />}
      {view === 'blocked' && <Blocked site={site.id} />}
      {view === 'imports' && <Imports site={site.id} />}
    </>
  );
}

function ContactList({ site, hidden }: { site: SiteBrief; hidden: boolean }) {
  const { t, locale } = useTexts();
  const words = lifeTexts[locale];
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<ContactFilter>({});
  const { contacts, isRead, isStale, error, retry, more } = useContactList(site.id, search, filter);
  const tags = useRemote(`tags ${site.id}`, () => crmApi.tags(site.id));

  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  return (
    <section class="page page-list" aria-labelledby="contacts-title" hidden={hidden}>
      <h1 id="contacts-title">{t.records.title}</h1>
      <p class="muted contact-views">
        <button type="button" class="link" onClick={() => go({ screen: 'contacts', contact: null, view: 'life' })}>
          {words.title}
        </button>
        <button type="button" class="link" onClick={() => go({ screen: 'contacts', contact: null, view: 'blocked' })}>
          {words.blocked}
        </button>
        <button type="button" class="link" onClick={() => go({ screen: 'contacts', contact: null, view: 'imports' })}>
          {words.imports}
        </button>
      </p>
      <input
        type="search"
        class="record-search"
        aria-label={t.records.searchLabel}
        placeholder={t.records.search}
        value={typed}
        maxLength={100}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <ContactSegments site={site.id} filter={filter} choose={setFilter} />
      <ContactFilters
        filter={filter}
        tags={tags.value?.tags.map(({ tag }) => tag) ?? []}
        currency="EUR"
        choose={setFilter}
      />
      {error && <Fault text={errorText(t, error)} onRetry={retry} />}
      {!isRead && !isStale && !error && <p class="muted">{t.common.loading}</p>}
      {isRead && !error && contacts.length === 0 && (
        <EmptyState
          title={search === '' ? t.records.empty : t.records.notFound(search)}
          text={search === '' ? t.records.emptyText : t.records.notFoundText}
        />
      )}
      <WindowedList
        items={contacts}
        keyOf={({ key }) => String(key)}
        row={(contact) => <Row contact={contact} />}
        label={t.records.title}
        shown={null}
        class={`contacts ${isStale ? 'is-stale' : ''}`}
        onEnd={more}
      />
    </section>
  );
}

function Row({ contact }: { contact: ListedContact }) {
  const { t } = useTexts();
  const name = contactName(contact, t.records.nameless);
  const reach = [contact.email, contact.phone].filter((part) => part !== null && part !== name).join(' · ');
  return (
    <button type="button" class="record-item" onClick={() => go({ screen: 'contacts', contact: contact.key })}>
      <span class="record-line">
        <b>{name}</b>
        {contact.stage && contact.stage !== 'contact' && <StageBadge stage={contact.stage} />}
        <ContactTags contact={contact} />
      </span>
      <span class="contact-reach">
        {/* A browser's own name is a number that says nothing to people. */}
        {reach || (name === contact.name ? contact.id : t.records.nameless)}
      </span>
    </button>
  );
}
