import { ContactForm } from '../parts/contacts/contact-form.tsx';
import { showToast } from '../parts/controls/toasts.tsx';
import { NOBODY, changeOf } from '../state/contacts/contact-edits.ts';
import { contactName } from '../state/contacts/contact-name.ts';
import { recordsApi } from '../state/api/records-api.ts';
import { go } from '../state/route.ts';
import { contactFormTexts } from '../texts/contact-form-texts.ts';
import { useTexts } from '../texts/index.ts';

/** Somebody who is typed in by hand. */
export function NewContact({ site, onAdded }: { site: string; onAdded(): void }) {
  const { t, locale } = useTexts();
  const words = contactFormTexts[locale];
  const leave = () => go({ screen: 'contacts', contact: null });
  return (
    <section class="page" aria-labelledby="new-contact-title">
      <button type="button" class="link contact-back" onClick={leave}>
        ← {t.records.back}
      </button>
      <h1 id="new-contact-title">{words.title}</h1>
      <p class="muted">{words.text}</p>
      <ContactForm
        label={words.title}
        initial={NOBODY}
        asksCustomer
        onCancel={leave}
        onSave={async (typed) => {
          const { contact, added } = await recordsApi.add(site, changeOf(NOBODY, typed));
          const name = contactName(contact, t.records.nameless);
          showToast(added ? words.added(name) : words.known(name));
          if (added) onAdded();
          go({ screen: 'contacts', contact: contact.key });
        }}
      />
    </section>
  );
}
