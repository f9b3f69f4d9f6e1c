import { showToast } from '../../parts/controls/toasts.tsx';
import { mergeTexts } from '../../texts/merge-texts.ts';
import { errorText } from '../../texts/index.ts';
import type { Texts } from '../../texts/index.ts';
import { mergeApi } from '../api/merge-api.ts';
import { go } from '../route.ts';
import { asApiError } from '../session.ts';
import type { Locale } from '../wire-types.ts';

/** Leads from a conversation to the preview of a merge with who may be the same person; where there is none, says so. */
export async function lookForDuplicates(
  { site, conversation }: { site: string; conversation: string },
  t: Texts,
  locale: Locale,
): Promise<void> {
  const words = mergeTexts[locale];
  try {
    const { contact, duplicates } = await mergeApi.ofConversation(site, conversation);
    if (contact === null) showToast(words.nobodyYet);
    else if (duplicates > 0) go({ screen: 'contacts', contact: contact.key, merge: true });
    else {
      const run = () => go({ screen: 'contacts', contact: contact.key });
      showToast(words.noOther, { action: { label: words.open, run } });
    }
  } catch (cause) {
    showToast(errorText(t, asApiError(cause)));
  }
}
