import { useState } from 'preact/hooks';
import { ContactBrowsers } from '../parts/contacts/contact-browsers.tsx';
import { ContactFacts } from '../parts/contacts/contact-facts.tsx';
import { ContactDuplicates } from '../parts/contacts/contact-duplicates.tsx';
import { ContactNoted } from '../parts/contacts/contact-noted.tsx';
import { ContactOffers } from '../parts/contacts/contact-offers.tsx';
import { ContactTags } from '../parts/contacts/contact-tags.tsx';
import { ContactTickets } from '../parts/contacts/contact-tickets.tsx';
import { ContactTimeline } from '../parts/contacts/contact-timeline.tsx';
import { ErasePerson } from '../parts/privacy/erase-person.tsx';
import { ErasureReceipt } from '../parts/privacy/erasure-receipt.tsx';
import { LifeWhy } from '../parts/contacts/life-why.tsx';
import { OrderItem } from '../parts/contacts/order-item.tsx';
import type { SiteBrief } from '../state/api/api.ts';
import { recordsApi } from '../state/api/records-api.ts';
import { contactName } from '../state/contacts/contact-name.ts';
import { go } from '../state/route.ts';
import { useNoted } from '../state/contacts/use-noted.ts';
import { useNews } from '../state/hooks/use-news.ts';
import { useRemote } from '../state/hooks/use-remote.ts';
import { useTitle } from '../state/hooks/use-title.ts';
import type { ErasureReceipt as Receipt } from '../state/api/privacy-api.ts';
import { privacyTexts } from '../texts/privacy-texts.ts';
import { ticketTexts } from '../texts/ticket-texts.ts';
import { errorText, useTexts } from '../texts/index.ts';
import { Fault } from '../parts/controls/fault.tsx';

/** So many orders are shown with their lines until more are asked for. */
const FEW_ORDERS = 3;

interface ContactPageProps {
  site: SiteBrief;
  contact: number;
  /** With the preview of a merge open. */
  merging: boolean;
  /** They are in no list any more. */
  onErased(): void;
  /** They are called, or reached, otherwise. */
  onRenamed(): void;
}

/** One contact: how to reach them, what is noted of them, and all that happened. */
export function ContactPage({ site, contact: key, merging, onErased, onRenamed }: ContactPageProps) {
  const { t, locale } = useTexts();
  const { value, error, reload } = useRemote(`contact ${site.id} ${key}`, () => recordsApi.contact(site.id, key));
  useNews(site.id, 'contacts', reload);
  const title = useTitle(value !== null);
  const [erased, setErased] = useState<{ receipt: Receipt; name: string } | null>(null);
  const noted = useNoted(site.id, key);
  /** All that happened is read again after a merge, and where they stand after a change. */
  const [merges, setMerges] = useState(0);
  const [allOrders, setAllOrders] = useState(false);
  const words = privacyTexts[locale];
  return (
    <section class="page page-wide" aria-labelledby="contact-title">
      <button type="button" class="link contact-back" onClick={() => go({ screen: 'contacts', contact: null })}>
        ← {t.records.back}
      </button>
      {error && !erased && <Fault text={errorText(t, error)} onRetry={reload} />}
      {!value && !error && !erased && <p class="muted">{t.common.loading}</p>}
      {erased && <ErasureReceipt receipt={erased.receipt} title={words.erased(erased.name)} />}
      {value && !erased && (
        <>
          <h1 id="contact-title" tabIndex={-1} ref={title} class="record-line">
            {contactName(value.contact, t.records.nameless)} <ContactTags contact={value.contact} />
          </h1>
          <LifeWhy key={merges} site={site.id} contact={key} />
          {!value.contact.verified && <p class="muted">{t.records.unverifiedHint}</p>}
          <div class="crm-columns">
            <div>
              <ContactFacts
                site={site.id}
                contact={value.contact}
                hasOrders={value.orders.length > 0}
                onChanged={() => {
                  reload();
                  setMerges((count) => count + 1);
                  onRenamed();
                }}
              />
              <ContactDuplicates
                site={site.id}
                contact={value.contact}
                previewing={merging}
                onChanged={() => {
                  reload();
                  noted.reload();
                  setMerges((count) => count + 1);
                }}
              />
              <ContactNoted state={noted} />
              <ContactBrowsers site={site.id} state={noted} />
            </div>
            <div>
              <section aria-labelledby="orders-title">
                <h2 id="orders-title">{t.records.orders}</h2>
                {value.orders.length === 0 && <p class="muted">{t.records.noOrders}</p>}
                <ul>
                  {value.orders.slice(0, allOrders ? undefined : FEW_ORDERS).map((order) => (
                    <OrderItem key={order.number} order={order} />
                  ))}
                </ul>
                {!allOrders && value.orders.length > FEW_ORDERS && (
                  <button type="button" class="button crm-more" onClick={() => setAllOrders(true)}>
                    {t.records.more}
                  </button>
                )}
              </section>
              <ContactOffers site={site.id} contact={key} />
              <h2>{ticketTexts[locale].title}</h2>
              <ContactTickets site={site.id} contact={value.contact} />
              <ContactTimeline key={merges} site={site.id} contact={key} />
            </div>
          </div>
          <h2>{words.theirs}</h2>
          <p class="muted">{words.theirsText}</p>
          <ErasePerson
            site={site.id}
            person={{ contact: key }}
            onErased={(receipt, name) => {
              setErased({ receipt, name });
              onErased();
            }}
          />
        </>
      )}
    </section>
  );
}
