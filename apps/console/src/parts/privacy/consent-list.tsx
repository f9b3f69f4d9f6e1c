import { formatDateTime } from '@solodesk/ui';
import { privacyApi } from '../../state/api/privacy-api.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { useTexts } from '../../texts/index.ts';
import { privacyLogTexts } from '../../texts/privacy-log-texts.ts';
import { Unread } from '../controls/fault.tsx';

/** Every consent text there was, the newest first. */
export function ConsentList({ site }: { site: string }) {
  const { locale } = useTexts();
  const words = privacyLogTexts[locale];
  const { value, error, reload } = useRemote(`consents ${site}`, () => privacyApi.consents(site));
  if (error || !value) return <Unread error={error} reload={reload} />;
  if (value.texts.length === 0) return <p class="muted">{words.noConsents}</p>;
  return (
    <>
      <p class="muted">{words.consentsText}</p>
      {value.texts.map(({ version, text, since }, index) => (
        <details key={`${version} ${since}`}>
          <summary>
            {words.version(version, formatDateTime(since, locale))}{' '}
            {index === 0 && version === value.current && <span class="tag tag-good">{words.current}</span>}
          </summary>
          {Object.entries(text).map(([language, words_]) => (
            <p class="privacy-consent" lang={language} key={language}>
              {words_}
            </p>
          ))}
        </details>
      ))}
    </>
  );
}
