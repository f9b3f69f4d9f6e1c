import { useState } from 'preact/hooks';
import { formatDateTime } from '@solodesk/ui';
import { securityApi } from '../../state/api/security-api.ts';
import type { SignedInDevice } from '../../state/api/security-api.ts';
import { asApiError } from '../../state/session.ts';
import { useNews } from '../../state/hooks/use-news.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { securityTexts } from '../../texts/security-texts.ts';
import { showToast } from '../controls/toasts.tsx';

/** What stands below on the same page is not pushed away by devices of long ago. */
const AT_FIRST = 4;

/** Settings → where one is signed in; the others can be signed out, which takes effect at once. */
export function SignedInDevices() {
  const { t, locale } = useTexts();
  const words = securityTexts[locale];
  const { value, error, reload } = useRemote('sessions', () => securityApi.sessions());
  useNews(null, 'sessions', reload);
  const [all, setAll] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const nameOf = ({ device }: SignedInDevice) => device || words.unknownDevice;
  const end = (call: Promise<object>, said: string) => {
    setFailed(null);
    call.then(
      () => {
        showToast(said);
        reload();
      },
      (cause: unknown) => {
        setFailed(errorText(t, asApiError(cause)));
        reload();
      },
    );
  };
  const time = (at: number) => formatDateTime(at, locale);
  const problem = failed ?? (error && errorText(t, error));
  const sessions = value?.sessions ?? [];
  return (
    <>
      <h3 id="sessions-title">{words.sessions}</h3>
      <p class="muted">{words.sessionsText}</p>
      {problem && (
        <p class="note note-bad" role="alert">
          {problem}
        </p>
      )}
      <ul aria-labelledby="sessions-title">
        {(all ? sessions : sessions.slice(0, AT_FIRST)).map((session) => (
          <li class="row" key={session.id}>
            <span>
              <b>{nameOf(session)}</b> {session.here && <span class="tag tag-good">{words.here}</span>}
              <br />
              <span class="muted device-times">
                {!session.here && <span>{words.seen(time(session.lastSeenAt))}</span>}
                <span>{words.since(time(session.createdAt))}</span>
              </span>
            </span>
            {!session.here && (
              <button
                type="button"
                class="button"
                aria-label={`${words.revoke}: ${nameOf(session)}`}
                onClick={() => end(securityApi.revoke(session.id), words.revoked(nameOf(session)))}
              >
                {words.revoke}
              </button>
            )}
          </li>
        ))}
      </ul>
      {!all && sessions.length > AT_FIRST && (
        <p>
          <button type="button" class="link" onClick={() => setAll(true)}>
            {words.showAll(sessions.length)}
          </button>
        </p>
      )}
      {sessions.length > 2 && (
        <button
          type="button"
          class="button devices-others"
          onClick={() => end(securityApi.revokeOthers(), words.othersRevoked)}
        >
          {words.revokeOthers}
        </button>
      )}
    </>
  );
}
