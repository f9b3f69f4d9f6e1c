import { mergeApi } from '../../state/api/merge-api.ts';
import { go } from '../../state/route.ts';
import { useNews } from '../../state/hooks/use-news.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { mergeTexts } from '../../texts/merge-texts.ts';
import { useTexts } from '../../texts/index.ts';

/**
 * Leads from a conversation to the contact behind it, and says where others may be the same person: there they are merged after a look.
 * Where it cannot be read the rest of the panel is of use all the same.
 */
export function PanelContact({ site, conversation }: { site: string; conversation: string }) {
  const { t, locale } = useTexts();
  const words = mergeTexts[locale];
  const { value, reload } = useRemote(`contact of ${site} ${conversation}`, () =>
    mergeApi.ofConversation(site, conversation),
  );
  useNews(site, 'conversations', reload);
  if (value === null || value.contact === null) return null;
  const { key, name } = value.contact;
  return (
    <p class="panel-contact">
      <button type="button" class="link" onClick={() => go({ screen: 'contacts', contact: key })}>
        {words.asContact(name ?? t.records.nameless)}
      </button>
      {value.duplicates > 0 && <span class="muted"> · {words.maybeSame(value.duplicates)}</span>}
    </p>
  );
}
