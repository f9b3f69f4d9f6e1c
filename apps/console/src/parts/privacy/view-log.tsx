import { useState } from 'preact/hooks';
import { formatDateTime } from '@solodesk/ui';
import { privacyApi } from '../../state/api/privacy-api.ts';
import type { ViewLine } from '../../state/api/privacy-api.ts';
import { DESK, go } from '../../state/route.ts';
import { asApiError } from '../../state/session.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { privacyLogTexts } from '../../texts/privacy-log-texts.ts';
import { privacyTexts } from '../../texts/privacy-texts.ts';
import type { ExportKind } from '../../texts/privacy-texts.ts';

/** Who saw whom, the newest first. */
export function ViewLog({ site }: { site: string }) {
  const { t, locale } = useTexts();
  const words = privacyLogTexts[locale];
  const { value, error } = useRemote(`views ${site}`, () => privacyApi.views(site, null));
  const [more, setMore] = useState<{ views: ViewLine[]; next: number | null } | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const problem = failed ?? (error && errorText(t, error));
  const views = [...(value?.views ?? []), ...(more?.views ?? [])];
  const next = more ? more.next : (value?.next ?? null);
  const showMore = () => {
    setFailed(null);
    privacyApi.views(site, next).then(
      (page) => setMore({ views: [...(more?.views ?? []), ...page.views], next: page.next }),
      (cause: unknown) => setFailed(errorText(t, asApiError(cause))),
    );
  };
  return (
    <>
      <p class="muted">{words.viewsText}</p>
      {problem && (
        <p class="note note-bad" role="alert">
          {problem}
        </p>
      )}
      {!value && !problem && <p class="muted">{t.common.loading}</p>}
      {value && views.length === 0 && <p class="muted">{words.noViews}</p>}
      <ul class="privacy-views">
        {views.map((view) => (
          <li key={view.key}>
            <span class="muted">{formatDateTime(view.at, locale)}</span>
            <span>
              <b>{view.by}</b> {words.looked[view.kind]} <Whom site={site} view={view} />
            </span>
          </li>
        ))}
      </ul>
      {next !== null && (
        <button type="button" class="button" onClick={showMore}>
          {words.more}
        </button>
      )}
    </>
  );
}

function Whom({ site, view }: { site: string; view: ViewLine }) {
  const { locale } = useTexts();
  const { somebody, gone } = privacyLogTexts[locale];
  const { kind, detail, name, contact, conversation } = view;
  if (kind === 'table_export')
    return (
      <>
        {detail === 'everything'
          ? privacyTexts[locale].allKinds
          : (privacyTexts[locale].kinds[detail as ExportKind] ?? detail)}
      </>
    );
  const open =
    contact !== null
      ? () => go({ screen: 'contacts', contact })
      : conversation !== null
        ? () => go({ ...DESK, site, filter: 'open', conversation })
        : null;
  if (open === null) return <span class="muted">{gone}</span>;
  return (
    <button type="button" class="link" onClick={open}>
      {name ?? somebody}
    </button>
  );
}
