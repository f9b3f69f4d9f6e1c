import { ContactTags } from '../parts/contacts/contact-tags.tsx';
import { Unread } from '../parts/controls/fault.tsx';
import { OrderItem } from '../parts/contacts/order-item.tsx';
import { contactName } from '../state/contacts/contact-name.ts';
import { recordsApi } from '../state/api/records-api.ts';
import type { Contact } from '../state/api/records-api.ts';
import { go } from '../state/route.ts';
import { useNews } from '../state/hooks/use-news.ts';
import { useRemote } from '../state/hooks/use-remote.ts';
import { useTitle } from '../state/hooks/use-title.ts';
import { orderTexts } from '../texts/order-texts.ts';
import { useTexts } from '../texts/index.ts';

/** One order, and the way to whose it is. */
export function OrderPage({ site, number }: { site: string; number: string }) {
  const { t, locale } = useTexts();
  const words = orderTexts[locale];
  const { value, error, reload } = useRemote(`order ${site} ${number}`, () => recordsApi.order(site, number));
  useNews(site, 'contacts', reload);
  const title = useTitle(value !== null);
  return (
    <section class="page" aria-labelledby="order-title">
      <button type="button" class="link contact-back" onClick={() => go({ screen: 'contacts', contact: null })}>
        ← {t.records.back}
      </button>
      <h1 id="order-title" tabIndex={-1} ref={title}>
        {words.order(number)}
      </h1>
      {value === null && <Unread error={error} reload={reload} />}
      {value && (
        <>
          <ul>
            <OrderItem order={value.order} />
          </ul>
          <h2>{words.whose}</h2>
          {value.contact === null ? (
            <>
              <p>
                <b>{words.nobody}</b>
              </p>
              <p class="muted">{words.nobodyText}</p>
              <button
                type="button"
                class="button crm-more"
                onClick={() => go({ screen: 'contacts', contact: null, view: 'imports' })}
              >
                {words.imports}
              </button>
            </>
          ) : (
            <Whose contact={value.contact} />
          )}
        </>
      )}
    </section>
  );
}

function Whose({ contact }: { contact: Contact }) {
  const { t } = useTexts();
  const name = contactName(contact, t.records.nameless);
  const reach = [contact.email, contact.phone].filter((part) => part !== null && part !== name).join(' · ');
  return (
    <button type="button" class="record-item" onClick={() => go({ screen: 'contacts', contact: contact.key })}>
      <span class="record-line">
        <b>{name}</b> <ContactTags contact={contact} />
      </span>
      <span class="contact-reach">{reach}</span>
    </button>
  );
}
