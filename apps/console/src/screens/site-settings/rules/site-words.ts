import { faqApi } from '../../../state/api/faq-api.ts';
import type { FaqRow } from '../../../state/api/faq-api.ts';
import { useRemote } from '../../../state/hooks/use-remote.ts';
import { categoryName } from '../../../texts/ticket-name-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import type { EditorProps } from '../field-props.ts';
import { isEntry } from './entries.ts';

/** Of what the bot itself files. */
const FILED = ['general', 'complaint', 'returns', 'question'];

interface SiteWords {
  faqs: readonly FaqRow[];
  /** What requests and FAQs may be about, as the files call it. */
  categories: readonly string[];
  /** Those that FAQs have or that have a name. */
  ofFaqs: readonly string[];
  /** As people read it. */
  nameOf(category: string): string;
}

/** What a site has that rules may speak of. Without the line it is empty, and can be typed all the same. */
export function useSiteWords({ site, edit }: EditorProps): SiteWords {
  const { locale } = useTexts();
  const { value } = useRemote(`faqs ${site.id}`, () => faqApi.list(site.id));
  const named = isEntry(edit.values.categories) ? edit.values.categories : {};
  const remarks = (key: string) => key.startsWith('_');
  const ofFaqs = [...new Set([...Object.keys(named).filter((key) => !remarks(key)), ...(value?.categories ?? [])])];
  const categories = [...new Set([...ofFaqs, ...FILED])];
  return {
    faqs: value?.faqs ?? [],
    categories,
    ofFaqs,
    nameOf(category) {
      const texts = named[category];
      const said = isEntry(texts) ? texts[locale] : undefined;
      return typeof said === 'string' && said !== '' ? said : categoryName(category, locale);
    },
  };
}
