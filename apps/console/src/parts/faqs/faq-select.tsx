import type { FaqRow } from '../../state/api/faq-api.ts';
import { faqName } from '../../state/faqs/faq-form.ts';
import { useTexts } from '../../texts/index.ts';

interface FaqSelectProps {
  id?: string;
  label?: string;
  faqs: readonly FaqRow[];
  value: string | null;
  /** What no choice is called. */
  none: string;
  onChange(intent: string | null): void;
}

/** One of the site's FAQs, or none, by subject. An intent that is no FAQ (a built-in one) stays as it is. */
export function FaqSelect({ id, label, faqs, value, none, onChange }: FaqSelectProps) {
  const { locale } = useTexts();
  const categories = [...new Set(faqs.map(({ category }) => category))];
  const known = value === null || faqs.some(({ intent }) => intent === value);
  return (
    <select
      id={id}
      aria-label={label}
      value={value ?? ''}
      onChange={({ currentTarget: { value: chosen } }) => onChange(chosen || null)}
    >
      <option value="">{none}</option>
      {!known && <option value={value ?? ''}>{value}</option>}
      {categories.map((category) => (
        <optgroup key={category} label={category}>
          {faqs
            .filter((faq) => faq.category === category)
            .map(({ intent }) => (
              <option key={intent} value={intent}>
                {faqName(faqs, intent, locale)}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}
