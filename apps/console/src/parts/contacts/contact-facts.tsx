import { useRef, useState } from 'preact/hooks';
import { changeOf, takingBack, typedOf } from '../../state/contacts/contact-edits.ts';
import type { TypedContact } from '../../state/contacts/contact-edits.ts';
import { recordsApi } from '../../state/api/records-api.ts';
import type { Contact, ContactChange } from '../../state/api/records-api.ts';
import { asApiError } from '../../state/session.ts';
import { useSiteDay } from '../../state/site-day.ts';
import { contactFormTexts } from '../../texts/contact-form-texts.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { ContactForm } from './contact-form.tsx';
import { showToast } from '../controls/toasts.tsx';

interface ContactFactsProps {
  site: string;
  contact: Contact;
  hasOrders: boolean;
  /** They are another than before. */
  onChanged(): void;
}

/** How to reach somebody and what they are called, and the form that puts it right. */
export function ContactFacts({ site, contact, hasOrders, onChanged }: ContactFactsProps) {
  const { t, locale } = useTexts();
  const words = contactFormTexts[locale];
  const [editing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const leave = () => {
    setEditing(false);
    // The button is there again with the next drawing.
    setTimeout(() => edit.current?.focus());
  };
  const send = async (change: ContactChange) => {
    await recordsApi.change(site, contact.key, change);
    onChanged();
  };
  const save = async (typed: TypedContact) => {
    const change = changeOf(typedOf(contact), typed);
    if (Object.keys(change).length > 0) {
      await send(change);
      const back = takingBack(contact, change);
      const undo = () =>
        send(back).then(
          () => showToast(words.undone),
          (cause: unknown) => showToast(errorText(t, asApiError(cause))),
        );
      showToast(words.saved, { action: { label: words.undo, run: () => void undo() } });
    }
    leave();
  };
  return (
    <>
      <div class="contact-facts-head">
        <h2>{t.records.reach}</h2>
        {!editing && (
          <button type="button" class="button" ref={edit} onClick={() => setEditing(true)}>
            {words.edit}
          </button>
        )}
      </div>
      {editing ? (
        <ContactForm
          label={t.records.reach}
          initial={typedOf(contact)}
          asksCustomer={!hasOrders}
          onSave={save}
          onCancel={leave}
        />
      ) : (
        <Facts contact={contact} />
      )}
    </>
  );
}

function Facts({ contact }: { contact: Contact }) {
  const { t } = useTexts();
  const dayOf = useSiteDay();
  const { email, phone, source } = contact;
  const none = <span class="muted">{t.records.none}</span>;
  const came = [source.source, source.medium, source.campaign, source.referrer].filter(Boolean).join(' · ');
  return (
    <dl class="record-facts">
      <dt>{t.records.email}</dt>
      <dd>{email === null ? none : <a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}>{email}</a>}</dd>
      <dt>{t.records.phone}</dt>
      <dd>{phone === null ? none : <a href={`tel:${phone}`}>{phone}</a>}</dd>
      <dt>{t.records.language}</dt>
      <dd>{contact.locale === null ? none : t.common.languages[contact.locale]}</dd>
      {contact.ownId && (
        <>
          <dt>{t.records.id}</dt>
          <dd>{contact.id}</dd>
        </>
      )}
      {/* Of whom an order of long ago was imported, the day of the import says nothing. */}
      {(contact.customerSince === null || contact.createdAt < contact.customerSince) && (
        <>
          <dt>{t.records.since}</dt>
          <dd>{dayOf(contact.createdAt)}</dd>
        </>
      )}
      {contact.customerSince !== null && (
        <>
          <dt>{t.records.customerSince}</dt>
          <dd>{dayOf(contact.customerSince)}</dd>
        </>
      )}
      {came !== '' && (
        <>
          <dt>{t.records.source}</dt>
          <dd>{came}</dd>
        </>
      )}
    </dl>
  );
}
