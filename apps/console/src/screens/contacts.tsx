import { useEffect, useState } from 'preact/hooks';
import { ContactFilters } from '../parts/contacts/contact-filters.tsx';
import { ContactSegments } from '../parts/contacts/contact-segments.tsx';
import { ContactTags } from '../parts/contacts/contact-tags.tsx';
import { EmptyState } from '../parts/controls/empty-state.tsx';
import { Fault } from '../parts/controls/fault.tsx';
import { Glyph } from '../parts/controls/glyph.tsx';
import { lazy } from '../parts/controls/lazy.tsx';
import { StageBadge } from '../parts/contacts/stage-badge.tsx';
import { WindowedList } from '../parts/controls/windowed-list.tsx';
import type { SiteBrief } from '../state/api/api.ts';
import { crmApi } from '../state/api/crm-api.ts';
import { lifeApi } from '../state/api/life-api.ts';
import type { ContactFilter } from '../state/api/life-api.ts';
import { contactName } from '../state/contacts/contact-name.ts';
import { go } from '../state/route.ts';
import type { ContactView } from '../state/route.ts';
import { useContactList } from '../state/contacts/use-contact-list.ts';
import type { ListedContact } from '../state/contacts/use-contact-list.ts';
import { useNews } from '../state/hooks/use-news.ts';
import { useRemote } from '../state/hooks/use-remote.ts';
import { contactFormTexts } from '../texts/contact-form-texts.ts';
import { lifeTexts } from '../texts/life-texts.ts';
import { errorText, useTexts } from '../texts/index.ts';
import { Blocked } from './blocked.tsx';
import { ContactPage } from './contact-page.tsx';
import { Life } from './life.tsx';
import { NewContact } from './new-contact.tsx';
import { OrderPage } from './order-page.tsx';

const Imports = lazy(async () => (await import('./imports.tsx')).Imports);

/** Milliseconds without a key before what was typed is searched for. */
const PAUSE_MS = 250;

interface ContactsProps {
  site: SiteBrief;
  open: number | null;
  view?: ContactView | null;
  /** Whoever is open is to be merged. */
  merging?: boolean;
  /** Number of the order that is open. */
  order?: string | null;
}

/** Everybody whom the business can reach. */
export function Contacts({ site, open, view = null, merging = false, order = null }: ContactsProps) {
  /** Who was erased must not be in a list that was read before, and who was added or renamed is to be. */
  const [changes, setChanges] = useState(0);
  const changed = () => setChanges((count) => count + 1);
  const [filter, setFilter] = useState<ContactFilter>({});
  // The list stays behind an open contact: going back finds it as it was.
  return (
    <>
      {/* An import brings others: the list is read anew after a look at that screen. */}
      <ContactList
        key={String(view === 'imports')}
        site={site}
        hidden={open !== null || view !== null || order !== null}
        {...{ changes, filter, setFilter }}
      />
      {open !== null && (
        <ContactPage key={open} site={site} contact={open} merging={merging} onErased={changed} onRenamed={changed} />
      )}
      {order !== null && <OrderPage key={order} site={site.id} number={order} />}
      {view === 'new' && <NewContact site={site.id} onAdded={changed} />}
      {view === 'life' && (
        <Life
          site={site.id}
          onStage={(stage) => {
            setFilter({ stage: [stage] });
            go({ screen: 'contacts', contact: null });
          }}
        />
      )}
      {view === 'blocked' && <Blocked site={site.id} />}
      {view === 'imports' && <Imports site={site.id} />}
    </>
  );
}

interface ContactListProps {
  site: SiteBrief;
  hidden: boolean;
  changes: number;
  filter: ContactFilter;
  setFilter(filter: ContactFilter): void;
}

function ContactList({ site, hidden, changes, filter, setFilter }: ContactListProps) {
  const { t, locale } = useTexts();
  const words = lifeTexts[locale];
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const { contacts, isRead, isStale, error, retry, more } = useContactList(site.id, search, filter, changes);
  const tags = useRemote(`tags ${site.id}`, () => crmApi.tags(site.id));
  const segments = useRemote(`segments ${site.id}`, () => lifeApi.segments(site.id));
  useNews(site.id, 'tags', tags.reload);
  useNews(site.id, 'segments', segments.reload);

  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  const isFine = Object.keys(filter).length > 0;
  return (
    <section class="page page-list" aria-labelledby="contacts-title" hidden={hidden}>
      <div class="page-head">
        <h1 id="contacts-title">{t.records.title}</h1>
        <button type="button" class="button" onClick={() => go({ screen: 'contacts', contact: null, view: 'new' })}>
          <Glyph name="plus" size={16} /> {contactFormTexts[locale].add}
        </button>
      </div>
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
      <ContactSegments
        site={site.id}
        segments={segments.value?.segments ?? []}
        reload={segments.reload}
        {...{ filter, changes }}
        choose={setFilter}
      />
      <ContactFilters
        filter={filter}
        tags={tags.value?.tags.map(({ tag }) => tag) ?? []}
        currency={segments.value?.currency ?? 'EUR'}
        choose={setFilter}
      />
      {error && <Fault text={errorText(t, error)} onRetry={retry} />}
      {!isRead && !isStale && !error && <p class="muted">{t.common.loading}</p>}
      {isRead && !error && contacts.length === 0 && (
        <EmptyState
          title={search !== '' ? t.records.notFound(search) : isFine ? t.records.nothingFits : t.records.empty}
          text={search !== '' ? t.records.notFoundText : isFine ? t.records.nothingFitsText : t.records.emptyText}
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
  const stage = contact.stage === 'contact' ? null : contact.stage;
  const reach = [contact.email, contact.phone].filter((part) => part !== null && part !== name).join(' · ');
  return (
    <button type="button" class="record-item" onClick={() => go({ screen: 'contacts', contact: contact.key })}>
      <span class="record-line">
        <b>{name}</b>
        {stage && <StageBadge stage={stage} />}
        <ContactTags contact={contact} staged={stage !== null && stage !== 'lead'} />
      </span>
      <span class="contact-reach">
        {/* A browser's own name is a number that says nothing to people. */}
        {reach || (name === contact.name ? contact.id : t.records.nameless)}
      </span>
    </button>
  );
}
