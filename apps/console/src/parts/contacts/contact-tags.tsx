import { Icon } from '@solodesk/ui';
import type { Contact } from '../../state/api/records-api.ts';
import { useTexts } from '../../texts/index.ts';

interface ContactTagsProps {
  contact: Pick<Contact, 'verified' | 'customer'>;
  /** Their stage stands beside it, which says already that they have bought. */
  staged?: boolean;
}

/** Whether it is known who somebody is, and whether they have bought. */
export function ContactTags({ contact, staged = false }: ContactTagsProps) {
  const { t } = useTexts();
  return (
    <>
      {contact.customer && !staged && <span class="tag">{t.records.customer}</span>}
      {contact.verified ? (
        <span class="tag tag-good" title={t.records.verifiedHint}>
          <Icon name="check" size={12} /> {t.visitor.verified}
        </span>
      ) : (
        <span class="tag" title={t.records.unverifiedHint}>
          {t.visitor.unverified}
        </span>
      )}
    </>
  );
}
